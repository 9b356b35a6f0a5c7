import Foundation
import NetTypes

/// Reads actions from comma-separated values: all of a file, or none.
///
/// The first line has headings, in any order: `time`, `title`, `from` and `to` are needed; `until`, `port`,
/// `technique`, `result`, `evidence`, `team` and `note` may be there. Several addresses in a field are separated by
/// blanks or semicolons.
public struct LogbookImport {
    /// A heading.
    enum Heading: String, CaseIterable {
        case time, until, title, from, to, port, technique, result, evidence, team, note

        static let needed: [Heading] = [.time, .title, .from, .to]
    }

    /// The most bytes of a file: 16 MiB.
    public static let largest = 16 << 20
    /// The most actions in a file.
    public static let mostRows = 100_000

    private let path: String
    private let zone: TimeZone
    private var headings: [Heading] = []

    /// Reads the actions of a file, whose times without an offset are those of `zone`, and the SHA-256 of it in
    /// hexadecimal. Throws where something is wrong in any line: `badRow` with line and heading.
    public static func read(
        _ path: String, in zone: TimeZone
    ) throws(LogbookError) -> (actions: [LogbookAction], sha256: String) {
        let data: Data
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            data = try file.read(upToCount: largest + 1) ?? Data()
        } catch {
            throw .unreadable(path: path, code: Logbook.code(of: error))
        }
        guard data.count <= largest else { throw .tooLarge(path: path, limit: largest) }
        let bytes = Array(data)
        var reader = LogbookImport(path: path, zone: zone)
        return (try reader.actions(bytes), Digest.of(bytes.span).hexadecimal)
    }

    private init(path: String, zone: TimeZone) {
        self.path = path
        self.zone = zone
    }

    private mutating func actions(_ bytes: [UInt8]) throws(LogbookError) -> [LogbookAction] {
        var records = CommaSeparated(bytes)
        guard let first = try next(&records) else { throw .noRows(path: path) }
        try readHeadings(first)
        var actions: [LogbookAction] = []
        while let record = try next(&records) {
            guard actions.count < Self.mostRows else { throw .tooLarge(path: path, limit: Self.mostRows) }
            actions.append(try action(record))
        }
        if actions.isEmpty { throw .noRows(path: path) }
        return actions
    }

    private func next(_ records: inout CommaSeparated) throws(LogbookError) -> CommaSeparated.Record? {
        do throws(CommaSeparated.Damage) {
            return try records.next()
        } catch {
            throw .badRow(path: path, line: error.line, column: "", error.problem)
        }
    }

    private mutating func readHeadings(_ record: CommaSeparated.Record) throws(LogbookError) {
        for field in record.fields {
            let name = field.trimmingCharacters(in: .whitespaces).lowercased()
            guard let heading = Heading(rawValue: name) else {
                // A long name is near to nothing, and comparing it would take its time.
                let known = name.utf8.count > 32 ? [] : Heading.allCases.map(\.rawValue)
                let near = known.min { EditDistance.between($0, name) < EditDistance.between($1, name) }
                let nearest = near.flatMap { EditDistance.between($0, name) <= 2 ? $0 : nil }
                throw .badRow(
                    path: path, line: record.line, column: field, .unknownHeading(nearest: nearest))
            }
            if headings.contains(heading) {
                throw .badRow(path: path, line: record.line, column: field, .repeatedHeading)
            }
            headings.append(heading)
        }
        for heading in Heading.needed where !headings.contains(heading) {
            throw .badRow(path: path, line: record.line, column: heading.rawValue, .missingHeading)
        }
    }

    private func action(_ record: CommaSeparated.Record) throws(LogbookError) -> LogbookAction {
        guard record.fields.count == headings.count else {
            throw .badRow(
                path: path, line: record.line, column: "",
                .fields(record.fields.count, expected: headings.count))
        }
        func text(_ heading: Heading) -> String {
            headings.firstIndex(of: heading).map {
                record.fields[$0].trimmingCharacters(in: .whitespacesAndNewlines)
            } ?? ""
        }
        func refuse(_ heading: Heading?, _ problem: ActionProblem) -> LogbookError {
            .badRow(path: path, line: record.line, column: heading?.rawValue ?? "", .action(problem))
        }
        let fields = ActionFields(
            time: text(.time), until: text(.until), title: text(.title), from: Self.list(text(.from)),
            to: Self.list(text(.to)), port: text(.port), technique: text(.technique),
            result: text(.result), team: text(.team), note: text(.note))
        var action: LogbookAction
        do throws(ActionFields.Refusal) {
            action = try fields.action(in: zone)
        } catch {
            throw refuse(error.heading, error.problem)
        }
        if !text(.evidence).isEmpty { action.evidence = [.text(text(.evidence))] }
        if let problem = action.problem { throw refuse(.evidence, problem) }
        return action
    }

    private static func list(_ text: String) -> [String] {
        text.split { $0 == ";" || $0.isWhitespace }.map(String.init)
    }
}
