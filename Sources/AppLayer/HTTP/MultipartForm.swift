import NetTypes

/// The parts of a form that was sent as multipart/form-data (RFC 7578), taken out of its body as that comes.
///
/// A part ends before the line break that precedes its boundary (RFC 2046 section 5.1.1); a line feed alone is one,
/// too. No more than a boundary's length of a part's bytes is held back.
final class MultipartForm {
    private let description: ObjectDescription
    private let configuration: AppLayerConfiguration
    /// A line feed, two hyphens and the boundary.
    private let delimiter: [UInt8]
    private var state = State.preamble
    /// Bytes that were not dealt with yet.
    private var held: [UInt8] = [0x0a]
    private var part: ObjectID?
    private var pending: ObjectDescription?
    private var parts = 0
    /// Of what is held: where the line at hand starts, and up to where no line feed is in it.
    private var lineStart = 0
    private var searched = 0

    private enum State { case preamble, line, header, start, body, finished }

    /// Bytes of the longest boundary (RFC 2046 section 5.1.1).
    private static let longestBoundary = 70

    /// The parts of a message's body; nil when it is no form.
    init?(_ head: HTTPHead, _ description: ObjectDescription, _ configuration: AppLayerConfiguration) {
        guard head.mediaType == "multipart/form-data", let type = head["content-type"],
            let boundary = HTTPValue.parameter("boundary", of: type), !boundary.isEmpty,
            boundary.count <= Self.longestBoundary, !boundary.contains(0x0a)
        else { return nil }
        delimiter = [0x0a, 0x2d, 0x2d] + boundary
        self.configuration = configuration
        self.description = description
    }

    /// Takes the next bytes of the body.
    func take(_ bytes: Span<UInt8>, _ output: ParserOutput) {
        var offset = 0
        while offset < bytes.count, state != .finished {
            // In slices, so that what is held stays small.
            let slice = bytes.extracting(offset..<min(bytes.count, offset + Self.slice))
            held.append(copying: slice)
            offset += slice.count
            while advance(output) {}
        }
    }

    /// Bytes that are looked at in one go.
    private static let slice = 16 << 10

    /// Bytes of the body will never come: the part at hand lost some.
    func skip(_ length: UInt64, _ output: ParserOutput) {
        guard state != .finished else { return }
        if state == .body || state == .start {
            state = .body
            deliver(held.count, output)
            open(output)
            if let part { output.skip(length, of: part) }
        } else {
            state = .preamble
        }
        held.removeAll(keepingCapacity: true)
        (lineStart, searched) = (0, 0)
    }

    /// The body has ended; a part that is open was cut, whatever the body's length said.
    func end(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        if state == .body || state == .start {
            state = .body
            deliver(held.count, output)
            if reason == nil { output.note(.httpMalformed) }
        }
        endPart(.cut, output)
        state = .finished
        held = []
    }

    /// One step; true when another may follow.
    private func advance(_ output: ParserOutput) -> Bool {
        switch state {
        case .finished:
            held.removeAll()
            return false
        case .preamble, .body:
            return content(output)
        case .line:
            return delimiterLine(output)
        case .header:
            return header(output)
        case .start:
            return start(output)
        }
    }

    /// Gives on what lies before the next delimiter, but for what may be the start of one.
    private func content(_ output: ParserOutput) -> Bool {
        let found = position()
        var count = found ?? max(0, held.count - delimiter.count)
        // The carriage return before a line feed belongs to the delimiter.
        let isReturn = count > 0 && held[count - 1] == 0x0d
        if isReturn { count -= 1 }
        deliver(count, output)
        guard found != nil else { return false }
        dropHeld(delimiter.count + (isReturn ? 1 : 0))
        endPart(nil, output)
        state = .line
        return true
    }

