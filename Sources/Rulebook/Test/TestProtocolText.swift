/// Rows in the Test Anything Protocol, version 13.
public enum TestProtocolText {
    /// The lines, the plan first.
    public static func lines(_ rows: [RuleTestRow]) -> [String] {
        var lines = ["TAP version 13", "1..\(rows.count)"]
        for (index, row) in rows.enumerated() {
            let title = plain(row.title)
            lines.append("\(row.complaint == nil ? "ok" : "not ok") \(index + 1) - \(title)")
            if let complaint = row.complaint { lines.append("# \(plain(complaint))") }
        }
        return lines
    }

    /// A number sign begins a directive, a backslash an escape, and a line break would begin another test.
    private static func plain(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar -> Character in
                scalar == "#" || scalar == "\\" || scalar.properties.generalCategory == .control
                    ? "_" : Character(scalar)
            })
    }
}
