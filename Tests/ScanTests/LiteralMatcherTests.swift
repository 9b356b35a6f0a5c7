import TestSupport
import Testing

@testable import Scan

@Suite("The search for literals")
struct LiteralMatcherTests {
    @Test("Every literal is found, in whichever pass it is looked for")
    func passes() throws {
        let count = 2 * RuleLimits.literalsOfPass + 10
        let entries = (0..<count).map { number in
            LiteralMatcher.Entry(bytes: Array("<\(number)>".utf8), ignoresCase: false, shard: number)
        }
        let matchers = try #require(LiteralMatcher.matchers(entries))
        #expect(matchers.count == 3)
        var scanner = LiteralScanner(matchers)
        let rules = Array("rule a { strings: $a = \"<\" condition: $a }".utf8)
        let place = RulePlace.files(name: "a", ["a.yar": rules])
        let (set, _) = try RuleSet.load(places: [place])
        let shard = Shard(set.shards[0].compiled, rules: [0], gate: nil, triggers: [])
        for number in [0, RuleLimits.literalsOfPass - 1, RuleLimits.literalsOfPass, count - 1] {
            let candidates = Candidates(count: count)
            let bytes = Array("some text <\(number)> and more".utf8)
            let awaits = candidates.begin(Array(repeating: shard, count: count), bytes.span)
            #expect(awaits)
            let searched = scanner?.search(bytes.span, candidates)
            #expect(searched == true)
            #expect(candidates.isCandidate.indices.filter { candidates.isCandidate[$0] } == [number])
        }
    }
}
