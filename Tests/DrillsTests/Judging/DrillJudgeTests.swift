import Drills
import NetTypes
import Testing

@Suite("The judge of a drill")
struct DrillJudgeTests {
    private func verdicts(_ score: DrillScore) -> [InjectVerdict] { score.injects.map(\.verdict) }

    @Test("What is found in time earns all points, and says how long it took")
    func found() throws {
        let drill = TestDrill.drill(TestDrill.inject(1, "a/A", at: 10, within: 5))
        let score = TestDrill.score(drill, [TestDrill.alert("a/A", at: 12.5)])
        #expect(verdicts(score) == [.found])
        #expect(score.points == 1000 && score.maximum == 1000 && score.isClean)
        #expect(score.injects[0].timeToDetect == .milliseconds(2500))
        let detection = try #require(score.injects[0].expectations[0].detection)
        #expect(detection.packets == 5...6 && detection.matches[0].hexadecimal == "6162")
        #expect(detection.techniques.map(\.identifier) == ["T1190"])
    }

    @Test("To the last nanosecond it is in time, then it is late, and worth what the drill says")
    func late() {
        var inject = TestDrill.inject(1, "a/A", at: 10, within: 5)
        inject.credit.late = 40
        let drill = TestDrill.drill(inject)
        #expect(verdicts(TestDrill.score(drill, [TestDrill.alert("a/A", at: 15)])) == [.found])
        let score = TestDrill.score(drill, [TestDrill.alert("a/A", at: 15.000001)])
        #expect(verdicts(score) == [.late] && score.points == 400 && !score.isClean)
        #expect(score.injects[0].expectations[0].reason == .otherTime)
    }

    @Test("What was found before the inject was done is not a detection of it")
    func early() {
        let score = TestDrill.score(
            TestDrill.drill(TestDrill.inject(1, "a/A", at: 10)), [TestDrill.alert("a/A", at: 9)])
        #expect(verdicts(score) == [.missed])
        #expect(score.injects[0].expectations[0].reason == .otherTime)
    }

    @Test("In its flow and in time, another rule of the category, or of another, is worth its credit")
    func near() {
        var inject = TestDrill.inject(1, "a/A")
        (inject.credit.otherRule, inject.credit.wrongCategory) = (50, 20)
        let drill = TestDrill.drill(inject)
        let kin = TestDrill.score(drill, [TestDrill.alert("a/C", at: 1)])
        #expect(verdicts(kin) == [.otherRule] && kin.points == 500)
        #expect(kin.unexpected.map(\.rule) == ["a/C"])
        let stranger = TestDrill.score(drill, [TestDrill.alert("a/C", at: 1, category: "policy")])
        #expect(verdicts(stranger) == [.wrongCategory] && stranger.points == 200)
        // In another flow it is nothing to this inject.
        let elsewhere = TestDrill.score(drill, [TestDrill.alert("a/C", at: 1, port: 443)])
        #expect(verdicts(elsewhere) == [.missed] && elsewhere.points == 0)
    }

    @Test("What one inject expects is not taken for a near miss of another")
    func notNear() {
        let drill = TestDrill.drill(TestDrill.inject(1, "a/A"), TestDrill.inject(2, "a/B"))
        let score = TestDrill.score(drill, [TestDrill.alert("a/B", at: 1, category: "leak")])
        #expect(verdicts(score) == [.missed, .found])
    }

    @Test("Two equal expectations ask for two flows; the stream and the object of one are one finding")
    func equals() {
        let drill = TestDrill.drill(TestDrill.inject(1, "a/A"), TestDrill.inject(2, "a/A"))
        let echo = [
            TestDrill.alert("a/A", at: 1), TestDrill.alert("a/A", at: 2, kind: "http_body"),
        ]
        #expect(verdicts(TestDrill.score(drill, echo)) == [.found, .missed])
        let two = TestDrill.score(drill, echo + [TestDrill.alert("a/A", at: 3, flow: 2)])
        #expect(verdicts(two) == [.found, .found] && two.unexpected.isEmpty)
    }

    @Test("What came too late for one inject is left to the one that it is in time for")
    func lateForAnother() {
        let drill = TestDrill.drill(
            TestDrill.inject(1, "a/A", at: 10, within: 5), TestDrill.inject(2, "a/A", at: 60, within: 5))
        let score = TestDrill.score(drill, [TestDrill.alert("a/A", at: 61)])
        #expect(verdicts(score) == [.missed, .found])
    }

