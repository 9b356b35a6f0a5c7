import FuzzSupport
import NetTypes
import TestSupport

/// Takes one object, which libarchive opens and libmagic names: a byte that chooses an archive whose edits follow (0
/// has the rest for the object), and three for limits.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArchive(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    let choice = Int(input.byte()) % (samples.count + 1)
    var driver = ApplicationDriver(.http, &input)
    driver.answer(choice == 0 ? input.take(.max) : input.edited(samples[choice - 1]))
    return 0
}

private let samples: [[UInt8]] = {
    let tar = ArchiveSamples.tar("one.txt", ArchiveSamples.one)
    return [
        zip(streams: false).bytes, zip(streams: true).bytes, zip(streams: true).locals,
        ArchiveSamples.sevenZip, ArchiveSamples.rar5, ArchiveSamples.cabinet, tar,
        Compressed.gzip(tar, name: "one.tar"), ArchiveSamples.bzip2, ArchiveSamples.xz,
        ArchiveSamples.zstd, ArchiveSamples.compress, Compressed.gzip(zip(streams: false).bytes),
    ]
}()

private func zip(streams: Bool) -> ZipBytes {
    var zip = ZipBytes()
    zip.add("one.txt", ArchiveSamples.one, streams: streams)
    zip.add("dir/two.txt", ArchiveSamples.two, deflates: false, streams: streams)
    zip.add("three.gz", Compressed.gzip(ArchiveSamples.one), streams: streams)
    return zip
}
