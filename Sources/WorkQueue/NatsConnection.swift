import Glibc

#if canImport(CNats)
    import CNats
#endif

/// The owner of a connection of libnats, which goes to another server of the cluster by itself when one is lost.
///
/// Pointers live for one call, but for the connection, which is destroyed with this object. Without libnats there is no
/// connection: making one throws.
@safe
final class NatsConnection: @unchecked Sendable {
    // libnats locks the connection itself, and the pointer to it never changes.
    #if canImport(CNats)
        private let handle: OpaquePointer

        /// Connects to the first server that answers. Throws `cannotConnect` with a reason that names no password.
        init(_ address: WorkQueueAddress, name: String, limits: WorkQueueLimits) throws(WorkQueueError) {
            var options: OpaquePointer?
            guard unsafe natsOptions_Create(&options) == NATS_OK, let options = unsafe options else {
                throw .cannotConnect(reason: "libnats cannot be used")
            }
            // Safe: the connection has a copy of the options.
            defer { unsafe natsOptions_Destroy(options) }
            let problem = unsafe Self.set(options, address, name: name, limits: limits)
            guard problem == NATS_OK else { throw .cannotConnect(reason: Self.reason(problem)) }
            var made: OpaquePointer?
            let status = unsafe cnats_connect(&made, options)
            guard status == NATS_OK, let made = unsafe made else {
                throw .cannotConnect(reason: Self.reason(status))
            }
            unsafe handle = made
        }

        deinit { unsafe natsConnection_Destroy(handle) }

        private static func set(
            _ options: OpaquePointer, _ address: WorkQueueAddress, name: String, limits: WorkQueueLimits
        ) -> natsStatus {
            var results: [natsStatus] = []
            // Safe: libnats copies the texts; ours end with the call.
            let servers = unsafe address.servers.map { unsafe strdup($0) }
            defer { unsafe servers.forEach { unsafe free($0) } }
            var list = unsafe servers.map { unsafe UnsafePointer<CChar>($0) }
            results.append(unsafe natsOptions_SetServers(options, &list, Int32(clamping: servers.count)))
            results.append(unsafe natsOptions_SetName(options, name))
            if let user = address.user, let password = address.password {
                results.append(unsafe natsOptions_SetUserInfo(options, user, password))
            } else if let token = address.user {
                results.append(unsafe natsOptions_SetToken(options, token))
            }
            if address.isSecure { results.append(unsafe natsOptions_SetSecure(options, true)) }
            if address.isSecure, !limits.authorities.isEmpty {
                results.append(unsafe natsOptions_LoadCATrustedCertificates(options, limits.authorities))
            }
            results.append(unsafe cnats_silence(options))
            results.append(unsafe natsOptions_SetTimeout(options, limits.answer.milliseconds))
            results.append(unsafe natsOptions_SetMaxReconnect(options, -1))
            results.append(unsafe natsOptions_SetReconnectWait(options, 100))
            results.append(unsafe natsOptions_SetPingInterval(options, 3000))
            results.append(unsafe natsOptions_SetFailRequestsOnDisconnect(options, true))
            return results.first { $0 != NATS_OK } ?? NATS_OK
        }

        /// The most bytes that the server takes in one message.
        var mostPayload: Int { Int(clamping: unsafe natsConnection_GetMaxPayload(handle)) }

        /// Sends a message and waits for one answer.
        func request(
            _ subject: String, _ bytes: [UInt8], headers: [(String, String)] = [], within: Duration
        ) throws(NatsFailure) -> NatsMessage {
            var made: OpaquePointer?
            var status = unsafe Self.lend(bytes) { start, count in
                unsafe natsMsg_Create(&made, subject, nil, start, count)
            }
            // Safe: the message has a copy of the bytes, and is destroyed here.
            defer { unsafe natsMsg_Destroy(made) }
            for (key, value) in headers where status == NATS_OK {
                status = unsafe natsMsgHeader_Set(made, key, value)
            }
            guard status == NATS_OK else { throw Self.failure(status) }
            var answer: OpaquePointer?
            status = unsafe natsConnection_RequestMsg(&answer, handle, made, within.milliseconds)
            guard status == NATS_OK, let answer = unsafe answer else { throw Self.failure(status) }
            defer { unsafe natsMsg_Destroy(answer) }
            return unsafe Self.copy(answer)
        }