    @Test("An object is met by an echo in it, and its stream is still expected")
    func object() {
        var inject = TestDrill.inject(1, "a/A")
        inject.expected[0].object = .httpBody
        let drill = TestDrill.drill(inject)
        let stream = TestDrill.alert("a/A", at: 1)
        let score = TestDrill.score(drill, [stream])
        #expect(verdicts(score) == [.missed] && score.unexpected.isEmpty)
        #expect(score.injects[0].expectations[0].reason == .otherObject)
        let both = TestDrill.score(drill, [stream, TestDrill.alert("a/A", at: 2, kind: "http_body")])
        #expect(verdicts(both) == [.found])
        #expect(both.injects[0].timeToDetect == .seconds(2))
    }

    @Test("An inject of two detections is as good as the worse of them, and worth the mean")
    func two() {
        var inject = TestDrill.inject(1, "a/A", at: 5)
        inject.expected.append(TestDrill.pattern("a/B"))
        let score = TestDrill.score(TestDrill.drill(inject), [TestDrill.alert("a/A", at: 8)])
        #expect(verdicts(score) == [.missed] && score.points == 500)
        #expect(score.injects[0].timeToDetect == .seconds(3))
    }

    @Test("A direction and a category are asked for")
    func direction() {
        var inject = TestDrill.inject(1, "a/A")
        inject.expected[0].rule = nil
        inject.expected[0].category = .leak
        inject.expected[0].direction = .toClient
        let drill = TestDrill.drill(inject)
        let wrong = TestDrill.alert("a/A", at: 1, category: "leak")
        #expect(verdicts(TestDrill.score(drill, [wrong])) == [.otherRule])
        let right = TestDrill.alert("a/A", at: 1, category: "leak", direction: "to_client")
        #expect(verdicts(TestDrill.score(drill, [right])) == [.found])
    }

    @Test("What nothing expects costs its penalty, and the score does not fall below 0")
    func penalty() {
        var drill = TestDrill.drill(TestDrill.inject(1, "a/A"))
        drill.penalty = 3
        let lines = [
            TestDrill.alert("a/A", at: 1), TestDrill.alert("x/Y", at: 1, flow: 2, port: 25),
            TestDrill.alert("x/Y", at: 2, flow: 2, kind: "mail", port: 25),
        ]
        let score = TestDrill.score(drill, lines)
        #expect(score.unexpected.map(\.rule) == ["x/Y"] && score.penalty == 300 && score.points == 700)
        drill.penalty = 100
        #expect(TestDrill.score(drill, lines).points == 0)
    }

    @Test("A silence earns its points while nothing that is not expected matches it")
    func silence() {
        var drill = TestDrill.drill(TestDrill.inject(1, "a/A"))
        var anything = Silence()
        anything.points = 5
        var mail = anything
        mail.pattern.serverPort = 25
        drill.silences = [anything, mail]
        let kept = TestDrill.score(drill, [TestDrill.alert("a/A", at: 1)])
        #expect(kept.silences.map(\.isKept) == [true, true] && kept.points == 2000 && kept.maximum == 2000)
        let broken = TestDrill.score(drill, [TestDrill.alert("x/Y", at: 1, port: 81)])
        #expect(broken.silences.map(\.isKept) == [false, true])
        #expect(broken.silences.map(\.points) == [0, 500])
        #expect(broken.silences[0].breach?.rule == "x/Y")
        let running = TestDrill.score(drill, [], isOver: false)
        #expect(running.silences.map(\.isKept) == [nil, nil] && running.points == 0)
    }

    @Test("A silence about one kind of object is broken by a detection in it that came after another")
    func silenceAboutObject() {
        var drill = TestDrill.drill(TestDrill.inject(1, "a/A"))
        var silence = Silence()
        silence.pattern.object = .httpBody
        drill.silences = [silence]
        let stream = TestDrill.alert("x/Y", at: 1, port: 81)
        #expect(TestDrill.score(drill, [stream]).silences[0].isKept == true)
        let body = TestDrill.alert("x/Y", at: 2, kind: "http_body", port: 81)
        #expect(TestDrill.score(drill, [stream, body]).silences[0].isKept == false)
    }

    @Test("What was not played, or may still come, is no miss but unassessed")
    func notPlayed() {
        let drill = TestDrill.drill(
            TestDrill.inject(1, "a/A", at: 10, within: 5), TestDrill.inject(2, "a/A", at: 50))
        let stopped = TestDrill.score(drill, [], played: 30)
        #expect(verdicts(stopped) == [.missed, .notPlayed])
        #expect(stopped.injects.map(\.isUnassessed) == [false, true])
        let running = TestDrill.score(drill, [], played: 12, isOver: false)
        #expect(verdicts(running) == [.notPlayed, .notPlayed] && !running.isWhole)
        #expect(running.maximum == 2000)
    }
}
