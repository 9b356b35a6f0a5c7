import Incidents
import NetTypes
import Sensor

extension Doctor {
    /// The files of data that the settings name.
    var policy: [Diagnosis] { [networks, suppressions].compactMap { $0 } }

    private var networks: Diagnosis? {
        if settings.networks.isEmpty { return nil }
        let shown = Escaping.shown(settings.networks)
        do throws(CommandError) {
            let directory = try NetworkFile.load(settings.networks)
            let counts = DoctorText.unitCount(directory.units.count, networks: directory.networkCount)
            return .ok(.networks, "\(counts): \(shown)")
        } catch {
            return .failure(.networks, error.sentences.joined(separator: " "), .correctFile(shown), .usage)
        }
    }

    private var suppressions: Diagnosis? {
        if settings.suppressions.isEmpty { return nil }
        let shown = Escaping.shown(settings.suppressions)
        do throws(CommandError) {
            let policy = try SuppressionFile.load(settings.suppressions)
            // A directory that cannot be read has a line of its own.
            var known = settings
            try? known.loadNetworks()
            let doubts = policy.doubts(on: Day(of: .now), known.sensor.networks)
            let counts = DoctorText.entryCount(
                suppressions: policy.suppressions.count, thresholds: policy.thresholds.count)
            if doubts.isEmpty { return .ok(.suppressions, "\(counts): \(shown)") }
            let detail = doubts.map(\.description).joined(separator: "; ")
            return .warning(.suppressions, "\(counts): \(shown): \(detail)", .correctFile(shown))
        } catch {
            return .failure(
                .suppressions, error.sentences.joined(separator: " "), .correctFile(shown), .usage)
        }
    }
}
