import Foundation

/// Making streams, and taking them away.
extension JetStream {
    /// Makes a stream unless it is there: on three servers, or on one where there are not three.
    func make(_ wanted: StreamConfiguration) throws(WorkQueueError) {
        if try exists(wanted.name) { return }
        var configuration = wanted
        // A cluster that has just started counts its servers one by one.
        var patience = Patience(min(limits.patience, .seconds(2)), first: .milliseconds(200))
        while true {
            guard let error = try create(configuration).error, !error.isOtherStream else { return }
            let mayFall = configuration.replicas > 1
            if error.isShortOfServers, mayFall, patience.wait() { continue }
            guard mayFall, error.isShortOfServers || error.isWithoutCluster else {
                throw .lost(reason: error.reason)
            }
            configuration.replicas = 1
        }
    }

    private func create(_ configuration: StreamConfiguration) throws(WorkQueueError) -> JetStreamAnswer {
        guard let body = try? JSONEncoder().encode(configuration) else {
            throw .lost(reason: "a stream that cannot be described")
        }
        return try call("STREAM.CREATE." + configuration.name, String(decoding: body, as: UTF8.self))
    }

    /// Makes the consumer that shares a stream's messages out: to one taker at a time, until it is acknowledged, and to
    /// another one after a silence. As often as that is needed: only who scans can say when to give an item up.
    func makeConsumer(_ name: String, of stream: String) throws(WorkQueueError) {
        let configuration =
            "\"durable_name\":\"\(name)\",\"ack_policy\":\"explicit\",\"deliver_policy\":\"all\","
            + "\"replay_policy\":\"instant\",\"max_deliver\":-1,\"ack_wait\":\(limits.silence.nanoseconds)"
        let answer = try call(
            "CONSUMER.DURABLE.CREATE.\(stream).\(name)",
            "{\"stream_name\":\"\(stream)\",\"config\":{\(configuration)}}")
        if let error = answer.error { throw .lost(reason: error.reason) }
    }

    /// Removes what a stream has under a subject, or what of it has at most a given number.
    func purge(_ subject: String, upTo last: UInt64? = nil, in stream: String) throws(WorkQueueError) {
        let end = last.map { ",\"seq\":\($0 &+ 1)" } ?? ""
        let answer = try call("STREAM.PURGE." + stream, "{\"filter\":\"\(subject)\"\(end)}")
        if let error = answer.error, !error.isStreamMissing { throw .lost(reason: error.reason) }
    }

    /// Takes a stream away, if it is there.
    func remove(_ stream: String) throws(WorkQueueError) {
        if let error = try call("STREAM.DELETE." + stream).error, !error.isStreamMissing {
            throw .lost(reason: error.reason)
        }
    }
}
