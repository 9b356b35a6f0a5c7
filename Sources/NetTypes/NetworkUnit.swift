/// An organisation that networks belong to: what the directory of networks says of it.
///
/// It never changes, so it is a value all the same; it is a class so that a flow carries it as one word.
public final class NetworkUnit: Equatable, Sendable {
    /// What rules and events call it: lower-case letters, digits and hyphens.
    public let id: String
    /// Its name for people.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// The level of its information system, 1 to 5 (the highest), as the law of Viet Nam has it.
    public let level: Int
    /// How much an incident there weighs, 1 to 5 (the most); the level where nothing else is said.
    public let importance: Int
    /// Whom to tell.
    public let contact: Contact
    /// What may be kept of payload of its traffic.
    public let payload: PayloadPolicy
    /// Its networks.
    public let networks: [IPNetwork]
    /// The first day on which they are its; nil for always before.
    public let from: Day?
    /// The last day on which they are; nil for always after.
    public let to: Day?

    /// A unit from its parts.
    public init(
        id: String, name: String, kind: Kind, level: Int, importance: Int? = nil,
        contact: Contact = Contact(),
        payload: PayloadPolicy = .keep, networks: [IPNetwork], from: Day? = nil, to: Day? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.level = level
        self.importance = importance ?? level
        self.contact = contact
        self.payload = payload
        self.networks = networks
        self.from = from
        self.to = to
    }

    /// Equal when everything that is said of them is.
    public static func == (left: NetworkUnit, right: NetworkUnit) -> Bool {
        left === right
            || (left.id == right.id && left.name == right.name && left.kind == right.kind
                && left.level == right.level && left.importance == right.importance
                && left.contact == right.contact && left.payload == right.payload
                && left.networks == right.networks && left.from == right.from && left.to == right.to)
    }

    /// The first moment at which its networks are its.
    var start: Timestamp { from?.start ?? Timestamp(nanoseconds: .min) }

    /// The last moment at which they are.
    var last: Timestamp { to?.end.advanced(by: -1) ?? Timestamp(nanoseconds: .max) }

    /// The kinds of units of a province.
    public enum Kind: String, CaseIterable, Sendable {
        /// A ward (phường).
        case ward
        /// A commune (xã).
        case commune
        /// A special administrative zone (đặc khu).
        case specialZone = "special_zone"
        /// A department of the province (sở, ban, ngành).
        case department
        /// The data centre itself.
        case dataCentre = "data_centre"
        /// Another agency of the state.
        case agency
        /// Anything else.
        case other
    }

    /// Whom to tell; what is not known is empty.
    public struct Contact: Equatable, Sendable {
        /// A person or a post.
        public let name: String
        /// A telephone number, as it is written.
        public let phone: String
        /// An address of mail.
        public let email: String

        /// A contact from its parts.
        public init(name: String = "", phone: String = "", email: String = "") {
            self.name = name
            self.phone = phone
            self.email = email
        }
    }
}
