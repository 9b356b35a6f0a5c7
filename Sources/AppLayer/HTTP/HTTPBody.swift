import NetTypes

/// The body of a message that is being transferred: its bytes are decoded and become an object with the first of
/// them; those of a form are looked at for its parts as well.
final class HTTPBody {
    private let description: ObjectDescription
    private let range: HTTPContentRange?
    private let ranges: HTTPRanges
    private let form: MultipartForm?
    /// The type, with its parameters, of a body that is a mail or in parts as mails are; nil for the others.
    private let mailType: String?
    /// The frame that brought the first bytes.
    private var firstFrame: UInt64 = 0
    private var decoder: ContentDecoder?
    private var object: ObjectID?
    /// Why it is not whole, apart from where it ended.
    private var flaw: FileRecord.Reason?
    /// True when what follows cannot be decoded, because of a gap.
    private var isLost = false
    /// Bytes that came, as they were transferred.
    private(set) var transferred: UInt64 = 0
    /// Bytes that came out of the decoder.
    private var decoded: UInt64 = 0

    /// A body of a message with a head. What a range response brings goes to `ranges` as well.
    init(
        _ description: ObjectDescription, _ head: HTTPHead, _ ranges: HTTPRanges,
        _ configuration: AppLayerConfiguration
    ) {
        self.description = description
        self.ranges = ranges
        decoder = head.text("content-encoding").flatMap { ContentDecoder(contentEncoding: $0, configuration) }
        range = head.status == 206 ? head["content-range"].flatMap { HTTPContentRange($0) } : nil
        form = head.status == 0 ? MultipartForm(head, description, configuration) : nil
        mailType = form == nil ? Self.mailType(head.text("content-type") ?? "") : nil
        // Part of several ranges in one body (RFC 9110 section 14.6) is still a part.
        if head.status == 206, range?.isWhole != true { flaw = .range }
    }

    /// Takes the next bytes.
    func take(_ bytes: Span<UInt8>, _ output: ParserOutput) {
        transferred &+= UInt64(bytes.count)
        if let object, form == nil, output.sheds(object) {
            // What is encoded is not decoded either.
            decoder = nil
            return output.shed(bytes.count, of: object)
        }
        guard !isLost else { return }
        guard let decoder else { return emit(bytes, output) }
        guard !decoder.isUnknown else {
            output.note(.encodingMalformed)
            self.decoder = nil
            return emit(bytes, output)
        }
        judge(decoder.decode(bytes) { emit($0, output) }, output)
    }

    private func judge(_ outcome: ContentDecoder.Outcome, _ output: ParserOutput) {
        switch outcome {
        case .more, .ended:
            return
        case .damaged:
            output.note(.encodingMalformed)
            flaw = .damaged
        case .limit:
            output.note(.encodingLimit)
            flaw = .limit
        }
    }

    private func emit(_ bytes: Span<UInt8>, _ output: ParserOutput) {
        guard !bytes.isEmpty else { return }
        let object = open(output)
        output.append(bytes, to: object)
        if let range, !description.name.isEmpty {
            ranges.write(bytes, at: decoded, range, description, output)
        }
        decoded &+= UInt64(bytes.count)
        form?.take(bytes, output)
    }

    private func open(_ output: ParserOutput) -> ObjectID {
        if let object { return object }
        let object = output.begin(description)
        firstFrame = output.origin.frame
        self.object = object
        return object
    }

    /// Bytes of it will never come. What is encoded cannot be decoded from there on.
    func skip(_ length: UInt64, _ output: ParserOutput) {
        guard length > 0 else { return }
        transferred &+= length
        output.skip(length, of: open(output))
        decoded &+= length
        form?.skip(length, output)
        if flaw == nil || flaw == .range { flaw = .gap }
        if decoder != nil {
            decoder = nil
            isLost = true
        }
    }

    /// It ends, with what its transfer says of that.
    func end(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        if let decoder, reason == nil, flaw == nil, transferred > 0 { judge(decoder.finish(), output) }
        form?.end(reason, output)
        if let object, let ended = output.end(object, reason ?? flaw) { takeApart(ended, output) }
        object = nil
        if let range, reason == nil, flaw == nil || flaw == .range { ranges.rangeEnded(range, output) }
    }

    /// Takes the parts out of a mail or of a body in parts.
    private func takeApart(_ ended: (number: UInt64, bytes: [UInt8]), _ output: ParserOutput) {
        guard let mailType else { return }
        let place = MIMEBreaker.Place(
            application: description.application, direction: description.direction,
            transaction: description.transaction, frames: firstFrame...max(firstFrame, output.origin.frame))
        var breaker = MIMEBreaker(place, output)
        breaker.takeOut(ended.bytes, contentType: mailType, of: ended.number)
    }

    /// A type as it was given, when it is one of those; the parts of several ranges are parts of one file instead.
    private static func mailType(_ type: String) -> String? {
        let name = type.lowercased()
        let isInParts = name.hasPrefix("multipart/") && !name.hasPrefix("multipart/byteranges")
        return isInParts || name.hasPrefix("message/") ? type : nil
    }
}
