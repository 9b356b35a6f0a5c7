import NetTypes

/// Takes the members out of an archive in memory: zip (so also OOXML, JAR, APK), 7z, rar, cab, tar, ISO 9660, and
/// single files compressed with gzip, bzip2, xz, zstd, lz4, lzip or compress, which may be tar archives.
///
/// One layer of compression is taken off at a time; what is inside it is a member, to be opened in turn by whoever
/// counts the depth. Nothing touches a disk and no program is started.
struct ArchiveOpener {
    /// How an archive was read.
    enum Outcome: Equatable {
        /// To its end.
        case whole
        /// Not to its end, or a member does not decode or is encrypted.
        case damaged
        /// Not to its end, or a member was cut, because of a limit.
        case limit
    }

    /// What an archive may always come to: a mebibyte. Above it the growth is limited.
    private static let harmless = 1 << 20
    /// Bytes asked for at a time.
    private static let step = 64 << 10
    /// Headers for each member that may be taken out: folders and links are no members but cost time as well.
    private static let headersPerMember = 16
    /// How often zip is opened anew behind a damaged member; each time costs as much as the directory is long.
    private static let mostRestarts = 16

    /// True when bytes begin like an archive or compressed file, or end like zip. Looks at a few bytes and at a
    /// kibibyte at the end.
    static func looksLikeArchive(_ bytes: Span<UInt8>) -> Bool {
        ArchiveFormat(bytes) != nil
    }

    /// Hands each member to a closure in the order of the archive: its path (empty when it has none), its contents,
    /// and why these are not complete. Of an encrypted member the contents are empty. Members before a damage or a
    /// limit are handed over, and so is what came of the one that it is in.
    ///
    /// Limits: `mostMembers`; `largestObject` kept of each; over all members `expansion` times the bytes of the
    /// archive, though at least a mebibyte and `objectBudget` at most, counting also what is not kept.
    func members(
        of bytes: [UInt8], _ configuration: AppLayerConfiguration,
        _ body: (_ path: String, _ content: Span<UInt8>, _ incomplete: FileRecord.Reason?) -> Void
    ) -> Outcome {
        guard let format = ArchiveFormat(bytes.span) else { return .damaged }
        // libarchive wants to see more behind a data descriptor than there is where an archive has no directory.
        let isPadded = format == .zip && !ArchiveFormat.endsLikeZip(bytes.span)
        let bytes = isPadded ? bytes + [UInt8](repeating: 0, count: 32) : bytes
        var taking = Taking(bytes.count, configuration)
        ArchiveReader.read(bytes, format, isSecond: false) { taking.all($0, body) }
        // libarchive gives up at a member that does not inflate; behind it others may lie.
        var restarts = 0
        while format == .zip, taking.mayGoOn, restarts < Self.mostRestarts {
            restarts += 1
            ArchiveReader.read(bytes, format, isSecond: false) { taking.all($0, body) }
        }
        guard taking.members == 0 else { return taking.outcome }
        let first = taking.outcome
        taking = Taking(bytes.count, configuration)
        switch format {
        case .zip, .compressed: ArchiveReader.read(bytes, format, isSecond: true) { taking.all($0, body) }
        default: return first
        }
        if taking.members == 0, format == .compressed(.gzip) {
            let prefix = GzipPrefix.inflate(bytes, most: min(Self.step, configuration.largestObject))
            if !prefix.isEmpty, configuration.mostMembers > 0 { body("", prefix.span, .damaged) }
        }
        if taking.members == 0 { return first }
        return format == .zip && taking.outcome == .whole ? .damaged : taking.outcome
    }

    /// One way through an archive.
    private struct Taking {
        /// Damaged until the end was seen.
        var outcome = Outcome.damaged
        private(set) var members = 0
        /// True when nothing but the member that was read last is known to be wrong.
        private(set) var mayGoOn = false
        /// Headers read that need not be looked at again.
        private var headers = 0
        private var worst = Outcome.whole
        private let configuration: AppLayerConfiguration
        /// Bytes that may still come out.
        private var rest: Int
        private var content: [UInt8] = []
        private var piece = [UInt8](repeating: 0, count: ArchiveOpener.step)

        init(_ size: Int, _ configuration: AppLayerConfiguration) {
            self.configuration = configuration
            let (growth, overflow) = size.multipliedReportingOverflow(by: max(1, configuration.expansion))
            rest = min(max(overflow ? .max : growth, ArchiveOpener.harmless), configuration.objectBudget)
        }

        mutating func all(
            _ reader: borrowing ArchiveReader, _ body: (String, Span<UInt8>, FileRecord.Reason?) -> Void
        ) {
            mayGoOn = false
            let limit = configuration.mostMembers.multipliedReportingOverflow(
                by: ArchiveOpener.headersPerMember)
            for _ in 0..<headers {
                guard case .some = reader.next() else { return outcome = .damaged }
            }
            while true {
                guard limit.overflow || headers < limit.partialValue else { return outcome = .limit }
                headers += 1
                switch reader.next() {
                case .end: return outcome = worst
                case .fatal: return outcome = .damaged
                case .damaged: worst = .damaged
                case .some(let member) where member.isFile:
                    guard members < configuration.mostMembers else { return outcome = .limit }
                    members += 1
                    let (end, goesOn) = member.isEncrypted ? (.damaged, true) : take(reader)
                    body(member.path, content.span, end)
                    if end == .damaged { worst = .damaged }
                    if end == .limit, worst == .whole { worst = .limit }
                    content.removeAll(keepingCapacity: true)
                    guard goesOn else {
                        mayGoOn = end == .damaged
                        return outcome = end == .limit ? .limit : .damaged
                    }
                case .some:
                    // What libarchive passes over by itself costs time that is not counted.
                    guard pass(reader) else { return outcome = .limit }
                }
            }
        }

        /// Reads over what is no file; false when nothing more may come out.
        private mutating func pass(_ reader: borrowing ArchiveReader) -> Bool {
            while case .some(let count) = reader.read(into: &piece, most: rest) {
                rest -= count
                guard rest > 0 else { return false }
            }
            return true
        }

        /// Reads the member at hand: why it is not complete, and whether another can follow.
        private mutating func take(_ reader: borrowing ArchiveReader) -> (FileRecord.Reason?, Bool) {
            var isCut = false
            while true {
                guard rest > 0 else { return endAtLimit(reader, isCut) }
                switch reader.read(into: &piece, most: rest) {
                case .some(let count):
                    rest -= count
                    let room = max(0, min(count, configuration.largestObject - content.count))
                    content.append(contentsOf: piece[..<room])
                    if room < count { isCut = true }
                case .end: return (isCut ? .limit : nil, true)
                case .damaged: return (isCut ? .limit : .damaged, true)
                case .fatal: return (isCut ? .limit : .damaged, false)
                }
            }
        }

        /// Nothing more may come out: only a member that ends right here is complete.
        private mutating func endAtLimit(
            _ reader: borrowing ArchiveReader, _ isCut: Bool
        ) -> (FileRecord.Reason?, Bool) {
            if case .end = reader.read(into: &piece, most: 1) { return (isCut ? .limit : nil, true) }
            return (.limit, false)
        }
    }
}
