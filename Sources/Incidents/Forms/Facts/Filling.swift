import NetTypes

/// Fills fields one by one, from answers first and then from what is known, and collects what is odd about them.
struct Filling {
    /// What is known.
    let facts: Facts
    /// What was odd.
    private(set) var warnings: [ReportWarning] = []

    /// The box that takes what none of the others names.
    private static let other = "other"

    /// Filling from what is known.
    init(facts: Facts) {
        self.facts = facts
    }

    /// A field with what stands in it.
    mutating func fill(_ field: FormField) -> FilledField {
        var filled = FilledField(field: field)
        let answer = facts.answers[field.key]
        if !field.choices.isEmpty {
            filled.ticked = answer.map { ticks($0, field) } ?? known(field)
            if filled.ticked.count > 1, !field.allowsSeveral {
                warnings.append(.severalChoices(key: field.key))
                filled.ticked = []
            }
            return filled
        }
        if let answer {
            filled.lines = PrintedText.written(answer)
            warn(about: answer, field)
            return filled
        }
        switch field.source.map(facts.value) {
        case .lines(let lines): filled.lines = lines.flatMap(PrintedText.written)
        case .ticked(let ids): filled.lines = PrintedText.written(ids.joined(separator: ", "))
        case .table(let columns, let rows):
            filled.columns = columns
            filled.rows = rows.prefix(Facts.mostRows).map { $0.map { PrintedText.foreign($0, limit: 2000) } }
            if rows.count > Facts.mostRows {
                warnings.append(.rowsLeftOut(key: field.key, rows.count - Facts.mostRows))
            }
        case nil: break
        }
        return filled
    }

    /// The boxes that an answer ticks: identifiers with commas between, each with a text behind a colon where one is to be
    /// written beside its box.
    private mutating func ticks(_ answer: String, _ field: FormField) -> [(id: String, text: String)] {
        answer.split { $0 == "," || $0 == ";" }.compactMap { part in
            let halves = part.split(separator: ":", maxSplits: 1).map(Self.trimmed)
            guard let id = halves.first, !id.isEmpty else { return nil }
            guard field.choices.contains(where: { $0.id == id }) else {
                warnings.append(.unknownChoice(key: field.key, choice: PrintedText.foreign(id)))
                return nil
            }
            if halves.count > 1 { warn(about: halves[1], field) }
            return (id, halves.count > 1 ? PrintedText.foreign(halves[1]) : "")
        }
    }

    /// The boxes that what is known ticks. What is none of them is written beside the box for other things.
    private func known(_ field: FormField) -> [(id: String, text: String)] {
        guard case .ticked(let ids) = field.source.map(facts.value) else { return [] }
        let boxes = Set(field.choices.map(\.id))
        var ticked = ids.filter { boxes.contains($0) && $0 != Self.other }.map { (id: $0, text: "") }
        let others = ids.filter { !boxes.contains($0) }
        if !others.isEmpty, boxes.contains(Self.other) {
            ticked.append((Self.other, PrintedText.foreign(others.joined(separator: ", "))))
        }
        return ticked
    }

    /// Says so when an answer names an address that the form does not take. It stays: somebody wrote it on purpose or by
    /// mistake, and only he knows which.
    private mutating func warn(about answer: String, _ field: FormField) {
        guard facts.form.addresses == .public else { return }
        let words = answer.prefix(PrintedText.mostWritten).split {
            !($0.isHexDigit || $0 == "." || $0 == ":")
        }
        for word in words {
            let text = String(word.reversed().drop { $0 == "." || $0 == ":" }.reversed())
            if let address = IPAddress(text), address.isPrivate {
                warnings.append(.privateAddressInAnswer(key: field.key, address: address.description))
                return
            }
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
