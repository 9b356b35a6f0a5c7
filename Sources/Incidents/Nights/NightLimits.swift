/// How much of each thing a digest names. What is beyond is counted.
public enum NightLimits {
    /// Files that failed or of which a part is missing.
    public static let faults = 50
    /// Holes between the files of a folder.
    public static let holes = 20
    /// Units with new incidents.
    public static let units = 20
    /// Addresses with most bytes.
    public static let talkers = 10
    /// Rules with most hits, those that cost most, and those that hit for the first time, each.
    public static let rules = 15
    /// Nights before.
    public static let nights = 7
    /// Paths that the run was asked for.
    public static let asked = 16
}
