import Testing

@Suite("Rules about documents")
struct DocumentRulesTests {
    static let faults = [
        Fault("docs/A.md", "# A\n\n# B\n", "docs/A.md has 2 titles"),
        Fault("docs/A.md", "## A\n", "docs/A.md has 0 titles"),
        Fault("docs/A.md", "text\n# A\n", "docs/A.md does not begin with its title"),
        Fault(
            "docs/A.md", "# A\n[b](../docs/B.md#c)\n", "docs/A.md links to ../docs/B.md, which does not exist"
        ),
        Fault("scripts/a.sh", "", "scripts does not belong at the top level"),
    ]

    @Test(
        "A page without its one title, a dead link, a stranger at the top level are seen",
        arguments: faults)
    func complains(fault: Fault) {
        #expect(DocumentRules.violations(in: fault.tree) == [fault.complaint])
    }

    @Test("A title in a code block, a link to a folder or to the world is none of these")
    func documentsThatPass() {
        let text =
            "# A\n\n```sh\n# not a title\n```\n[b](../Sources/Below) [c](https://example.org/) [d](#a)\n"
        #expect(DocumentRules.violations(in: .sound(but: ["docs/A.md": text])) == [])
    }
}
