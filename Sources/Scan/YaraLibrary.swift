import CYara

/// libyara itself, started once in a process and, as it has tables that any thread may be reading, never
/// ended: the operating system does that. Its start is not safe from two threads at once, which a Swift
/// global is.
public enum YaraLibrary {
    /// The version this program was built with; its structures are part of the program, so it is the one that counts.
    public static let version = "\(YR_MAJOR_VERSION).\(YR_MINOR_VERSION).\(YR_MICRO_VERSION)"

    /// Starts libyara on the first call; later calls give the same answer.
    static func start() throws(RuleError) {
        guard startResult == ERROR_SUCCESS else {
            throw .engine("libyara does not start: error \(startResult)")
        }
    }

    private static let startResult: Int32 = {
        let result = yr_initialize()
        guard result == ERROR_SUCCESS else { return result }
        // Evidence is cut from the scanned bytes, so libyara need not copy any.
        return yr_set_configuration_uint32(YR_CONFIG_MAX_MATCH_DATA, 0)
    }()
}
