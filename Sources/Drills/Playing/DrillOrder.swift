import Foundation

/// What a director tells a drill that is being played, by the file `order.json` in its folder. Each order has a number, so
/// that it is obeyed once.
public struct DrillOrder: Codable, Equatable, Sendable {
    /// Greater than that of the order before it.
    public var number: Int
    /// What is to be done.
    public var action: Action
    /// The pace, for `pace`; nanoseconds of the drill, for `seek`.
    public var value: Double

    /// What can be told.
    public enum Action: String, Codable, CaseIterable, Sendable {
        /// Stand still.
        case pause
        /// Go on.
        case resume
        /// Go on at another pace.
        case pace
        /// Jump ahead.
        case seek
        /// Come to an end.
        case stop
    }

    /// An order from its parts.
    public init(number: Int, action: Action, value: Double = 0) {
        self.number = number
        self.action = action
        self.value = value
    }

    /// Obeys it; false for a jump into the past.
    public func carryOut(_ clock: PlayClock) -> Bool {
        switch action {
        case .pause: clock.pause()
        case .resume: clock.resume()
        case .pace: clock.change(speed: value.isFinite ? value : 0)
        case .seek: return clock.seek(to: value.isFinite ? Int64(max(0, min(value, 4e18))) : 0)
        case .stop: clock.stop()
        }
        return true
    }
}
