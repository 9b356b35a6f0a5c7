import Testing

@testable import Drills

/// Which interfaces a drill may be sent to.
@Suite struct InterfacePermissionTests {
    /// A machine with two ports, one under two names, a VLAN on it, a bond, and a virtual cable.
    private let permission = InterfacePermission(
        index: {
            ["eth0": 2, "uplink": 2, "eth1": 3, "eth0.5": 4, "bond0": 5, "drill0": 6, "drill1": 7, "br0": 8][
                $0]
        },
        lower: { ["eth0.5": ["eth0"], "bond0": ["eth0", "eth1"], "br0": ["drill0"]][$0] ?? [] })

    private func refusal(
        _ interface: String, allowed: [String] = ["drill0", "eth0", "uplink", "eth0.5", "br0", "gone"],
        monitored: [String]
    ) -> InterfaceRefusal? {
        do throws(InterfaceRefusal) {
            try permission.check(interface, allowed: allowed, monitored: monitored)
            return nil
        } catch {
            return error
        }
    }

    @Test("One that the scenario names is allowed, and the other end of its cable may be monitored")
    func allowed() {
        #expect(refusal("drill0", monitored: []) == nil)
        #expect(refusal("drill0", monitored: ["eth0", "bond0", "drill1", "gone"]) == nil)
    }

    @Test("One that it does not name is refused, also under another name")
    func notAllowed() {
        #expect(
            refusal("eth1", monitored: [])
                == .notAllowed(
                    interface: "eth1", allowed: ["drill0", "eth0", "uplink", "eth0.5", "br0", "gone"]))
        #expect(
            refusal("uplink", allowed: ["eth0"], monitored: [])
                == .notAllowed(interface: "uplink", allowed: ["eth0"]))
        #expect(
            refusal("drill0", allowed: [], monitored: []) == .notAllowed(interface: "drill0", allowed: []))
    }

    @Test("One that is not there is said to be missing")
    func missing() {
        #expect(refusal("gone", monitored: ["gone"]) == .missing(interface: "gone"))
    }

    @Test("One that is monitored is refused, whatever it is called")
    func monitored() {
        #expect(refusal("eth0", monitored: ["eth0"]) == .monitored(interface: "eth0", monitored: "eth0"))
        #expect(refusal("uplink", monitored: ["eth0"]) == .monitored(interface: "uplink", monitored: "eth0"))
        #expect(refusal("drill0", monitored: ["any"]) == .monitored(interface: "drill0", monitored: "any"))
    }

    @Test("One on the same device as a monitored one is refused")
    func shared() {
        #expect(
            refusal("eth0.5", monitored: ["eth0"])
                == .shared(interface: "eth0.5", monitored: "eth0", device: "eth0"))
        #expect(
            refusal("eth0", monitored: ["bond0"])
                == .shared(interface: "eth0", monitored: "bond0", device: "eth0"))
        #expect(refusal("br0", monitored: ["drill1"]) == nil)
    }
}
