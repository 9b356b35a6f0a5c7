/// What the name of a savefile says of its place among those that one sensor has written one after another.
///
/// Capture programs rotate their files by counters and times in the name: `eth0_00017_20261128013000.pcapng`,
/// `eth0-2026-11-28T01:30:00Z.pcap.gz`, `night.pcap17`, `log.pcap.1795828200`. Names that differ in nothing but numbers which
/// stand alone are of one series; a number that is part of a word (`eth0`, `http2`) is part of the name.
public struct RotationName: Hashable, Sendable {
    /// Folder and name, with a `#` in the place of each number, without the suffix of a compression.
    public let series: String
    /// The numbers, in the order in which they stand in the name.
    public let numbers: [UInt64]

    private static let separators = Set("-_.:,+ ()[]@~".utf8)
    /// Digits of a number at most: more are part of the name, and no number that fits.
    private static let longest = 19

    /// Takes a path apart.
    public init(path: String) {
        let bytes = Array(path.utf8)
        let start = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
        let name = Array(
            SavefileName.withoutCompression(String(decoding: bytes[start...], as: UTF8.self)).utf8)
        var series = Array(bytes[..<start])
        var numbers: [UInt64] = []
        var place = 0
        while place < name.count {
            guard Self.isDigit(name[place]) else {
                series.append(name[place])
                place += 1
                continue
            }
            let end = name[place...].firstIndex { !Self.isDigit($0) } ?? name.count
            let number = UInt64(String(decoding: name[place..<end], as: UTF8.self))
            if let number, Self.isBehindSuffix(place..<end, in: name) {
                // The first file of `night.pcap17` is often just `night.pcap`.
                numbers.append(number)
                if series.last == UInt8(ascii: ".") { series.removeLast() }
            } else if let number, Self.isAlone(place..<end, in: name) {
                numbers.append(number)
                series.append(UInt8(ascii: "#"))
            } else {
                series += name[place..<end]
            }
            place = end
        }
        self.series = String(decoding: series, as: UTF8.self)
        self.numbers = numbers
    }

    /// Whether digits end the name, behind the suffix of a savefile.
    private static func isBehindSuffix(_ digits: Range<Int>, in name: [UInt8]) -> Bool {
        digits.upperBound == name.count && digits.count <= longest
            && SavefileName.hasSuffix(String(decoding: name[..<digits.lowerBound], as: UTF8.self))
    }

    /// Whether digits stand alone: between separators, or within a time (`20261128T013000Z`).
    private static func isAlone(_ digits: Range<Int>, in name: [UInt8]) -> Bool {
        guard digits.count <= longest else { return false }
        let before = digits.lowerBound == 0 ? nil : name[digits.lowerBound - 1]
        let after = digits.upperBound == name.count ? nil : name[digits.upperBound]
        return isBorder(before) { digits.lowerBound >= 2 && isDigit(name[digits.lowerBound - 2]) }
            && isBorder(after) {
                digits.upperBound + 1 >= name.count || !isLetter(name[digits.upperBound + 1])
            }
    }

    /// Whether a number may end at a byte; at the `T` and `Z` of a time only where `isTime` holds.
    private static func isBorder(_ byte: UInt8?, isTime: () -> Bool) -> Bool {
        guard let byte else { return true }
        if separators.contains(byte) { return true }
        return "TtZz".utf8.contains(byte) && isTime()
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
