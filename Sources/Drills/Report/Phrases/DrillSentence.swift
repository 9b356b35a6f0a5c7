import Incidents

/// Sentences of a report that hold something of the run; what they hold is safe to print.
enum DrillSentence {
    /// Rows that are left out.
    case more(Int)
    /// What was not inspected; lines of the log that were none; detections that nobody judged.
    case incomplete(String), brokenLines(String), unjudged(String)
    /// A span by both its ends.
    case fromTo(String, String)
    /// Frames and rules, how many.
    case frames(String), rules(String)
    /// An inject by its number.
    case numbered(Int)
    /// Points for what is done in time, and the time.
    case inTime(Int, String)
    /// A string of a rule: its identifier, the offset and length of its match.
    case matched(String, String, String)
    /// Bytes that are left out.
    case moreBytes(String)
    /// Rules whose techniques are not known.
    case techniquesUnknown(String)
    /// The digest of the drill that was played, where another one is judged by.
    case otherDrill(String)

    /// The sentence in a language.
    func text(_ language: ReportLanguage) -> String { language == .vietnamese ? vietnamese : english }

    private var english: String {
        switch self {
        case .more(let count): "… and \(count) more."
        case .incomplete(let words): "Not all was inspected: \(words). What was not inspected is not clean."
        case .brokenLines(let count): "Lines of the event log that could not be read: \(count)."
        case .unjudged(let count): "Detections that were not judged, being too many: \(count)."
        case .fromTo(let from, let to): "\(from) – \(to)"
        case .frames(let count): "\(count) frames"
        case .rules(let count): "\(count) rules"
        case .numbered(let number): "Inject \(number)"
        case .inTime(let points, let span): "\(points) within \(span)"
        case .matched(let id, let offset, let length): "\(id): offset \(offset), \(length) bytes"
        case .moreBytes(let count): "… and \(count) more bytes of the match."
        case .techniquesUnknown(let rules):
            "Of these expected rules, which found nothing, the techniques are not known: \(rules)."
        case .otherDrill(let digest):
            "This is not the file that was played, whose SHA-256 is \(digest): the drill was judged by another truth."
        }
    }

    private var vietnamese: String {
        switch self {
        case .more(let count): "… và \(count) mục nữa."
        case .incomplete(let words): "Chưa kiểm tra hết: \(words). Phần chưa kiểm tra không được coi là sạch."
        case .brokenLines(let count): "Số dòng của sổ sự kiện không đọc được: \(count)."
        case .unjudged(let count): "Số phát hiện không được chấm vì quá nhiều: \(count)."
        case .fromTo(let from, let to): "\(from) – \(to)"
        case .frames(let count): "\(count) khung"
        case .rules(let count): "\(count) luật"
        case .numbered(let number): "Tình huống \(number)"
        case .inTime(let points, let span): "\(points) nếu trong vòng \(span)"
        case .matched(let id, let offset, let length): "\(id): vị trí \(offset), dài \(length) byte"
        case .moreBytes(let count): "… và \(count) byte nữa của chuỗi khớp."
        case .techniquesUnknown(let rules):
            "Các luật được chờ đợi sau đây không tìm thấy gì, nên không biết kỹ thuật của chúng: \(rules)."
        case .otherDrill(let digest):
            "Đây không phải tệp đã được phát (SHA-256 \(digest)): cuộc diễn tập được chấm theo một đáp án khác."
        }
    }
}
