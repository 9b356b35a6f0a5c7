/// Words that may not be used: a clock or a lock on the ground floor, a trap or an unfinished note anywhere.
enum WordRules {
    /// The data plane is synchronous, clockless and silent.
    static let groundFloor = [
        ["Foundation"], ["Dispatch"], ["Date", "("], ["DispatchTime"], ["DispatchQueue"], ["ContinuousClock"],
        ["SuspendingClock"], ["clock_gettime"], ["gettimeofday"], ["time", "(", "nil"], ["print", "("],
        ["debugPrint", "("], ["async"], ["await"], ["actor"], ["any"], ["Task"], ["NSLock"], ["Mutex"],
    ]
    /// Where threads of the data plane meet, outside the path of a frame: the only places for a lock.
    static let lockAddresses = [
        "Sources/Sensor/Pipeline/Mailbox.swift", "Sources/Sensor/Pipeline/RuleSlot.swift",
        "Sources/Sensor/Pipeline/StatisticsBoard.swift",
    ]
    /// Nothing may trap on what it is given.
    static let everywhere = [["try", "!"], ["as", "!"], ["fatalError"], ["XCTSkip"], ["withKnownIssue"]]
    /// Notes of work left undone.
    static let notes = ["TODO", "FIXME", "XXX"]
    /// Where somebody's machine keeps things; traffic in rules, captures and their generator may name them.
    static let machines = ["home", "root", "Users", "work", "tmp"].map { "/" + $0 + "/" }

    static func violations(in tree: Tree) -> [String] {
        let ground = RoomTable(tree).groundFloor
        return tree.sources.filter { ground.contains($0.room) }.flatMap { file in
            uses(of: groundFloor.filter { $0 != ["Mutex"] || !lockAddresses.contains(file.path) }, in: file)
        }
            + tree.swift.flatMap { uses(of: everywhere, in: $0) + unfinished($0) }
            + tree.texts.keys.sorted().flatMap { foreignPaths($0, tree.text($0)) }
    }

    private static func uses(of words: [[String]], in file: SwiftFile) -> [String] {
        words.flatMap { sequence in
            file.lines(of: sequence).map { "\(file.path):\($0): \(sequence.joined())" }
        }
    }

    private static func unfinished(_ file: SwiftFile) -> [String] {
        file.comments.flatMap { comment in
            notes.filter(comment.text.contains).map { "\(file.path):\(comment.line): \($0)" }
        }
    }

    private static func foreignPaths(_ path: String, _ text: String) -> [String] {
        if ["rules/", "captures/", "Tests/Forge/"].contains(where: path.hasPrefix) { return [] }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { number, line in
            machines.filter { names($0, in: line) }.map { "\(path):\(number + 1): \($0)" }
        }
    }

    /// True where the folder starts a path, as it does not inside a path of this repository or in a web address.
    private static func names(_ folder: String, in line: Substring) -> Bool {
        line.ranges(of: folder).contains { range in
            guard let before = line[..<range.lowerBound].last else { return true }
            return !before.isLetter && !before.isNumber && !"._-~}/".contains(before)
        }
    }
}
