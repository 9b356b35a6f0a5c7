import NetTypes
import Testing

@testable import Incidents

@Suite struct STIXExportTests {
    private func objects(
        _ incident: Incident = Samples.exportedIncident, _ options: ExportOptions = Samples.fullOptions
    ) throws -> [[String: Any]] {
        let text = try ExportCase(incident, Samples.exportedDetections, options).text(.stix)
        let bundle = try JSONTree.object(text)
        #expect(bundle["type"] as? String == "bundle")
        return JSONTree.list(bundle, "objects")
    }

    private func of(_ type: String, _ objects: [[String: Any]]) -> [[String: Any]] {
        objects.filter { $0["type"] as? String == type }
    }

    @Test func `identifiers of observables are those that everybody makes`() throws {
        // Made by the OASIS committee's own library from the same properties.
        let detections = Samples.incidentDetections + Samples.exportedDetections.suffix(1)
        let text = try ExportCase(Samples.exportedIncident, detections).text(.stix)
        let ids = Set(JSONTree.list(try JSONTree.object(text), "objects").compactMap { $0["id"] as? String })
        for id in [
            "ipv4-addr--12592121-be4c-5a93-a813-5a5af16e50db",
            "domain-name--f43bc91e-87f8-57d4-bcb4-5a7b80803423",
            "network-traffic--ec649c3c-ae2f-5bbd-9875-10ccf33f0687",
        ] {
            #expect(ids.contains(id), "\(id)")
        }
        var bundle = STIXBundle(try ExportCase(Samples.exportedIncident, []))
        #expect(
            bundle.observe(IPAddress("2001:db8::1") ?? .zero)
                == "ipv6-addr--6469e3a9-b053-5e34-a025-9396ae051d26")
        let file = bundle.observe(
            (sha256: String(repeating: "ab", count: 32), name: "Bảng \"lương\"\n.docx"), size: 3)
        #expect(file == "file--c9102bde-c8dd-5b5c-a9bd-e37a791ae533")
    }

    @Test(arguments: TrafficLight.allCases)
    func `everything is marked, and the marking is there`(light: TrafficLight) throws {
        var options = Samples.fullOptions
        options.trafficLight = light
        let objects = try objects(Samples.exportedIncident, options)
        let marking = try #require(objects.first)
        #expect(marking["name"] as? String == light.label)
        for object in objects.dropFirst() {
            #expect(object["object_marking_refs"] as? [String] == [light.markingIdentifier])
        }
    }

    @Test func `every reference is to an object of the bundle, each of which is there once`() throws {
        let objects = try objects()
        let ids = objects.compactMap { $0["id"] as? String }
        #expect(Set(ids).count == objects.count)
        for object in objects {
            for (key, value) in object where key.hasSuffix("_ref") || key.hasSuffix("_refs") {
                let refs = value as? [String] ?? (value as? String).map { [$0] } ?? []
                #expect(!refs.isEmpty)
                for ref in refs { #expect(ids.contains(ref), "\(key): \(ref)") }
            }
        }
        let report = try #require(of("report", objects).first)
        // All but the marking and the report itself.
        #expect((report["object_refs"] as? [String])?.count == objects.count - 2)
    }

    @Test func `what is sought is the attacker, the file, the host, and the rule that may be given`() throws {
        let indicators = of("indicator", try objects())
        #expect(
            indicators.compactMap { $0["pattern"] as? String } == [
                "[ipv4-addr:value = '192.0.2.10']",
                "[file:hashes.'SHA-256' = '\(String(repeating: "ab", count: 32))']",
                "[domain-name:value = 'cdn.evil.example']", "rule EICAR_Test_File { condition: false }",
            ])
        #expect(indicators.compactMap { $0["pattern_type"] as? String } == ["stix", "stix", "stix", "yara"])
        #expect(of("indicator", try objects(Samples.exportedIncident, ExportOptions())).count == 3)
    }

    @Test func `sightings count, and lead to what was observed`() throws {
        let objects = try objects()
        let sightings = of("sighting", objects)
        #expect(sightings.compactMap { $0["count"] as? Int } == [5, 1, 1, 1])
        #expect(sightings.compactMap { ($0["observed_data_refs"] as? [String])?.count } == [2, 1, 1, 1])
        let observed = of("observed-data", objects)
        #expect(observed.compactMap { $0["number_observed"] as? Int } == [4, 1])
        let units = of("identity", objects)
        #expect(units.compactMap { $0["name"] as? String } == ["Hải Đăng", "Sở Y tế"])
    }

    @Test func `times never run backwards`() throws {
        var incident = Samples.exportedIncident
        incident.detectedAt = incident.lastAt.advanced(by: 3_600_000_000_000)
        for object in try objects(incident) {
            if let created = object["created"] as? String, let modified = object["modified"] as? String {
                #expect(created <= modified)
            }
        }
    }
}
