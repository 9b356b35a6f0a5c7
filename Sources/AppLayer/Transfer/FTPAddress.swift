import NetTypes

/// The ends of data connections as commands and replies name them.
enum FTPAddress {
    /// The end in a PORT command or a reply to PASV: the first six numbers with commas between them, wherever they
    /// are (RFC 959 section 4.1.2, RFC 1123 section 4.1.2.6); nil when there are none, or the port is 0.
    static func port(_ text: [UInt8]) -> Endpoint? {
        var index = 0
        while index < text.count {
            guard isDigit(text[index]) else {
                index += 1
                continue
            }
            if let numbers = six(text[index...]) {
                let address = numbers[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                let port = UInt16(numbers[4]) << 8 | UInt16(numbers[5])
                return port == 0 ? nil : Endpoint(address: IPAddress(ipv4: address), port: port)
            }
            // A number is looked at once; what follows it may begin six others.
            while index < text.count, isDigit(text[index]) { index += 1 }
        }
        return nil
    }

    /// The end in an EPRT command: `|1|132.235.1.2|6275|` (RFC 2428 section 2).
    static func extendedPort(_ text: [UInt8]) -> Endpoint? {
        guard let delimiter = text.first, isDelimiter(delimiter) else { return nil }
        let parts = text.split(separator: delimiter, maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[4].isEmpty, parts[2].count <= longestAddress,
            let address = IPAddress(String(decoding: parts[2], as: UTF8.self)), let port = number(parts[3]),
            parts[1].elementsEqual([address.isIPv6 ? 0x32 : 0x31])
        else { return nil }
        return Endpoint(address: address, port: port)
    }

    /// The port in a reply to EPSV: `(|||6446|)` (RFC 2428 section 3).
    static func extendedPassivePort(_ text: [UInt8]) -> UInt16? {
        guard let open = text.firstIndex(of: 0x28), open + 1 < text.count, isDelimiter(text[open + 1]) else {
            return nil
        }
        let parts = text[(open + 2)...].split(
            separator: text[open + 1], maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].first == 0x29 else { return nil }
        return number(parts[2])
    }

    /// Bytes of the longest text of an IPv6 address.
    private static let longestAddress = 45

    private static func six(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var numbers: [UInt8] = []
        var index = text.startIndex
        while numbers.count < 6 {
            let digits = text[index...].prefix(4).prefix(while: isDigit)
            guard let number = UInt8(String(decoding: digits, as: UTF8.self)) else { return nil }
            numbers.append(number)
            index += digits.count
            guard numbers.count < 6 else { break }
            guard index < text.endIndex, text[index] == 0x2c else { return nil }
            index += 1
        }
        return numbers
    }

    /// A port that is not 0.
    private static func number(_ digits: ArraySlice<UInt8>) -> UInt16? {
        guard digits.count <= 5, digits.allSatisfy(isDigit),
            let port = UInt16(String(decoding: digits, as: UTF8.self)), port != 0
        else { return nil }
        return port
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isDelimiter(_ byte: UInt8) -> Bool { (33...126).contains(byte) && !isDigit(byte) }
}
