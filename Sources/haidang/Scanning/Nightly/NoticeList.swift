/// What was odd about the files of folders: the first of each kind with its words, the rest counted.
struct NoticeList {
    /// The most of each kind that are told.
    static let most = 5

    /// Those that are told.
    private(set) var told: [UnitNotice] = []
    /// Files that are missing by the numbers in the names.
    private(set) var missing: UInt64 = 0
    /// Those that are not told, by kind.
    private(set) var more: [UnitNotice.Kind: Int] = [:]

    /// Adds one.
    mutating func add(_ notice: UnitNotice) {
        if case .missing(let count, _, _) = notice { missing += count }
        if told.count(where: { $0.kind == notice.kind }) < Self.most {
            told.append(notice)
        } else {
            more[notice.kind, default: 0] += 1
        }
    }
}
