/// The point where a savefile stops making sense. It never leaves this room: `Savefile` turns it into a verdict.
struct SavefileDamage: Error, Equatable {
    /// What is wrong, as a clause that can follow "after frame 12: ".
    var reason: String
}
