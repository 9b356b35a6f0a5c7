import NetTypes

/// Takes the parts out of a mail (RFC 2045, RFC 2046), for mail and for HTTP, whose bodies may be mails or multiparts.
///
/// Each leaf becomes an object with its content decoded; a mail inside it becomes one as it is, and its parts follow.
struct MIMEBreaker {
    /// Where a mail was found; what its parts have in common.
    struct Place {
        /// The protocol that carried it.
        var application: ApplicationProtocol
        /// Which way it went.
        var direction: Direction
        /// The transaction of the flow that it belongs to.
        var transaction: UInt64?
        /// The frames that carried it.
        var frames: ClosedRange<UInt64>
    }

    /// Multiparts and mails inside each other. 256: a mail inside a mail is two levels, captures of a hundred of them
    /// exist, and each level costs two calls inside each other and one look at the bytes. All of them take less than
    /// a mebibyte of stack, even in a debug build.
    static let deepest = 256
    /// Bytes looked at and put out for each byte of the mail, and for any mail at all. Nesting makes a mail's bytes
    /// count once for each level; real mails stay below 8.
    private static let workFactor = 8
    private static let leastWork = 16 << 20

    let place: Place
    let output: ParserOutput
    private var work = 0
    var parts = 0
    /// Where bytes of the mail are missing.
    var gaps = MailGaps()
    /// True when the end of the mail is missing.
    var isCut = false
    var summary = MailSummary()

    init(_ place: Place, _ output: ParserOutput) {
        self.place = place
        self.output = output
    }

    /// Takes the parts out of a mail, which is the object of a number. What the mail says of itself.
    mutating func takeOut(_ mail: [UInt8], of parent: UInt64) -> MailSummary {
        begin(mail)
        let headers = readHeaders(mail).headers
        let entity = Entity(
            headers: headers, body: headers.bodyStart..<mail.count, parent: parent, depth: 0,
            isDigest: false)
        take(entity, Source(bytes: mail, isOriginal: true, reason: nil))
        if summary.isMalformed { output.note(.mailMalformed) }
        return summary
    }

    /// What a mail's headers say.
    mutating func readHeaders(_ mail: [UInt8]) -> MailSummary {
        summary.headers = headers(mail, 0..<mail.count)
        summary.isCut = isCut
        return summary
    }

    /// Takes the parts out of a body whose type came with it, such as a multipart over HTTP.
    mutating func takeOut(_ body: [UInt8], contentType: String, of parent: UInt64) {
        begin(body)
        let type = MIMELibrary.contentType(Array(contentType.utf8))
        let entity = Entity(
            headers: MIMEHeaders(), body: 0..<body.count, parent: parent, depth: 0, isDigest: false)
        if type.type.hasPrefix("multipart/") {
            split(entity, Source(bytes: body, isOriginal: true, reason: nil), type.type, type.boundary)
        } else if Self.isMail(type.type) {
            _ = takeOut(body, of: parent)
        }
        if summary.isMalformed { output.note(.mailMalformed) }
    }

    private mutating func begin(_ bytes: [UInt8]) {
        let (product, overflow) = bytes.count.multipliedReportingOverflow(by: Self.workFactor)
        work = overflow ? .max : max(product, Self.leastWork)
    }

    /// A mail or a part: its fields, and where its body lies.
    struct Entity {
        let headers: MIMEHeaders
        var body: Range<Int>
        /// The number of the object that it is inside of.
        let parent: UInt64
        let depth: Int
        /// True in a multipart/digest, whose parts are mails unless they say otherwise.
        let isDigest: Bool
    }

    /// The bytes that entities lie in: the mail itself, or what a part of it decodes to.
    struct Source {
        let bytes: [UInt8]
        /// True for the mail itself.
        let isOriginal: Bool
        /// Why nothing in it is whole, when it is not the mail itself.
        let reason: FileRecord.Reason?
    }

    static func isMail(_ type: String) -> Bool {
        type == "message/rfc822" || type == "message/global" || type == "message/news"
    }

    mutating func headers(_ bytes: [UInt8], _ range: Range<Int>) -> MIMEHeaders {
        let headers = MIMEHeaders(bytes, range, limit: output.configuration.largestHeader)
        if headers.isOverLimit { output.note(.mailLimit) }
        summary.isMalformed = summary.isMalformed || headers.isMalformed
        return headers
    }

    /// True when there is work left for so many bytes.
    mutating func spend(_ bytes: Int) -> Bool {
        guard work >= bytes else {
            output.note(.mailLimit)
            return false
        }
        work -= bytes
        return true
    }

    // MARK: Entities

    /// Takes one entity.
    mutating func take(_ entity: Entity, _ source: Source) {
        // Without a type it is text, or a mail in a digest (RFC 2045 section 5.2, RFC 2046 section 5.1.5).
        let standard: [UInt8] = Array((entity.isDigest ? "message/rfc822" : "text/plain").utf8)
        let field = entity.headers[.contentType] ?? []
        let type = MIMELibrary.contentType(field.isEmpty ? standard : field)
        let isMultipart = type.type.hasPrefix("multipart/")
        guard isMultipart || Self.isMail(type.type) else {
            return leaf(entity, source, type.type, type.name)
        }
        guard entity.depth < Self.deepest else {
            output.note(.mailLimit)
            return leaf(entity, source, type.type, type.name)
        }
        // Neither may be encoded (RFC 2045 section 6.4), which does not keep readers of mail from decoding them.
        let encoding = TransferEncoding(entity.headers[.encoding])
        var inner = entity
        var content = source
        if encoding != .identity {
            summary.isMalformed = true
            guard spend(entity.body.count) else { return }
            let decoded = MIMELibrary.decode(source.bytes.span.extracting(entity.body), encoding)
            content = Source(bytes: decoded, isOriginal: false, reason: damage(entity.body, source))
            inner.body = 0..<decoded.count
        }
        if isMultipart {
            split(inner, content, type.type, type.boundary)
        } else {
            nested(inner, content, type.type, type.name)
        }
    }
}
