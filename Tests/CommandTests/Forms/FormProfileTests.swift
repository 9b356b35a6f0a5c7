import Foundation
import Incidents
import Testing

@testable import haidang

@Suite("Profiles of forms")
struct FormProfileTests {
    private static let packaged = Scene.repository.appendingPathComponent("packaging/forms").path

    @Test("Every profile that comes with the program loads, and speaks both languages")
    func packaged() throws {
        let profiles = try FormFolder(Self.packaged).profiles()
        #expect(profiles.map(\.id) == ["luat91-2025", "nd331-2026", "tt20-2017", "tt31-2017"])
        for profile in profiles {
            var texts = [profile.title] + profile.addressees + profile.notes + profile.clocks.map(\.label)
            texts += profile.basis.compactMap(\.note)
            for form in profile.forms {
                texts += [form.title] + form.notes + form.sections.map(\.title) + form.fields.map(\.label)
                texts += form.fields.flatMap(\.choices).map(\.label)
                texts += form.signature.map { [$0] } ?? []
            }
            #expect(texts.allSatisfy { !$0.vietnamese.isEmpty && !$0.english.isEmpty }, "\(profile.id)")
            let lists = try Self.golden(profile.id)
            #expect(Self.lines(profile) == lists, "\(profile.id)")
        }
    }

    /// The list that the tests of the room below make the same profile from.
    private static func golden(_ name: String) throws -> [String] {
        let path = "Tests/IncidentsTests/Forms/Golden/\(name).tsv"
        let text = try String(contentsOf: Scene.repository.appendingPathComponent(path), encoding: .utf8)
        return text.split(separator: "\n").map(String.init)
    }

    /// A profile as that list has it.
    private static func lines(_ profile: FormProfile) -> [String] {
        func pair(_ text: FormText?) -> [String] { [text?.vietnamese ?? "", text?.english ?? ""] }
        var rows = [["profile", profile.id] + pair(profile.title)]
        rows += profile.basis.map {
            ["basis", $0.id, $0.instrument, $0.article, $0.verification.rawValue] + pair($0.note)
        }
        rows += profile.addressees.map { ["addressee"] + pair($0) }
        rows += profile.notes.map { ["note"] + pair($0) }
        rows += profile.clocks.map { clock in
            let span: String
            switch clock.span {
            case .atOnce: span = "at-once"
            case .hours(let count): span = "\(count) hours"
            case .days(let count): span = "\(count) days"
            }
            return [
                "clock", clock.id, clock.start.rawValue, span, clock.trigger.rawValue, clock.form,
                clock.basis,
            ] + pair(clock.label)
        }
        for form in profile.forms {
            let template = (form.template.file as NSString).lastPathComponent
            rows.append(
                [
                    "form", form.id, form.scope.rawValue, form.addresses.rawValue, form.subjectPrefix,
                    template,
                ] + pair(form.title) + pair(form.signature))
            rows += form.notes.map { ["form-note"] + pair($0) }
            for section in form.sections {
                rows.append(["section", section.id] + pair(section.title))
                for field in section.fields {
                    let several = field.allowsSeveral ? "several" : ""
                    let source = field.source?.rawValue ?? ""
                    rows.append(
                        ["field", field.key, field.need.rawValue, source, several] + pair(field.label))
                    rows += field.choices.map { ["choice", $0.id] + pair($0.label) }
                }
            }
        }
        return rows.map { $0.joined(separator: "\t") }
    }

    private static let head = """
        id: p
        vi: V
        en: E
        basis: [{id: b, instrument: I, verified: primary}]
        addressees: [{vi: V, en: E}]

        """
    private static let form =
        "  - {id: f, vi: V, en: E, about: incident, addresses: public, template: t.mustache, sections: [{id: s, vi: V, en: E, fields: [{key: k, vi: V, en: E}]}]}\n"

    static let invalid: [(text: String, sentence: String)] = [
        (head + "forms:\n\(form)clock: []\n", "profile.yml:8: there is no key clock; did you mean clocks?"),
        (head, "profile.yml:1: the key forms is missing"),
        (
            head + "forms:\n\(form)".replacing("key: k,", with: "key: k, source: system.nam,"),
            "profile.yml:7: source: there is no system.nam; did you mean system.name?"
        ),
        (
            head + "forms:\n\(form)".replacing("key: k,", with: "key: k, mandatory: maybe,"),
            "profile.yml:7: the key mandatory takes one of no, yes, part"
        ),
        (
            head + "forms:\n\(form)".replacing("key: k", with: "key: title"),
            "profile.yml:7: the key title means something else already"
        ),
        (
            head + "forms:\n\(form)\(form)",
            "profile.yml:8: the name f is taken on line 7"
        ),
        (
            head + "forms:\n\(form)".replacing("t.mustache", with: "../p/t.mustache"),
            "profile.yml: ../p/t.mustache is no template"
        ),
        (
            head + "forms:\n\(form)".replacing("t.mustache", with: "u.mustache"),
            "common/u.mustache: cannot read the file: No such file or directory"
        ),
        (
            head + "forms:\n\(form)".replacing("key: k", with: "key: kk"),
            "p/t.mustache:2: the template names the field k, which does not exist"
        ),
        (
            head + "forms:\n\(form)"
                + "clocks: [{id: c, vi: V, en: E, from: detected, within: 3 weeks, trigger: always, form: f, basis: b}]\n",
            "profile.yml:8: within takes at-once, hours (24 hours) or days (5 days), not 3 weeks"
        ),
        (
            head + "forms:\n\(form)"
                + "clocks: [{id: c, vi: V, en: E, from: detected, within: 3 days, trigger: always, form: g, basis: bb}]\n",
            "profile.yml:8: form: there is no g"
        ),
    ]

    @Test("What is not valid is told with file and line", arguments: invalid)
    func invalidFile(text: String, sentence: String) throws {
        let scene = try Scene()
        try scene.write("forms/p/profile.yml", text)
        try scene.write("forms/p/t.mustache", "{{title}}\n{{#k}}{{label}}{{/k}}\n")
        try scene.write("forms/common/row.mustache", "{{label}}")
        let outcome = try scene.run("report", "--list", "--forms", "forms")
        #expect(outcome.code == 2)
        #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
    }

    @Test("A valid one of one's own loads")
    func own() throws {
        let scene = try Scene()
        try scene.write("packaging/forms/p/profile.yml", Self.head + "forms:\n" + Self.form)
        try scene.write("packaging/forms/p/t.mustache", "{{#k}}{{label}}{{/k}}\n")
        let outcome = try scene.run("report", "--list")
        #expect(outcome.code == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("p        f"))
    }

    @Test("The example of an organisation loads")
    func organisation() throws {
        let path = Scene.repository.appendingPathComponent("packaging/organisation.example.yml").path
        let organisation = try OrganisationFile.load(path)
        #expect(organisation.systems.map(\.id) == ["cong-dich-vu", "thu-dien-tu"])
        #expect(organisation.contacts.count == 1 && organisation.owner.address.isEmpty)
        #expect(organisation.systems[0].networks.count == 3)
    }
}
