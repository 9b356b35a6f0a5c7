import Testing

@testable import Incidents

@Suite struct NamePatternTests {
    @Test(arguments: [
        ("", "", true), ("", "a", false), ("*", "", true), ("*", "a/b", true), ("a", "a", true),
        ("a", "ab", false),
        ("exploit/sql_injection/*", "exploit/sql_injection/SQL_Union", true),
        ("exploit/sql_injection/*", "exploit/sql_injection", false),
        ("exploit/*", "exploit/sql_injection/SQL", true),
        ("*/SQL_*", "exploit/sql_injection/SQL_Union", true), ("*/SQL_*", "exploit/sql_injection/X", false),
        ("a?c", "abc", true), ("a?c", "ac", false), ("a?c", "aếc", true), ("*a*b*c*", "xxaxxbxxcxx", true),
        ("*a*b*c", "abcab", false), ("a*a", "a", false), ("**?", "ab", true), ("?", "", false),
    ])
    func `a pattern fits or does not`(pattern: String, name: String, fits: Bool) {
        #expect(NamePattern(pattern).matches(name) == fits)
    }

    @Test func `many stars take no more than the product of both lengths`() {
        let pattern = NamePattern(String(repeating: "*a", count: 200) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    }
}
