import NetTypes
import Rulebook
import Testing

@Suite("Keys as text")
struct KeyTextTests {
    /// The pair of RFC 8410, section 10.
    static let privateText = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----

        """
    static let publicText = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----

        """

    @Test("The keys of RFC 8410 are read, and written as they were")
    func published() throws {
        let key = try #require(KeyText.signingKey(Array(Self.privateText.utf8)))
        #expect(KeyText.text(key) == Self.privateText)
        #expect(KeyText.text(key.verifyingKey) == Self.publicText)
        #expect(KeyText.verifyingKey(Array(Self.publicText.utf8)) == key.verifyingKey)
    }

    @Test("One half is not the other, and what is no key is none")
    func refused() {
        #expect(KeyText.verifyingKey(Array(Self.privateText.utf8)) == nil)
        #expect(KeyText.signingKey(Array(Self.publicText.utf8)) == nil)
        for text in [
            "", "-----BEGIN PUBLIC KEY-----", Self.publicText.replacing("MCow", with: "MCoX"),
            Self.publicText.replacing("ZuE=", with: "Zg=="), Self.publicText.replacing("END", with: "EDN"),
        ] {
            #expect(KeyText.verifyingKey(Array(text.utf8)) == nil)
        }
        #expect(KeyText.verifyingKey([0xff, 0xfe, 0]) == nil)
    }
}
