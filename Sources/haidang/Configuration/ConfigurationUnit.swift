/// What a number counts.
enum ConfigurationUnit: Sendable {
    /// Things.
    case count
    /// Bytes; `KiB`, `MiB` and `GiB` may follow the number.
    case bytes
    /// Seconds.
    case seconds
}
