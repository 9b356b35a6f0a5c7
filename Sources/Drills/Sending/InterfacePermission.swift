import Capture
import Foundation

/// Whether a drill may be sent to an interface: only to one that its scenario names, and never to one that is monitored
/// in production, whatever it is called.
public struct InterfacePermission: Sendable {
    /// The name by which libpcap captures from all interfaces.
    private static let everything = "any"
    /// Devices that are followed below an interface; there are rarely more than three.
    private static let mostDevices = 64

    /// The number of an interface; nil when there is none of that name.
    private let index: @Sendable (String) -> UInt32?
    /// The devices that an interface lies on: that of a VLAN, those of a bond or a bridge.
    private let lower: @Sendable (String) -> [String]

    /// A check against what the functions say of the machine.
    init(
        index: @escaping @Sendable (String) -> UInt32?, lower: @escaping @Sendable (String) -> [String]
    ) {
        self.index = index
        self.lower = lower
    }

    /// A check against the interfaces of this machine, as this thread's network has them.
    public init() {
        self.init(index: { CaptureInterfaces.index(of: $0) }, lower: Self.lowerDevices)
    }

    /// Checks that a drill may be sent to `interface`.
    ///
    /// `allowed` are the interfaces that the scenario names, and it must be one of these names. `monitored` are those of
    /// the configuration (`live.interfaces`): they are compared by number, so that another name of the same device is
    /// that device, and by the devices they lie on, so that a VLAN or a bond on a monitored port is refused as well. The
    /// other end of a virtual cable is a device of its own, and may be monitored: that is how a drill is watched.
    public func check(
        _ interface: String, allowed: [String], monitored: [String]
    ) throws(InterfaceRefusal) {
        guard allowed.contains(interface) else {
            throw .notAllowed(interface: interface, allowed: allowed)
        }
        guard let number = index(interface) else { throw .missing(interface: interface) }
        for name in monitored where name == Self.everything || name == interface || index(name) == number {
            throw .monitored(interface: interface, monitored: name)
        }
        let reached = devices(below: interface)
        for name in monitored {
            if let device = devices(below: name).sorted().first(where: reached.contains) {
                throw .shared(interface: interface, monitored: name, device: device)
            }
        }
    }

    /// An interface and all that it lies on.
    private func devices(below interface: String) -> Set<String> {
        var found: Set = [interface]
        var pending = [interface]
        while let next = pending.popLast(), found.count < Self.mostDevices {
            for device in lower(next) where found.insert(device).inserted { pending.append(device) }
        }
        return found
    }

    /// As sysfs has them (`lower_NAME` in the folder of a device). A name with a slash is none.
    private static func lowerDevices(_ interface: String) -> [String] {
        guard !interface.contains("/"), interface != "..", interface != "." else { return [] }
        let entries = try? FileManager.default.contentsOfDirectory(atPath: "/sys/class/net/\(interface)")
        return (entries ?? []).filter { $0.hasPrefix("lower_") }.map { String($0.dropFirst(6)) }
    }
}
