import NetTypes

/// A deadline that a law sets: from what moment, how long, when it applies, and by which form it is met.
public struct FormClock: Equatable, Sendable {
    /// What it is called, distinct in its profile.
    public var id: String
    /// What people call it.
    public var label: FormText
    /// The moment that it counts from.
    public var start: Start
    /// How much time there is.
    public var span: Span
    /// When it applies.
    public var trigger: Trigger
    /// The form of the same profile that meets it.
    public var form: String
    /// The provision of the same profile that sets it.
    public var basis: String

    /// A clock from its parts.
    public init(
        id: String, label: FormText, start: Start, span: Span, trigger: Trigger, form: String, basis: String
    ) {
        self.id = id
        self.label = label
        self.start = start
        self.span = span
        self.trigger = trigger
        self.form = form
        self.basis = basis
    }

    /// The moment that a clock counts from.
    public enum Start: String, CaseIterable, Sendable {
        /// The detection, by the clock of the sensor (T0).
        case detected
        /// When somebody took it up, and so confirmed that it is one.
        case confirmed
        /// When it was closed.
        case closed
        /// Its first packet, in capture time.
        case occurred
    }

    /// When a clock applies. What people alone can know comes from answers.
    public enum Trigger: String, CaseIterable, Sendable {
        /// To every incident.
        case always
        /// To a serious one (QĐ 05/2017/QĐ-TTg article 9, or as somebody has decided).
        case serious
        /// When personal data may have been harmed.
        case personalData = "personal-data"
        /// When those are about where somebody is, or biometric.
        case sensitivePersonalData = "sensitive-personal-data"
        /// When the owner cannot handle it alone.
        case beyondCapacity = "beyond-capacity"
        /// When it shows harm to national security or public order, or disrupts gravely.
        case publicHarm = "public-harm"

        /// The question whose answer decides it; nil where none is needed.
        public var question: IncidentQuestion? {
            switch self {
            case .always: nil
            case .serious: .serious
            case .personalData: .personalData
            case .sensitivePersonalData: .sensitivePersonalData
            case .beyondCapacity: .beyondCapacity
            case .publicHarm: .publicHarm
            }
        }
    }

    /// How much time a clock gives.
    ///
    /// Viet Nam has no summer time, so a day is 24 hours, and a deadline falls on the minute at which it began: the
    /// strict reading, which is never later than one that counts whole days.
    public enum Span: Equatable, Sendable {
        /// None: what it asks for is due at once.
        case atOnce
        /// Hours, from 1 to 8,760.
        case hours(Int)
        /// Days of 24 hours, from 1 to 366.
        case days(Int)

        /// Its length in nanoseconds; 0 for at once.
        public var nanoseconds: Int64 {
            switch self {
            case .atOnce: 0
            case .hours(let count): Int64(clamping: count) * 3_600_000_000_000
            case .days(let count): Int64(clamping: count) * 86_400_000_000_000
            }
        }

        /// A span from its text: `at-once`, `24 hours`, `5 days`. Nil for anything else, or out of range.
        public init?(_ text: String) {
            if text == "at-once" {
                self = .atOnce
                return
            }
            let words = text.split(separator: " ")
            guard words.count == 2, let count = Int(words[0]) else { return nil }
            switch words[1] {
            case "hours" where (1...8760).contains(count): self = .hours(count)
            case "days" where (1...366).contains(count): self = .days(count)
            default: return nil
            }
        }
    }
}
