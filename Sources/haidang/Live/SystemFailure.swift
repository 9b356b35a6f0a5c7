/// A system call failed: the error number it left behind.
struct SystemFailure: Error, Equatable, Sendable {
    /// The number.
    let number: Int32

    /// The system's word for it, in the language of this process.
    var reason: String { SystemReason.text(number) }
}
