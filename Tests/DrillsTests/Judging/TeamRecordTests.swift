import Drills
import Foundation
import Incidents
import NetTypes
import TestSupport
import Testing

@Suite("What a team did")
struct TeamRecordTests {
    private let folder = try? TestFolder()

    /// A store with one incident of the rule a/A, and its identifier.
    private func ready() throws -> (IncidentStore, IncidentID) {
        let store = try IncidentStore(path: try #require(folder).path + "/d.db", isDrill: true)
        let flow = FlowContext(
            id: FlowID(rawValue: 1),
            client: Endpoint(address: try #require(IPAddress(TestDrill.client)), port: 4242),
            server: Endpoint(address: try #require(IPAddress(TestDrill.server)), port: 80), transport: .tcp,
            vlans: VLANStack(), tunnelDepth: 0, communityID: "1:x")
        let rule = RuleIdentity(
            name: "A", namespace: "a", tags: [], metadata: [], severity: 2, signatureID: 1,
            ruleSetSHA256: "")
        let detection = Detection(
            rule: rule, flow: flow, direction: .toServer, timestamp: TestDrill.start,
            object: ScannedObject(kind: .stream, size: 9, sha256: nil, complete: true), strings: [],
            firstFrame: 5, lastFrame: 6)
        let report = ReportedDetection(detection, event: "{}", source: "traffic.pcapng")
        let changes = try store.record([report], now: TestDrill.start) { _ in "" }.changes
        return (store, try #require(changes.first).incident.id)
    }

    private func hand(_ second: Int64) -> IncidentStore.Hand {
        IncidentStore.Hand(person: "an", now: TestDrill.start.advanced(by: second * 1_000_000_000))
    }

    private var inject: Inject {
        var inject = TestDrill.inject(1, "a/A")
        var answer = ExpectedAnswer()
        answer.points = 4
        answer.category = .intrusion
        answer.techniques = [AttackTechnique("T1505.003")].compactMap { $0 }
        answer.firstPacket = 5
        answer.hosts = [IPAddress(TestDrill.server)].compactMap { $0 }
        inject.answer = answer
        inject.acknowledgement = TeamDeadline(within: .seconds(60), points: 2)
        inject.report = TeamDeadline(within: .seconds(600), points: 3)
        return inject
    }

    /// The score of a run that was played at its own pace, a second of it in a second.
    private func score(_ store: IncidentStore) throws -> InjectScore {
        TestDrill.score(
            TestDrill.drill(inject), [TestDrill.alert("a/A", at: 0)], team: try TeamRecord(store)
        ).injects[0]
    }

    @Test("Without a word from anybody it is unassessed, with the points for the detection alone")
    func nothing() throws {
        let (store, id) = try ready()
        let score = try score(store)
        #expect(score.team.incident == id && score.isUnassessed && score.points == 1000)
        #expect(score.inject.maximum == 1900)
        #expect(score.team.answer.map(\.given) == ["", "", "", ""])
    }

    @Test("Each part of an answer counts by itself; a technique is right for its sub-techniques")
    func answer() throws {
        let (store, id) = try ready()
        var answer = TeamAnswer()
        answer.category = "leak"
        answer.techniques = ["T1505"]
        answer.firstPacket = 5
        answer.hosts = [TestDrill.client]
        try store.log(.answered, id, detail: answer.detail, by: hand(30))
        let score = try score(store)
        #expect(score.team.answer.map(\.isRight) == [false, true, true, false])
        #expect(score.team.answerPoints == 200 && score.team.answeredBy == "an" && !score.isUnassessed)
        answer.category = "intrusion"
        answer.hosts = [TestDrill.server]
        try store.log(.answered, id, detail: answer.detail, by: hand(31))
        #expect(try self.score(store).team.answerPoints == 400)
        // A later answer takes the place of an earlier one: trying everything gains nothing.
        answer.category = "other"
        try store.log(.answered, id, detail: answer.detail, by: hand(32))
        #expect(try self.score(store).team.answerPoints == 300)
    }

    @Test("Another technique, or a sub-technique that was not done, is wrong")
    func techniques() throws {
        let (store, id) = try ready()
        for (said, isRight) in [("T1505.001", false), ("T1059", false), ("T1505.003", true)] {
            var answer = TeamAnswer()
            answer.techniques = [said]
            try store.log(.answered, id, detail: answer.detail, by: hand(30))
            #expect(try score(store).team.answer[1].isRight == isRight, "\(said)")
        }
    }

    @Test("A detail of the journal that is no answer is none", arguments: ["", "{", "[]", "3"])
    func garbage(detail: String) throws {
        let (store, id) = try ready()
        try store.log(.answered, id, detail: detail, by: hand(30))
        #expect(try score(store).isUnassessed)
    }

    /// The score when the alert was given at the beginning of a run at its own pace.
    private func paced(_ store: IncidentStore) throws -> TeamScore {
        let drill = TestDrill.drill(inject)
        var evidence = DrillEvidence(drill)
        evidence.take(line: TestDrill.alert("a/A", at: 0))
        let facts = RunFacts(
            clock: RunClock(), start: nil, played: 100_000_000_000, isOver: true, rules: nil)
        return DrillJudge(drill, evidence, facts).score(try TeamRecord(store)).injects[0].team
    }

    @Test("Acknowledging and reporting in time earn their points, and too late none")
    func deadlines() throws {
        let (store, id) = try ready()
        #expect(try paced(store).acknowledgementPoints == 0)
        _ = try store.change(id, to: .acknowledged, by: hand(60)) { _ in "" }
        try store.log(.sent, id, detail: "tt20-2017/notice", by: hand(601))
        let team = try paced(store)
        #expect(team.timeToAcknowledge == .seconds(60) && team.acknowledgementPoints == 200)
        #expect(team.timeToReport == .seconds(601) && team.reportPoints == 0)
    }
}
