import Testing

@testable import Incidents

@Suite struct NamedUUIDTests {
    @Test func `it is that of the example of RFC 9562`() {
        #expect(
            NamedUUID(in: .domainNames, "www.example.com".utf8).description
                == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    }

    @Test func `a letter that moves to the next part gives another`() {
        #expect(NamedUUID("ab", "c") != NamedUUID("a", "bc"))
        #expect(NamedUUID("ab", "c") == NamedUUID("ab", "c"))
    }

    @Test func `version and variant are set whatever the digest is`() {
        for number in 0..<200 {
            let text = Array(NamedUUID("\(number)").description)
            #expect(text.count == 36)
            #expect(text[14] == "5")
            #expect("89ab".contains(text[19]))
        }
    }
}
