/// What the head of a request asks for (RFC 9112). Total: any bytes are one of these.
enum MetricsRequest: Equatable, Sendable {
    /// The metrics; without their text when only the head of the answer is wanted.
    case metrics(headOnly: Bool)
    /// The start page.
    case hint(headOnly: Bool)
    /// A path that there is not.
    case unknownPath
    /// A method that is not served.
    case unknownMethod
    /// No request at all.
    case malformed

    /// The request in a head that ends with an empty line.
    init(head: [UInt8]) {
        let lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        let parts = (lines.first ?? []).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(Self.isUppercase),
            parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy({ $0 > 0x20 && $0 < 0x7f })
        else {
            self = .malformed
            return
        }
        let isOld = parts[2].elementsEqual("HTTP/1.0".utf8)
        // RFC 9112 section 3.2: a request of version 1.1 without a Host field is answered with 400.
        guard
            isOld || parts[2].elementsEqual("HTTP/1.1".utf8) && lines.dropFirst().contains(where: Self.isHost)
        else {
            self = .malformed
            return
        }
        let headOnly = parts[0].elementsEqual("HEAD".utf8)
        let path = parts[1].prefix { $0 != UInt8(ascii: "?") }
        let isMetrics = path.elementsEqual("/metrics".utf8)
        if !isMetrics, !path.elementsEqual("/".utf8) {
            self = .unknownPath
        } else if !headOnly, !parts[0].elementsEqual("GET".utf8) {
            self = .unknownMethod
        } else {
            self = isMetrics ? .metrics(headOnly: headOnly) : .hint(headOnly: headOnly)
        }
    }

    /// The length of the head that `bytes` begin with, its empty line included; nil while it has not ended.
    ///
    /// A line may end with a line feed alone (RFC 9112 section 2.2).
    static func headLength(_ bytes: [UInt8]) -> Int? {
        var previous: Int?
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            if let previous {
                let length = index - previous - 1
                if length == 0 || length == 1 && bytes[index - 1] == UInt8(ascii: "\r") { return index + 1 }
            }
            previous = index
        }
        return nil
    }

    private static func isUppercase(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) }

    private static func isHost(_ line: ArraySlice<UInt8>) -> Bool {
        line.prefix(5).map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }.elementsEqual("host:".utf8)
    }
}
