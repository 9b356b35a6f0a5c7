import NetTypes

/// Events as messages of RFC 5424. The text is UTF-8 without a mark in front of it, which makes it MSG-ANY there.
struct SyslogMessage {
    private let configuration: SyslogConfiguration
    private let host: String
    private let version: String
    private let process: Int32

    /// What makes messages for one receiver.
    init(_ configuration: SyslogConfiguration, _ context: SinkContext) {
        self.configuration = configuration
        // HOSTNAME is 1 to 255 printable characters of ASCII; a hyphen stands for none.
        let visible = context.host.utf8.filter { (33...126).contains($0) }.prefix(255)
        host = visible.isEmpty ? "-" : String(decoding: visible, as: UTF8.self)
        (version, process) = (context.version, context.process)
    }

    /// The message of an event, within the limit, and whether it had to be shortened for that.
    func message(_ event: OutgoingEvent) -> (bytes: [UInt8], isShortened: Bool) {
        let head = header(event)
        let room = configuration.mostBytes - head.utf8.count
        let (text, isShortened) =
            switch configuration.format {
            case .json: ShortenedLine.text(event, mostBytes: room)
            case .cef: CEFMessage(event, version: version).text(mostBytes: room)
            }
        return (Array(head.utf8) + Array(text.utf8), isShortened)
    }

    /// `<PRI>1 TIMESTAMP HOSTNAME APP-NAME PROCID MSGID - `, section 6.
    private func header(_ event: OutgoingEvent) -> String {
        let priority = configuration.facility * 8 + Self.severity(event.severity)
        let time = event.timestamp.description.prefix(26) + "Z"
        let type = String(
            decoding: event.type.utf8.filter { (33...126).contains($0) }.prefix(32), as: UTF8.self)
        return "<\(priority)>1 \(time) \(host) haidang \(process) \(type.isEmpty ? "-" : type) - "
    }

    /// The severity of table 2: act now is an alert there, a note a notice.
    private static func severity(_ ours: Int) -> Int {
        switch ours {
        case ...1: 1
        case 2: 2
        case 3: 4
        default: 5
        }
    }
}
