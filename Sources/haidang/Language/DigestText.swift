import Incidents
import NetTypes

/// The sentences of the digest of a night.
enum DigestText: Text {
    /// What it is, with the day.
    case title(VietnamTime)
    /// Which run, and where.
    case run(Int64, host: String)
    /// When it ran.
    case ran(from: VietnamTime, to: VietnamTime?)
    /// From when to when the traffic is.
    case captured(from: VietnamTime, to: VietnamTime)
    /// How often it was taken up again.
    case resumed(UInt64)
    /// It was cut off, or is at work.
    case unfinished
    /// A later run is not finished.
    case openRun(Int64)
    /// How it ended, and what that means.
    case code(Int32)
    /// So much of so much was scanned, in tenths of a percent.
    case part(UInt64, of: UInt64)
    /// Which files were left, in a few words.
    case leftDetail
    /// What came of what was hunted.
    case huntedDetail(partial: UInt64, failed: UInt64, detections: UInt64)
    /// The verdict on a file; true for one that was hunted in.
    case verdict(LedgerVerdict, isHunt: Bool)
    /// Why a part of a file is missing, or all.
    case reason(LedgerVerdict)
    /// A table goes on.
    case more(UInt64)
    /// There is nothing of it.
    case none
    /// No incident began; so many did.
    case incidents(UInt64)
    /// Detections, and how many of them are alerts.
    case hits(UInt64, detections: UInt64)
    /// So many files are missing.
    case missing(UInt64)
    /// A unit that nobody knows.
    case noUnit
    /// How a night compares with those before.
    case change(NightChange)
    /// There is no night before.
    case noNights
    /// What the picture shows.
    case bars
    /// The subject of a mail.
    case subject(day: VietnamTime, incidents: UInt64, faults: UInt64, isFinished: Bool)
    /// Addresses and units are left out, since they are of secret networks.
    case withheld
}
