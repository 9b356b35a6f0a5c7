#if canImport(CNats)
    import CNats
#endif

/// A subject of our own that messages are sent to, in the order in which they came.
///
/// Not libnats's own way of answers: items come under the subject that they were laid under, by which it could not
/// tell whose answer they are.
@safe
final class NatsInbox: @unchecked Sendable {
    // libnats locks the subscription itself, and the pointer to it never changes.
    /// The subject.
    let subject: String

    #if canImport(CNats)
        private let handle: OpaquePointer
        private let connection: NatsConnection

        /// An inbox under a subject that nobody else has.
        init(_ connection: NatsConnection) throws(NatsFailure) {
            subject = "_INBOX.haidang." + RandomName.make()
            self.connection = connection
            unsafe handle = try connection.subscribe(subject)
        }

        // Safe: the connection is destroyed later, because this object holds it.
        deinit { unsafe natsSubscription_Destroy(handle) }

        /// The next message; nil when none comes in time.
        func next(within: Duration) throws(NatsFailure) -> NatsMessage? {
            var message: OpaquePointer?
            let status = unsafe natsSubscription_NextMsg(&message, handle, within.milliseconds)
            if status == NATS_TIMEOUT { return nil }
            guard status == NATS_OK, let message = unsafe message else {
                throw NatsConnection.failure(status)
            }
            // Safe: everything was copied before the message goes.
            defer { unsafe natsMsg_Destroy(message) }
            return unsafe NatsConnection.copy(message)
        }
    #else
        init(_ connection: NatsConnection) throws(NatsFailure) { throw .final(.notBuiltIn) }

        func next(within: Duration) throws(NatsFailure) -> NatsMessage? { throw .final(.notBuiltIn) }
    #endif
}
