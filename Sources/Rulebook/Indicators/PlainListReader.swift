import NetTypes

/// A list with one indicator on each line. `#` begins a comment, at the start of a line or behind a blank.
enum PlainListReader {
    static func read(_ bytes: [UInt8], into intake: inout IndicatorIntake) {
        var line = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
            line += 1
            defer { start = end + 1 }
            if end - start > intake.limits.lineBytes {
                intake.refuse(.tooLong(limit: intake.limits.lineBytes), line: line)
                continue
            }
            let value = withoutComment(Refanging.trimmed(bytes[start..<end]))
            if !value.isEmpty { intake.take(value, IndicatorDetail(), line: line) }
        }
    }

    private static func withoutComment(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var isBehindBlank = true
        for index in line.indices {
            if isBehindBlank, line[index] == UInt8(ascii: "#") { return Refanging.trimmed(line[..<index]) }
            isBehindBlank = line[index] <= 0x20
        }
        return line
    }

    private static let newline = UInt8(ascii: "\n")
}
