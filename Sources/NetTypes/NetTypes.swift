// NetTypes is the cellar of the house: the values every room shares, and nothing else. It knows no protocol
// parser, no thread, no file and no clock. Whatever climbs the staircase from the data plane to the control
// plane is a `Finding`, declared here, so that neither floor has to import the other.
//
// Bytes are never stored in these types, with two named exceptions: the few bytes of evidence in
// `StringMatch`, and digests. A frame's bytes travel beside its `FrameHeader` as a `Span<UInt8>`.
