import NetTypes

/// A DNS message (RFC 1035 section 4).
struct DNSMessage {
    /// Records listed of one section, and strings of one record. Answers that people ask for have a handful; a zone
    /// transfer sends many, but in many messages.
    static let mostRecords = 256
    /// Questions read. Nobody sends more than one over unicast; mDNS sends a few dozen (RFC 6762 section 5.3).
    private static let mostQuestions = 64

    /// The number that pairs an answer with its query.
    let id: UInt16
    /// The bits of the second word.
    let flags: UInt16
    /// What is asked.
    private(set) var questions: [(name: [UInt8], type: UInt16)] = []
    /// Answers, authorities and additional records.
    private(set) var sections: [[DNSRecord]] = [[], [], []]
    /// True when something in it breaks the rules, or is over a limit. What is there was read before that.
    private(set) var isMalformed = false

    var isAnswer: Bool { flags & 0x8000 != 0 }
    var operation: UInt16 { flags >> 11 & 15 }

    /// The response code, with the upper bits that EDNS adds to it (RFC 6891 section 6.1.3).
    var code: UInt16 {
        let extended = sections[2].first { $0.type == DNSData.opt }.map { UInt16($0.timeToLive >> 24) } ?? 0
        return extended << 4 | flags & 15
    }

    /// Reads a message; nil when there is not even a header with the questions that it announces.
    init?(_ bytes: [UInt8]) {
        var reader = DNSReader(bytes)
        guard let id = reader.word(), let flags = reader.word(), let questions = reader.word(),
            let answers = reader.word(), let authorities = reader.word(), let additionals = reader.word()
        else { return nil }
        self.id = id
        self.flags = flags
        for _ in 0..<min(Int(questions), Self.mostQuestions) {
            guard let name = reader.name(), let type = reader.word(), reader.word() != nil else {
                if self.questions.isEmpty { return nil }
                isMalformed = true
                return
            }
            self.questions.append((name, type))
        }
        if Int(questions) > Self.mostQuestions {
            isMalformed = true
            return
        }
        for (section, count) in [answers, authorities, additionals].enumerated() {
            guard readRecords(&reader, Int(count), section) else {
                isMalformed = true
                break
            }
        }
        if reader.isOdd { isMalformed = true }
    }

    /// False when the rest of the message is not to be read.
    private mutating func readRecords(_ reader: inout DNSReader, _ count: Int, _ section: Int) -> Bool {
        for _ in 0..<min(count, Self.mostRecords) {
            guard let record = DNSRecord(&reader) else { return false }
            if record.isMalformed { isMalformed = true }
            sections[section].append(record)
        }
        return count <= Self.mostRecords
    }
}
