// Capture is where frames come from: savefiles and interfaces. A savefile is a `FrameSource`, which lends the
// bytes of one frame at a time; a `LiveInterface` lends those that wait. Errors here belong to the operator's world (no such file, not a
// savefile, disk trouble) and are thrown; a savefile that is damaged in the middle is data, and ends with the
// verdict `partial` after its last whole frame.
//
// How a savefile is read: `ByteReader` takes the bytes from a file, a pipe or standard input, once and in order.
// `FileSignature` looks at the first of them. If they are compressed, a `GzipStream` (zlib), `XzStream` (liblzma) or
// `ArchiveStream` (libarchive, for the others) stands in between and one looks again. Then classic pcap goes to
// `PcapReader` and pcapng to `PcapngReader`, which share the `BlockWindow` that frames are lent from.
//
// How an interface is read: libpcap shares a buffer with the kernel (TPACKET_V3), `LiveHandle` lends frames out of it,
// and `LiveInterface` counts them, over all the sockets that the interface has had.
//
// Raw pointers live in `ByteReader`, `GzipStream`, `XzStream`, `ArchiveStream`, `CaptureLibrary`, `CaptureInterfaces`
// and `LiveHandle`, and nowhere else.
