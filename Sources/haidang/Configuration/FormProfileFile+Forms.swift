import Incidents
import NetTypes
import Yams

extension FormProfileFile {
    /// A form with its template.
    mutating func form(_ node: Node) -> ReportForm {
        let fields = reader.fields(
            node, of: "forms",
            known: [
                "id", "vi", "en", "about", "addresses", "subject-prefix", "template", "signature", "notes",
                "sections",
            ],
            needed: ["id", "vi", "en", "about", "addresses", "template", "sections"])
        let id = identifier(fields, "id", in: "forms")
        let sections = entries(fields, "sections").map { section($0, form: id) }
        let file = reader.text(fields, "template") ?? ""
        return ReportForm(
            id: id, title: text(fields),
            scope: reader.word(fields, "about", ReportForm.Scope.self) ?? .incident,
            addresses: reader.word(fields, "addresses", ReportForm.Addresses.self) ?? .public,
            subjectPrefix: reader.text(fields, "subject-prefix") ?? "", sections: sections,
            signature: fields["signature"].map { translated($0, of: "signature") },
            notes: texts(fields, "notes"),
            template: template(file, at: fields["template"] ?? node, sections: sections))
    }

    private mutating func section(_ node: Node, form: String) -> FormSection {
        let keys = ["id", "vi", "en", "fields"]
        let fields = reader.fields(node, of: "sections", known: keys, needed: keys)
        return FormSection(
            id: identifier(fields, "id", in: form + "/sections"), title: text(fields),
            fields: entries(fields, "fields").map { field($0, form: form) })
    }

    private mutating func field(_ node: Node, form: String) -> FormField {
        let fields = reader.fields(
            node, of: "fields", known: ["key", "vi", "en", "mandatory", "source", "several", "choices"],
            needed: ["key", "vi", "en"])
        let key = identifier(fields, "key", in: form + "/fields")
        if Self.reserved.contains(key) || key.hasPrefix(FormTemplate.heading) {
            reader.complain(.reservedKey(key), at: fields["key"] ?? node)
        }
        let several: Bool
        if case .boolean(let flag) = reader.value(fields, "several", .boolean) {
            several = flag
        } else {
            several = false
        }
        return FormField(
            key: key, label: text(fields),
            need: reader.word(fields, "mandatory", FormField.Need.self) ?? .optional,
            source: source(fields),
            choices: entries(fields, "choices").map { choice($0, field: form + "/" + key) },
            allowsSeveral: several)
    }

    /// Keys that mean something else already, in templates or in answers.
    private static let reserved =
        FormTemplate.words + IncidentQuestion.allCases.map(\.rawValue) + [ReportAnswers.systemKey]

    private mutating func source(_ fields: [String: Node]) -> FieldSource? {
        guard let node = fields["source"], let text = reader.text(fields, "source") else { return nil }
        if let source = FieldSource(rawValue: text) { return source }
        let nearest = EditDistance.nearest(to: text, among: FieldSource.allCases.map(\.rawValue))
        reader.complain(.unknownReference(key: "source", text, nearest: nearest), at: node)
        return nil
    }

    private mutating func choice(_ node: Node, field: String) -> FormChoice {
        let keys = ["id", "vi", "en"]
        let fields = reader.fields(node, of: "choices", known: keys, needed: keys)
        return FormChoice(id: identifier(fields, "id", in: field + "/choices"), label: text(fields))
    }

    /// The template of a form: beside the profile, or among those that all profiles share. What is wrong with it is noted,
    /// and an empty one takes its place until the whole file has been read.
    private mutating func template(_ name: String, at node: Node, sections: [FormSection]) -> FormTemplate {
        var file = name
        do throws(FormTemplateError) {
            let text: String
            do throws(CommandError) {
                (file, text) = try folder.template(name, of: path)
            } catch {
                if case .configuration(let problems) = error { templateProblems += problems }
                return FormTemplate.none
            }
            return try FormTemplate(
                file: file, text: text, parts: folder.parts, fields: sections.flatMap(\.fields).map(\.key),
                headings: sections.map(\.id))
        } catch {
            let place = folder.partPath(error.file) ?? error.file
            templateProblems.append(
                ConfigurationProblem(file: place, line: error.line, kind: .data(.template(error.reason))))
            return FormTemplate.none
        }
    }
}
