// Capture is where frames come from: savefiles now, interfaces later. Every source is a `FrameSource`, which
// lends the bytes of one frame at a time. Errors here belong to the operator's world (no such file, not a
// savefile, disk trouble) and are thrown; a savefile that is damaged in the middle is data, and ends with the
// verdict `partial` after its last whole frame.
//
// How a savefile is read: `ByteReader` takes the bytes from a file, a pipe or standard input, once and in order.
// `FileSignature` looks at the first of them. If they are compressed, a `GzipStream` (zlib), `XzStream` (liblzma) or
// `ArchiveStream` (libarchive, for the others) stands in between and one looks again. Then classic pcap goes to
// `PcapReader` and pcapng to `PcapngReader`, which share the `BlockWindow` that frames are lent from.
//
// Raw pointers live in `ByteReader`, `GzipStream`, `XzStream` and `ArchiveStream`, and nowhere else.
