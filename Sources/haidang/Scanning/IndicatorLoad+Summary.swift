import NetTypes
import Rulebook

extension IndicatorLoad {
    /// What a run says of its lists.
    var summary: IndicatorText {
        .count(
            set.count, lists: files.count, leftOut: leftOut,
            withheld: files.reduce(0) { $0 + $1.withheld })
    }
}
