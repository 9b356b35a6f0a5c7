import NetTypes

/// Words that stand for others, letter by letter, so that every encoding of a replacement is as long as that of the
/// original.
///
/// A word is a run of letters and digits; what stands between words stays. The same word has the same replacement
/// wherever it stands, in any case of letters, so that `host.example` goes on ending as `example` does.
struct WordPseudonyms: Sendable {
    private let key: [UInt8]

    /// Letters of Vietnamese that take three bytes in UTF-8, in pairs of upper and lower case.
    private static let vietnamese: ClosedRange<UInt32> = 0x1ea0...0x1ef9
    /// Letters of Latin-1 in lower case, without the division sign.
    private static let latin = Array("àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ".unicodeScalars)
    private static let ideographs: ClosedRange<UInt32> = 0x4e00...0x9fff
    private static let rareIdeographs: ClosedRange<UInt32> = 0x20000...0x2a6df

    /// Replacements under a key.
    init(key: [UInt8]) {
        self.key = key
    }

    /// The text that takes the place of another.
    func callAsFunction(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var word: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if Self.isPart(scalar) {
                word.append(scalar)
            } else {
                result.append(contentsOf: replaced(word))
                word.removeAll()
                result.append(scalar)
            }
        }
        result.append(contentsOf: replaced(word))
        return String(result)
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private func replaced(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
        if word.isEmpty { return [] }
        let lower = String(String.UnicodeScalarView(word)).lowercased()
        var attempt = 0
        while true {
            var bytes = Keystream(key: key, context: "\(attempt) \(lower)")
            let new = word.map { Self.replaced($0, &bytes) }
            attempt += 1
            // A word of one letter may well come out as itself a few times in a row.
            let same = String(String.UnicodeScalarView(new)).lowercased() == lower
            if !same || attempt > 64 { return new }
        }
    }

    /// A letter or digit of the same kind, and of the same length in UTF-8 and UTF-16.
    private static func replaced(_ scalar: Unicode.Scalar, _ bytes: inout Keystream) -> Unicode.Scalar {
        let choice = bytes.next()
        switch scalar {
        case "0"..."9": return pick(48...57, choice)
        case "a"..."z": return pick(97...122, choice)
        case "A"..."Z": return pick(65...90, choice)
        default: break
        }
        let isUpper = scalar.properties.isUppercase
        switch UTF8.width(scalar) {
        case 2:
            let letter = latin[Int(choice % UInt32(latin.count))]
            return isUpper ? upper(letter) : letter
        case 3 where vietnamese.contains(scalar.value):
            let even = vietnamese.lowerBound + choice % 45 * 2
            return Unicode.Scalar(isUpper ? even : even + 1) ?? scalar
        case 3: return pick(ideographs, choice)
        case 4: return pick(rareIdeographs, choice)
        default: return scalar
        }
    }

    /// Upper case of a letter of Latin-1 is 32 below.
    private static func upper(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(letter.value - 32) ?? letter
    }

    private static func pick(_ range: ClosedRange<UInt32>, _ choice: UInt32) -> Unicode.Scalar {
        Unicode.Scalar(range.lowerBound + choice % UInt32(range.count)) ?? "x"
    }
}
