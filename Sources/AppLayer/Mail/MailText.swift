/// What the protocols of mail do with short texts: their words are ASCII, in any case.
enum MailText {
    /// A word in upper case, as commands are told apart; no more than 64 bytes of it.
    static func uppercase(_ word: some Collection<UInt8>) -> String {
        String(decoding: word.prefix(64).map { (97...122).contains($0) ? $0 - 32 : $0 }, as: UTF8.self)
    }

    /// A word in lower case; no more than 64 bytes of it.
    static func lowercase(_ word: some Collection<UInt8>) -> String {
        String(decoding: word.prefix(64).map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }

    /// The words of a line, between blanks; no more than a few of them, the last one with all that follows.
    static func words(_ line: some Collection<UInt8>, most: Int = 4) -> [ArraySlice<UInt8>] {
        Array(line).split(separator: 0x20, maxSplits: most - 1)
    }

    /// A decimal number; nil if it is none, or larger than 64 bits hold.
    static func number(_ digits: some Collection<UInt8>) -> UInt64? {
        guard !digits.isEmpty else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            let (product, isLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isLarger) = product.addingReportingOverflow(UInt64(digit - 0x30))
            guard !isLarge, !isLarger else { return nil }
            number = sum
        }
        return number
    }

    /// A text without blanks at its ends.
    static func trimmed(_ text: some BidirectionalCollection<UInt8>) -> [UInt8] {
        var rest = Array(text.drop { $0 == 0x20 || $0 == 0x09 })
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return rest
    }
}
