import NetTypes

/// Finds originals in bytes: texts in all their forms, and addresses as text.
///
/// An address is found in dotted decimal, with commas, hyphens or low lines in place of the dots, as labels of DNS, back
/// to front before `in-addr`, as IPv6 in any of its forms, and as hardware address; each in ASCII and in UTF-16.
struct TextFinder {
    private let originals: Originals

    /// A finder of these.
    init(_ originals: Originals) {
        self.originals = originals
    }

    /// The most bytes that belong to one place.
    var reach: Int { max(originals.texts.longest, 2 * AddressText.longest) }

    /// What takes the place of the originals in bytes, in order, none over another.
    func edits(in bytes: [UInt8]) -> [PayloadEdit] {
        var edits: [PayloadEdit] = []
        var place = 0
        while place < bytes.count {
            if let edit = edit(in: bytes, at: place) {
                edits.append(edit)
                place = edit.end
            } else {
                place += 1
            }
        }
        return edits
    }

    private func edit(in bytes: [UInt8], at place: Int) -> PayloadEdit? {
        if let form = originals.texts.form(in: bytes, at: place) {
            return PayloadEdit(offset: place, bytes: replacement(form, bytes, place))
        }
        guard AddressText.mayBegin(bytes[place]) else { return nil }
        if let edit = AddressText(bytes, at: place, stride: 1).replaced(originals) { return edit }
        guard place + 1 < bytes.count, bytes[place + 1] == 0 else { return nil }
        return AddressText(bytes, at: place, stride: 2).replaced(originals)
    }

    /// The replacement, its letters in the case of those that they replace.
    private func replacement(_ form: ReplacedTexts.Form, _ bytes: [UInt8], _ place: Int) -> [UInt8] {
        guard form.ignoresCase else { return form.replacement }
        return form.replacement.enumerated().map { index, new in
            switch (bytes[place + index], new) {
            case (0x41...0x5a, 0x61...0x7a): new & ~0x20
            case (0x61...0x7a, 0x41...0x5a): new | 0x20
            default: new
            }
        }
    }
}
