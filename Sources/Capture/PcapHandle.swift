import CPcap
import Glibc
import NetTypes

/// A classic pcap file in libpcap's hands, fed through a stdio stream whose bytes come from a `ByteReader`.
///
/// Unsafe, and why it is safe: `handle` and `buffer` are made in `init` and released in `deinit`, once, in the order
/// that lets libpcap close the stream before its buffer goes; the stream holds a reference to the reader until it is
/// closed; the bytes of a frame belong to libpcap until its next call, and are lent as a `Span` that cannot outlive
/// the closure.
@safe struct PcapHandle: ~Copyable {
    /// Sixty-four times stdio's default: half the CPU time of the whole loop. Small enough for a core's own cache.
    private static let bufferSize = 256 << 10

    private let handle: OpaquePointer
    private let buffer: UnsafeMutableRawPointer
    private let fractionUnit: Int64
    private let linkType: LinkType
    private let largestFrame: Int

    /// Has libpcap read the file header; throws its words when it does not like it.
    init(
        _ reader: ByteReader, _ signature: PcapSignature, _ linkType: LinkType, largestFrame: Int
    ) throws(SavefileDamage) {
        // libpcap cuts frames to the file's snaplen, and programs that write a wrong one exist. Zero means unknown.
        reader.blank(PcapSignature.snaplenRange)
        guard let stream = unsafe Self.stream(reader) else { throw SavefileDamage(reason: "out of memory") }
        let buffer = UnsafeMutableRawPointer.allocate(byteCount: Self.bufferSize, alignment: 16)
        unsafe setvbuf(stream, buffer, _IOFBF, Self.bufferSize)
        var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
        let precision = UInt32(PCAP_TSTAMP_PRECISION_NANO)
        guard let handle = unsafe pcap_fopen_offline_with_tstamp_precision(stream, precision, &message) else {
            unsafe fclose(stream)
            unsafe buffer.deallocate()
            let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw SavefileDamage(reason: String(decoding: text, as: UTF8.self))
        }
        unsafe self.handle = unsafe handle
        unsafe self.buffer = unsafe buffer
        fractionUnit = signature.fractionUnit
        self.linkType = linkType
        self.largestFrame = largestFrame
    }

    deinit {
        unsafe pcap_close(handle)
        unsafe buffer.deallocate()
    }

    /// Lends the next frame; false at the end of the file, and damage when there should be more.
    func withNextFrame(
        number: UInt64, _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(SavefileDamage) -> Bool {
        var record: UnsafeMutablePointer<pcap_pkthdr>?
        var data: UnsafePointer<UInt8>?
        let answer = unsafe pcap_next_ex(handle, &record, &data)
        guard answer == 1, let record = unsafe record?.pointee else {
            if answer == PCAP_ERROR_BREAK { return false }
            throw SavefileDamage(reason: unsafe String(cString: pcap_geterr(handle)))
        }
        guard record.caplen <= largestFrame else {
            throw SavefileDamage(reason: "a frame of \(record.caplen) bytes is too long")
        }
        let bytes = unsafe UnsafeBufferPointer(start: data, count: data == nil ? 0 : Int(record.caplen))
        let header = FrameHeader(
            number: number, timestamp: timestamp(record.ts), wireLength: Int(record.len), linkType: linkType)
        body(header, unsafe bytes.span)
        return true
    }

    /// Both fields of a record are unsigned (draft-ietf-opsawg-pcap, section 5). libpcap widens them with a sign when
    /// the file has this machine's byte order and without one when it has the other; here they mean the same.
    private func timestamp(_ time: timeval) -> Timestamp {
        let seconds = Int64(UInt32(truncatingIfNeeded: time.tv_sec))
        let fraction = Int64(time.tv_usec)
        let wrapped = fraction < 0 ? fraction + fractionUnit << 32 : fraction
        return Timestamp(seconds: seconds, nanoseconds: wrapped)
    }

    private static func stream(_ reader: ByteReader) -> UnsafeMutablePointer<FILE>? {
        var functions = cookie_io_functions_t()
        unsafe functions.read = { cookie, bytes, count in
            guard let cookie = unsafe cookie else { return -1 }
            let reader = unsafe Unmanaged<ByteReader>.fromOpaque(cookie).takeUnretainedValue()
            return unsafe reader.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: count))
        }
        unsafe functions.close = { cookie in
            if let cookie = unsafe cookie { unsafe Unmanaged<ByteReader>.fromOpaque(cookie).release() }
            return 0
        }
        let cookie = unsafe Unmanaged.passRetained(reader)
        let stream = unsafe fopencookie(cookie.toOpaque(), "r", functions)
        if unsafe stream == nil { unsafe cookie.release() }
        return unsafe stream
    }
}
