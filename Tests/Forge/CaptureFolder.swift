import Foundation

/// The folder of synthetic captures, `captures/`, beside what the generator makes of it.
struct CaptureFolder {
    /// Where it lies.
    let url: URL

    /// Writes every synthetic capture; says how many.
    func rewrite() throws -> Int {
        for scenario in Scenario.all {
            let folder = url.appendingPathComponent(scenario.path)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(scenario.savefile).write(to: folder.appendingPathComponent(scenario.file))
        }
        return Scenario.all.count
    }

    /// What differs between the folder and the generator, each as a sentence; empty when nothing does.
    func differences() -> [String] {
        let scenarios = Scenario.all
        let wrong = scenarios.compactMap { scenario -> String? in
            let file = scenario.path + "/" + scenario.file
            guard let committed = try? Data(contentsOf: url.appendingPathComponent(file)) else {
                return "\(file) is missing"
            }
            return committed == Data(scenario.savefile) ? nil : "\(file) differs from what forge makes"
        }
        let known = Set(scenarios.map { $0.path + "/" + $0.file })
        let found = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        let strays = found.filter { $0.hasSuffix(".pcap") && !known.contains($0) }.sorted()
        return wrong + strays.map { "\($0) is not made by forge" }
    }
}
