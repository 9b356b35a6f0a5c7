import Drills
import Testing

@Suite("Spans of time in a drill")
struct DurationTextTests {
    @Test(
        "Texts that are spans, and back",
        arguments: [
            ("0s", Duration.zero), ("250ms", .milliseconds(250)), ("12s", .seconds(12)),
            ("15m", .seconds(900)),
            ("24h", .seconds(86_400)), ("3d", .seconds(259_200)),
        ])
    func spans(text: String, span: Duration) {
        #expect(Duration(span: text) == span)
        #expect(Duration(span: span.spanText) == span)
    }

    @Test(
        "Texts that are none",
        arguments: [
            "", "5", "s", "-5s", "1.5s", " 5s", "5 s", "5S", "5w", "99999999999999999999s", "9999999d", "٣s",
        ])
    func none(text: String) {
        #expect(Duration(span: text) == nil)
    }
}
