import NetTypes
import Testing

@testable import Incidents

/// Sealed objects open with the right key, whole and unchanged, or not at all.
@Suite struct SealedObjectTests {
    private func seal(_ content: [UInt8], _ key: EvidenceKey) throws -> [UInt8] {
        var sealed: [UInt8] = []
        try SealedObject.seal(content, for: key) { sealed += $0 }
        return sealed
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
    func `what was sealed opens`(size: Int) throws {
        let key = try EvidenceSecretKey.generate()
        let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 3) }
        let sealed = try seal(content, key.publicKey)
        #expect(sealed.count == 8 + 80 + 24 + size + 17 * (size / 65_536 + 1))
        #expect(try SealedObject.open(sealed, with: key) == content)
    }

    @Test func `another key, a flipped byte, a cut and an addition are refused`() throws {
        let key = try EvidenceSecretKey.generate()
        let content = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
        let sealed = try seal(content, key.publicKey)
        func refuses(_ bytes: [UInt8], _ key: EvidenceSecretKey) -> Bool {
            (try? SealedObject.open(bytes, with: key)) == nil
        }
        #expect(refuses(sealed, try EvidenceSecretKey.generate()))
        for place in Array(0..<200) + Array(stride(from: 200, to: sealed.count, by: 997)) + [sealed.count - 1]
        {
            var changed = sealed
            changed[place] ^= 0x10
            #expect(refuses(changed, key), "at \(place)")
        }
        for count in [0, 7, 8, 111, 112, 128, 129, 112 + 65_553, sealed.count - 1] {
            #expect(refuses(Array(sealed.prefix(count)), key), "of \(count)")
        }
        #expect(refuses(sealed + [0], key))
        #expect(refuses(sealed + sealed.suffix(4481), key))
        // Two pieces that changed places.
        let whole = try seal((0..<196_608).map { UInt8(truncatingIfNeeded: $0 / 7) }, key.publicKey)
        let one = [UInt8](whole[112..<65_665])
        let other = [UInt8](whole[65_665..<131_218])
        var exchanged = [UInt8](whole[..<112])
        exchanged += other
        exchanged += one
        exchanged += whole[131_218...]
        #expect(exchanged.count == whole.count)
        #expect(refuses(exchanged, key))
    }

    @Test func `the same bytes are sealed differently each time`() throws {
        let key = try EvidenceSecretKey.generate().publicKey
        #expect(try seal([1, 2, 3], key) != seal([1, 2, 3], key))
    }

    @Test func `keys are read from their files, each half only where it belongs`() throws {
        let key = try EvidenceSecretKey.generate()
        #expect(EvidenceSecretKey(text: key.text) == key)
        #expect(EvidenceKey(text: key.publicKey.text) == key.publicKey)
        #expect(EvidenceKey(text: key.text) == nil)
        #expect(EvidenceSecretKey(text: key.publicKey.text) == nil)
        let digits = key.publicKey.name
        for text in [
            "", "haidang evidence public key", digits, "haidang evidence public key\n" + digits.dropLast(),
            "haidang evidence public key\n" + digits.dropLast() + "g",
            "haidang evidence public key\n" + digits + "0", "\u{0}\n" + digits,
        ] {
            #expect(EvidenceKey(text: text) == nil, "\(text)")
        }
    }

    @Test func `an object of a case opens with the team's key`() throws {
        let scene = try CaseScene()
        let key = try EvidenceSecretKey.generate()
        let summary = try scene.export(CaseScene.evidence, CaseScene.context(.sealed(key.publicKey)))
        #expect(summary.manifest.key == key.publicKey.name)
        let names = CaseScene.objects.map { Digest.of($0.span).hexadecimal }
        for (sha256, object) in zip(names, CaseScene.objects) {
            #expect(try CaseObject.open(sha256, in: summary.path, with: key) == object)
        }
        for name in ["../manifest", "", String(repeating: "0", count: 64), "\n"] {
            #expect(throws: EvidenceError.noSuchObject(sha256: name)) {
                try CaseObject.open(name, in: summary.path, with: key)
            }
        }
        let other = try EvidenceSecretKey.generate()
        #expect(throws: EvidenceError.notOpened) {
            try CaseObject.open(names[0], in: summary.path, with: other)
        }
    }
}
