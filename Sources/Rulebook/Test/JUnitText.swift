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
            text += "  <testsuite name=\"\(XMLText.escaped(rule))\"\(counts(suite))>\n"
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
            "    <testcase classname=\"\(XMLText.escaped(row.rule))\" name=\"\(XMLText.escaped(row.title))\""
        guard let complaint = row.complaint else { return opening + "/>\n" }
        let name = row.verdict == .notRun ? "skipped" : row.verdict.isRulesFault ? "failure" : "error"
        let type = row.verdict == .notRun ? "" : " type=\"\(row.verdict.word)\""
        return opening
            + ">\n      <\(name)\(type) message=\"\(XMLText.escaped(complaint))\"/>\n    </testcase>\n"
    }
}
