import NetTypes
import Rulebook
import Testing

@Suite("What metadata says, whoever wrote it")
struct RuleProfileTests {
    @Test("Our own convention")
    func house() throws {
        let profile = RuleProfile(
            try Rules.identity(
                """
                id = "HD-0042"
                severity = 1
                category = "leak"
                attack = "T1041"
                hits = "leak/one, captures/leak/two/"
                misses = "benign"
                """))
        #expect(profile.convention == .house)
        #expect(profile.severity.level == 1)
        #expect(profile.category == .leak)
        #expect(profile.techniques.map(\.identifier) == ["T1041"])
        #expect(profile.hits == ["leak/one", "captures/leak/two/"])
        #expect(profile.misses == ["benign"])
    }

    @Test("YARA-Forge: score, quality, tags as text, and where a rule came from")
    func forge() throws {
        let identity = try Rules.identity(
            """
            description = "Detects a loader"
            author = "Somebody"
            id = "0f0c5b83-7c4c-5c4e-9a0a-000000000000"
            date = "2024-03-01"
            modified = "2024-05-02"
            reference = "https://example.org/report"
            source_url = "https://example.org/rules/a.yar#L1-L20"
            license_url = "https://example.org/LICENSE"
            logic_hash = "ab"
            score = 75
            quality = 85
            tags = "FILE, T1059.001"
            hash1 = "aa"
            hash2 = "bb"
            """, name: "SIGNATURE_BASE_MAL_Loader_Mar24", tags: "FILE")
        let profile = RuleProfile(identity)
        #expect(profile.convention == .forge)
        #expect(profile.severity.level == 2)
        #expect(identity.severity == 2)
        #expect(profile.severity.key == "score")
        #expect(profile.score == 75)
        #expect(profile.quality == 85)
        #expect(profile.category == .malware)
        #expect(profile.techniques.map(\.identifier) == ["T1059.001"])
        #expect(
            profile.references == ["https://example.org/report", "https://example.org/rules/a.yar#L1-L20"])
        #expect(profile.hashes == ["aa", "bb"])
        #expect(profile.date?.description == "2024-03-01")
        #expect(profile.modified?.description == "2024-05-02")
        #expect(profile.license == "https://example.org/LICENSE")
    }

    @Test("CCCS: status, sharing, category and its techniques")
    func cccs() throws {
        let profile = RuleProfile(
            try Rules.identity(
                """
                id = "7Fz"
                fingerprint = "0123"
                version = "1.0"
                status = "RELEASED"
                sharing = "TLP:WHITE"
                source = "CCCS"
                author = "a@CCCS"
                category = "MALWARE"
                malware_type = "BACKDOOR"
                mitre_att = "T1071.001"
                mitre_att = "S0154"
                actor = "APT0"
                """))
        #expect(profile.convention == .cccs)
        #expect(profile.category == .malware)
        #expect(profile.techniques.map(\.identifier) == ["T1071.001"])
        #expect(profile.sharing == "TLP:WHITE")
        #expect(profile.threatActor == "APT0")
        #expect(profile.severity.key == nil)
        #expect(profile.severity.level == 3)
    }

    @Test("Signature-base: score, license, and a category in the name")
    func signatureBase() throws {
        let profile = RuleProfile(
            try Rules.identity(
                """
                author = "Somebody"
                license = "DRL 1.1"
                score = "90"
                date = "2020/01/02"
                """, name: "WEBSHELL_PHP_Tiny"))
        #expect(profile.convention == .signatureBase)
        #expect(profile.severity.level == 1)
        #expect(profile.category == .intrusion)
        #expect(profile.date?.description == "2020-01-02")
    }

    @Test("A technique can be a tag, with a low line for the dot")
    func tags() throws {
        let profile = RuleProfile(try Rules.identity("author = \"x\"", tags: "T1059_004 T1105 other"))
        #expect(profile.techniques.map(\.identifier) == ["T1059.004", "T1105"])
        #expect(profile.convention == .other)
        #expect(profile.category == .other)
    }
}
