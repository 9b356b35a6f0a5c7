import Foundation

/// The generator of synthetic captures. It writes the same bytes each time, on any machine.
@main
struct Forge {
    private static let usage = """
        forge captures [DIR]               rewrite every synthetic capture (DIR: captures)
        forge check [DIR]                  compare them with what forge makes; exit 1 when one differs
        forge bulk FILE --megabytes N      a savefile of few large flows
        forge mixed FILE --flows N         a savefile of many small flows
        forge soak FILE --hours N          a savefile of so many hours of small flows, some never closed
        forge half-open FILE --downloads N a savefile of downloads that all stop in the middle
        """

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            exit(try run(arguments))
        } catch {
            complain("forge \(arguments.joined(separator: " ")): \(error.localizedDescription)")
            exit(5)
        }
    }

    private static func run(_ arguments: [String]) throws -> Int32 {
        switch (arguments.first, arguments.count) {
        case ("captures", 1...2):
            print("\(try folder(arguments).rewrite()) captures written")
        case ("check", 1...2):
            let differences = folder(arguments).differences()
            differences.forEach(complain)
            return differences.isEmpty ? 0 : 1
        case ("bulk", 4):
            guard let megabytes = number(after: "--megabytes", arguments) else { return misused() }
            var traffic = BulkTraffic(megabytes: megabytes)
            try write(arguments[1]) { try traffic.write(to: $0) }
        case ("mixed", 4):
            guard let flows = number(after: "--flows", arguments) else { return misused() }
            var traffic = MixedTraffic(flows: flows)
            try write(arguments[1]) { try traffic.write(to: $0) }
        case ("soak", 4):
            guard let hours = number(after: "--hours", arguments), hours <= 1000 else { return misused() }
            var traffic = MixedTraffic.soak(hours: hours)
            try write(arguments[1]) { try traffic.write(to: $0) }
        case ("half-open", 4):
            guard let downloads = number(after: "--downloads", arguments) else { return misused() }
            var traffic = HalfOpenTraffic(downloads: downloads)
            try write(arguments[1]) { try traffic.write(to: $0) }
        default:
            return misused()
        }
        return 0
    }

    private static func folder(_ arguments: [String]) -> CaptureFolder {
        CaptureFolder(url: URL(fileURLWithPath: arguments.count > 1 ? arguments[1] : "captures"))
    }

    /// The option's value, a whole number from 1 to a thousand million; nil when it is not that.
    private static func number(after option: String, _ arguments: [String]) -> Int? {
        guard arguments[2] == option, let value = Int(arguments[3]), (1...1_000_000_000).contains(value)
        else {
            return nil
        }
        return value
    }

    private static func write(_ path: String, _ body: (SavefileWriter) throws -> Void) throws {
        let writer = try SavefileWriter(path: path)
        try body(writer)
        try writer.close()
        print("\(path): \(writer.frames) frames, \(writer.bytes) bytes")
    }

    private static func misused() -> Int32 {
        complain(usage)
        return 2
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
