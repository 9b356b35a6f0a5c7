import Foundation
import Incidents
import Testing

/// The exports of the sample incident. With HAIDANG_EXPORTS=FOLDER they are written there as well, for programs of others
/// to read (`.ci/validate-exports`).
@Suite struct ExportFilesTests {
    @Test(arguments: ExportFormat.allCases, [false, true])
    func `each ends in a newline, and is the same every time`(format: ExportFormat, full: Bool) throws {
        let options = full ? Samples.fullOptions : ExportOptions()
        let text = try ExportCase(Samples.exportedIncident, Samples.exportedDetections, options).text(format)
        let reversed = Array(Samples.exportedDetections.reversed())
        let again = try ExportCase(Samples.exportedIncident, reversed, options).text(format)
        #expect(text == again)
        #expect(text.hasSuffix("}\n"))
        if let folder = ProcessInfo.processInfo.environment["HAIDANG_EXPORTS"] {
            let name = "\(full ? "full" : "default").\(format.rawValue).json"
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name))
        }
    }
}
