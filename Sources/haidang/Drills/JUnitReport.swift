import Drills
import Rulebook

/// The results of a verification as JUnit's XML, which build servers read.
enum JUnitReport {
    /// The document.
    static func text(_ results: [DrillVerification.Result]) -> String {
        let failed = results.count { !$0.failures.isEmpty }
        let time = results.reduce(Duration.zero) { $0 + $1.time }
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            "<testsuite name=\"haidang drill verify\" tests=\"\(results.count)\" failures=\"\(failed)\" "
                + "errors=\"0\" skipped=\"0\" time=\"\(seconds(time))\">",
        ]
        for result in results {
            let head =
                "  <testcase classname=\"drill\" name=\"\(XMLText.escaped(result.file))\" time=\"\(seconds(result.time))\""
            if result.failures.isEmpty {
                lines.append(head + "/>")
            } else {
                let first = XMLText.escaped(result.failures[0])
                lines.append(head + ">")
                lines.append(
                    "    <failure message=\"\(first)\">\(XMLText.escaped(result.failures.joined(separator: "\n")))</failure>"
                )
                lines.append("  </testcase>")
            }
        }
        return (lines + ["</testsuite>", ""]).joined(separator: "\n")
    }

    private static func seconds(_ time: Duration) -> String {
        JSONValue.decimal(time.nanoseconds / 1_000_000, places: 3).line
    }
}
