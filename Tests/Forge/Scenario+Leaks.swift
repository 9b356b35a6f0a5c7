import NetTypes
import TestSupport

extension Scenario {
    /// Files that should have stayed inside, on their way out.
    static var leaks: [Scenario] {
        [identities, markings, dumps, passwordFile, accessKeys, passwordDatabase]
    }

    private static func visit(_ port: UInt16) -> WebVisit {
        WebVisit("198.51.100.21", from: port, to: "203.0.113.110", host: "luutru.example")
    }

    private static var identities: Scenario {
        var visit = visit(54001)
        for (index, heading) in ["Số CCCD", "Căn cước", "Số định danh", "so_dinh_danh"].enumerated() {
            visit.put(
                "/thu-muc/danh-sach-\(index).csv", DrillFiles.people(24, heading: heading),
                type: "text/csv; charset=utf-8")
        }
        return Scenario("exfiltration/identity-list", visit.frames)
    }

    private static var markings: Scenario {
        var visit = visit(54011)
        visit.put("/thu-muc/a.txt", DrillFiles.document("TUYỆT MẬT"))
        visit.put("/thu-muc/b.txt", DrillFiles.decomposed(DrillFiles.document("TỐI MẬT")))
        visit.put("/thu-muc/c.txt", DrillFiles.wide(DrillFiles.document("MẬT")))
        visit.put("/thu-muc/d.docx", DrillFiles.archive(DrillFiles.document("MẬT")))
        visit.put("/thu-muc/e.txt", DrillFiles.document("Độ mật: Tối mật"))
        let older = DrillFiles.document("TUYỆT MẬT").replacing("HÒA", with: "HOÀ")
        visit.put("/thu-muc/f.txt", DrillFiles.wide(older))
        return Scenario("exfiltration/secret-marking", visit.frames)
    }

    private static var dumps: Scenario {
        var visit = visit(54021)
        for (index, dump) in DrillFiles.dumps.enumerated() {
            visit.put("/thu-muc/\(index).sql", dump, type: "application/sql")
        }
        visit.put("/thu-muc/3.sql", DrillFiles.wide(DrillFiles.dumps[2]), type: "application/sql")
        return Scenario("exfiltration/database-dump", visit.frames)
    }

    /// One by a bare connection, one by a web server.
    private static var passwordFile: Scenario {
        var bare = Conversation(client: "198.51.100.21", 54031, server: "203.0.113.111", 9001)
        bare.handshake()
        bare.client(sends: DrillFiles.shadow, segment: 60)
        bare.close()
        var visit = visit(54032)
        visit.put("/thu-muc/tai-khoan.txt", DrillFiles.accounts)
        return Scenario("exfiltration/password-file", bare.frames, visit.frames)
    }

    private static var accessKeys: Scenario {
        var visit = visit(54041)
        for (index, key) in DrillFiles.keys.enumerated() { visit.put("/thu-muc/\(index).env", key) }
        return Scenario("exfiltration/access-key", visit.frames)
    }

    private static var passwordDatabase: Scenario {
        var generator = SeededGenerator(seed: 54051)
        var visit = visit(54051)
        let magic: [UInt8] = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5, 1, 0, 4, 0]
        visit.put("/thu-muc/mat-khau.kdbx", magic + Text.noise(length: 600, from: &generator))
        return Scenario("exfiltration/password-database", visit.frames)
    }
}
