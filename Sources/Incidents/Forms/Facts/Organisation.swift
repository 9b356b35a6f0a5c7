import NetTypes

/// Who reports: what a team writes down once, so that it need not be typed into every form. What is not known is empty, and
/// missing in forms that ask for it.
public struct Organisation: Equatable, Sendable {
    /// The organisation or person that reports.
    public var name = ""
    /// Its postal address.
    public var address = ""
    /// Its telephone number, as it is written.
    public var phone = ""
    /// Its address of mail.
    public var email = ""
    /// The superior body whose name stands over it on its papers.
    public var parent = ""
    /// The place that its papers are dated at: a province or a city.
    public var place = ""
    /// What the person signs as: a post.
    public var signatory = ""
    /// Whom to ask, the first one first.
    public var contacts: [Contact] = []
    /// Who runs the systems (đơn vị vận hành).
    public var `operator` = Party()
    /// Who owns them (cơ quan chủ quản).
    public var owner = Party()
    /// The systems.
    public var systems: [OrganisationSystem] = []

    /// An organisation of which nothing is known.
    public init() {}

    /// The system that an address lies in; the one with the longest network, the first of equals. Nil when it lies in none.
    public func system(of address: IPAddress) -> OrganisationSystem? {
        let found = systems.compactMap { system in
            system.networks.filter { $0.contains(address) }.map(\.prefixLength).max().map { (system, $0) }
        }
        guard let longest = found.map(\.1).max() else { return nil }
        return found.first { $0.1 == longest }?.0
    }

    /// A person whom to ask.
    public struct Contact: Equatable, Sendable {
        /// Full name.
        public var name = ""
        /// What he is.
        public var post = ""
        /// His telephone number.
        public var phone = ""
        /// His address of mail.
        public var email = ""

        /// Nobody.
        public init() {}
    }

    /// Somebody who is named with an address.
    public struct Party: Equatable, Sendable {
        /// Its name.
        public var name = ""
        /// Its postal address.
        public var address = ""

        /// Nobody.
        public init() {}
    }
}
