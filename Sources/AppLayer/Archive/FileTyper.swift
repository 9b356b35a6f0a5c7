import CMagic
import Glibc

/// Tells what an object is from its first bytes, in the words of libmagic.
///
/// One thread uses it: libmagic keeps its answer and its scratch space in the handle. Safe although it owns a raw
/// pointer: the handle is opened and closed here, never leaves, and every text is copied out before the next call.
@safe final class FileTyper {
    /// Bytes of an object that are looked at. 8 KiB: nearly every type is told by its first page, and more text costs
    /// milliseconds an object.
    static let mostBytes = 8 << 10
    /// Bytes of an answer that are kept. 256; beyond this libmagic only lists what a file says of itself.
    static let longestAnswer = 256

    /// What libmagic is not to do: to unpack what is compressed, and to parse all of a text to learn whether it is a
    /// table. `ArchiveOpener` does the former under limits of its own.
    private static let flags = MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_CSV | MAGIC_NO_CHECK_APPTYPE

    private let handle: magic_t?

    /// A typer with the system's database; without one it answers with empty texts.
    init() {
        guard let opened = unsafe magic_open(Self.flags) else {
            unsafe handle = nil
            return
        }
        guard unsafe magic_load(opened, nil) == 0 else {
            unsafe magic_close(opened)
            unsafe handle = nil
            return
        }
        unsafe handle = opened
        // What hostile bytes can make libmagic repeat, well below its defaults.
        unsafe Self.limit(opened, MAGIC_PARAM_INDIR_MAX, 10)
        unsafe Self.limit(opened, MAGIC_PARAM_NAME_MAX, 30)
        unsafe Self.limit(opened, MAGIC_PARAM_ELF_PHNUM_MAX, 64)
        unsafe Self.limit(opened, MAGIC_PARAM_ELF_SHNUM_MAX, 256)
        unsafe Self.limit(opened, MAGIC_PARAM_ELF_NOTES_MAX, 16)
        unsafe Self.limit(opened, MAGIC_PARAM_REGEX_MAX, 2048)
        unsafe Self.limit(opened, MAGIC_PARAM_BYTES_MAX, Self.mostBytes)
        unsafe Self.limit(opened, MAGIC_PARAM_ENCODING_MAX, 4096)
    }

    deinit {
        if let handle = unsafe handle { unsafe magic_close(handle) }
    }

    /// The type in words, such as `PE32 executable (GUI) Intel 80386, for MS Windows`; empty when that cannot be told.
    func type(of bytes: Span<UInt8>) -> String {
        switch TextOpening(bytes) {
        case .unknown: return answer(bytes, Self.flags)
        case .plain: return answer(bytes, Self.flags | MAGIC_NO_CHECK_SOFT)
        case .named(let format):
            let encoding = answer(bytes, Self.flags | MAGIC_NO_CHECK_SOFT)
            return encoding.isEmpty ? format : format + ", " + encoding
        }
    }

    private func answer(_ bytes: Span<UInt8>, _ flags: Int32) -> String {
        guard let handle = unsafe handle, !bytes.isEmpty else { return "" }
        unsafe magic_setflags(handle, flags)
        return unsafe bytes.extracting(first: Self.mostBytes).withUnsafeBytes { raw in
            guard let text = unsafe magic_buffer(handle, raw.baseAddress, raw.count) else { return "" }
            let length = unsafe strnlen(text, Self.longestAnswer)
            return unsafe String(
                decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
        }
    }

    private static func limit(_ handle: magic_t, _ parameter: Int32, _ value: Int) {
        var value = value
        _ = unsafe magic_setparam(handle, parameter, &value)
    }
}
