import Drills

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
                "  <testcase classname=\"drill\" name=\"\(escaped(result.file))\" time=\"\(seconds(result.time))\""
            if result.failures.isEmpty {
                lines.append(head + "/>")
            } else {
                let first = escaped(result.failures[0])
                lines.append(head + ">")
                lines.append(
                    "    <failure message=\"\(first)\">\(escaped(result.failures.joined(separator: "\n")))</failure>"
                )
                lines.append("  </testcase>")
            }
        }
        return (lines + ["</testsuite>", ""]).joined(separator: "\n")
    }

    private static func seconds(_ time: Duration) -> String {
        JSONValue.decimal(time.nanoseconds / 1_000_000, places: 3).line
    }

    /// A text that XML takes: what it would read as markup is escaped, and characters that it cannot hold are replaced.
    private static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "\n": safe += "&#10;"
            default:
                let isAllowed =
                    scalar.value >= 0x20 && scalar.value != 0x7f && scalar.value != 0xfffe
                    && scalar.value != 0xffff
                safe.unicodeScalars.append(isAllowed ? scalar : "\u{fffd}")
            }
        }
        return safe
    }
}
