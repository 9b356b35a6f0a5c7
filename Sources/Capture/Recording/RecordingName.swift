import NetTypes

/// The name of a recorded file: `haidang-20261124T081530Z-000000001.pcapng`, with `.gz` after it when compressed.
///
/// The time is that of the first frame, in UTC; the number rises with every file of the folder, so that names sort
/// in the order of capture. Only files with such names, letter by letter, are ever removed.
struct RecordingName: Equatable {
    /// What the name of an index has after that of its file.
    static let indexSuffix = ".index"
    /// What an index is called while it is written.
    static let partSuffix = ".index.part"
    /// The largest number that a name can have; 1 follows it.
    static let largestNumber: UInt64 = 999_999_999

    private static let prefix = "haidang-"
    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    /// The whole name.
    let text: String
    /// The number in it, from 0 to `largestNumber`.
    let number: UInt64

    /// The name of a file that begins at a point in time.
    init(_ time: Timestamp, number: UInt64, _ compression: RecordingConfiguration.Compression) {
        // `2026-11-24T08:15:30.000123+0000` without its punctuation and without what follows the seconds.
        let stamp = time.description.utf8.prefix(19).filter {
            $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":")
        }
        let plain = String(number)
        let padded = String(repeating: "0", count: max(0, 9 - plain.utf8.count)) + plain
        let suffix = compression == .gzip ? ".pcapng.gz" : ".pcapng"
        text = "\(Self.prefix)\(String(decoding: stamp, as: UTF8.self))Z-\(padded)\(suffix)"
        self.number = number
    }

    /// A name that was found in a folder; nil when we cannot have given it.
    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        func take(_ literal: String) -> Bool {
            guard rest.starts(with: literal.utf8) else { return false }
            rest = rest.dropFirst(literal.utf8.count)
            return true
        }
        func take(digits count: Int) -> UInt64? {
            let some = rest.prefix(count)
            guard some.count == count, some.allSatisfy(Self.digits.contains) else { return nil }
            rest = rest.dropFirst(count)
            return some.reduce(0) { $0 * 10 + UInt64($1 - Self.digits.lowerBound) }
        }
        guard take(Self.prefix), take(digits: 8) != nil, take("T"), take(digits: 6) != nil, take("Z-"),
            let number = take(digits: 9), take(".pcapng"), rest.isEmpty || take(".gz") && rest.isEmpty
        else { return nil }
        self.text = text
        self.number = number
    }

    /// The name of its index.
    var index: String { text + Self.indexSuffix }
    /// What its index is called while it is written.
    var part: String { text + Self.partSuffix }

    /// The number of the file after this one.
    static func number(after number: UInt64) -> UInt64 {
        number >= largestNumber ? 1 : number + 1
    }
}
