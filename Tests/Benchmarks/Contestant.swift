import Foundation

/// Something that is measured over a capture: one of our phases, or other programs one after the other.
struct Contestant {
    /// How it is called in tables.
    let name: String
    /// The commands, whose costs are added. They may leave files in a folder that is new for each run.
    let commands: [Command]
    /// Rounds; nil for as many as the plan says.
    var rounds: Int?

    /// Programs that it needs and that are not installed.
    var missing: [String] {
        let programs = Set(commands.map { $0.arguments[0] })
        return programs.filter { !$0.contains("/") && !Command.isInstalled($0) }.sorted()
    }

    /// Runs it once; processor seconds of all its commands.
    func run(in folder: Workplace) throws -> Double {
        try folder.renewStreams()
        return try commands.reduce(0) { try $0 + $1.run(in: folder.url).seconds }
    }
}
