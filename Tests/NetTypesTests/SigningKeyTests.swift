import NetTypes
import Testing

@Suite("Ed25519 signatures")
struct SigningKeyTests {
    /// Tests 1 to 3 of RFC 8032, section 7.1: private key, public key, message, signature.
    static let published = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ]

    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.utf8.count, by: 2).compactMap { offset in
            UInt8(hexadecimal.dropFirst(offset).prefix(2), radix: 16)
        }
    }

    @Test("Keys and signatures are those of RFC 8032", arguments: published)
    func answers(secret: String, half: String, message: String, signature: String) throws {
        let key = try #require(SigningKey(Self.bytes(secret)))
        #expect(key.verifyingKey.bytes == Self.bytes(half))
        #expect(key.sign(Self.bytes(message)) == Self.bytes(signature))
        #expect(key.verifyingKey.verifies(Self.bytes(signature), of: Self.bytes(message)))
    }

    @Test("A signature is good for one message and one key only, whichever bit is changed")
    func changes() throws {
        let key = try #require(SigningKey.generate())
        let other = try #require(SigningKey.generate())
        #expect(key.bytes != other.bytes)
        let message = Array("rules of the house".utf8)
        let signature = try #require(key.sign(message))
        #expect(key.verifyingKey.verifies(signature, of: message))
        #expect(!other.verifyingKey.verifies(signature, of: message))
        for index in signature.indices {
            var changed = signature
            changed[index] ^= 1
            #expect(!key.verifyingKey.verifies(changed, of: message))
        }
        #expect(!key.verifyingKey.verifies(signature, of: message + [0]))
        #expect(!key.verifyingKey.verifies(Array(signature.dropLast()), of: message))
        #expect(!key.verifyingKey.verifies([], of: message))
    }

    @Test("Bytes that are no key are none", arguments: [0, 31, 33, 64])
    func lengths(count: Int) {
        #expect(SigningKey([UInt8](repeating: 1, count: count)) == nil)
        #expect(VerifyingKey([UInt8](repeating: 1, count: count)) == nil)
    }
}
