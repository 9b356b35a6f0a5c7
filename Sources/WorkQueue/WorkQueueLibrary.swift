/// What this program was built with.
public enum WorkQueueLibrary {
    /// False where libnats was missing when this program was built; then connecting throws `notBuiltIn`.
    public static var isBuiltIn: Bool {
        #if canImport(CNats)
            true
        #else
            false
        #endif
    }
}
