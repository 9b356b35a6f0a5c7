import NetTypes

/// Addresses in text that are neither originals nor replacements: of hosts that no header names, or numbers of versions
/// that look like them. They are shown to a person, who can name them.
enum Strangers {
    /// The first of them, each once, in the order in which they come.
    static func texts(in map: PayloadMap, _ originals: Originals) -> [String] {
        let replacements = Set(originals.addresses.map { originals.map($0) })
        var seen: Set<IPAddress> = []
        var texts: [String] = []
        for run in map.units.flatMap(\.runs) {
            for place in run.bytes.indices where (0x30...0x39).contains(run.bytes[place]) {
                guard let address = AddressText(run.bytes, at: place, stride: 1).dotted,
                    !AddressPseudonyms.stays(address), !replacements.contains(address),
                    seen.insert(address).inserted
                else { continue }
                texts.append(address.description)
                if texts.count == MadeDrill.mostStrangers { return texts }
            }
        }
        return texts
    }
}
