import Incidents

/// What can be wrong in a file of data beside what can be wrong in a configuration file.
enum DataProblem: Equatable, Sendable, Text {
    /// The file cannot be read; the system says why.
    case unreadable(reason: String)
    /// It is not YAML; the parser says why.
    case syntax(reason: String)
    /// It has more bytes than such a file may have.
    case tooLarge(most: Int)
    /// More of something than the limit, by the key that holds them.
    case tooMany(key: String, most: Int)
    /// Something that should have consisted of keys and values, by its key; empty for the file or an entry.
    case noMapping(String)
    /// Something that should have been a list of entries, by its key.
    case noList(String)
    /// A key that an entry needs.
    case missingKey(String)
    /// A name with other characters than names may have.
    case badID(String)
    /// A name that another entry has already, and on which line.
    case duplicateID(String, line: Int)
    /// A text that is no network.
    case badNetwork(String)
    /// A network whose address has bits behind its prefix, and the network that they lie in.
    case hostBits(String, network: String)
    /// A text that is no day.
    case badDay(key: String, String)
    /// The last day is before the first.
    case daysReversed
    /// A network that a unit has at the same time, and on which line.
    case sameNetwork(String, unit: String, line: Int)
    /// A suppression that would match everything.
    case noCondition
    /// A receiver of events that makes no sense.
    case badSink(SinkConfigurationError)
    /// A name of an entry of a form with other characters than those may have.
    case badKey(String)
    /// A key of a field that means something else already.
    case reservedKey(String)
    /// A text that is no span of time.
    case badSpan(String)
    /// A name of something that does not exist, by the key that holds it, and the name that looks most like it.
    case unknownReference(key: String, String, nearest: String?)
    /// A template that does not lie beside its profile or among the shared ones.
    case badTemplateName(String)
    /// Something in a template.
    case template(FormTemplateError.Reason)
    /// An answer to a question of yes or no that is neither.
    case noTruth(key: String, String)
    /// A list without an entry that needs one, by its key.
    case emptyList(String)
    /// A drill in which nothing can be right or wrong.
    case nothingToJudge
    /// A text that is no hexadecimal SHA-256.
    case badDigest(String)
    /// A network that cannot stand for another.
    case badReplacement(String, String)
    /// A text that is no pace.
    case badPace(String)
    /// A text that is no span of time of a drill.
    case badDuration(String)
    /// An expectation with neither a rule nor a category, or with both.
    case ruleOrCategory
    /// A text that is no technique of ATT&CK.
    case badTechnique(String)
    /// An answer of which nothing is asked.
    case nothingAsked
    /// A text that is no address.
    case badAddress(key: String, String)
}
