import Foundation
import Incidents
import NetTypes

extension Samples {
    /// The package's folder.
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file kept for comparison.
    static func golden(_ name: String) throws -> String {
        let path = "Tests/IncidentsTests/Forms/Golden/\(name)"
        return try String(contentsOf: repository.appendingPathComponent(path), encoding: .utf8)
    }

    /// The profiles that come with the program.
    static let profileNames = ["luat91-2025", "nd331-2026", "tt20-2017", "tt31-2017"]

    /// The parts that templates share, by their names.
    static func parts() throws -> [String: String] {
        let folder = repository.appendingPathComponent("packaging/forms/common")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var parts: [String: String] = [:]
        for file in files where file.pathExtension == "mustache" {
            parts[file.deletingPathExtension().lastPathComponent] = try String(
                contentsOf: file, encoding: .utf8)
        }
        return parts
    }

    /// A profile from the list that the front door's tests compare with what it reads from YAML, which this room cannot
    /// read; its templates are those that come with the program.
    static func profile(_ name: String) throws -> FormProfile {
        try profiles[name].map { try $0.get() } ?? read(name)
    }

    /// Each read once, for all tests.
    private static let profiles = Dictionary(
        uniqueKeysWithValues: profileNames.map { name in (name, Result { try read(name) }) })

    private static func read(_ name: String) throws -> FormProfile {
        var profile = FormProfile(
            id: "", title: FormText(vietnamese: "", english: ""), basis: [], addressees: [], clocks: [],
            forms: [],
            notes: [])
        var forms: [FormLines] = []
        for line in try golden("\(name).tsv").split(separator: "\n") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            func text(_ place: Int) -> FormText {
                FormText(vietnamese: cells[place], english: cells[place + 1])
            }
            switch cells[0] {
            case "profile": (profile.id, profile.title) = (cells[1], text(2))
            case "basis":
                profile.basis.append(
                    LegalBasis(
                        id: cells[1], instrument: cells[2], article: cells[3],
                        verification: Verification(rawValue: cells[4]) ?? .memory,
                        note: cells[5].isEmpty ? nil : text(5)))
            case "addressee": profile.addressees.append(text(1))
            case "note": profile.notes.append(text(1))
            case "clock":
                profile.clocks.append(
                    FormClock(
                        id: cells[1], label: text(7), start: .init(rawValue: cells[2]) ?? .occurred,
                        span: .init(cells[3]) ?? .atOnce, trigger: .init(rawValue: cells[4]) ?? .always,
                        form: cells[5], basis: cells[6]))
            case "form": forms.append(FormLines(cells: cells, title: text(6), signature: text(8)))
            case "form-note": forms[forms.count - 1].notes.append(text(1))
            case "section":
                forms[forms.count - 1].sections.append(FormSection(id: cells[1], title: text(2), fields: []))
            case "field":
                let field = FormField(
                    key: cells[1], label: text(5), need: .init(rawValue: cells[2]) ?? .optional,
                    source: .init(rawValue: cells[3]), allowsSeveral: cells[4] == "several")
                forms[forms.count - 1].add(field)
            default: forms[forms.count - 1].add(FormChoice(id: cells[1], label: text(2)))
            }
        }
        profile.forms = try forms.map { try $0.form(of: name, in: repository) }
        return profile
    }

    /// A form while it is read.
    private struct FormLines {
        let cells: [String]
        let title: FormText
        let signature: FormText
        var notes: [FormText] = []
        var sections: [FormSection] = []

        mutating func add(_ field: FormField) { sections[sections.count - 1].fields.append(field) }

        mutating func add(_ choice: FormChoice) {
            let section = sections.count - 1
            sections[section].fields[sections[section].fields.count - 1].choices.append(choice)
        }

        func form(of profile: String, in repository: URL) throws -> ReportForm {
            let folder = repository.appendingPathComponent("packaging/forms")
            let own = folder.appendingPathComponent("\(profile)/\(cells[5])")
            let common = folder.appendingPathComponent("common/\(cells[5])")
            let text = try String(
                contentsOf: FileManager.default.fileExists(atPath: own.path) ? own : common, encoding: .utf8)
            let fields = sections.flatMap(\.fields).map(\.key)
            let template = try FormTemplate(
                file: cells[5], text: text, parts: try Samples.parts(), fields: fields,
                headings: sections.map(\.id))
            return ReportForm(
                id: cells[1], title: title, scope: .init(rawValue: cells[2]) ?? .incident,
                addresses: .init(rawValue: cells[3]) ?? .public, subjectPrefix: cells[4], sections: sections,
                signature: signature.vietnamese.isEmpty ? nil : signature, notes: notes, template: template)
        }
    }

    /// Who reports in tests. The fax number of the contact's post and much else is not known.
    static var organisation: Organisation {
        var organisation = Organisation()
        organisation.parent = "ỦY BAN NHÂN DÂN TỈNH MẪU"
        organisation.name = "Trung tâm Dữ liệu tỉnh Mẫu"
        organisation.address = "Số 1, đường Mẫu, phường Mẫu"
        organisation.phone = "0203 000 001"
        organisation.email = "truc@trung-tam.example"
        organisation.place = "Tỉnh Mẫu"
        organisation.signatory = "GIÁM ĐỐC"
        var contact = Organisation.Contact()
        (contact.name, contact.post) = ("Nguyễn Văn Mẫu", "Trưởng ca trực")
        (contact.phone, contact.email) = ("0203 000 002", "ca-truc@trung-tam.example")
        organisation.contacts = [contact]
        organisation.operator.name = "Trung tâm Dữ liệu tỉnh Mẫu"
        organisation.owner.name = "Ủy ban nhân dân tỉnh Mẫu"
        var system = OrganisationSystem(id: "cong-y-te", name: "Cổng thông tin y tế", level: 3)
        system.domains = ["y-te.example.vn", "www.y-te.example.vn"]
        system.networks = ["198.51.100.0/28", "2001:db8:7::1", "10.20.0.0/24", "192.168.7.7"]
            .compactMap { IPNetwork($0) }
        system.os = "Debian 12"
        system.services = ["web", "database", "SSO"]
        system.measures = ["firewall", "ids"]
        system.purpose = "Đặt lịch khám, tra cứu kết quả"
        organisation.systems = [system]
        return organisation
    }

    /// When reports are made in tests: a day after the sample incident was detected.
    static var reportTime: Timestamp { incident.detectedAt.advanced(by: 86_400_000_000_000) }
}
