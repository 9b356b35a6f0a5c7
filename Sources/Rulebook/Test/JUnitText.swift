/// Rows as the XML that continuous integration reads: one suite a rule, one case a capture.
public enum JUnitText {
    /// The document.
    public static func document(_ rows: [RuleTestRow]) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites\(counts(rows))>\n"
        var start = rows.startIndex
        while start < rows.endIndex {
            let rule = rows[start].rule
            let end = rows[start...].firstIndex { $0.rule != rule } ?? rows.endIndex
            let suite = Array(rows[start..<end])
            text += "  <testsuite name=\"\(escaped(rule))\"\(counts(suite))>\n"
            for row in suite { text += element(row) }
            text += "  </testsuite>\n"
            start = end
        }
        return text + "</testsuites>\n"
    }

    private static func counts(_ rows: [RuleTestRow]) -> String {
        let failures = rows.count { $0.verdict.isRulesFault }
        let errors = rows.count { $0.complaint != nil && !$0.verdict.isRulesFault && $0.verdict != .notRun }
        let skipped = rows.count { $0.verdict == .notRun }
        return " tests=\"\(rows.count)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }

    private static func element(_ row: RuleTestRow) -> String {
        let opening =
            "    <testcase classname=\"\(escaped(row.rule))\" name=\"\(escaped(row.title))\""
        guard let complaint = row.complaint else { return opening + "/>\n" }
        let name = row.verdict == .notRun ? "skipped" : row.verdict.isRulesFault ? "failure" : "error"
        let type = row.verdict == .notRun ? "" : " type=\"\(row.verdict.word)\""
        return opening + ">\n      <\(name)\(type) message=\"\(escaped(complaint))\"/>\n    </testcase>\n"
    }

    /// Text inside an attribute (XML 1.0, sections 2.2 and 2.4). Characters that no document may have become a
    /// replacement character.
    private static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "\t", "\n", "\r": safe += "&#\(scalar.value);"
            case _ where scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff:
                safe += "\u{fffd}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
