import NetTypes
import Testing

@testable import haidang

@Suite("How long a scan still takes")
struct ScanForecastTests {
    /// Half of 200 MiB was read within a minute, one of four files is done.
    private var half: ScanForecast {
        ScanForecast(
            files: 1, allFiles: 4, bytes: 100 << 20, allBytes: 200 << 20, bytesRead: 100 << 20,
            time: .seconds(60))
    }

    @Test("Half way it takes as long again")
    func halfWay() {
        #expect(half.share == 0.5 && half.left == .seconds(60) && !half.isTooLong)
    }

    @Test("Before anything is read, too early, and after too little nobody can say")
    func tooEarly() {
        #expect(ScanForecast().left == nil && ScanForecast().share == 0)
        var early = half
        early.time = .milliseconds(4999)
        #expect(early.left == nil && early.share == 0.5)
        early.time = .seconds(5)
        #expect(early.left == .seconds(5))
        var little = half
        (little.bytes, little.bytesRead) = (1 << 20, 1 << 20)
        #expect(little.left == nil)
        (little.bytes, little.bytesRead) = (2 << 20, 2 << 20)
        #expect(little.left != nil)
    }

    @Test("Files that are done without being read make nothing faster")
    func unread() {
        var forecast = half
        forecast.bytesRead = 10 << 20
        #expect(forecast.left == .seconds(600))
        forecast.bytesRead = 0
        #expect(forecast.left == nil)
    }

    @Test("Where all is read that the plan knew of, and a file has grown, nobody can say")
    func grown() {
        var forecast = half
        (forecast.bytes, forecast.bytesRead) = (200 << 20, 300 << 20)
        #expect(forecast.share == 1 && forecast.left == nil)
    }

    @Test("Without any bytes the files are the measure, and there is no estimate")
    func noBytes() {
        let pipes = ScanForecast(files: 1, allFiles: 2, bytesRead: 100, time: .seconds(60))
        #expect(pipes.share == 0.5 && pipes.left == nil)
    }

    @Test("A run that has to be over before is too long")
    func room() {
        var forecast = half
        forecast.room = .seconds(61)
        #expect(!forecast.isTooLong)
        forecast.room = .seconds(59)
        #expect(forecast.isTooLong)
        forecast.time = .seconds(1)
        #expect(!forecast.isTooLong, "nobody can say")
    }

    @Test("The line says how far it is, how long it takes, and that it stops before, in both languages")
    func text() {
        var forecast = half
        let (done, all) = (Number.bytes(100 << 20), Number.bytes(200 << 20))
        #expect(
            NightText.progress(forecast).english == "1 of 4 files, \(done) of \(all), about 1 m 00 s left")
        #expect(NightText.progress(forecast).vietnamese == "1/4 tệp, \(done)/\(all), còn khoảng 1 m 00 s")
        forecast.room = .seconds(20)
        #expect(
            NightText.progress(forecast).english.hasSuffix(
                "about 1 m 00 s left, but stops in 20 s"))
        #expect(NightText.progress(forecast).vietnamese.hasSuffix("nhưng 20 s nữa là dừng"))
        forecast.time = .zero
        #expect(NightText.progress(forecast).english == "1 of 4 files, \(done) of \(all)")
        let pipes = ScanForecast(files: 1, allFiles: 2)
        #expect(NightText.progress(pipes).english == "1 of 2 files")
    }

    @Test(
        "An estimate is no finer than it can be known, and never nothing",
        arguments: [
            (0, "1 s"), (400, "1 s"), (9_200, "10 s"), (10_500, "15 s"), (55_000, "55 s"),
            (56_000, "1 m 00 s"), (81_000, "1 m 30 s"), (590_000, "9 m 50 s"), (591_000, "10 m"),
            (3_540_000, "59 m"), (3_541_000, "1 h 00 m"), (3_601_000, "1 h 05 m"), (90_000_000, "25 h 00 m"),
        ])
    func span(milliseconds: Int, text: String) {
        #expect(SpanText.about(.milliseconds(milliseconds)) == text)
    }
}
