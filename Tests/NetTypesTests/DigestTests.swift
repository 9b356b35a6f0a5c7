import NetTypes
import Testing

@Suite struct DigestTests {
    // The examples of FIPS 180-4's validation documents.
    private static let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    private static let sha256 = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (long, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ]
    private static let sha1 = [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (long, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
    ]

    @Test("SHA-256 gives the published answers", arguments: sha256)
    func knownSHA256(text: String, expected: String) {
        #expect(Digest.of(Array(text.utf8).span).hexadecimal == expected)
    }

    @Test("SHA-1 gives the published answers", arguments: sha1)
    func knownSHA1(text: String, expected: String) {
        #expect(Digest.of(Array(text.utf8).span, .sha1).hexadecimal == expected)
    }

    @Test("Where the pieces are cut does not matter", arguments: 0...56)
    func pieces(cut: Int) {
        let bytes = Array(Self.long.utf8)
        let digest = Digest(.sha256)
        digest.update(Array(bytes[..<cut]).span)
        digest.update(Array(bytes[cut...]).span)
        #expect(digest.finish().hexadecimal == Self.sha256[2].1)
    }

    @Test func `A finished digest starts again from nothing`() {
        let digest = Digest(.sha256)
        digest.update([1, 2, 3].span)
        _ = digest.finish()
        #expect(digest.finish().hexadecimal == Self.sha256[0].1)
        digest.update(Array("abc".utf8).span)
        #expect(digest.finish().hexadecimal == Self.sha256[1].1)
    }

    @Test func `Hexadecimal is two lower-case digits for every byte`() {
        #expect((UInt8.min...UInt8.max).hexadecimal.count == 512)
        #expect([0, 9, 10, 15, 16, 0xa0, 0xff].hexadecimal == "00090a0f10a0ff")
        #expect([UInt8]().hexadecimal.isEmpty)
    }

    @Test func `Bytes are copied out of a span whole and appended behind what is there`() {
        let bytes: [UInt8] = [1, 2, 3, 4]
        var copy: [UInt8] = [0]
        copy.append(copying: bytes.span.extracting(1..<4))
        #expect(copy == [0, 2, 3, 4])
        #expect([UInt8](copying: bytes.span) == bytes)
        #expect([UInt8](copying: bytes.span.extracting(0..<0)).isEmpty)
    }
}
