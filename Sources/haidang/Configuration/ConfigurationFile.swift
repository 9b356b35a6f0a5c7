import Foundation
import Yams

/// Reads a configuration file into settings, driven by the table of keys.
///
/// All problems of a file are found at once, so that a person corrects it in one go.
struct ConfigurationFile {
    private let file: String
    private var settings: Settings
    private var problems: [ConfigurationProblem] = []

    private init(file: String, settings: Settings) {
        self.file = file
        self.settings = settings
    }

    /// The bytes that a configuration may have; more is surely another file.
    private static let maximumBytes = 1 << 20

    /// `settings` with what the file says put over it.
    static func load(_ path: String, over settings: Settings) throws(CommandError) -> Settings {
        func fail(_ kind: ConfigurationProblem.Kind, line: Int = 0) -> CommandError {
            .configuration([ConfigurationProblem(file: path, line: line, kind: kind)])
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw fail(.unreadable(reason: SystemReason.text(reasonForNothing(at: path))))
        }
        guard data.count <= maximumBytes, let text = String(data: data, encoding: .utf8) else {
            throw fail(.syntax(reason: "UTF-8, ≤ 1 MiB"))
        }
        return try parse(text, file: path, over: settings)
    }

    /// The error number that opening a file which gave nothing would have had.
    static func reasonForNothing(at path: String) -> Int32 {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        if type == .typeDirectory { return EISDIR }
        return FileManager.default.fileExists(atPath: path) ? EACCES : ENOENT
    }

    /// `settings` with what a text says put over it.
    static func parse(_ text: String, file: String, over settings: Settings) throws(CommandError) -> Settings
    {
        var reader = ConfigurationFile(file: file, settings: settings)
        do {
            // An empty file is a mapping without keys.
            if let root = try compose(yaml: text) { reader.read(root, under: "") }
        } catch {
            reader.problems.append(.init(yaml: error, file: file))
        }
        if !reader.problems.isEmpty { throw .configuration(reader.problems) }
        return reader.settings
    }

    private mutating func read(_ node: Node, under section: String) {
        if node.tag == Tag(.null), node.scalar != nil { return }
        guard let mapping = node.mapping else {
            return complain(.notASection(section), at: node)
        }
        for (keyNode, value) in mapping {
            guard let name = keyNode.scalar?.string else {
                complain(.unknownKey(section, nearest: nil), at: keyNode)
                continue
            }
            let path = section.isEmpty ? name : section + "." + name
            if let key = ConfigurationKeys.key(at: path) {
                take(value, for: key)
            } else if ConfigurationKeys.isSection(path) {
                read(value, under: path)
            } else {
                complain(.unknownKey(path, nearest: ConfigurationKeys.nearest(to: path)), at: keyNode)
            }
        }
    }

    private mutating func take(_ node: Node, for key: ConfigurationKey) {
        if let value = key.kind.value(of: node) {
            key.set(&settings, value)
        } else {
            complain(.wrongType(key: key.path, expected: key.kind), at: node)
        }
    }

    private mutating func complain(_ kind: ConfigurationProblem.Kind, at node: Node) {
        problems.append(ConfigurationProblem(file: file, line: node.mark?.line ?? 0, kind: kind))
    }
}

extension ConfigurationProblem {
    /// The parser's complaint as one of ours.
    init(yaml error: any Error, file: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, kind: .syntax(reason: problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                file: file, line: context.mark.line,
                kind: .duplicateKey(duplicates.sorted().joined(separator: ", ")))
        case .reader(let problem, _, _, _):
            self.init(file: file, line: 0, kind: .syntax(reason: problem))
        default:
            self.init(file: file, line: 0, kind: .syntax(reason: "\(error)"))
        }
    }
}
