import Foundation

extension Scene {
    /// What the test program `confined` printed, which gives up rights with the code of the program and then tries
    /// what it should not be able to do.
    struct Confinement {
        /// How it ended.
        let outcome: Outcome

        /// What was tried and is tried again in every run.
        static let attempts = [
            "socket", "local socket", "packet socket", "execute", "fork", "unshare", "trace", "mount", "root",
            "signal",
            "writable code", "code", "made code", "terminal", "limit", "filter",
        ]

        /// What one attempt printed; nil when it printed nothing.
        func result(_ attempt: String) -> String? {
            let prefix = attempt + ": "
            return outcome.lines.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        }

        /// The attempts that failed with EPERM, in their order.
        var refused: [String] { Self.attempts.filter { result($0) == "1" } }

        /// The state of each thread: user, group, capabilities, filter.
        var threads: [String] {
            outcome.lines.filter { $0.hasPrefix("thread ") }.map { String($0.dropFirst(7)) }
        }
    }

    /// Runs the test program `confined`, in the folder, which everybody may write to.
    func confine(_ arguments: String..., by wrapper: [String] = []) throws -> Confinement {
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
        let confined = Self.program.deletingLastPathComponent().appendingPathComponent("confined")
        let process = process(wrapper.dropFirst() + (wrapper.isEmpty ? [] : [confined.path]) + arguments)
        process.executableURL = wrapper.first.map { URL(fileURLWithPath: $0) } ?? confined
        return Confinement(outcome: try finish(process))
    }

    /// A program that runs another one as a user without rights but those of a capability, in front of the arguments.
    static func asNobody(with capability: String = "-all") -> [String] {
        let sets = ["--inh-caps", "--ambient-caps", "--bounding-set"].flatMap { [$0, capability] }
        return [setpriv, "--reuid", "65534", "--regid", "65534", "--clear-groups"] + sets
    }

    private static let setpriv = "/usr/bin/setpriv"

    /// True where tests may become another user, since they run as root.
    static let canBecome = geteuid() == 0 && FileManager.default.isExecutableFile(atPath: setpriv)
}
