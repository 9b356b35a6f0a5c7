/// A named value of a record, by the name that the event log has for it.
public struct RecordField: Equatable, Sendable {
    /// The name: that of the public EVE schema where it has one.
    public var name: String
    /// What it is.
    public var value: RecordValue

    /// A field from its parts.
    public init(_ name: String, _ value: RecordValue) {
        self.name = name
        self.value = value
    }

    /// A field that is text.
    public init(_ name: String, _ text: String) {
        self.init(name, .text(text))
    }

    /// A field that is text from traffic: bytes that are not UTF-8 become replacement characters, and no more than
    /// `RecordValue.longestText` bytes are kept.
    public init(_ name: String, bytes: some Collection<UInt8>) {
        self.init(name, .text(String(decoding: bytes.prefix(RecordValue.longestText), as: UTF8.self)))
    }

    /// A field that is a number.
    public init(_ name: String, _ number: some BinaryInteger) {
        self.init(name, .number(Int64(clamping: number)))
    }
}
