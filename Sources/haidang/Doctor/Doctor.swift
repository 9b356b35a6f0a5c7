import Capture
import Foundation
import Glibc
import Scan
import Sensor

/// Looks at the machine the way a run would, and says what would keep it from working.
struct Doctor {
    /// The settings a run would have.
    let settings: Settings
    /// The configuration file they came from; nil without one.
    let configurationFile: String?
    /// The environment of the process.
    let environment: [String: String]

    /// Free bytes under which the disk of the event log is called short.
    private static let shortDisk: UInt64 = 1 << 30

    /// Everything, in the order in which a run would meet it.
    func examine() -> [Diagnosis] {
        basics + [locale, eventLog] + liveCapture
    }

    /// What a scan of tonight would meet, which needs neither a terminal nor an interface.
    func examine(_ night: NightDoctor) -> [Diagnosis] {
        basics + night.examine()
    }

    private var basics: [Diagnosis] { [program, capture, yara, configuration, rules] + policy }

    private var program: Diagnosis { .ok(.program, "haidang \(Version.number)") }

    private var capture: Diagnosis { .ok(.libpcap, Escaping.shown(CaptureLibrary.version)) }

    private var yara: Diagnosis {
        // 4.2 brought the calls this program uses; older ones scan with other limits.
        let version = YaraLibrary.version
        let numbers = version.split(separator: ".").compactMap { Int($0) }
        if numbers.lexicographicallyPrecedes([4, 2]) {
            return .failure(.libyara, Escaping.shown(version), .updateYara)
        }
        return .ok(.libyara, Escaping.shown(version))
    }

    /// A file that is not valid has ended the command before this.
    private var configuration: Diagnosis {
        .ok(.configuration, configurationFile.map(Escaping.shown) ?? "\(DoctorText.defaults)")
    }

    private var rules: Diagnosis {
        do throws(CommandError) {
            let paths = try RuleFolder.paths(settings.rules)
            let shown = paths.map(Escaping.shown).joined(separator: ", ")
            let places = try RulePlaces.open(paths, settings)
            let loaded: (set: RuleSet, problems: [RuleProblem])
            do throws(RuleError) {
                loaded = try RuleSet.load(places: places, configuration: settings.sensor.scan)
            } catch {
                return .failure(.rules, "\(ProblemText.rules(error))", .nameRules)
            }
            let errors = loaded.problems.count { $0.isError }
            let detail = "\(DoctorText.ruleCount(loaded.set.rules.count, leftOut: errors)): \(shown)"
            if loaded.set.rules.isEmpty { return .failure(.rules, detail, .checkRules(shown)) }
            return errors > 0 ? .warning(.rules, detail, .checkRules(shown)) : .ok(.rules, detail)
        } catch {
            return .failure(.rules, error.sentences.joined(separator: " "), .nameRules)
        }
    }

    /// Vietnamese needs a terminal that takes UTF-8.
    private var locale: Diagnosis {
        let name =
            ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let plain = name.uppercased()
        if plain.contains("UTF-8") || plain.contains("UTF8") { return .ok(.locale, Escaping.shown(name)) }
        return .warning(.locale, name.isEmpty ? "\(DoctorText.unset)" : Escaping.shown(name), .setLocale)
    }

    private var eventLog: Diagnosis {
        guard !settings.eventLog.isEmpty else { return .ok(.eventLog, "\(DoctorText.noEventLog)") }
        let folder = FilePath.parent(settings.eventLog)
        let place = folder.isEmpty ? "." : folder
        let shown = Escaping.shown(settings.eventLog)
        let files = FileManager.default
        let exists = files.fileExists(atPath: settings.eventLog)
        guard files.isWritableFile(atPath: exists ? settings.eventLog : place) else {
            let reason = SystemReason.text(files.fileExists(atPath: place) ? EACCES : ENOENT)
            return .failure(.eventLog, "\(shown): \(reason)", .makeWritable(Escaping.shown(place)))
        }
        let attributes = try? files.attributesOfFileSystem(forPath: place)
        guard let free = attributes?[.systemFreeSize] as? NSNumber else { return .ok(.eventLog, shown) }
        let detail = "\(shown): \(DoctorText.free(free.uint64Value))"
        if free.uint64Value < Self.shortDisk {
            return .warning(.eventLog, detail, .makeRoom(Escaping.shown(place)))
        }
        return .ok(.eventLog, detail)
    }
}
