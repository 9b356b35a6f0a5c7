import Drills
import Incidents
import NetTypes

/// What is said of drills.
enum DrillText: Text {
    /// What stands above everything that is no real incident.
    case banner
    /// What keeps a drill from being played.
    case error(DrillError)
    /// A folder of a run that is there already, or is none.
    case folderExists(String), noRun(String), storeExists(String)
    /// A store that is none of a drill.
    case notADrillStore(String)
    /// What has changed since a run: its drill, its event log.
    case drillChanged(String), logChanged(String)
    /// A jump into the past.
    case cannotGoBack
    /// A span or pace that is none.
    case badSpan(String), badPace(String), badOrder(String)
    /// A rule that a drill expects and the run does not have, with the one that looks most like it.
    case unknownRule(String, inject: Int, nearest: String?)
    /// A capture of the drill that could not be read to its end; frames whose time went backwards.
    case damaged(file: String, reason: String), regressions(UInt64)
    /// What is played, and where the rest is.
    case playing(title: String, length: Duration, frames: UInt64, speed: Double), folder(String)
    /// How far it has got.
    case played(Duration, of: Duration, isPaused: Bool)
    /// The score, in hundredths of points.
    case score(points: Int, of: Int), provisional
    /// What nothing expected, and what nobody assessed.
    case unexpected(Int), unjudged(UInt64), unassessed(Int), incomplete([String])
    /// What became of a silence.
    case silence(title: String, isKept: Bool?)
    /// How an inject was detected, and why not.
    case verdict(InjectVerdict), reason(MissReason), near(rule: String)
    /// An answer that was entered, one that says nothing.
    case answered(IncidentID), emptyAnswer
    /// An order that was given.
    case ordered(DrillOrder.Action)
    /// How a verification ended.
    case verified(passed: Int, failed: Int)
    /// Why a drill did not pass.
    case silenceBroken(String), unexpectedRule(String), notWhole
    /// A folder without a drill.
    case noDrills(String)
    /// Words of tables.
    case yes, no, none
}
