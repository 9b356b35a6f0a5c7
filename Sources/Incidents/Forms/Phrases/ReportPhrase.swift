import NetTypes

/// What this program itself writes in forms, in the words of `ReportPhrase+Vietnamese` and `ReportPhrase+English`.
enum ReportPhrase {
    /// The two lines over every paper of the state (quốc hiệu, tiêu ngữ).
    case motto, motto2
    /// Place and date over a paper; the place is empty where it is not known.
    case placeAndDate(String, VietnamTime)
    /// Parts of the paper.
    case number, addressedTo, notes, sign, missing, missingTitle, mandatoryNote, drill, translation, subject
    /// A provision that was not read in the original: its citation, how it is known, and what is to be said of it.
    case unverified(String, Verification, String)
    /// What the incident is: its title, how often and since when it was seen.
    case summary(title: String, detections: UInt64, first: VietnamTime, last: VietnamTime)
    /// How far it has got.
    case stage(AttackStage)
    /// Who suffers it, and who does it.
    case victim(String), attacker(String)
    /// What it is, in a word.
    case category(RuleCategory)
    /// Lines of evidence that are not shown one by one.
    case more(Int)
    /// A rule that matched, how often, and its identifier.
    case rule(title: String, name: String, detections: UInt64)
    /// Bytes that matched: kind, name, size, SHA-256.
    case object(ScannedObject.Kind, name: String, size: UInt64, sha256: String)
    /// SHA-256 of the rules that were used.
    case ruleSet(String)
    /// An address with what it is the address of.
    case domains(String), addresses(String)
    /// Something that was done, when, by whom, and in his words.
    case action(VietnamTime, person: String, JournalEntry.Action, detail: String, note: String)
    /// A form that was sent, and when.
    case sent(String, VietnamTime)
    /// A span of time.
    case span(VietnamTime, VietnamTime)
    /// Headings of the tables of a weekly report.
    case address, service, times, technique, count, evidence, source, targets
    /// What was seen of the traffic, and what was not.
    case frames(received: UInt64, lost: UInt64), scans(scanned: UInt64, notScanned: UInt64)
    /// Nothing of a kind in the span.
    case none

    /// The words in a language.
    func text(_ language: ReportLanguage) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}
