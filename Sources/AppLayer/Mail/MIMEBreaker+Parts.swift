import NetTypes

extension MIMEBreaker {
    /// Puts a part out, decoded.
    mutating func leaf(_ entity: Entity, _ source: Source, _ type: String, _ typeName: String) {
        let name = name(entity, typeName)
        guard admit(entity.body.count) else { return }
        let bytes = source.bytes.span.extracting(entity.body)
        let id = output.begin(description(.mimePart, name, type, entity.parent))
        let encoding = TransferEncoding(entity.headers[.encoding])
        if encoding == .identity {
            output.append(bytes, to: id)
        } else {
            output.append(MIMELibrary.decode(bytes, encoding).span, to: id)
        }
        output.end(id, damage(entity.body, source))
    }

    /// Puts a mail inside the mail out as it is, then its parts.
    mutating func nested(_ entity: Entity, _ source: Source, _ type: String, _ typeName: String) {
        let name = name(entity, typeName)
        guard admit(entity.body.count) else { return }
        let id = output.begin(description(.mail, name, type, entity.parent))
        output.append(source.bytes.span.extracting(entity.body), to: id)
        guard let ended = output.end(id, damage(entity.body, source)) else { return }
        let headers = headers(source.bytes, entity.body)
        take(
            Entity(
                headers: headers, body: headers.bodyStart..<entity.body.upperBound, parent: ended.number,
                depth: entity.depth + 1, isDigest: false),
            source)
    }

    /// The name of a part, which is listed with the mail: that of its disposition, or else of its type.
    private mutating func name(_ entity: Entity, _ typeName: String) -> String {
        var name = entity.headers[.disposition].map { MIMELibrary.fileName($0) } ?? ""
        if name.isEmpty { name = typeName }
        name = MailSummary.bounded(name)
        if !name.isEmpty, summary.attachments.count < MailSummary.mostListed {
            summary.attachments.append(name)
        }
        return name
    }

    /// A part came alone, and nothing says how it is encoded: what is base64 throughout, in lines as mail has them, is
    /// put out decoded as well.
    mutating func decodeUnknown(_ bytes: [UInt8], of parent: UInt64) {
        guard bytes.count >= Self.leastGuess, bytes.allSatisfy(Self.isBase64) else { return }
        let firstLine = bytes.prefix { $0 != 0x0D && $0 != 0x0A }
        guard firstLine.count % 4 == 0 else { return }
        let id = output.begin(description(.mimePart, "", "", parent))
        output.append(MIMELibrary.decode(bytes.span, .base64).span, to: id)
        output.end(id, damage(0..<bytes.count, Source(bytes: bytes, isOriginal: true, reason: nil)))
    }

    /// Bytes that a text must have for its letters to say that it is base64 and no word.
    private static let leastGuess = 64

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D, 0x0D, 0x0A: true
        default: false
        }
    }

    /// Takes the parts of a multipart (RFC 2046 section 5.1). One whose boundary is not there is a leaf.
    mutating func split(_ entity: Entity, _ source: Source, _ type: String, _ boundary: [UInt8]) {
        guard spend(entity.body.count) else { return }
        let ranges = boundary.isEmpty ? [] : bodies(source.bytes, entity.body, boundary)
        guard !ranges.isEmpty else {
            summary.isMalformed = true
            return leaf(entity, source, type, "")
        }
        for range in ranges {
            guard parts < output.configuration.mostMembers else {
                output.note(.mailLimit)
                return
            }
            let headers = headers(source.bytes, range)
            take(
                Entity(
                    headers: headers, body: headers.bodyStart..<range.upperBound, parent: entity.parent,
                    depth: entity.depth + 1, isDigest: type == "multipart/digest"),
                source)
        }
    }

    /// Where the parts of a multipart lie, without the line break that precedes their boundary; one more than the
    /// limit at most. Without its last boundary the last part goes on to the end.
    private mutating func bodies(_ bytes: [UInt8], _ range: Range<Int>, _ boundary: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var partStart: Int?
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
            let next = min(end + 1, range.upperBound)
            if let isLast = Self.delimiter(bytes[start..<end], boundary) {
                if let partStart { found.append(partStart..<Self.end(bytes, partStart, start)) }
                partStart = next
                if isLast || found.count > output.configuration.mostMembers { return found }
            }
            start = next
        }
        summary.isMalformed = true
        if let partStart { found.append(partStart..<range.upperBound) }
        return found
    }

    /// Whether a line is the boundary, and then whether it is the last one; nil if it is none.
    private static func delimiter(_ line: ArraySlice<UInt8>, _ boundary: [UInt8]) -> Bool? {
        guard line.count >= boundary.count + 2, line.first == 0x2D, line.dropFirst().first == 0x2D else {
            return nil
        }
        let rest = line.dropFirst(2)
        guard rest.starts(with: boundary) else { return nil }
        var tail = rest.dropFirst(boundary.count)
        let isLast = tail.starts(with: [0x2D, 0x2D])
        if isLast { tail = tail.dropFirst(2) }
        return tail.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } ? isLast : nil
    }

    /// The end of a part whose next boundary begins at a place.
    private static func end(_ bytes: [UInt8], _ start: Int, _ boundary: Int) -> Int {
        var end = boundary
        if end > start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    /// True when one more object of so many bytes may be put out.
    private mutating func admit(_ bytes: Int) -> Bool {
        guard parts < output.configuration.mostMembers else {
            output.note(.mailLimit)
            return false
        }
        guard spend(bytes) else { return false }
        parts += 1
        return true
    }

    /// Why a range of a source is not whole; nil when it is.
    func damage(_ range: Range<Int>, _ source: Source) -> FileRecord.Reason? {
        guard source.isOriginal else { return source.reason }
        if gaps.touch(range) { return .gap }
        return isCut && range.upperBound >= source.bytes.count ? .cut : nil
    }

    private func description(
        _ kind: ScannedObject.Kind, _ name: String, _ type: String, _ parent: UInt64
    ) -> ObjectDescription {
        ObjectDescription(
            application: place.application, kind: kind, direction: place.direction, name: name,
            contentType: type, transaction: place.transaction, parent: parent, frames: place.frames)
    }
}
