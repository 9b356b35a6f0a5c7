import NetTypes

/// What an external variable can be, as far as that is known before any traffic.
struct VariableDomain {
    /// Every value there is; nil when there are too many to list.
    let values: [String]?
    /// Whether a text can be its value, and the text that was perhaps meant.
    let test: (String) -> (isPossible: Bool, meant: String?)

    /// The domain of a text variable. `units` are those of the directory of networks, nil without one.
    init(_ variable: ExternalVariable, units: Set<String>?) {
        switch variable {
        case .proto: self.init((0...255).map { TransportProtocol(rawValue: $0).description.lowercased() })
        case .appProto: self.init(ApplicationProtocol.allCases.map(\.rawValue) + [""])
        case .direction: self.init(["to_server", "to_client"])
        case .objectKind: self.init(ScannedObject.Kind.allCases.map(\.rawValue))
        case .owner: self.init([""])
        case .sourceUnit, .destinationUnit:
            if let units { self.init(units.sorted() + [""]) } else { self.init(where: { _ in (true, nil) }) }
        case .sourceAddress, .destinationAddress: self.init(where: Self.address)
        case .md5: self.init(where: Self.digest)
        case .fileExtension:
            self.init(where: { ($0.isEmpty || $0.hasPrefix("."), $0.contains(".") ? nil : "." + $0) })
        case .filename: self.init(where: Self.component)
        case .filepath, .filetype, .sourcePort, .destinationPort, .vlan:
            self.init(where: { _ in (true, nil) })
        }
    }

    private init(_ values: [String]) {
        self.values = values
        test = { text in
            if values.contains(text) { return (true, nil) }
            let lowered = text.lowercased()
            let begins = text.isEmpty ? nil : values.first { $0.hasPrefix(lowered) }
            let nearest = EditDistance.nearest(to: lowered, among: values.filter { !$0.isEmpty })
            return (false, nearest ?? begins)
        }
    }

    private init(where test: @escaping (String) -> (isPossible: Bool, meant: String?)) {
        values = nil
        self.test = test
    }

    /// Addresses are written in one way only.
    private static func address(_ text: String) -> (isPossible: Bool, meant: String?) {
        let written = IPAddress(text)?.description
        return (written == text, written)
    }

    private static func digest(_ text: String) -> (isPossible: Bool, meant: String?) {
        let lowered = text.lowercased()
        let isDigest = lowered.utf8.count == 32 && lowered.allSatisfy(\.isHexDigit)
        return (text.isEmpty || (isDigest && text == lowered), isDigest ? lowered : nil)
    }

    private static func component(_ text: String) -> (isPossible: Bool, meant: String?) {
        (!text.contains("/") && !text.contains("\\"), nil)
    }

    /// The numbers that a number variable can be.
    static func numbers(_ variable: ExternalVariable) -> ClosedRange<Int64> {
        variable == .vlan ? 0...4095 : 0...65_535
    }
}
