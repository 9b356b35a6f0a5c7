import NetTypes

/// The bytes of a match as people look at them: sixteen in a row by their offset, in hexadecimal and as letters, with
/// what stood around it.
struct HexRows {
    /// Some bytes of a row that matched, or did not.
    struct Piece: Equatable {
        /// As they are printed.
        var text: String
        /// True where they are what matched.
        var isMarked: Bool
    }

    /// Sixteen bytes, or fewer at both ends.
    struct Row: Equatable {
        /// The offset of the first, in hexadecimal.
        var offset: String
        /// The bytes in hexadecimal.
        var digits: [Piece] = []
        /// The bytes as letters; a full stop where they are none.
        var letters: [Piece] = []
    }

    /// From the first.
    private(set) var rows: [Row] = []
    /// Bytes of the match that are not shown.
    let left: Int64

    /// The rows of a match.
    init(_ match: LoggedDetection.Match) {
        let all = Self.bytes(match.hexadecimal)
        let hit = Array(all.prefix(ReportLimits.matchedBytes))
        let before = Array(Self.bytes(match.before).suffix(ReportLimits.bytesAround))
        left = max(0, match.length - Int64(hit.count))
        // What comes behind the match stands behind it only where all of that is shown.
        let after = left > 0 ? [] : Array(Self.bytes(match.after).prefix(ReportLimits.bytesAround))
        let bytes = before + hit + after
        let marked = before.count..<(before.count + hit.count)
        let start = max(0, match.offset) - min(max(0, match.offset), Int64(before.count))
        var place = -Int(start % 16)
        var offset = start - start % 16
        while place < bytes.count {
            rows.append(Self.row(bytes, from: place, at: offset, marked))
            place += 16
            offset &+= 16
        }
    }

    private static func row(_ bytes: [UInt8], from place: Int, at offset: Int64, _ marked: Range<Int>) -> Row
    {
        let digits = String(offset, radix: 16)
        var row = Row(offset: String(repeating: "0", count: max(0, 8 - digits.count)) + digits)
        for index in place..<(place + 16) {
            let isMarked = marked.contains(index)
            // A blank between two bytes that both matched is marked too, so that what matched is one piece.
            let blank = index == place ? "" : " "
            add(blank, isMarked && marked.contains(index - 1), to: &row.digits)
            if bytes.indices.contains(index) {
                let byte = bytes[index]
                add((byte < 16 ? "0" : "") + String(byte, radix: 16), isMarked, to: &row.digits)
                add(letter(byte), isMarked, to: &row.letters)
            } else {
                add("  ", false, to: &row.digits)
                add(" ", false, to: &row.letters)
            }
        }
        return row
    }

    private static func add(_ text: String, _ isMarked: Bool, to pieces: inout [Piece]) {
        if text.isEmpty { return }
        if pieces.last?.isMarked == isMarked {
            pieces[pieces.count - 1].text += text
        } else {
            pieces.append(Piece(text: text, isMarked: isMarked))
        }
    }

    private static func letter(_ byte: UInt8) -> String {
        (0x20..<0x7f).contains(byte) ? String(Unicode.Scalar(byte)) : "."
    }

    private static func bytes(_ digits: String) -> [UInt8] { [UInt8](hexadecimal: digits) ?? [] }
}
