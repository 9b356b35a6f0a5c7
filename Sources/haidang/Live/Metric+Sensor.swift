import NetTypes

extension Metric {
    /// The metrics of inspection: frames, flows, streams, objects, scanning.
    static let ofSensor: [Metric] = decoding + flows + streams + application + scanning

    private static let decoding: [Metric] = [
        .counter("haidang_inspected_frames_total", "Frames that workers took.") { $0.sensor.capture.frames },
        .counter("haidang_inspected_bytes_total", "Captured bytes of them.") { $0.sensor.capture.bytes },
        .counter("haidang_decoded_frames_total", by: "outcome", "Frames decoded, by what they were.") {
            let decoder = $0.sensor.decoder
            return [
                ("packet", decoder.packets), ("fragment", decoder.fragments), ("not_ip", decoder.notIP),
                ("undecoded", decoder.undecoded),
            ]
        },
        .counter("haidang_packets_total", by: "protocol", "Packets by transport protocol.") {
            let decoder = $0.sensor.decoder
            return [
                ("tcp", decoder.tcp), ("udp", decoder.udp), ("icmp", decoder.icmp), ("sctp", decoder.sctp),
                ("other", decoder.otherTransport),
            ]
        },
        .counter("haidang_tunnelled_packets_total", "Packets that lay in a tunnel.") {
            $0.sensor.decoder.tunnelled
        },
        .counter("haidang_wrong_checksums_total", "Packets with a wrong checksum.") {
            $0.sensor.decoder.wrongChecksums
        },
        .counter("haidang_fragments_total", by: "outcome", "Fragments, by what became of them.") {
            let fragments = $0.sensor.defragmenter
            return [
                ("used", fragments.used), ("refused", fragments.refused), ("dropped", fragments.dropped),
            ]
        },
        .gauge("haidang_fragments_waiting", "Fragments that wait for their datagram.") {
            $0.sensor.defragmenter.waiting
        },
        .counter("haidang_anomalies_total", by: "anomaly", "Anomalies, by the name they have in events.") {
            all in
            Anomaly.allCases.map { ($0.name, all.sensor.anomalies[$0]) }
        },
    ]

    private static let flows: [Metric] = [
        .counter("haidang_flows_created_total", "Flows created.") { $0.sensor.flow.created },
        .gauge("haidang_flows_active", "Flows in the table now.") { $0.sensor.flow.active },
        .gauge("haidang_flows_peak", "The most flows in the table.") { $0.sensor.flow.peak },
        .counter("haidang_flows_ended_total", by: "reason", "Flows that ended, by reason.") { all in
            FlowRecord.EndReason.allCases.map { (String(describing: $0), all.sensor.flow.ended[$0]) }
        },
    ]

    private static let streams: [Metric] = [
        .counter("haidang_stream_bytes_total", by: "outcome", "Bytes of TCP payload, by what became of them.")
        {
            let stream = $0.sensor.stream
            return [
                ("delivered", stream.delivered), ("duplicate", stream.duplicate),
                ("out_of_window", stream.outOfWindow), ("refused", stream.refused),
            ]
        },
        .gauge("haidang_stream_held_bytes", "Bytes of TCP payload that wait for what comes before them.") {
            $0.sensor.stream.held
        },
        .counter("haidang_stream_gaps_total", "Gaps in streams.") { $0.sensor.stream.gaps },
        .counter("haidang_stream_gap_bytes_total", "Bytes in them.") { $0.sensor.stream.gapBytes },
        .counter("haidang_stream_midstream_total", "Flows picked up without their handshake.") {
            $0.sensor.stream.midstream
        },
        .counter("haidang_stream_limited_total", "Streams that a limit cut in two.") {
            $0.sensor.stream.limited
        },
    ]

    private static let application: [Metric] = [
        .counter("haidang_transactions_total", "Transactions of application protocols.") {
            $0.sensor.application.transactions
        },
        .counter("haidang_objects_total", "Objects that began.") { $0.sensor.application.objects },
        .gauge("haidang_objects_open", "Objects that are open.") { $0.sensor.application.open },
        .counter("haidang_objects_ended_total", by: "outcome", "Objects that ended, by outcome.") {
            let application = $0.sensor.application
            return [
                ("scanned", application.scanned), ("timed_out", application.timedOut),
                ("failed", application.failed), ("skipped", application.skipped),
            ]
        },
        .counter("haidang_object_bytes_total", "Bytes of objects.") { $0.sensor.application.bytes },
        .counter("haidang_object_truncated_bytes_total", "Bytes of objects beyond a limit: not scanned.") {
            $0.sensor.application.truncated
        },
        .counter("haidang_object_shed_bytes_total", "Bytes of objects left out under pressure: not scanned.")
        {
            $0.sensor.application.shed
        },
        .counter("haidang_encrypted_bytes_total", "Encrypted bytes: neither kept nor scanned.") {
            $0.sensor.application.encrypted
        },
    ]

    private static let scanning: [Metric] = [
        .counter("haidang_scan_offered_bytes_total", "Bytes offered for scanning.") {
            $0.sensor.scan.offered
        },
        .counter("haidang_scan_bytes_total", by: "outcome", "Bytes of them, by what became of them.") {
            let scan = $0.sensor.scan
            return [
                ("scanned", scan.scanned), ("timed_out", scan.timedOut), ("failed", scan.failed),
                ("shed", scan.shed),
            ]
        },
        .gauge("haidang_scan_pending_bytes", "Bytes of them that wait.") { $0.sensor.scan.pending },
        .counter("haidang_scans_total", "Calls of the scan engine.") { $0.sensor.scan.scans },
        .counter("haidang_detections_total", "Detections reported.") { $0.sensor.detections },
        .counter("haidang_indicator_checks_total", "Values looked up in lists of indicators.") {
            $0.sensor.indicators.checked
        },
        .counter("haidang_indicator_detections_total", "Detections that are sightings of an indicator.") {
            $0.sensor.indicators.detections
        },
    ]
}
