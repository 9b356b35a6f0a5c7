import NetTypes

/// What must not be left in a drill, and what takes its place.
struct Originals {
    /// The addresses.
    var addresses: Set<IPAddress>
    /// The hardware addresses.
    var hardware: Set<HardwareAddress>
    /// The texts.
    var texts: ReplacedTexts
    /// What takes the place of an address.
    let map: AddressPseudonyms
    /// What takes the place of a hardware address.
    let hardwareMap: HardwarePseudonyms

    /// Zero bytes of a binary value from which it is looked for only in its own fields: it is everywhere by chance.
    private static let mostZeroes = 2

    /// The originals with replacements under a key.
    init(
        addresses: Set<IPAddress>, hardware: Set<HardwareAddress>, texts: [String], key: DrillKey,
        attempt: Int
    ) {
        let map = AddressPseudonyms(key: key.derived("addresses", attempt))
        let hardwareMap = HardwarePseudonyms(key: key.derived("hardware", attempt), addresses: map)
        self.map = map
        self.hardwareMap = hardwareMap
        self.addresses = addresses.filter { !AddressPseudonyms.stays($0) }
        self.hardware = hardware.filter { !HardwarePseudonyms.stays($0) }
        self.texts = ReplacedTexts(texts, WordPseudonyms(key: key.derived("words", attempt)))
        for address in self.hardware.sorted(by: { $0.number < $1.number }) {
            guard address.bytes.count(where: { $0 == 0 }) <= Self.mostZeroes else { continue }
            self.texts.add(exactly: address.bytes, hardwareMap(address).bytes)
        }
    }

    /// True when no replacement is an original, or holds one.
    var isClean: Bool {
        let finder = TextFinder(self)
        return addresses.allSatisfy { !addresses.contains(map($0)) }
            && hardware.allSatisfy { !hardware.contains(hardwareMap($0)) }
            && texts.forms.joined().allSatisfy { finder.edits(in: $0.replacement).isEmpty }
    }

    /// A rewriter of headers.
    var rewriter: FrameRewriter {
        let (map, hardwareMap) = (map, hardwareMap)
        return FrameRewriter({ map($0) }, hardware: { hardwareMap($0) })
    }
}
