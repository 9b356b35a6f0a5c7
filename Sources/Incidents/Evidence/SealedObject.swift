import CSodium
import NetTypes

/// Bytes that only the holder of a secret key can read, by libsodium: every call of it is in this file.
///
/// A sealed object is the eight bytes `HDSEAL1` and newline; a sealed box (crypto_box_seal, 80 bytes) with a random key
/// of 32 bytes; the 24 bytes of a secretstream header (crypto_secretstream_xchacha20poly1305); and then pieces of
/// 65,536 bytes, each 17 bytes longer when sealed, of which the last, shorter or empty, has the tag FINAL. One format
/// for small and large objects alike, so that there is one way to open them. Nothing in it is ours but the order.
@safe
public enum SealedObject {
    /// What its file name ends with.
    public static let suffix = ".sealed"

    private static let magic = Array("HDSEAL1\n".utf8)
    private static let piece = 1 << 16
    private static let streamKey = 32
    private static let boxed = streamKey + 48
    private static let header = 24
    private static let overhead = 17

    /// Seals bytes, and gives the result away in pieces.
    static func seal(
        _ content: [UInt8], for key: EvidenceKey, _ write: ([UInt8]) throws(EvidenceError) -> Void
    ) throws(EvidenceError) {
        try start()
        var secret = [UInt8](repeating: 0, count: streamKey)
        // Safe: each call is lent arrays of the lengths that libsodium names for it, and keeps none of them.
        unsafe crypto_secretstream_xchacha20poly1305_keygen(&secret)
        defer { unsafe sodium_memzero(&secret, secret.count) }
        var box = [UInt8](repeating: 0, count: boxed)
        guard unsafe crypto_box_seal(&box, secret, UInt64(secret.count), key.bytes) == 0 else {
            throw .engine("libsodium: crypto_box_seal")
        }
        var state = crypto_secretstream_xchacha20poly1305_state()
        var head = [UInt8](repeating: 0, count: header)
        _ = unsafe crypto_secretstream_xchacha20poly1305_init_push(&state, &head, secret)
        try write(magic + box + head)
        var start = 0
        while true {
            let end = min(start + piece, content.count)
            let isLast = end - start < piece
            let part = Array(content[start..<end])
            var sealed = [UInt8](repeating: 0, count: part.count + overhead)
            let tag =
                isLast
                ? crypto_secretstream_xchacha20poly1305_tag_final()
                : crypto_secretstream_xchacha20poly1305_tag_message()
            _ = unsafe crypto_secretstream_xchacha20poly1305_push(
                &state, &sealed, nil, part, UInt64(part.count), nil, 0, tag)
            try write(sealed)
            if isLast { return }
            start = end
        }
    }

    /// The bytes that were sealed. Throws `notOpened` for another key, and for anything that was changed, cut or
    /// added.
    public static func open(
        _ sealed: [UInt8], with key: EvidenceSecretKey
    ) throws(EvidenceError) -> [UInt8] {
        try start()
        let begin = magic.count + boxed + header
        guard sealed.count >= begin + overhead, sealed.starts(with: magic) else { throw .notOpened }
        let box = Array(sealed[magic.count..<(magic.count + boxed)])
        let head = Array(sealed[(magic.count + boxed)..<begin])
        var secret = [UInt8](repeating: 0, count: streamKey)
        defer { unsafe sodium_memzero(&secret, secret.count) }
        var state = crypto_secretstream_xchacha20poly1305_state()
        // Safe: as above; the lengths were compared before.
        guard
            unsafe crypto_box_seal_open(
                &secret, box, UInt64(box.count), key.publicKey.bytes, key.bytes) == 0,
            unsafe crypto_secretstream_xchacha20poly1305_init_pull(&state, head, secret) == 0
        else { throw .notOpened }
        var content: [UInt8] = []
        content.reserveCapacity(sealed.count - begin)
        var start = begin
        while true {
            let end = min(start + piece + overhead, sealed.count)
            guard end - start >= overhead else { throw .notOpened }
            let part = Array(sealed[start..<end])
            // One byte more than nothing, since an empty array need not have an address.
            var plain = [UInt8](repeating: 0, count: part.count - overhead + 1)
            var tag: UInt8 = 0
            guard
                unsafe crypto_secretstream_xchacha20poly1305_pull(
                    &state, &plain, nil, &tag, part, UInt64(part.count), nil, 0) == 0
            else { throw .notOpened }
            content += plain.dropLast()
            start = end
            let isLast = tag == crypto_secretstream_xchacha20poly1305_tag_final()
            guard isLast == (start == sealed.count) else { throw .notOpened }
            if isLast { return content }
        }
    }

    /// A new pair of keys.
    static func makeKey() throws(EvidenceError) -> EvidenceSecretKey {
        try start()
        var one = [UInt8](repeating: 0, count: EvidenceKey.length)
        var other = one
        guard unsafe crypto_box_keypair(&one, &other) == 0 else {
            throw .engine("libsodium: crypto_box_keypair")
        }
        return EvidenceSecretKey(other, EvidenceKey(one))
    }

    /// The public half that belongs to a secret one of 32 bytes; nil when there is none.
    static func publicKey(of secret: [UInt8]) -> EvidenceKey? {
        var bytes = [UInt8](repeating: 0, count: EvidenceKey.length)
        guard secret.count == EvidenceKey.length, sodium_init() >= 0,
            unsafe crypto_scalarmult_base(&bytes, secret) == 0
        else { return nil }
        return EvidenceKey(bytes)
    }

    /// libsodium's version.
    static var version: String {
        // libsodium owns the text, which lives as long as the process; it is copied here.
        unsafe sodium_version_string().map { unsafe String(cString: $0) } ?? ""
    }

    private static func start() throws(EvidenceError) {
        // It may be called as often as one likes, by any thread; 1 means that it had been.
        guard sodium_init() >= 0 else { throw .engine("libsodium does not start") }
    }
}
