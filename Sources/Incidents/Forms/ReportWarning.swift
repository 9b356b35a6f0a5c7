/// What whoever sends a report should know before he does.
public enum ReportWarning: Equatable, Sendable {
    /// Addresses of a private network were left out; how many.
    case privateAddressesLeftOut(Int)
    /// An answer to a field names an address of a private network, which the form does not take.
    case privateAddressInAnswer(key: String, address: String)
    /// An answer to a field of boxes names none of them, and was left out.
    case unknownChoice(key: String, choice: String)
    /// The field takes one box and the answer ticks several.
    case severalChoices(key: String)
    /// Lines of a table that were left out; how many.
    case rowsLeftOut(key: String, Int)
    /// The incident is a false positive by its status.
    case isFalsePositive
    /// The incident was merged into another, which is the one to report.
    case isMerged(into: IncidentID)
    /// A network that keeps no payload is at either end: what the traffic said was left out.
    case secretNetwork
    /// The address of the victim lies in no system of the organisation, so that nothing is known of the system.
    case noSystem
    /// The answers name a system that the organisation does not have.
    case unknownSystem(String)
    /// How many provisions that the form rests on were not read in the original.
    case unverified(Int)

    /// Its word in JSON.
    public var word: String {
        switch self {
        case .privateAddressesLeftOut: "private_addresses_left_out"
        case .privateAddressInAnswer: "private_address_in_answer"
        case .unknownChoice: "unknown_choice"
        case .severalChoices: "several_choices"
        case .rowsLeftOut: "rows_left_out"
        case .isFalsePositive: "false_positive"
        case .isMerged: "merged"
        case .secretNetwork: "secret_network"
        case .noSystem: "no_system"
        case .unknownSystem: "unknown_system"
        case .unverified: "unverified"
        }
    }
}
