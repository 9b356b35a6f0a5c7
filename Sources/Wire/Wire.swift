// Wire turns the bytes of one frame into a `Packet`: link layer, tags and labels, tunnels, IP, transport.
// It is pure and total: any byte sequence gives a packet or a counted anomaly, never a trap, and it keeps
// no state between frames. It hands back numbers and offsets; the bytes stay with the caller, who passes
// them beside the packet as a `Span<UInt8>`. Nothing here is unsafe code.
//
// It refuses to put anything together: fragments and segments are Flow's business.
