import Testing

@Suite("The house")
struct HouseTests {
    /// Each of these rules is shown to be able to fail by the suite that bears its name.
    @Test("A house without a fault is left alone")
    func sound() {
        let tree = Tree(Tree.sound)
        #expect(ImportRules.violations(in: tree) == [])
        #expect(SizeRules.violations(in: tree) == [])
        #expect(NameRules.violations(in: tree) == [])
        #expect(UnsafeRules.violations(in: tree) == [])
        #expect(WordRules.violations(in: tree) == [])
        #expect(DocumentRules.violations(in: tree) == [])
        #expect(YaraRules.violations(in: tree) == [])
        #expect(CaptureRules.violations(in: tree) == [])
    }

    @Test("Rooms import what the table and the manifest say, and nothing goes in a circle")
    func imports() {
        #expect(ImportRules.violations(in: .house) == [])
    }

    @Test("Files and functions are small enough to see")
    func sizes() {
        #expect(SizeRules.violations(in: .house) == [])
    }

    @Test("A file is named for the one type it declares")
    func names() {
        #expect(NameRules.violations(in: .house) == [])
    }

    @Test("Raw memory is named only at the listed addresses")
    func unsafeAddresses() {
        #expect(UnsafeRules.violations(in: .house) == [])
    }

    @Test("No clock, lock or output on the ground floor; no trap, unfinished note or machine's path anywhere")
    func words() {
        #expect(WordRules.violations(in: .house) == [])
    }

    @Test("Documents have one title and live links, and the top level is as it was laid out")
    func documents() {
        #expect(DocumentRules.violations(in: .house) == [])
    }

    @Test("Every shipped rule has its metadata and the captures that prove it")
    func rules() {
        #expect(YaraRules.violations(in: .house) == [])
    }

    @Test("Every capture says what is in it and what must be found")
    func captures() {
        #expect(CaptureRules.violations(in: .house) == [])
    }
}
