import Foundation

extension LedgerPath {
    /// As it is kept.
    var data: Data { Data(bytes) }

    /// From how it was kept.
    init(_ data: Data) {
        self.init(bytes: Array(data))
    }

    /// Several of them, each with a zero behind it: the one byte that no name has.
    static func joined(_ paths: [LedgerPath]) -> Data {
        Data(paths.flatMap { $0.bytes + [0] })
    }

    /// What was joined.
    static func split(_ data: Data) -> [LedgerPath] {
        data.split(separator: 0, omittingEmptySubsequences: false).dropLast().map { LedgerPath(Data($0)) }
    }
}
