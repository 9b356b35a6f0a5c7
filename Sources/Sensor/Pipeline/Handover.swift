/// Carries a value that cannot be copied into the thread that will own it.
final class Handover<Value: ~Copyable>: @unchecked Sendable {
    // The value is put in before the thread starts, and only that thread takes it out.
    private var value: Value?

    init(_ value: consuming Value) { self.value = consume value }

    /// The value; nil from the second time on.
    func take() -> Value? { value.take() }
}