    /// Where the next delimiter is in what is held. Time is linear: a line feed comes only first in it.
    private func position() -> Int? {
        guard held.count >= delimiter.count else { return nil }
        for start in 0...(held.count - delimiter.count) where held[start] == 0x0a {
            var length = 1
            while length < delimiter.count, held[start + length] == delimiter[length] { length += 1 }
            if length == delimiter.count { return start }
        }
        return nil
    }

    /// Hands on the first bytes that are held.
    private func deliver(_ count: Int, _ output: ParserOutput) {
        guard count > 0 else { return }
        if state == .body {
            open(output)
            if let part { output.append(held.span.extracting(first: count), to: part) }
        }
        held.removeFirst(count)
    }

    /// What follows a boundary on its line: two hyphens after the last part.
    private func delimiterLine(_ output: ParserOutput) -> Bool {
        if held.starts(with: [0x2d, 0x2d]) {
            state = .finished
            return true
        }
        guard let line = nextLine() else { return isTooLong(held.count, output) }
        guard !isTooLong(line.upperBound + 1, output) else { return true }
        dropHeld(line.upperBound + 1)
        state = .header
        return true
    }

    /// The header of a part, up to its empty line.
    private func header(_ output: ParserOutput) -> Bool {
        guard let line = nextLine() else { return isTooLong(held.count, output) }
        guard !isTooLong(line.upperBound + 1, output) else { return true }
        guard line.isEmpty || held[line].elementsEqual([0x0d]) else { return true }
        let head = Array(held[..<line.lowerBound])
        dropHeld(line.upperBound + 1)
        state = .start
        parts += 1
        guard parts <= configuration.mostMembers else {
            output.note(.httpLimit)
            state = .finished
            return true
        }
        begin(head, output)
        return true
    }

    /// The first bytes of a part. The delimiter of one that is empty may follow its header at once.
    private func start(_ output: ParserOutput) -> Bool {
        let boundary = delimiter.dropFirst()
        if held.starts(with: boundary) {
            dropHeld(boundary.count)
            endPart(nil, output)
            state = .line
            return true
        }
        guard !boundary.starts(with: held) else { return false }
        state = .body
        return true
    }

    /// The next line that is whole, without its line feed.
    private func nextLine() -> Range<Int>? {
        while searched < held.count, held[searched] != 0x0a { searched += 1 }
        guard searched < held.count else { return nil }
        defer {
            searched += 1
            lineStart = searched
        }
        return lineStart..<searched
    }

    private func dropHeld(_ count: Int) {
        held.removeFirst(count)
        (lineStart, searched) = (0, 0)
    }

    private func isTooLong(_ count: Int, _ output: ParserOutput) -> Bool {
        guard count > configuration.largestHeader else { return false }
        output.note(.httpLimit)
        state = .finished
        return true
    }

    /// Makes what is known of a part. One with a file name is an object even when it is empty.
    private func begin(_ head: [UInt8], _ output: ParserOutput) {
        var about = description
        about.kind = .formPart
        (about.name, about.contentType) = ("", "")
        var hasName = false
        for line in head.split(separator: 0x0a) {
            guard let colon = line.firstIndex(of: 0x3a) else { continue }
            let value = Array(HTTPValue.trimmed(line[line.index(after: colon)...]))
            switch HTTPValue.lowercased(HTTPValue.trimmed(line[..<colon])) {
            case "content-disposition":
                about.name = HTTPValue.fileName(value) ?? ""
                hasName = !about.name.isEmpty
            case "content-type":
                about.contentType = HTTPValue.lowercased(HTTPValue.trimmed(value.prefix { $0 != 0x3b }))
            default:
                continue
            }
        }
        pending = about
        if hasName { open(output) }
    }

    private func open(_ output: ParserOutput) {
        guard let about = pending else { return }
        pending = nil
        part = output.begin(about)
    }

    private func endPart(_ reason: FileRecord.Reason?, _ output: ParserOutput) {
        if let part { output.end(part, reason) }
        part = nil
        pending = nil
    }
}
