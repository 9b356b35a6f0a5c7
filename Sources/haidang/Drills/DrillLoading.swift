import Drills
import Foundation
import NetTypes
import Scan

/// Finds drills and what they need.
enum DrillLoading {
    /// The settings of a drill: its own directory of networks in place of the configured one, and no receivers, so that
    /// nothing of it is taken for real elsewhere.
    static func settings(_ drill: Drill, _ settings: Settings) throws(CommandError) -> Settings {
        var settings = settings
        if let networks = drill.networks {
            settings.networks = (drill.folder as NSString).appendingPathComponent(networks)
        }
        settings.sinks = ""
        try settings.loadNetworks()
        return settings
    }

    /// The files of the drills under some paths, in order: a file itself, or every `drill.yml` below a folder.
    static func files(under paths: [String]) throws(CommandError) -> [String] {
        var files: [String] = []
        for path in paths {
            guard RuleFolder.isFolder(path) else {
                files.append(path)
                continue
            }
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            let found = names.filter { FilePath.name($0) == DrillFile.name }.sorted()
            if found.isEmpty { throw .usage("\(DrillText.noDrills(path))") }
            files += found.map { (path as NSString).appendingPathComponent($0) }
        }
        return files
    }

    /// The rules that a run has, by namespace and name, each with its category, empty where it has none.
    static func categories(of rules: RuleSet?) -> [String: String] {
        var categories: [String: String] = [:]
        for rule in rules?.rules ?? [] {
            let category = RuleProfile(rule.identity).category?.rawValue ?? ""
            categories["\(rule.identity.namespace)/\(rule.identity.name)"] = category
        }
        return categories
    }

    /// The rules that a drill expects and a run does not have.
    static func unknownRules(of drill: Drill, among rules: [String: String]) -> [DrillText] {
        drill.injects.flatMap { inject in
            inject.expected.compactMap(\.rule).filter { rules[$0] == nil && !$0.hasPrefix("ioc/") }.map {
                rule in
                let nearest = EditDistance.nearest(to: rule, among: Array(rules.keys))
                return DrillText.unknownRule(rule, inject: inject.id, nearest: nearest)
            }
        }
    }
}
