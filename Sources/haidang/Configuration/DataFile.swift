import Foundation
import NetTypes
import Yams

/// Reads a file of data that an operator keeps beside the configuration: lists of entries in YAML. All problems of a file
/// are found at once, each with its line.
struct DataFile {
    /// The file, as it was given.
    let file: String
    /// What was found wrong so far.
    private(set) var problems: [ConfigurationProblem] = []

    private var names: [String: Int] = [:]

    /// Characters that a name may have at most.
    private static let longestName = 64

    /// A reader of a file.
    init(file: String) {
        self.file = file
    }

    /// The root of the file at a path; nil for one without content.
    static func root(_ path: String, mostBytes: Int) throws(CommandError) -> Node? {
        func fail(_ problem: DataProblem, line: Int = 0) -> CommandError {
            .configuration([ConfigurationProblem(file: path, line: line, kind: .data(problem))])
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw fail(.unreadable(reason: SystemReason.text(ConfigurationFile.reasonForNothing(at: path))))
        }
        guard data.count <= mostBytes, let text = String(data: data, encoding: .utf8) else {
            throw fail(.tooLarge(most: mostBytes))
        }
        do {
            return try compose(yaml: text)
        } catch {
            let problem = ConfigurationProblem(yaml: error, file: path)
            if case .syntax(let reason) = problem.kind {
                throw fail(.syntax(reason: reason), line: problem.line)
            }
            throw .configuration([problem])
        }
    }

    /// Throws what was found wrong, when anything was.
    func finish() throws(CommandError) {
        if !problems.isEmpty { throw .configuration(problems.sorted { $0.line < $1.line }) }
    }

    /// Notes something that is wrong with a node.
    mutating func complain(_ problem: DataProblem, at node: Node) {
        complain(.data(problem), line: Self.line(node))
    }

    /// Notes something that is wrong on a line.
    mutating func complain(_ kind: ConfigurationProblem.Kind, line: Int) {
        problems.append(ConfigurationProblem(file: file, line: line, kind: kind))
    }

    /// The line that a node begins on.
    static func line(_ node: Node) -> Int { node.mark?.line ?? 0 }

    /// The values under the keys of a mapping. One without a value is as if it were not there.
    mutating func fields(_ node: Node, of name: String = "", known: [String], needed: [String] = [])
        -> [String: Node]
    {
        guard let mapping = node.mapping else {
            complain(.noMapping(name), at: node)
            return [:]
        }
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            let text = key.scalar?.string ?? ""
            guard known.contains(text) else {
                let nearest = EditDistance.nearest(to: text, among: known)
                complain(.unknownKey(text, nearest: nearest), line: Self.line(key))
                continue
            }
            if value.tag != Tag(.null) || value.scalar == nil { fields[text] = value }
        }
        for key in needed where fields[key] == nil { complain(.missingKey(key), at: node) }
        return fields
    }

    /// The entries of a list under a key; none where it is absent.
    mutating func entries(_ fields: [String: Node], _ key: String, most: Int) -> [Node] {
        guard let node = fields[key] else { return [] }
        guard let sequence = node.sequence else {
            complain(.noList(key), at: node)
            return []
        }
        if sequence.count > most { complain(.tooMany(key: key, most: most), at: node) }
        return Array(sequence.prefix(most))
    }

    /// A value of a kind; nil where it is absent or of another kind.
    mutating func value(_ fields: [String: Node], _ key: String, _ kind: ConfigurationKind)
        -> ConfigurationValue?
    {
        guard let node = fields[key] else { return nil }
        if let value = kind.value(of: node) { return value }
        complain(.wrongType(key: key, expected: kind), line: Self.line(node))
        return nil
    }
}

extension DataFile {
    /// The name of an entry, distinct in the file; empty where there is none.
    mutating func name(_ fields: [String: Node]) -> String {
        guard let node = fields["id"], let id = text(fields, "id") else { return "" }
        let isName = id.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
        guard isName, id.utf8.count <= Self.longestName else {
            complain(.badID(id), at: node)
            return ""
        }
        if let line = names[id] { complain(.duplicateID(id, line: line), at: node) }
        if names[id] == nil { names[id] = Self.line(node) }
        return id
    }

    /// A text; nil where there is none.
    mutating func text(_ fields: [String: Node], _ key: String) -> String? {
        if case .text(let text) = value(fields, key, .text) { text } else { nil }
    }

    /// A text or a list of texts; empty where there is none.
    mutating func texts(_ fields: [String: Node], _ key: String) -> [String] {
        if case .texts(let texts) = value(fields, key, .texts) { texts } else { [] }
    }

    /// true or false; nil where there is none.
    mutating func flag(_ fields: [String: Node], _ key: String) -> Bool? {
        if case .boolean(let flag) = value(fields, key, .boolean) { flag } else { nil }
    }

    /// A number in a range; nil where there is none.
    mutating func number(_ fields: [String: Node], _ key: String, _ range: ClosedRange<Int>) -> Int? {
        if case .number(let number) = value(fields, key, .number(range, unit: .count)) { number } else { nil }
    }

    /// One word of a closed set; nil where there is none.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ fields: [String: Node], _ key: String, _: Word.Type
    ) -> Word? {
        let kind = ConfigurationKind.word(Word.allCases.map(\.rawValue))
        guard case .text(let text) = value(fields, key, kind) else { return nil }
        return Word(rawValue: text)
    }

    /// A day; nil where there is none.
    mutating func day(_ fields: [String: Node], _ key: String) -> Day? {
        guard let node = fields[key], let text = text(fields, key) else { return nil }
        guard let day = Day(text) else {
            complain(.badDay(key: key, text), at: node)
            return nil
        }
        return day
    }

    /// Networks, each with its line; empty where there are none.
    mutating func networks(_ fields: [String: Node], _ key: String) -> [(network: IPNetwork, line: Int)] {
        guard let node = fields[key], value(fields, key, .texts) != nil else { return [] }
        let nodes = node.sequence.map { Array($0) } ?? [node]
        return nodes.compactMap { node in
            let text = node.scalar?.string ?? ""
            guard let network = IPNetwork(text) else {
                complain(.badNetwork(text), at: node)
                return nil
            }
            let address = text.prefix { $0 != "/" }
            if IPAddress(String(address)) != network.address {
                complain(.hostBits(text, network: network.cidr), at: node)
            }
            return (network, Self.line(node))
        }
    }
}

extension IPNetwork {
    /// The network in CIDR notation.
    var cidr: String { "\(address)/\(prefixLength)" }
}
