import NetTypes
import Testing

@testable import Scan

@Suite struct ScanVariablesTests {
    /// All variables, each with a value of its own.
    private var all: ScanVariables {
        var variables = ScanVariables()
        variables.proto = "v-proto"
        variables.appProto = "v-app_proto"
        variables.sourceAddress = "v-src_ip"
        variables.destinationAddress = "v-dst_ip"
        variables.sourcePort = 1_001
        variables.destinationPort = 1_002
        variables.direction = "v-direction"
        variables.vlan = 1_003
        variables.sourceUnit = "v-src_unit"
        variables.destinationUnit = "v-dst_unit"
        variables.objectKind = "v-object_kind"
        variables.filename = "v-filename"
        variables.filepath = "v-filepath"
        variables.fileExtension = "v-extension"
        variables.filetype = "v-filetype"
        variables.owner = "v-owner"
        variables.md5 = "v-md5"
        return variables
    }

    @Test(
        "each variable is seen by rules under its name",
        arguments: [
            "proto", "app_proto", "src_ip", "dst_ip", "direction", "src_unit", "dst_unit", "object_kind",
            "filename", "filepath", "extension", "filetype", "owner", "md5",
        ])
    func text(name: String) throws {
        let set = try rules(
            "rule r { condition: \(name) == \"v-\(name)\" } rule absent { condition: \(name) == \"\" }")
        #expect(set.externals.map(\.rawValue) == [name])
        #expect(try set.hits("", all) == ["r"])
        #expect(try set.hits("", ScanVariables()) == ["absent"])
    }

    @Test(
        "each number is seen by rules under its name",
        arguments: [("src_port", 1_001), ("dst_port", 1_002), ("vlan", 1_003)])
    func number(name: String, value: Int) throws {
        let set = try rules(
            "rule r { condition: \(name) == \(value) } rule absent { condition: \(name) == 0 }")
        #expect(try set.hits("", all) == ["r"])
        #expect(try set.hits("", ScanVariables()) == ["absent"])
    }

    @Test func `a scanner forgets the variables of the scan before`() throws {
        let set = try rules(
            "rule tcp { condition: proto == \"tcp\" } rule port { condition: dst_port == 80 }")
        var scanner = try Scanner(set, configuration: ScanConfiguration())
        var variables = ScanVariables()
        let none: [UInt8] = []
        variables.proto = "tcp"
        #expect(set.names(scanner.scan(none.span, variables)) == ["tcp"])
        variables.destinationPort = 80
        #expect(set.names(scanner.scan(none.span, variables)) == ["tcp", "port"])
        #expect(set.names(scanner.scan(none.span, ScanVariables())) == [])
        variables.proto = "udp"
        #expect(set.names(scanner.scan(none.span, variables)) == ["port"])
    }

    @Test func `variables that no condition names are not defined`() throws {
        let set = try rules(
            "rule proto : vlan { meta: owner = \"md5\" strings: $filename = \"x\" condition: $filename }")
        #expect(set.externals == [])
        #expect(try set.hits("x", all) == ["proto"])
    }
}
