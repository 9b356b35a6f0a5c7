import AppLayer
import Flow
import Foundation
import Scan
import Sensor

extension Doctor {
    /// The user that the service runs as, and that `packaging/sysusers.d` makes.
    static let serviceUser = "haidang"
    /// Bytes that the kernel is asked for, for each interface that is captured from.
    private static let captureBuffer: UInt64 = 64 << 20
    /// The number of CAP_NET_RAW; capabilities(7).
    private static let netRaw = 13

    /// What live capture needs: rights, an interface, a user to become, memory. Savefiles need none of it.
    var liveCapture: [Diagnosis] { [captureRights, interfaces, user, memory] }

    /// CAP_NET_RAW alone opens a capture socket, in promiscuous mode as well.
    private var captureRights: Diagnosis {
        let effective = Self.field("CapEff", of: "/proc/self/status").flatMap { UInt64($0, radix: 16) } ?? 0
        if effective >> Self.netRaw & 1 == 1 { return .ok(.captureRights, "CAP_NET_RAW") }
        let files = FileManager.default
        let program = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return .note(
            .captureRights, "\(DoctorText.noCaptureRights)",
            .grantCapture(Escaping.shown(program ?? CommandLine.arguments.first ?? "haidang")))
    }

    private var interfaces: Diagnosis {
        let folder = "/sys/class/net"
        let files = FileManager.default
        // `bonding_masters` and the like are files; an interface is a folder.
        let names = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted().filter {
            files.fileExists(atPath: "\(folder)/\($0)/operstate")
        }
        let shown = names.map { name in
            let state = try? String(contentsOfFile: "\(folder)/\(name)/operstate", encoding: .utf8)
            let isDown = state?.hasPrefix("down") == true
            return Escaping.shown(name) + (isDown ? " (\(DoctorText.isDown))" : "")
        }
        if names.isEmpty { return .note(.interfaces, "\(DoctorText.noInterfaces)", .bringUpInterface) }
        return .ok(.interfaces, shown.joined(separator: ", "))
    }

    private var user: Diagnosis {
        do throws(PrivilegeError) {
            return .ok(.user, "\(Self.serviceUser) (\(try Account(named: Self.serviceUser).user))")
        } catch {
            return .note(.user, "\(PrivilegeText.error(error))", .makeUser)
        }
    }

    /// The budgets are what a run may hold; the kernel's buffer comes on top. The ring of a capture socket is not
    /// bound by `net.core.rmem_max`, so that memory is its one limit.
    private var memory: Diagnosis {
        let budgets = [
            settings.sensor.scan.budget, settings.sensor.application.objectBudget,
            settings.sensor.flow.heldInAll,
            settings.sensor.flow.fragments.bytes,
        ]
        let needed = budgets.reduce(Self.captureBuffer) { sum, budget in
            let (all, isTooMuch) = sum.addingReportingOverflow(UInt64(max(0, budget)))
            return isTooMuch ? .max : all
        }
        guard let text = Self.field("MemAvailable", of: "/proc/meminfo"),
            let kibibytes = text.split(separator: " ").first.flatMap({ UInt64($0) }), kibibytes < 1 << 50
        else { return .ok(.memory, "\(DoctorText.memoryNeeded(needed))") }
        let detail = "\(DoctorText.memoryNeeded(needed)), \(DoctorText.free(kibibytes << 10))"
        return kibibytes << 10 < needed ? .note(.memory, detail, .lowerBudgets) : .ok(.memory, detail)
    }

    /// The value of one line of a file of the kernel, `name: value`; nil when it has none.
    private static func field(_ name: String, of file: String) -> String? {
        let text = try? String(contentsOfFile: file, encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return line?.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
    }
}
