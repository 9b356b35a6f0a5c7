/// One or more captures, the truth about them, and what they are worth: what a `drill.yml` says.
public struct Drill: Equatable, Sendable {
    /// What it is called.
    public var title = BilingualText()
    /// What happens, for people.
    public var story = BilingualText()
    /// The directory of networks that units are looked up in, relative to `folder`; nil for that of the configuration.
    public var networks: String?
    /// Who plays what.
    public var roles: [DrillRole] = []
    /// What is played, at least one.
    public var captures: [DrillCapture] = []
    /// How many times faster than captured it is played; 0 for as fast as possible.
    public var pace = 0.0
    /// What is done in it, by the time at which it is done.
    public var injects: [Inject] = []
    /// What must not be found.
    public var silences: [Silence] = []
    /// Points that each detection costs which nothing expects.
    public var penalty = 0
    /// Interfaces that its packets may be sent to.
    public var interfaces: [String] = []
    /// The folder that its file lies in, from which paths count.
    public var folder = ""

    /// A drill of nothing.
    public init() {}

    /// Points that a drill is worth in all, in hundredths.
    public var maximum: Int {
        injects.reduce(0) { $0 + $1.maximum } + silences.reduce(0) { $0 + $1.points * 100 }
    }
}
