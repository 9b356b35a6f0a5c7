/// A header field (RFC 9110 section 5).
struct HTTPField: Equatable {
    /// The name in lower case.
    var name: String
    /// The value without white space around it; repeated fields are joined with commas.
    var value: [UInt8]
}
