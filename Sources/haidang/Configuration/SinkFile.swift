import Incidents
import NetTypes
import Yams

/// Reads the operator's list of receivers of events.
struct SinkFile {
    /// Bytes that the file may have.
    static let mostBytes = 1 << 20
    /// Receivers that it may name: each has a thread.
    static let mostSinks = 32

    private static let common = ["id", "kind", "types", "severity", "units", "categories", "secret"]
    private static let own: [Kind: [String]] = [
        .syslog: [
            "transport", "host", "port", "format", "facility", "limit", "ca-file", "certificate", "key",
        ],
        .webhook: [
            "url", "secret-file", "ca-file", "certificate", "key", "connect-timeout", "timeout",
        ],
        .mail: [
            "server", "sendmail", "from", "to", "user", "password-file", "ca-file", "timeout",
        ],
        .file: ["path"],
    ]

    private enum Kind: String, CaseIterable {
        case syslog, webhook, mail, file
    }

    private var reader: DataFile

    /// The receivers in a file, in its order.
    static func load(_ path: String) throws(CommandError) -> [SinkConfiguration] {
        guard let root = try DataFile.root(path, mostBytes: mostBytes) else { return [] }
        var file = SinkFile(reader: DataFile(file: path))
        let fields = file.reader.fields(root, known: ["sinks"])
        let sinks = file.reader.entries(fields, "sinks", most: mostSinks).compactMap { file.sink($0) }
        try file.reader.finish()
        return sinks
    }

    private mutating func sink(_ node: Node) -> SinkConfiguration? {
        let allKeys = Self.common + Kind.allCases.flatMap { Self.own[$0] ?? [] }
        guard let word = node.mapping?["kind"]?.scalar?.string, let kind = Kind(rawValue: word) else {
            // Without a kind nobody knows which keys belong to it.
            let fields = reader.fields(node, known: allKeys, needed: ["id", "kind"])
            _ = reader.word(fields, "kind", Kind.self)
            return nil
        }
        let before = reader.problems.count
        let fields = reader.fields(node, known: Self.common + (Self.own[kind] ?? []), needed: ["id"])
        if fields.isEmpty { return nil }
        var sink = SinkConfiguration(name: reader.name(fields), kind: parameters(kind, fields))
        filter(fields, &sink.filter)
        sink.takesSecrets = reader.flag(fields, "secret") ?? false
        // What cannot be read has been complained about; what was read must also make sense.
        if reader.problems.count > before { return nil }
        do throws(SinkConfigurationError) {
            try sink.validate()
        } catch {
            reader.complain(.badSink(error), at: fields[error.key] ?? node)
        }
        return sink
    }

    private mutating func filter(_ fields: [String: Node], _ filter: inout SinkFilter) {
        if fields["types"] != nil { filter.types = reader.texts(fields, "types") }
        if let severity = reader.number(fields, "severity", 1...4) { filter.severity = severity }
        filter.units = reader.texts(fields, "units")
        let words = RuleCategory.allCases.map(\.rawValue)
        filter.categories = reader.texts(fields, "categories").compactMap { word in
            if let category = RuleCategory(rawValue: word) { return category }
            if let node = fields["categories"] {
                reader.complain(
                    .wrongType(key: "categories", expected: .word(words)), line: DataFile.line(node))
            }
            return nil
        }
    }

    private mutating func parameters(_ kind: Kind, _ fields: [String: Node]) -> SinkConfiguration.Kind {
        switch kind {
        case .syslog: .syslog(syslog(fields))
        case .webhook: .webhook(webhook(fields))
        case .mail: .mail(mail(fields))
        case .file: .file(path: reader.text(fields, "path") ?? "")
        }
    }

    private mutating func syslog(_ fields: [String: Node]) -> SyslogConfiguration {
        let transport = reader.word(fields, "transport", SyslogConfiguration.Transport.self) ?? .tcp
        var syslog = SyslogConfiguration(transport: transport, host: reader.text(fields, "host") ?? "")
        if let port = reader.number(fields, "port", 1...65535) { syslog.port = port }
        if let format = reader.word(fields, "format", SyslogConfiguration.Format.self) {
            syslog.format = format
        }
        let facilities = ConfigurationKind.word(SyslogConfiguration.facilities)
        if case .text(let word) = reader.value(fields, "facility", facilities) {
            syslog.facility = SyslogConfiguration.facilities.firstIndex(of: word) ?? syslog.facility
        }
        if let limit = reader.number(fields, "limit", 1024...65000) { syslog.mostBytes = limit }
        syslog.tls = tls(fields)
        return syslog
    }

    private mutating func webhook(_ fields: [String: Node]) -> WebhookConfiguration {
        var webhook = WebhookConfiguration(url: reader.text(fields, "url") ?? "")
        webhook.secretFile = reader.text(fields, "secret-file") ?? ""
        if let seconds = reader.number(fields, "connect-timeout", 1...60) { webhook.connectTimeout = seconds }
        if let seconds = reader.number(fields, "timeout", 1...300) { webhook.timeout = seconds }
        webhook.tls = tls(fields)
        return webhook
    }

    private mutating func mail(_ fields: [String: Node]) -> MailConfiguration {
        var mail = MailConfiguration(
            from: reader.text(fields, "from") ?? "", to: reader.texts(fields, "to"))
        mail.server = reader.text(fields, "server") ?? ""
        mail.program = reader.text(fields, "sendmail") ?? ""
        mail.user = reader.text(fields, "user") ?? ""
        mail.passwordFile = reader.text(fields, "password-file") ?? ""
        mail.authorities = reader.text(fields, "ca-file") ?? ""
        if let seconds = reader.number(fields, "timeout", 1...300) { mail.timeout = seconds }
        return mail
    }

    private mutating func tls(_ fields: [String: Node]) -> TLSFiles {
        var files = TLSFiles()
        files.authorities = reader.text(fields, "ca-file") ?? ""
        files.certificate = reader.text(fields, "certificate") ?? ""
        files.key = reader.text(fields, "key") ?? ""
        return files
    }
}
