import Foundation
import Incidents

/// The folder of forms: one folder for each profile, and `common` with what their templates share.
struct FormFolder {
    /// The folder.
    let path: String
    /// The texts of shared templates by their names, without `.mustache`.
    let parts: [String: String]

    /// Profiles that it may hold.
    static let mostProfiles = 64
    private static let ending = ".mustache"

    /// The folder that the settings name, or the first of the usual places that is there.
    static func open(_ settings: Settings) throws(CommandError) -> FormFolder {
        let places = settings.forms.isEmpty ? usualPlaces : [settings.forms]
        guard let place = places.first(where: RuleFolder.isFolder) else {
            throw .usage("\(ReportText.noFolder(tried: places))")
        }
        return try FormFolder(place)
    }

    /// A folder of forms.
    init(_ path: String) throws(CommandError) {
        self.path = path
        var parts: [String: String] = [:]
        let common = path + "/common"
        for name in Self.names(in: common) where name.hasSuffix(Self.ending) {
            parts[String(name.dropLast(Self.ending.count))] = try Self.text(common + "/" + name)
        }
        self.parts = parts
    }

    /// All its profiles, by their folders' names. All that is wrong in the first that is not valid is told.
    func profiles() throws(CommandError) -> [FormProfile] {
        var profiles: [FormProfile] = []
        for name in Self.names(in: path).prefix(Self.mostProfiles) {
            let folder = path + "/" + name
            if FileManager.default.fileExists(atPath: folder + "/" + FormProfileFile.name) {
                let profile = try FormProfileFile.load(folder, in: self)
                // Answers, journals and command lines know a profile by its identifier alone.
                if profile.id != name {
                    let problem = DataProblem.unknownReference(key: "id", profile.id, nearest: name)
                    let file = folder + "/" + FormProfileFile.name
                    throw .configuration([ConfigurationProblem(file: file, line: 0, kind: .data(problem))])
                }
                profiles.append(profile)
            }
        }
        if profiles.isEmpty { throw .usage("\(ReportText.noProfiles(path))") }
        return profiles
    }

    /// The file and text of a template: beside its profile, or shared.
    func template(_ name: String, of profile: String) throws(CommandError) -> (file: String, text: String) {
        let own = profile + "/" + name
        let shared = path + "/common/" + name
        // A template lies in one of the two folders, so its name leads nowhere else.
        let isPlain = !name.contains("/") && name.hasSuffix(Self.ending)
        let file = isPlain && FileManager.default.fileExists(atPath: own) ? own : shared
        guard isPlain else {
            let problem = DataProblem.badTemplateName(name)
            throw .configuration([
                ConfigurationProblem(
                    file: profile + "/" + FormProfileFile.name, line: 0, kind: .data(problem))
            ])
        }
        return (file, try Self.text(file))
    }

    /// The file of a shared part; nil when the name is none.
    func partPath(_ name: String) -> String? {
        parts[name].map { _ in path + "/common/" + name + Self.ending }
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private static func text(_ file: String) throws(CommandError) -> String {
        func fail(_ problem: DataProblem) -> CommandError {
            .configuration([ConfigurationProblem(file: file, line: 0, kind: .data(problem))])
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw fail(.unreadable(reason: SystemReason.text(ConfigurationFile.reasonForNothing(at: file))))
        }
        guard data.count <= FormTemplate.mostBytes, let text = String(data: data, encoding: .utf8) else {
            throw fail(.tooLarge(most: FormTemplate.mostBytes))
        }
        return text
    }

    /// True when one of the usual places is there.
    static var isThere: Bool { usualPlaces.contains(where: RuleFolder.isFolder) }

    /// `packaging/forms` in the current folder, then `share/haidang/forms` beside the `bin` folder of this program.
    private static var usualPlaces: [String] {
        ["packaging/forms", RuleFolder.installed("forms")]
    }
}
