import NetTypes

/// A filled form on its way onto paper and into JSON.
struct ReportPage {
    let profile: FormProfile
    let facts: Facts
    let isDrill: Bool
    let sections: [(section: FormSection, fields: [FilledField])]
    let missing: [FormField]
    let warnings: [ReportWarning]

    private var language: ReportLanguage { facts.language }

    /// The subject of the mail that may carry it.
    var subject: String {
        let title = facts.form.title.text(.vietnamese)
        let about = facts.incident.map { " - \($0.incident.id)" } ?? ""
        let prefix = facts.form.subjectPrefix
        let drill = isDrill ? "[DIỄN TẬP] " : ""
        return drill + (prefix.isEmpty ? "" : prefix + " ") + title + about
    }

    /// The page of HTML.
    var html: String {
        var values: [String: Any] = [
            "lang": language.rawValue, "title": facts.form.title.text(language),
            "sections": sections.map { section, fields in
                ["title": section.title.text(language), "fields": fields.map { $0.values(language) }]
                    as [String: Any]
            },
            "addressees": profile.addressees.map { $0.text(language) }, "notes": notes,
            "missing_labels": missing.map { $0.label.text(language) },
        ]
        for field in sections.flatMap(\.fields) { values[field.field.key] = field.values(language) }
        for (section, _) in sections {
            values[FormTemplate.heading + section.id] = section.title.text(language)
        }
        for (word, text) in texts where !text.isEmpty { values[word] = text }
        return facts.form.template.render(values)
    }

    /// Texts of the paper. Those that are empty are not there for the template.
    private var texts: [String: String] {
        let organisation = facts.organisation
        let phrase = facts.phrase
        let name = PrintedText.foreign(organisation.name)
        return [
            "motto": phrase(.motto), "motto2": phrase(.motto2), "number": phrase(.number),
            "parent": PrintedText.foreign(organisation.parent), "organisation": name,
            "place_and_date": phrase(
                .placeAndDate(PrintedText.foreign(organisation.place), VietnamTime(facts.now))),
            "addressed_to": phrase(.addressedTo), "sign": phrase(.sign), "notes_title": phrase(.notes),
            "signature": facts.form.signature?.text(language) ?? "",
            "signatory": PrintedText.foreign(organisation.signatory),
            "subject": facts.form.subjectPrefix.isEmpty ? "" : "\(phrase(.subject)): \(subject)",
            "drill": isDrill ? phrase(.drill) : "", "translation": phrase(.translation),
            "missing_title": phrase(.missingTitle),
            "missing_count": missing.isEmpty ? "" : String(missing.count),
            "mandatory_note": missing.isEmpty && !hasMarks ? "" : phrase(.mandatoryNote),
            "incident": facts.incident?.incident.id.description ?? "",
        ]
    }

    private var hasMarks: Bool { facts.form.fields.contains { $0.need == .mandatory } }

    /// What stands at the foot: what the form and its profile have to say, and each provision that was not read.
    private var notes: [String] {
        facts.form.notes.map { $0.text(language) } + profile.notes.map { $0.text(language) }
            + profile.unverified.map {
                facts.phrase(.unverified($0.citation, $0.verification, $0.note?.text(language) ?? ""))
            }
    }

    /// The JSON object.
    var json: String {
        var line = JSONLine()
        line.root { line in
            line.member("profile", profile.id)
            if isDrill { line.member("drill", flag: true) }
            line.member("form", facts.form.id)
            line.member("lang", language.rawValue)
            line.member("title", facts.form.title.text(language))
            line.member("subject", subject)
            line.member("generated_at", VietnamTime(facts.now).machine)
            if let incident = facts.incident?.incident { line.member("incident", incident.id.description) }
            if case .period(let period) = facts.subject {
                line.member("from", period.first.description)
                line.member("to", period.last.description)
            }
            line.array("fields") { line in
                for field in sections.flatMap(\.fields) {
                    line.element { Self.write(field, language, to: &$0) }
                }
            }
            line.array("missing") { line in for field in missing { line.element(field.key) } }
            line.array("warnings") { line in for warning in warnings { line.element(warning.word) } }
            line.array("unverified") { line in
                for basis in profile.unverified { line.element(basis.citation) }
            }
        }
        return String(decoding: line.take(), as: UTF8.self)
    }

    private static func write(_ filled: FilledField, _ language: ReportLanguage, to line: inout JSONLine) {
        line.member("key", filled.field.key)
        line.member("label", filled.field.label.text(language))
        line.member("mandatory", flag: filled.field.need.isMandatory)
        line.member("missing", flag: filled.isMissing)
        if !filled.field.choices.isEmpty {
            line.array("ticked") { line in
                for (id, text) in filled.ticked {
                    line.element {
                        $0.member("id", id)
                        if !text.isEmpty { $0.member("text", text) }
                    }
                }
            }
        } else if !filled.columns.isEmpty {
            line.array("columns") { line in for column in filled.columns { line.element(column) } }
            line.array("rows") { line in
                for row in filled.rows {
                    line.element { $0.array("cells") { line in for cell in row { line.element(cell) } } }
                }
            }
        } else {
            line.member("text", filled.lines.joined(separator: "\n"))
        }
    }
}
