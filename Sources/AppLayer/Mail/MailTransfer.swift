import NetTypes

/// A mail that is being transferred. Its object begins with its first byte; an empty mail is none.
struct MailTransfer {
    /// How much of a mail it is.
    enum Section {
        case whole
        case headers
        /// Its body, without headers that would tell what is in it.
        case text
        /// A part as it is encoded, or decoded already.
        case part
    }

    private let application: ApplicationProtocol
    private let direction: Direction
    private let transaction: UInt64
    private let section: Section
    private var id: ObjectID?
    private var frames: ClosedRange<UInt64> = 0...0
    private var gaps = MailGaps()
    /// Bytes that came.
    private(set) var received: UInt64 = 0

    /// A mail that belongs to a transaction of the flow.
    init(
        _ application: ApplicationProtocol, _ direction: Direction, transaction: UInt64,
        _ section: Section = .whole
    ) {
        self.section = section
        self.application = application
        self.direction = direction
        self.transaction = transaction
    }

    /// True when bytes of it are missing so far.
    var hasGap: Bool { !gaps.isEmpty }

    /// Adds bytes.
    mutating func append(_ bytes: Span<UInt8>, _ output: ParserOutput) {
        guard !bytes.isEmpty else { return }
        let id = opened(output)
        output.append(bytes, to: id)
        received += UInt64(bytes.count)
        frames = min(frames.lowerBound, output.origin.frame)...max(frames.upperBound, output.origin.frame)
    }

    /// Says that bytes will never come.
    mutating func skip(_ length: UInt64, _ output: ParserOutput) {
        guard length > 0 else { return }
        let id = opened(output)
        output.skip(length, of: id)
        gaps.note(at: received)
    }

    private mutating func opened(_ output: ParserOutput) -> ObjectID {
        if let id { return id }
        let begun = output.begin(
            ObjectDescription(
                application: application, kind: section == .part ? .mimePart : .mail, direction: direction,
                contentType: section == .part ? "" : "message/rfc822", transaction: transaction))
        frames = output.origin.frame...output.origin.frame
        id = begun
        return begun
    }

    /// Ends it, and takes its parts out. What its headers say; nil when there was no mail.
    mutating func end(_ reason: FileRecord.Reason?, _ output: ParserOutput) -> MailSummary? {
        guard let id else { return nil }
        self.id = nil
        guard let ended = output.end(id, reason) else { return nil }
        var breaker = MIMEBreaker(
            MIMEBreaker.Place(
                application: application, direction: direction, transaction: transaction, frames: frames),
            output)
        breaker.gaps = gaps
        breaker.isCut = reason != nil || UInt64(ended.bytes.count) < received
        switch section {
        case .whole: return breaker.takeOut(ended.bytes, of: ended.number)
        case .headers: return breaker.readHeaders(ended.bytes)
        case .text: return nil
        case .part:
            breaker.decodeUnknown(ended.bytes, of: ended.number)
            return nil
        }
    }
}
