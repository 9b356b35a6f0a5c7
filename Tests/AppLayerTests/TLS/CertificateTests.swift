import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite struct CertificateTests {
    @Test func namesOfEveryKind() {
        let long = [0x20, 1, 0xd, 0xb8] + [UInt8](repeating: 0, count: 11) + [1]
        let bytes = TLSBytes.certificate(names: [
            (0x82, Array("*.example.vn".utf8)), (0x81, Array("a@b.vn".utf8)), (0x87, [192, 0, 2, 1]),
            (0x87, long), (0x86, Array("urn:x".utf8)), (0x88, [42, 3]),
        ])
        let certificate = Certificate(bytes[...])
        #expect(certificate.isWhole)
        #expect(
            certificate.alternativeNames == ["*.example.vn", "a@b.vn", "192.0.2.1", "2001:db8::1", "urn:x"])
        #expect(certificate.sha256 == Digest.of(bytes.span))
    }

    @Test func stringsOfEveryKind() {
        let name = TLSBytes.name([
            (10, 0x1e, [0x1e, 0xa1, 0, 0x41]), (11, 0x14, [0xe9]), (7, 0x1c, [0, 1, 0xf6, 0]),
            (99, 0x0c, [0x78]),
            (3, 0x16, [0xff]),
        ])
        let certificate = Certificate(TLSBytes.certificate(subject: name)[...])
        #expect(certificate.subject == "O=\u{1ea1}A, OU=é, L=\u{1f600}, 2.5.4.99=x, CN=\u{fffd}")
    }

    @Test func objectIdentifiers() {
        #expect(DistinguishedName.dotted([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]) == "1.2.840.113549")
        #expect(DistinguishedName.dotted([0x88, 0x37]) == "2.999")
        #expect(DistinguishedName.dotted([UInt8](repeating: 0xff, count: 64)[...]) == "")
        #expect(DistinguishedName.dotted([]) == "")
    }

    @Test func timesThatAreNone() {
        for text in ["2001010000Z", "200101000000+0100", "20010100000xZ", ""] {
            let certificate = Certificate(
                TLSBytes.certificate(from: TLSBytes.der(0x17, Array(text.utf8)))[...])
            #expect(certificate.notBefore == nil)
            #expect(!certificate.isWhole)
        }
        let old = Certificate(
            TLSBytes.certificate(from: TLSBytes.der(0x17, Array("990101000000Z".utf8)))[...])
        #expect(old.notBefore == "1999-01-01T00:00:00")
    }

    @Test func limits() {
        let names = (0..<300).map { (UInt8(0x82), Array("n\($0)".utf8)) }
        let many = Certificate(TLSBytes.certificate(names: names)[...])
        #expect(many.alternativeNames.count == Certificate.mostNames)
        #expect(!many.isWhole)
        let large = Certificate(TLSBytes.certificate(padding: Certificate.largest)[...])
        #expect(large.subject == nil)
        #expect(!large.isWhole)
        #expect(large.sha1.count == 20)
        let attributes = [(UInt8, UInt8, [UInt8])](repeating: (11, 0x0c, [0x61]), count: 65)
        #expect(Certificate(TLSBytes.certificate(subject: TLSBytes.name(attributes))[...]).subject == nil)
        let chain = [[UInt8]](repeating: TLSBytes.certificate(), count: 17)
        let long = Certificate.chain(TLSBytes.certificates(chain)[...])
        #expect(long.chain.count == Certificate.longestChain)
        #expect(!long.isWhole)
        #expect(Certificate.chain(TLSBytes.certificates(Array(chain.prefix(16)))[...]).isWhole)
    }

    @Test func nestingIsLimited() {
        var deep: [UInt8] = []
        for _ in 0..<2000 { deep = TLSBytes.der(0x30, deep) }
        #expect(!Certificate(deep[...]).isWhole)
    }

    @Test func cutsAndGarbageDoNoHarm() {
        let good = TLSBytes.certificate(names: [(0x82, Array("a.example".utf8)), (0x87, [1, 2, 3, 4])])
        #expect(Certificate(good[...]).isWhole)
        for length in 0..<good.count { #expect(!Certificate(good.prefix(length)).isWhole) }
        var random = SeededGenerator(seed: 12)
        var broken = 0
        for _ in 0..<3000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            if !Certificate(bytes[...]).isWhole { broken += 1 }
        }
        #expect(broken > 300)
    }
}
