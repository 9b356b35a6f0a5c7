import Incidents
import NetTypes
import Testing

@testable import Drills

@Suite("The timeline of a report")
struct TimelineTests {
    /// The marks of a page above its legend, which begins below the lanes.
    private func marks(_ report: DrillReport) -> [PageReading.Mark] {
        let lanes = Timeline(report, .english).lanes.count
        let height = lanes > 24 ? 19.0 : 26.0
        return PageReading(report.html(.english)).marks.filter { $0.y < 34 + height * Double(lanes) }
    }

    private func x(_ seconds: Double) -> Double {
        let scale = TimelinePicture.scale(600_000_000_000)
        return ((scale.left + (scale.right - scale.left) * seconds / 600) * 10).rounded() / 10
    }

    @Test("Each mark stands where its time is")
    func places() {
        let marks = marks(ReportSample().report)
        func places(_ kind: TimelineMark.Kind) -> [Double] {
            marks.filter { $0.kind == kind.rawValue }.map(\.x)
        }
        #expect(places(.found) == [x(75)])
        #expect(places(.late) == [x(165)])
        #expect(places(.otherRule) == [x(190)])
        #expect(places(.wrongCategory) == [x(250)])
        #expect(places(.missed) == [x(340)], "at its deadline")
        // Twenty seconds on the wall are forty of a drill that goes twice as fast.
        #expect(places(.acknowledged) == [x(115)])
        #expect(places(.reported).isEmpty, "after the drill")
        #expect(places(.breach) == [x(190)])
        #expect(places(.unexpected) == [190, 250, 330].map(x))
    }

    @Test("Of what was played as fast as possible nobody knows where the team was")
    func fast() {
        var sample = ReportSample()
        sample.speed = 0
        #expect(!marks(sample.report).contains { $0.kind == "acknowledged" })
    }

    @Test("Marks at one place stand one below the other")
    func spread() {
        var sample = ReportSample()
        sample.change = { drill in
            var other = drill.injects[0].expected[0]
            other.rule = "a/b/Kin"
            drill.injects[0].expected.append(other)
            drill.injects[0].within = .seconds(15)
        }
        let marks = marks(sample.report).filter { abs($0.x - x(75)) < 0.2 }
        #expect(marks.map(\.kind).sorted() == ["found", "missed"])
        #expect(Set(marks.map(\.y)).count == 2)
    }

    @Test("A drill that was ended early shows from where on nobody can judge")
    func stopped() {
        var report = ReportSample().report
        let whole = PageReading(report.html(.english)).elements.count
        report.record.state = .stopped
        report.record.played = 300_000_000_000
        report.score.isWhole = false
        #expect(report.isProvisional)
        // A group with its title, a rectangle and a line; and the sentence that says so.
        #expect(PageReading(report.html(.english)).elements.count == whole + 5)
    }

    @Test("A lane for each inject up to sixty, and the number of the others", arguments: [1, 60, 61, 90])
    func lanes(count: Int) {
        let sample = ReportSample()
        var many = sample
        many.change = { drill in drill.injects = (1...count).map { sample.inject($0) } }
        many.length = 6000
        let timeline = Timeline(many.report, .english)
        #expect(timeline.lanes.count == min(count, 60) + 2)
        #expect(timeline.left == max(0, count - 60))
        let page = PageReading(many.report.html(.english))
        #expect(page.isWhole)
        #expect(page.texts.contains("… and \(count - 60) more.") == (count > 60))
    }

    @Test(
        "Times at the axis are round, and few",
        arguments: [0, 1, 59, 61, 867, 7200, 86_400, 700_000, 400_000_000])
    func ticks(seconds: Int64) {
        let scale = TimelineScale(length: seconds * 1_000_000_000, left: 0, right: 100)
        #expect((1...11).contains(scale.ticks.count))
        #expect(scale.ticks.allSatisfy { scale.holds($0) })
    }

    @Test("What is not on the axis stands at its ends")
    func clamped() {
        let scale = TimelineScale(length: 10, left: 20, right: 30)
        #expect(scale.x(-5) == 20 && scale.x(.max) == 30)
    }
}
