/// One line of the timeline.
struct TimelineLane: Equatable {
    /// What stands at its left.
    var label: String
    /// What stands at its right.
    var remark = ""
    /// When it was done, and until when it counts; nil where there is nothing to wait for.
    var window: ClosedRange<Int64>?
    /// What happened.
    var marks: [TimelineMark] = []
}
