/// Headings of the tables of drills.
enum DrillHeading: Text {
    /// Of the board.
    case number, inject, at, verdict, timeToDetect, points, incident, acknowledged, reported, answer, remark
    /// Of lists of drills.
    case drill, title, injects, length, result, path
}