        /// Sends a message that nobody answers, or whose answers go to an inbox.
        func publish(_ subject: String, _ bytes: [UInt8], answersTo inbox: String? = nil) throws(NatsFailure)
        {
            let status = unsafe Self.lend(bytes) { start, count in
                guard let inbox else { return unsafe natsConnection_Publish(handle, subject, start, count) }
                return unsafe natsConnection_PublishRequest(handle, subject, inbox, start, count)
            }
            guard status == NATS_OK else { throw Self.failure(status) }
        }

        /// Starts to take what is sent to a subject; the subscription is the caller's to destroy, before this object.
        func subscribe(_ subject: String) throws(NatsFailure) -> OpaquePointer {
            var made: OpaquePointer?
            let status = unsafe natsConnection_SubscribeSync(&made, handle, subject)
            guard status == NATS_OK, let made = unsafe made else { throw Self.failure(status) }
            return unsafe made
        }

        /// Lends an array to a function that copies what it needs.
        private static func lend(
            _ bytes: [UInt8], _ body: (UnsafePointer<CChar>?, Int32) -> natsStatus
        ) -> natsStatus {
            unsafe bytes.withUnsafeBytes { buffer in
                unsafe body(
                    buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count))
            }
        }

        /// All that is needed of a message, which stays the caller's to destroy.
        static func copy(_ message: OpaquePointer) -> NatsMessage {
            // Safe: what libnats returns lives as long as the message, and is copied here.
            var copied = NatsMessage()
            copied.subject = unsafe header("Nats-Subject", of: message)
            if copied.subject.isEmpty, let subject = unsafe natsMsg_GetSubject(message) {
                copied.subject = unsafe String(cString: subject)
            }
            if let reply = unsafe natsMsg_GetReply(message) { copied.reply = unsafe String(cString: reply) }
            copied.status = unsafe Int(header("Status", of: message)) ?? 0
            copied.sequence = unsafe UInt64(header("Nats-Sequence", of: message)) ?? 0
            copied.id = unsafe header("Nats-Msg-Id", of: message)
            let count = Int(unsafe natsMsg_GetDataLength(message))
            if count > 0, let start = unsafe natsMsg_GetData(message) {
                copied.bytes = unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
            }
            return copied
        }

        private static func header(_ key: String, of message: OpaquePointer) -> String {
            var value: UnsafePointer<CChar>?
            guard unsafe natsMsgHeader_Get(message, key, &value) == NATS_OK, let value = unsafe value else {
                return ""
            }
            return unsafe String(cString: value)
        }

        /// What a status that is not `NATS_OK` means for a call.
        static func failure(_ status: natsStatus) -> NatsFailure {
            switch status {
            case NATS_NO_RESPONDERS: .nobody
            case NATS_TIMEOUT: .silence
            case NATS_CONNECTION_DISCONNECTED, NATS_STALE_CONNECTION, NATS_IO_ERROR, NATS_NO_SERVER,
                NATS_INSUFFICIENT_BUFFER:
                .broken
            default: .final(.lost(reason: reason(status)))
            }
        }

        /// What libnats says of a failure of this thread's last call.
        private static func reason(_ status: natsStatus) -> String {
            let detail = unsafe nats_GetLastError(nil).map { unsafe String(cString: $0) } ?? ""
            if detail.isEmpty { return unsafe String(cString: natsStatus_GetText(status)) }
            // It begins with where in libnats it was: `(conn.c:1234): `.
            guard detail.hasPrefix("("), let end = detail.firstRange(of: "): ") else { return detail }
            return String(detail[end.upperBound...])
        }
    #else
        init(_ address: WorkQueueAddress, name: String, limits: WorkQueueLimits) throws(WorkQueueError) {
            throw .notBuiltIn
        }

        var mostPayload: Int { 0 }

        func request(
            _ subject: String, _ bytes: [UInt8], headers: [(String, String)] = [], within: Duration
        ) throws(NatsFailure) -> NatsMessage { throw .final(.notBuiltIn) }

        func publish(_ subject: String, _ bytes: [UInt8], answersTo inbox: String? = nil) throws(NatsFailure)
        {
            throw .final(.notBuiltIn)
        }
    #endif
}
