import NetTypes
import Testing

@testable import Scan

/// What is said of conditions that compare external variables.
@Suite struct VariableCheckTests {
    private func problems(_ condition: String, units: Set<String>? = nil) throws -> [RuleProblem] {
        var configuration = ScanConfiguration()
        configuration.units = units
        let text = "rule r {\n  condition:\n    \(condition)\n}\n"
        let source = RuleSource(file: "a.yar", namespace: "a", bytes: Array(text.utf8))
        return try RuleSet.compile([source], configuration: configuration).1
    }

    static let never: [(condition: String, message: String)] = [
        (
            "direction == \"toserver\"",
            "direction == \"toserver\" is never true: direction is one of to_server, to_client; did you mean \"to_server\"?"
        ),
        (
            "proto == \"TCP\"",
            "proto == \"TCP\" is never true: proto never has that value; did you mean \"tcp\"?"
        ),
        (
            "\"TCP\" != proto",
            "\"TCP\" != proto is always true: proto never has that value; did you mean \"tcp\"?"
        ),
        (
            "object_kind == \"http\"",
            "object_kind == \"http\" is never true: object_kind never has that value; did you mean \"http_body\"?"
        ),
        (
            "app_proto startswith \"www\"",
            "app_proto startswith \"www\" is never true: app_proto never has that value"
        ),
        ("dst_port == 70000", "dst_port == 70000 is never true: dst_port is 0 to 65535"),
        ("vlan == 0x1000", "vlan == 0x1000 is never true: vlan is 0 to 4095"),
        (
            "src_ip == \"2001:DB8::1\"",
            "src_ip == \"2001:DB8::1\" is never true: src_ip never has that value; did you mean \"2001:db8::1\"?"
        ),
        (
            "extension == \"exe\"",
            "extension == \"exe\" is never true: extension never has that value; did you mean \".exe\"?"
        ),
        ("filename == \"a/b\"", "filename == \"a/b\" is never true: filename never has that value"),
        ("owner == \"root\"", "owner == \"root\" is never true: owner is always empty"),
    ]

    @Test("A comparison that no traffic decides is a warning on its line", arguments: never)
    func neverTrue(condition: String, message: String) throws {
        let found = try problems(condition)
        #expect(found.map(\.message) == [message])
        #expect(found.first?.isError == false && found.first?.line == 3 && found.first?.rule == "r")
    }

    @Test(
        "What traffic can decide is none",
        arguments: [
            "direction == \"to_server\" and proto == \"udp\" and proto != \"200\"", "proto iequals \"TCP\"",
            "direction contains \"server\"", "app_proto == \"\"", "app_proto == \"ftp-data\"",
            "object_kind endswith \"_file\"", "dst_port == 65535 and src_port == 0", "dst_port > 70000",
            "dst_port + 70000 == 70080", "dst_port == 80 + 70000", "src_ip == \"2001:db8::1\"",
            "extension == \".exe\"",
            "extension contains \"exe\"", "filetype == \"PE32\"", "filepath == \"a/b\"",
            "src_unit == \"anybody\"",
            "md5 == \"\" or md5 == \"0123456789abcdef0123456789abcdef\"", "\"toserver\" contains direction",
            "for any proto in (1..3) : (proto == 9)", "direction matches /^toserver/", "proto == \"\\x74cp\"",
        ])
    func possible(condition: String) throws {
        #expect(try problems(condition) == [])
    }

    @Test func `a unit that the directory does not have is a warning, with a directory`() throws {
        let units: Set<String> = ["phuong-01", "xa-01"]
        #expect(try problems("src_unit == \"phuong-01\" or dst_unit == \"\"", units: units) == [])
        let found = try problems("dst_unit == \"phuong-1\"", units: units)
        #expect(
            found.map(\.message) == [
                "dst_unit == \"phuong-1\" is never true: dst_unit is one of phuong-01, xa-01, empty; did you mean \"phuong-01\"?"
            ])
        #expect(try problems("src_unit startswith \"phuong-\"", units: units) == [])
        #expect(try problems("src_unit startswith \"dac-khu-\"", units: units).count == 1)
    }

    static let errors: [(condition: String, end: String)] = [
        ("src_port == \"80\"", "type mismatch: src_port is a number, and \"80\" is a text"),
        ("direction == 1", "type mismatch: direction is a text, and 1 is a number"),
        ("src_port contains \"8\"", " operator: src_port is a number, and \"8\" is a text"),
        ("src_prot == 80", "undefined identifier \"src_prot\"; did you mean src_port?"),
        ("something_else == 80", "undefined identifier \"something_else\""),
        ("filesize == \"80\"", "type mismatch"),
    ]

    @Test("An error that a variable explains says so", arguments: errors)
    func explained(condition: String, end: String) throws {
        let found = try problems(condition)
        #expect(found.count == 1 && found[0].isError)
        #expect(found.first?.message.hasSuffix(end) == true, "\(found)")
    }

    @Test(
        "Conditions that are cut short give nothing and do not trap",
        arguments: [
            "proto ==", "== proto", "\"", "proto == \"\\", "\"\\x\" == proto", "for", "src_port == 0x",
            "vlan",
        ])
    func fragments(condition: String) {
        _ = VariableComparison.list(in: Array(condition.utf8), line: 1)
        for end in 0...condition.utf8.count {
            #expect(VariableComparison.list(in: Array(condition.utf8.prefix(end)), line: 1).count <= 1)
        }
    }
}
