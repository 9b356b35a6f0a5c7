import CCurl
import Foundation
import NetTypes

/// Gives each event to a receiver in a request of HTTP: `POST`, the event's line as its body.
///
/// A status of 2xx is success. 408, 429, 5xx and whatever keeps a request from being answered are tried again; any other
/// answer would be the same the next time, so the event is set aside and those behind it go on. Redirections are such an
/// answer: events go where the operator said, and nowhere else.
final class WebhookSink: EventSink {
    /// Bytes of an answer that are read, and thrown away.
    static let mostAnswer = 64 << 10

    private let configuration: WebhookConfiguration
    private var handle: CurlHandle?

    /// A sink that has not connected yet.
    init(_ configuration: WebhookConfiguration) {
        self.configuration = configuration
    }

    func deliver(_ events: [OutgoingEvent]) -> SinkDelivery {
        var delivery = SinkDelivery()
        for event in events {
            do throws(SinkFailure) {
                if let refusal = try post(event) {
                    delivery.refused += 1
                    if delivery.refusal == nil { delivery.refusal = (event.id, refusal) }
                }
                delivery.handled += 1
            } catch {
                delivery.failure = error
                return delivery
            }
        }
        return delivery
    }

    /// Posts an event: nil when the receiver has it, its answer when it does not want it.
    private func post(_ event: OutgoingEvent) throws(SinkFailure) -> String? {
        let handle = try prepared()
        let body = Array(event.line.utf8)
        handle.set(CURLOPT_HTTPHEADER, list: try headers(event, body))
        let code = handle.perform(body, posts: true, mostAnswer: Self.mostAnswer)
        let status = handle.status
        switch status {
        case 200...299: return nil
        case 408, 429, 500...599:
            throw SinkFailure("HTTP \(status)", retryAfter: handle.retryAfter)
        case 300...499: return "HTTP \(status)"
        default:
            // No answer, or one that is none: a fresh connection the next time.
            self.handle = nil
            throw SinkFailure(code == CURLE_OK ? "HTTP \(status)" : handle.reason(code))
        }
    }

    private func prepared() throws(SinkFailure) -> CurlHandle {
        if let handle { return handle }
        let handle = try CurlHandle()
        handle.set(CURLOPT_URL, configuration.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
        handle.set(CURLOPT_USERAGENT, "haidang")
        handle.set(CURLOPT_CONNECTTIMEOUT, configuration.connectTimeout)
        handle.set(CURLOPT_TIMEOUT, configuration.timeout)
        handle.set(configuration.tls)
        self.handle = handle
        return handle
    }

    private func headers(_ event: OutgoingEvent, _ body: [UInt8]) throws(SinkFailure) -> [String] {
        let time = String(Int(Date().timeIntervalSince1970))
        let id = String(
            decoding: event.id.utf8.filter { (0x21...0x7e).contains($0) }.prefix(256), as: UTF8.self)
        // Without an empty `Expect` libcurl asks first, and waits, before it sends a body of 1 MiB or more.
        var headers = [
            "Content-Type: application/json; charset=utf-8", "X-Haidang-Event: \(id)",
            "X-Haidang-Timestamp: \(time)", "Expect:",
        ]
        if !configuration.secretFile.isEmpty {
            guard let secret = SecretFile.read(configuration.secretFile) else {
                throw SinkFailure("\(configuration.secretFile): no secret can be read there")
            }
            headers.append("X-Haidang-Signature: " + Self.signature(time: time, body: body, secret: secret))
        }
        return headers
    }

    /// `sha256=` and the HMAC-SHA256 of time, a full stop and the body, in hexadecimal.
    static func signature(time: String, body: [UInt8], secret: [UInt8]) -> String {
        let message = Array((time + ".").utf8) + body
        return "sha256=" + MessageAuthentication.sha256(message.span, key: secret.span).hexadecimal
    }
}
