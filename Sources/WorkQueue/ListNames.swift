/// What the streams and subjects of one work list are called: nothing of two lists is ever called the same.
///
/// Four streams, because each is kept in another way: items until a taker is done with them, parts of results until the
/// leader has them, one record of each finished item until the end, and the claim of the leader until it expires.
struct ListNames: Sendable {
    /// The name of the list.
    let list: String

    var work: String { "haidang_\(list)_work" }
    var parts: String { "haidang_\(list)_parts" }
    var records: String { "haidang_\(list)_records" }
    var claim: String { "haidang_\(list)_claim" }
    /// The one consumer of the stream of items, which all takers share.
    let takers = "takers"

    func workSubject(_ id: String) -> String { "haidang.\(list).work.\(id)" }
    func recordSubject(_ id: String) -> String { "haidang.\(list).records.\(id)" }
    func partSubject(_ id: String, _ attempt: String) -> String { "haidang.\(list).parts.\(id).\(attempt)" }
    var claimSubject: String { "haidang.\(list).claim" }

    /// The id in the subject of an item.
    static func id(ofSubject subject: String) -> String {
        subject.split(separator: ".").last.map(String.init) ?? ""
    }

    /// True for 1 to 64 small letters and digits.
    static func isID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
    }
}
