import NetTypes

/// What is said of a night's work: how far it is, what is odd about folders, what is left.
enum NightText: Text {
    /// How far the run is, and how long it still takes where that can be said.
    case progress(ScanForecast)
    /// Something is odd about the files of a folder.
    case notice(UnitNotice)
    /// The same for so many more files.
    case more(UnitNotice.Kind, Int)
    /// Files that were not come to, and their bytes on the disk.
    case leftOver(files: Int, bytes: UInt64)
    /// Rules that are new ran over files of earlier nights.
    case hunted(files: UInt64, detections: UInt64)
    /// Files that were scanned with older rules only.
    case older(UInt64)
    /// Options that make no sense.
    case badUntil(String)
    case badMemory(String)
    case tooLittleMemory(atLeast: UInt64)
    case badNumber(option: String, least: Int, most: Int)
    case backNeedsLedger
    case needsNightly
    case cannotNice
}
