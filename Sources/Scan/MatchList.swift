/// What one scan found, in libyara's numbers. A class, since libyara carries a pointer to it; its arrays keep
/// their room, so that a scan without hits allocates nothing.
final class MatchList {
    /// A match of one string.
    struct Match {
        var string: Int
        var offset: Int
        var length: Int
    }

    /// The matches kept of each string of a rule.
    let perRule: Int
    /// The rules that hit, each with the place in `matches` where its own begin.
    private(set) var rules: [(rule: Int, start: Int)] = []
    /// The matches of all rules that hit.
    private(set) var matches: [Match] = []
    /// Strings with too many matches.
    var tooMany = 0
    /// Rules of which a string failed.
    var failedRules: [Int] = []

    /// An empty list.
    init(perRule: Int) {
        self.perRule = max(perRule, 0)
    }

    /// Forgets all but the room.
    func clear() {
        rules.removeAll(keepingCapacity: true)
        matches.removeAll(keepingCapacity: true)
        failedRules.removeAll(keepingCapacity: true)
        tooMany = 0
    }

    /// Begins the next rule that hit.
    func begin(rule: Int) {
        rules.append((rule, matches.count))
    }

    /// Adds a match of the rule that was begun.
    func append(string: Int, offset: Int, length: Int) {
        matches.append(Match(string: string, offset: offset, length: length))
    }

    /// The matches of the rule that hit as the given one.
    func matches(ofHit index: Int) -> ArraySlice<Match> {
        let end = index + 1 < rules.count ? rules[index + 1].start : matches.count
        return matches[rules[index].start..<end]
    }
}
