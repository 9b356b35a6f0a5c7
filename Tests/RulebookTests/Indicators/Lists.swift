import NetTypes

@testable import Rulebook

/// Lists made of text, and what they are read as.
struct Lists {
    let load: IndicatorLoad

    /// One list by the name of its file.
    init(_ name: String, _ text: String, _ limits: IndicatorLimits = IndicatorLimits()) throws {
        try self.init(name, bytes: Array(text.utf8), limits)
    }

    init(_ name: String, bytes: [UInt8], _ limits: IndicatorLimits = IndicatorLimits()) throws {
        var intake = IndicatorIntake(limits)
        try IndicatorLoader.read(
            bytes, IndicatorFile(path: name, list: "list"), sha256: "ab", into: &intake)
        load = intake.finish()
    }

    var report: IndicatorFileReport { load.files[0] }

    /// Every indicator, by kind and value, sorted.
    var values: [String] { sightings.map { "\($0.kind.name) \($0.value)" }.sorted() }

    /// What is said of each, in the order in which they were read.
    var sightings: [IndicatorSighting] {
        (0..<load.set.count + load.set.duplicates).map { load.set.sighting($0, at: .dnsQuery, seen: "") }
    }
}
