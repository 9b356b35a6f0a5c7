import CCurl
import Foundation

/// Sends each event as a mail, by a server or by a program of this machine.
///
/// What a server refuses for good (5xx to the sender, a recipient or the mail), and what the program says is wrong with
/// the mail, is set aside; anything else is tried again.
final class MailSink: EventSink {
    /// Bytes of an answer that are read, and thrown away.
    private static let mostAnswer = 64 << 10

    private let configuration: MailConfiguration
    private let maker: MailMessage
    private let host: String
    private var handle: CurlHandle?

    /// A sink that has spoken to nobody yet.
    init(_ configuration: MailConfiguration, _ context: SinkContext) {
        self.configuration = configuration
        maker = MailMessage(configuration, context)
        host = context.host
    }

    func deliver(_ events: [OutgoingEvent]) -> SinkDelivery {
        var delivery = SinkDelivery()
        // The handle is for one batch: its mails go over one connection, which is closed after them.
        defer { handle = nil }
        for event in events {
            do throws(SinkFailure) {
                let (mail, isShortened) = maker.bytes(event, sentAt: Date())
                if let refusal = try send(mail) {
                    delivery.refused += 1
                    if delivery.refusal == nil { delivery.refusal = (event.id, refusal) }
                } else if isShortened {
                    delivery.shortened += 1
                }
                delivery.handled += 1
            } catch {
                delivery.failure = error
                return delivery
            }
        }
        return delivery
    }

    /// Sends a mail: nil when its carrier has it, the carrier's answer when it does not want it.
    private func send(_ mail: [UInt8]) throws(SinkFailure) -> String? {
        if configuration.program.isEmpty { return try upload(mail, by: prepared()) }
        return try MailProgram.send(mail, by: configuration.program, seconds: configuration.timeout)
    }

    private func prepared() throws(SinkFailure) -> CurlHandle {
        if let handle { return handle }
        let handle = try CurlHandle()
        let server = SinkURL(configuration.server)
        handle.set(CURLOPT_URL, configuration.server + greeting)
        handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // A server on this machine often shows a certificate that nobody signed; who names its authority wants it checked.
        if !SinkURL.isLoopback(server?.host ?? "") || !configuration.authorities.isEmpty {
            handle.set(CURLOPT_USE_SSL, Int(CCURL_USE_TLS_ALWAYS))
        }
        var files = TLSFiles()
        files.authorities = configuration.authorities
        handle.set(files)
        handle.set(CURLOPT_CONNECTTIMEOUT, min(10, configuration.timeout))
        handle.set(CURLOPT_TIMEOUT, configuration.timeout)
        handle.set(CURLOPT_MAIL_FROM, "<\(configuration.from)>")
        handle.set(CURLOPT_MAIL_RCPT, list: configuration.to.map { "<\($0)>" })
        if !configuration.user.isEmpty {
            guard let password = SecretFile.read(configuration.passwordFile) else {
                throw SinkFailure("\(configuration.passwordFile): no password can be read there")
            }
            handle.set(CURLOPT_USERNAME, configuration.user)
            handle.set(CURLOPT_PASSWORD, String(decoding: password, as: UTF8.self))
        }
        self.handle = handle
        return handle
    }

    /// The name that we introduce ourselves by, as libcurl takes it from the address: the sensor's, where it is one.
    private var greeting: String {
        let hasPath = configuration.server.drop { $0 != ":" }.dropFirst(3).contains("/")
        return hasPath || !SinkURL.isHost(host) ? "" : "/" + host
    }

    /// Nil when the server has a mail, its answer when it does not want it.
    private func upload(_ mail: [UInt8], by handle: CurlHandle) throws(SinkFailure) -> String? {
        let code = handle.perform(mail, posts: false, mostAnswer: Self.mostAnswer)
        if code == CURLE_OK { return nil }
        let status = handle.status
        // A refusal of the log-in or of the whole connection has other codes: those are no fault of the mail.
        let isAboutMail = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY
        if isAboutMail, (550...554).contains(status) { return "SMTP \(status)" }
        throw SinkFailure(handle.reason(code))
    }
}
