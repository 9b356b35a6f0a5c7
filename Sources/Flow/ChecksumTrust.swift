/// How far a packet is believed after a look at its checksum.
enum ChecksumTrust {
    /// It is right, or wrong for a reason that is no fault of the packet, or nobody asked.
    case full
    /// It is wrong, and its sender's had been right: only the receiver's acknowledgement can vouch for it.
    case doubtful
    /// It is wrong, and the policy is strict.
    case none
}
