import NetTypes
import TestSupport

/// A synthetic capture: where it lies under `captures/`, and the frames in it.
struct Scenario {
    /// The folder, `<family>/<scenario>`.
    let path: String
    /// The savefile's name in that folder: a drill may play more than one.
    let file: String
    /// What happens on the wire.
    let frames: [Frame]

    /// The bytes of its savefile.
    var savefile: [UInt8] { SavefileBytes.pcap(frames.inArrivalOrder()) }

    /// A scenario from one or more conversations that share the wire.
    init(_ path: String, _ conversations: [Frame]...) {
        self.path = path
        file = "traffic.pcap"
        frames = .merged(conversations)
    }

    /// One capture of a drill, from what happens over its minutes.
    init(_ path: String, _ day: DrillDay, file: String = "traffic.pcap") {
        self.path = path
        self.file = file
        frames = .merged(day.conversations)
    }

    /// Every synthetic capture of the project.
    static var all: [Scenario] {
        malware + evasion + encrypted + objects + webShell + commandAndControl + exploit + exfiltration
            + benign
            + [harmlessObjects]
            + webShellPHP + webShellServers + exploitJava + exploitWeb + defacement + leaks + policy
            + nearWords + toolScenarios + drills
    }
}
