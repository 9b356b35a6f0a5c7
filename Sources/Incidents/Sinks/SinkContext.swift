import Glibc

/// What all sinks of one process say of themselves.
public struct SinkContext: Sendable {
    /// The sensor's name.
    public var host: String
    /// The version of this program.
    public var version: String
    /// The number of this process.
    public var process: Int32
    /// The words of mails, in the language of those who read them.
    public var mailWords: @Sendable (MailField) -> String

    /// What sinks say of a sensor.
    public init(
        host: String, version: String, process: Int32 = getpid(),
        mailWords: @escaping @Sendable (MailField) -> String = { $0.rawValue }
    ) {
        self.host = host
        self.version = version
        self.process = process
        self.mailWords = mailWords
    }
}
