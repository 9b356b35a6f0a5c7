/// A field of a form with what stands in it, as it is printed.
struct FilledField {
    /// The field.
    let field: FormField
    /// Lines of text; empty for a field of boxes or a table.
    var lines: [String] = []
    /// The boxes that are ticked, with what was written beside each.
    var ticked: [(id: String, text: String)] = []
    /// Headings and rows of a table.
    var columns: [String] = []
    var rows: [[String]] = []

    /// True when nothing stands in it.
    var isEmpty: Bool { lines.isEmpty && ticked.isEmpty && rows.isEmpty }

    /// True when it has to be filled in and is not.
    var isMissing: Bool { field.need.isMandatory && isEmpty }

    /// What a template sees of it. Every word is there, so that none is taken from what lies around it.
    func values(_ language: ReportLanguage) -> [String: Any] {
        let choices: [[String: Any]] = field.choices.map { choice in
            let text = ticked.first { $0.id == choice.id }?.text
            let label = choice.label.text(language)
            return [
                "box": text == nil ? "☐" : "☒",
                "text": text.map { $0.isEmpty ? label : "\(label): \($0)" } ?? label,
            ]
        }
        return [
            "key": field.key, "label": field.label.text(language),
            "mark": field.need == .mandatory ? " (*)" : "", "lines": lines, "choices": choices,
            "table": !columns.isEmpty, "columns": columns,
            "rows": rows.map { ["cells": $0] as [String: Any] },
            "missing": isMissing, "missing_text": ReportPhrase.missing.text(language),
            "blank": isEmpty && !isMissing && field.choices.isEmpty,
        ]
    }
}
