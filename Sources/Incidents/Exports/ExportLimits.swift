/// How much an export holds at most. Names, titles and whole events come from traffic and from rules, which may say
/// anything; receivers have limits of their own, and refuse what is beyond them as a whole.
public enum ExportLimits {
    /// Bytes of UTF-8 of one text. What is longer is cut, and ends in an ellipsis.
    public static let text = 1024
    /// Detections. The earliest are taken; what is left out is counted, and the export says so.
    public static let detections = 4096
    /// Bytes of one line of the event log. A longer one is written anew from what is known beside it.
    public static let eventLine = 16_384
    /// Rules, the gravest first; techniques.
    public static let rules = 256
    /// Bytes of the source of one rule. A longer one is not given, since half a rule is none.
    public static let ruleText = 65_536
    /// Strings of one detection whose bytes are given.
    public static let strings = 64
}
