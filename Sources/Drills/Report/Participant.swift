/// Somebody who did something in a drill, by the journal of its store.
public struct Participant: Equatable, Sendable {
    /// The name that the system knows him by.
    public var name: String
    /// How many entries of the journal are his.
    public var actions: Int
    /// How many of them are answers.
    public var answers: Int
    /// How many incidents he had to do with.
    public var incidents: Int

    /// Somebody from what he did.
    public init(name: String, actions: Int, answers: Int, incidents: Int) {
        self.name = name
        self.actions = actions
        self.answers = answers
        self.incidents = incidents
    }
}
