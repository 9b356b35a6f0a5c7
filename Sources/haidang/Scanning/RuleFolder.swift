import Foundation

/// Where rules are when nobody says where.
enum RuleFolder {
    /// The paths of the rules that a run uses. One that has lists of indicators needs no rules.
    static func paths(of settings: Settings) throws(CommandError) -> [String] {
        do throws(CommandError) {
            return try paths(settings.rules)
        } catch .noRuleFolder(let tried) {
            if settings.indicators.isEmpty { throw .noRuleFolder(tried: tried) }
            return []
        }
    }

    /// The paths given, or the first of the usual places that is there.
    static func paths(_ given: [String]) throws(CommandError) -> [String] {
        if !given.isEmpty { return given }
        let usual = usualPlaces
        guard let place = usual.first(where: isFolder) else { throw .noRuleFolder(tried: usual) }
        return [place]
    }

    /// True where a folder is, or a symbolic link to one.
    static func isFolder(_ path: String) -> Bool {
        // The trailing slash makes the system follow a symbolic link.
        let type = try? FileManager.default.attributesOfItem(atPath: path + "/.")[.type] as? FileAttributeType
        return type == .typeDirectory
    }

    /// `rules` in the current folder, then those that were installed with the program.
    private static var usualPlaces: [String] { ["rules", installed("rules")] }

    /// A folder that was installed with this program: `share/haidang/NAME` beside the `bin` folder that it lies in.
    static func installed(_ name: String) -> String {
        let binary = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let prefix = FilePath.parent(FilePath.parent(binary))
        return (prefix as NSString).appendingPathComponent("share/haidang/" + name)
    }
}
