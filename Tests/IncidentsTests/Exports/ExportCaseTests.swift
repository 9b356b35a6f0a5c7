import NetTypes
import Testing

@testable import Incidents

/// What may leave, and what may not.
@Suite struct ExportCaseTests {
    private static func unit(_ payload: PayloadPolicy, _ network: String = "198.51.100.0/24") -> NetworkUnit {
        NetworkUnit(
            id: "kin", name: "Kín", kind: .agency, level: 5, payload: payload,
            networks: [IPNetwork(network)].compactMap { $0 })
    }

    @Test func `nothing leaves of an incident whose victim or attacker is secret`() {
        var incident = Samples.exportedIncident
        incident.unit = IncidentUnit(Self.unit(.none))
        #expect(throws: ExportError.secret(unit: "kin")) {
            try ExportCase(incident, Samples.exportedDetections)
        }
        incident.unit = nil
        incident.attackerUnit = IncidentUnit(Self.unit(.none))
        #expect(throws: ExportError.secret(unit: "kin")) {
            try ExportCase(incident, Samples.exportedDetections)
        }
    }

    @Test(arguments: ["198.51.100.0/24", "192.0.2.0/24"])
    func `nor of one that the directory marks now`(network: String) {
        var options = ExportOptions()
        options.networks = NetworkDirectory([Self.unit(.none, network)])
        #expect(throws: ExportError.secret(unit: "kin")) {
            try ExportCase(Samples.exportedIncident, Samples.exportedDetections, options)
        }
    }

    @Test(arguments: ExportFormat.allCases)
    func `a detection with a secret network is in no export, nor what only it says`(format: ExportFormat)
        throws
    {
        var detections = Samples.exportedDetections
        var secret = Samples.incidentDetections[2]
        secret.client = Endpoint(address: IPAddress("203.0.113.99") ?? .zero, port: 4242)
        detections[2] = secret
        var options = Samples.fullOptions
        options.networks = NetworkDirectory([Self.unit(.none, "203.0.113.0/24")])
        let exported = try ExportCase(Samples.exportedIncident, detections, options)
        #expect(exported.withheld == 1)
        #expect(exported.detections.map(\.number) == [1000, 1003, 1001, 1004])
        #expect(exported.incident.detections == 4)
        #expect(exported.incident.techniques == ["T1505.003"])
        let text = exported.text(format)
        for word in ["203.0.113.99", "EICAR_Test_File", "T1204\"", "1002"] {
            #expect(!text.contains(word) || (word == "T1204\"" && format == .eve), "\(word)")
        }
    }

    @Test func `withheld strings, secret units and events that cannot be read keep a detection back`() throws
    {
        var detections = Samples.exportedDetections
        detections[0].event = detections[0].event.replacing(#","hex":"58354f","truncated":true"#, with: "")
        detections[1].event = detections[1].event.replacing(
            #""direction""#, with: #""dest_unit":"kin","direction""#)
        detections[2].event = String(detections[2].event.dropLast())
        var options = ExportOptions()
        options.networks = NetworkDirectory([Self.unit(.none, "203.0.113.0/24")])
        let exported = try ExportCase(Samples.exportedIncident, detections, options)
        #expect(exported.withheld == 3)
        #expect(exported.detections.map(\.number) == [1003, 1004])
        #expect(throws: ExportError.nothingMayLeave) {
            try ExportCase(Samples.exportedIncident, Array(detections.prefix(3)), options)
        }
    }

    @Test(arguments: ExportFormat.allCases)
    func `bytes that matched leave only when asked for, and when both ends keep them`(format: ExportFormat)
        throws
    {
        func text(_ payload: PayloadPolicy?, asked: Bool) throws -> String {
            var options = Samples.fullOptions
            options.includesPayload = asked
            var incident = Samples.exportedIncident
            if let payload { incident.unit = IncidentUnit(Self.unit(payload)) }
            return try ExportCase(incident, Samples.exportedDetections, options).text(format)
        }
        #expect(try text(nil, asked: false).contains("58354f") == false)
        #expect(try text(.hash, asked: true).contains("58354f") == false)
        // A graph of STIX has no place for them.
        #expect(try text(.keep, asked: true).contains("58354f") == (format != .stix))
        var options = Samples.fullOptions
        options.networks = NetworkDirectory([Self.unit(.hash, "192.0.2.0/24")])
        let masked = try ExportCase(Samples.exportedIncident, Samples.exportedDetections, options)
        #expect(!masked.text(format).contains("58354f"))
    }

    @Test func `too many detections are left out, the latest first, and it is said`() throws {
        var incident = Samples.incident
        incident.detections = 5000
        let first = Samples.incidentDetections[0]
        let detections = (0..<5000).map { number in
            var detection = first
            detection.number = Int64(5000 - number)
            return detection
        }
        let exported = try ExportCase(incident, detections)
        #expect(exported.detections.count == ExportLimits.detections)
        #expect(exported.detections.map(\.number) == Array(1...4096))
        #expect(exported.leftOut == 904)
        for format in [ExportFormat.ocsf, .misp, .stix] {
            #expect(exported.text(format).contains("4096 of 5000 detections"), "\(format)")
        }
    }

    @Test func `addresses that mean other hosts elsewhere are no indicators`() throws {
        for address in ["10.1.2.3", "172.31.0.1", "192.168.1.1", "100.64.0.1", "fd00::1", "fe80::1", "::1"] {
            #expect(IPAddress(address)?.isLocal == true, "\(address)")
            var incident = Samples.exportedIncident
            incident.attacker = IPAddress(address)
            let exported = try ExportCase(incident, [])
            #expect(!exported.text(.stix).contains("\"indicator\""))
            #expect(!exported.text(.misp).contains("\"to_ids\":true"))
        }
        #expect(IPAddress("192.0.2.1")?.isLocal == false)
        #expect(IPAddress("2001:db8::1")?.isLocal == false)
    }

    @Test func `the words of the traffic light are read as people write them`() {
        #expect(TrafficLight(word: "tlp:amber+strict") == .amberStrict)
        #expect(TrafficLight(word: "Red") == .red)
        #expect(TrafficLight(word: "white") == nil)
        #expect(ExportOptions().trafficLight == .amberStrict)
    }
}
