import Drills

/// Reads a pace.
enum DrillPace {
    /// A pace from its text, with or without the sign of multiplication; 0 is as fast as possible.
    static func number(_ text: String) throws(CommandError) -> Double {
        let digits = text.hasPrefix("×") || text.hasPrefix("x") ? String(text.dropFirst()) : text
        guard let pace = Double(digits), pace >= 0, pace <= PlayClock.fastest else {
            throw .usage("\(DrillText.badPace(text))")
        }
        return pace
    }
}
