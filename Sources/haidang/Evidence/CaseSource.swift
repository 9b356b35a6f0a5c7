import Capture
import Foundation
import Incidents
import NetTypes
import Sensor

/// Where the packets of a case come from: the savefiles that the detections name, and the recording for what was
/// captured live.
struct CaseSource: EvidenceSource {
    private let configuration: SensorConfiguration
    private let recording: String

    /// Problems of a recording that are told.
    private static let mostProblems = 20

    /// A source. `recording` is the folder that live runs record into; empty for none.
    init(_ configuration: SensorConfiguration, recording: String) {
        self.configuration = configuration
        self.recording = recording
    }

    mutating func gather(
        _ request: EvidenceRequest, into intake: EvidenceIntake
    ) throws(EvidenceError) -> EvidenceAccount {
        var account = EvidenceAccount()
        let flows = request.flows.filter { FlowFinder.isCommunityID($0.communityID) }
        let packets = try CasePackets(flows, request, configuration, into: intake)
        let isFile = request.sources.map { CaseSource.isFile($0) }
        let files = zip(request.sources, isFile).filter(\.1).map(\.0)
        for series in SavefileSeries.all(around: files, from: request.from, to: request.to) {
            for file in series { try read(savefile: file, flows, request, packets, &account) }
            try packets.endCapture()
        }
        let others = zip(request.sources, isFile).filter { !$1 }.map(\.0)
        if !others.isEmpty, !recording.isEmpty {
            try readRecording(flows, request, packets, &account)
        } else {
            account.missing += others.map {
                EvidenceGap(
                    kind: "source", name: $0, reason: "there is no such file, and no recording was named")
            }
        }
        packets.finish()
        if Interruption.signal != nil { throw .interrupted }
        settle(&account, request, flows, packets)
        return account
    }

    /// True for a path at which there is something that can be read from as often as one likes.
    private static func isFile(_ path: String) -> Bool {
        // The system follows a link here, as it did when the file was scanned.
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        return attributes?[.type] as? FileAttributeType == .typeRegular
    }

    private func finder(_ flows: [EvidenceFlow], _ request: EvidenceRequest) -> FlowFinder? {
        FlowFinder(
            flows.map(\.communityID), from: request.from, to: request.to, decoder: configuration.decoder)
    }

    private func read(
        savefile path: String, _ flows: [EvidenceFlow], _ request: EvidenceRequest, _ packets: CasePackets,
        _ account: inout EvidenceAccount
    ) throws(EvidenceError) {
        guard packets.goesOn, var finder = finder(flows, request) else { return }
        let before = packets.counts.reduce(0, +)
        var damage = ""
        do throws(CaptureError) {
            let verdict = try finder.search(savefile: path, goesOn: { packets.goesOn }) {
                packets.take($0, $1, $2)
            }
            if case .partial(let reason) = verdict { damage = reason }
        } catch {
            damage = ProblemText.capture(error).english
            account.missing.append(EvidenceGap(kind: "source", name: path, reason: damage))
        }
        account.origins.append(
            .init(
                path: path, kind: "savefile", packets: packets.counts.reduce(0, +) - before, damage: damage))
    }

    private func readRecording(
        _ flows: [EvidenceFlow], _ request: EvidenceRequest, _ packets: CasePackets,
        _ account: inout EvidenceAccount
    ) throws(EvidenceError) {
        guard packets.goesOn, var finder = finder(flows, request) else { return }
        let before = packets.counts.reduce(0, +)
        var damage = ""
        do throws(CaptureError) {
            let found = try finder.search(recording: recording, goesOn: { packets.goesOn }) {
                packets.take($0, $1, $2)
            }
            damage = found.problems.prefix(Self.mostProblems).map { "\($0.file): \($0.reason)" }
                .joined(separator: "; ")
            if found.problems.count > Self.mostProblems {
                damage += "; and \(found.problems.count - Self.mostProblems) more"
            }
        } catch {
            damage = ProblemText.capture(error).english
            account.missing.append(EvidenceGap(kind: "source", name: recording, reason: damage))
        }
        try packets.endCapture()
        account.origins.append(
            .init(
                path: recording, kind: "recording", packets: packets.counts.reduce(0, +) - before,
                damage: damage))
    }

    /// Says what became of each flow.
    private func settle(
        _ account: inout EvidenceAccount, _ request: EvidenceRequest, _ flows: [EvidenceFlow],
        _ packets: CasePackets
    ) {
        for flow in request.flows where !FlowFinder.isCommunityID(flow.communityID) {
            account.missing.append(
                EvidenceGap(
                    kind: "packets", name: flow.name, reason: "it has no Community ID to be found by"))
        }
        for (place, flow) in flows.enumerated() {
            account.packets[flow.name, default: 0] += packets.counts[place]
            if packets.cut.contains(place) { account.cut.insert(flow.name) }
            if packets.withheld.contains(place) {
                account.missing.append(
                    EvidenceGap(
                        kind: "packets", name: flow.name, reason: "a network at one end keeps no payload"))
            } else if packets.counts[place] == 0 {
                account.missing.append(
                    EvidenceGap(
                        kind: "packets", name: flow.name,
                        reason: "no packet of it was found in the places that were read"))
            }
        }
    }
}
