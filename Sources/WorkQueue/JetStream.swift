import Foundation

/// The streams of a cluster, as its servers offer them under subjects (`$JS.API.…`): each request is tried until it is
/// answered or patience ends.
///
/// Every request here may be made twice without harm, because whoever gets no answer cannot know whether it was heard.
struct JetStream: Sendable {
    /// The connection that all is said over.
    let connection: NatsConnection
    /// How long to try.
    let limits: WorkQueueLimits

    /// Streams of the cluster at an address. Throws `cannotConnect` where nobody lets us in, or has streams.
    init(_ address: WorkQueueAddress, identity: String, limits: WorkQueueLimits) throws(WorkQueueError) {
        connection = try NatsConnection(address, name: "haidang " + identity, limits: limits)
        self.limits = limits
        let answer: JetStreamAnswer
        do throws(WorkQueueError) {
            answer = try self.answer(
                "$JS.API.INFO", [], without: .streams, patience: min(limits.patience, .seconds(15)))
        } catch .timedOut {
            // What clusters do in which nobody has streams, too.
            throw .cannotConnect(
                reason: "no server answers about streams (JetStream is off, or has no leader)")
        }
        if let error = answer.error { throw .cannotConnect(reason: error.reason) }
    }

    /// What it means when nobody listens to a request.
    enum Absence {
        /// A server without streams.
        case streams
        /// Servers elect a leader, or there is no such stream any more: that is asked.
        case stream(String)
        /// Servers are on their way.
        case servers
    }

    /// Makes a request of the API and reads the answer, whose error is one that does not pass.
    func call(_ subject: String, _ body: String = "") throws(WorkQueueError) -> JetStreamAnswer {
        try answer("$JS.API." + subject, Array(body.utf8), without: .servers)
    }

    /// Puts a message into a stream.
    ///
    /// With `id`, one that is sent again is known for some minutes. With `after`, it is refused (`isOvertaken`) unless
    /// the last message under its subject has that number; 0 for there is none. Throws `over` when the stream is gone,
    /// and `tooLarge`.
    func publish(
        _ subject: String, _ bytes: [UInt8], to stream: String, id: String? = nil, after: UInt64? = nil
    ) throws(WorkQueueError) -> JetStreamAnswer {
        guard bytes.count <= mostBytes else { throw .tooLarge(limit: mostBytes) }
        var headers: [(String, String)] = [("Nats-Expected-Stream", stream)]
        if let id { headers.append(("Nats-Msg-Id", id)) }
        if let after { headers.append(("Nats-Expected-Last-Subject-Sequence", "\(after)")) }
        return try answer(subject, bytes, headers: headers, without: .stream(stream))
    }

    /// The most bytes of a message; its headers need room beside them.
    var mostBytes: Int { max(0, connection.mostPayload - 1024) }

    /// The first message under a subject, which may have wildcards, from a number on; nil for none yet.
    ///
    /// Any server of the stream answers, also one that is a little behind the others.
    func next(_ subject: String, from sequence: UInt64, in stream: String) throws(WorkQueueError)
        -> NatsMessage?
    {
        let body = "{\"seq\":\(sequence),\"next_by_subj\":\"\(subject)\"}"
        let message = try ask(
            "$JS.API.DIRECT.GET." + stream, Array(body.utf8), without: .stream(stream),
            patience: limits.patience
        ) {
            [0, 404].contains($0.status) ? nil : "status \($0.status) for a message of \(stream)"
        }
        return message.status == 0 ? message : nil
    }

    /// The last message under a subject, as the stream's leader has it; nil for none.
    func last(_ subject: String, in stream: String) throws(WorkQueueError) -> JetStreamAnswer.StoredMessage? {
        let answer = try call("STREAM.MSG.GET." + stream, "{\"last_by_subj\":\"\(subject)\"}")
        if let error = answer.error, !error.isNothing {
            throw error.isStreamMissing ? .over : .lost(reason: error.reason)
        }
        return answer.message
    }

    /// True when there is such a stream. Asked of the one server that decides on streams.
    func exists(_ stream: String) throws(WorkQueueError) -> Bool {
        let answer = try call("STREAM.INFO." + stream)
        if let error = answer.error, !error.isStreamMissing { throw .lost(reason: error.reason) }
        return answer.error == nil
    }

    /// Tries until there is an answer in JSON that is no error, or an error that does not pass.
    private func answer(
        _ subject: String, _ bytes: [UInt8], headers: [(String, String)] = [], without absence: Absence,
        patience: Duration? = nil
    ) throws(WorkQueueError) -> JetStreamAnswer {
        let patience = patience ?? limits.patience
        let message = try ask(subject, bytes, headers: headers, without: absence, patience: patience) {
            message in
            guard let answer = JetStreamAnswer(message.bytes) else { return "an answer that is none" }
            return answer.error.flatMap { $0.mayPass ? $0.reason : nil }
        }
        guard let answer = JetStreamAnswer(message.bytes) else { throw .timedOut }
        return answer
    }

    /// Tries until there is an answer that `trouble` finds nothing wrong with.
    private func ask(
        _ subject: String, _ bytes: [UInt8], headers: [(String, String)] = [], without absence: Absence,
        patience: Duration, trouble: (NatsMessage) -> String?
    ) throws(WorkQueueError) -> NatsMessage {
        var patience = Patience(patience)
        var last = WorkQueueError.timedOut
        repeat {
            let message: NatsMessage
            do throws(NatsFailure) {
                message = try connection.request(subject, bytes, headers: headers, within: limits.answer)
            } catch {
                last = try meaning(of: error, absence)
                continue
            }
            guard let reason = trouble(message) else { return message }
            last = .lost(reason: reason)
        } while patience.wait()
        throw last
    }

    /// What a failure is called if no later try does better; thrown when none can.
    private func meaning(
        of failure: NatsFailure, _ absence: Absence
    ) throws(WorkQueueError) -> WorkQueueError {
        switch failure {
        case .final(let error): throw error
        case .silence, .broken: return .timedOut
        case .nobody: break
        }
        switch absence {
        case .servers: return .timedOut
        case .streams: throw .cannotConnect(reason: "the servers have no streams (JetStream is off)")
        case .stream(let stream):
            // Asked twice, because servers that have just started may not know yet.
            if try exists(stream) { return .timedOut }
            Thread.sleep(forTimeInterval: 0.3)
            if try exists(stream) { return .timedOut }
            throw .over
        }
    }
}
