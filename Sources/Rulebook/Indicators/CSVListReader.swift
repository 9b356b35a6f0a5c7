import NetTypes

/// A list with columns. Its first record names them when one of the names is that of the value; without names the first
/// column is the value, and nothing more is known.
enum CSVListReader {
    /// Which field says what.
    private struct Columns {
        var value = 0
        var type: Int?
        var severity: Int?
        var category: Int?
        var comment: Int?
        var source: Int?
        var validUntil: Int?
        var confidence: Int?
        var tlp: Int?

        /// No names.
        init() {}

        /// The columns by their names; nil when none is the value.
        init?(_ names: [[UInt8]]) {
            let plain = names.map { CSVListReader.text($0).lowercased() }
            func first(_ candidates: String...) -> Int? { plain.firstIndex { candidates.contains($0) } }
            guard let value = first("value", "indicator", "ioc", "ioc_value", "indicator_value") else {
                return nil
            }
            self.value = value
            type = first("type", "ioc_type", "indicator_type", "kind")
            severity = first("severity")
            category = first("category", "threat_type", "threat")
            comment = first("comment", "description", "note")
            source = first("source", "reference")
            validUntil = first("valid_until", "expires", "expiration", "expiry")
            confidence = first("confidence", "confidence_level")
            tlp = first("tlp")
        }
    }

    /// True when the first record of a file names a column of values.
    static func hasHeader(_ bytes: [UInt8], limit: Int) -> Bool {
        var records = CSVRecords(bytes, limit: limit)
        guard case .fields(let fields) = records.next(), fields.count > 1 else { return false }
        return Columns(fields) != nil
    }

    static func read(_ bytes: [UInt8], into intake: inout IndicatorIntake) {
        var records = CSVRecords(bytes, limit: intake.limits.lineBytes)
        var columns: Columns?
        while let record = records.next() {
            switch record {
            case .broken(let reason): intake.refuse(reason, line: records.line)
            case .fields(let fields):
                guard let known = columns else {
                    let named = Columns(fields)
                    columns = named ?? Columns()
                    if named == nil { take(fields, Columns(), records.line, &intake) }
                    continue
                }
                take(fields, known, records.line, &intake)
            }
        }
    }

    private static func take(
        _ fields: [[UInt8]], _ columns: Columns, _ line: Int, _ intake: inout IndicatorIntake
    ) {
        func field(_ column: Int?) -> [UInt8] {
            column.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? []
        }
        let value = field(columns.value)[...]
        var detail = IndicatorDetail()
        guard let severity = IndicatorNotes.severity(text(field(columns.severity))) else {
            intake.refuse(.badSeverity(IndicatorIntake.excerpt(field(columns.severity)[...])), line: line)
            return
        }
        detail.severity = severity
        let date = text(field(columns.validUntil))
        if !date.isEmpty {
            guard let time = IndicatorDate.time(date) else {
                intake.refuse(.badDate(IndicatorIntake.excerpt(field(columns.validUntil)[...])), line: line)
                return
            }
            detail.validUntil = time
        }
        detail.category = text(field(columns.category))
        detail.comment = text(field(columns.comment))
        detail.source = text(field(columns.source))
        detail.confidence = IndicatorNotes.confidence(text(field(columns.confidence)))
        let tlp = text(field(columns.tlp)).lowercased()
        detail.tlp = IndicatorNotes.tlp(tag: tlp) ?? tlp
        let name = text(field(columns.type))
        if name.isEmpty {
            intake.take(value, detail, line: line)
        } else if let type = IndicatorType(name), type != .unsupported {
            intake.take(value, type: type, detail, line: line)
        } else {
            intake.refuse(.unsupported(type: IndicatorIntake.excerpt(Array(name.utf8)[...])), line: line)
        }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        bytes.isEmpty ? "" : String(decoding: Refanging.trimmed(bytes[...]), as: UTF8.self)
    }
}
