/// One direction of ONC RPC over TCP: records, each in one fragment or several (RFC 5531 section 11).
struct NFSRecord {
    /// The head of a fragment, as far as it came.
    var mark: [UInt8] = []
    /// Bytes of the fragment at hand that are still to come.
    var missing = 0
    /// True when the fragment at hand is the last of its record.
    var isLast = false
    /// Bytes of the record so far, by the lengths of its fragments.
    var length = 0
    /// Fragments of the record so far.
    var fragments = 0
    /// The first bytes of the record, as long as they are needed.
    var head: [UInt8] = []
    /// What is done with the bytes of the record.
    var state = State.head

    /// Bytes of one record. Servers and clients agree on a mebibyte at most for a READ or WRITE.
    static let longest = 4 << 20
    /// Fragments of one record. Nobody sends more than one; each costs work of its own.
    static let mostFragments = 1024

    enum State {
        /// They are kept, up to `NFSSession.headBytes`.
        case head
        /// They are kept, up to the configured length.
        case whole
        /// They are data, which goes to a file.
        case data(NFSTransfer)
        /// They are passed over.
        case skip
        /// Nobody knows any more where records begin.
        case lost
    }
}
