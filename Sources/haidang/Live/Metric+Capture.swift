import NetTypes

extension Metric {
    /// The metrics of capture: interfaces, rings, the mailbox, the recording, and whether it all adds up.
    static let ofCapture: [Metric] = interfaces + rings + upstairs + recording + laws

    private static let interfaces: [Metric] = [
        .interface(
            "haidang_interface_up", kind: .gauge, "1 while frames can be read from the interface, else 0."
        ) {
            $0.isUp ? 1 : 0
        },
        .interface("haidang_interface_frames_total", "Frames read from the interface.") { $0.frames },
        .interface("haidang_interface_bytes_total", "Captured bytes of them.") { $0.bytes },
        .interface(
            "haidang_interface_snapped_bytes_total", "Bytes they had on the wire beyond the snaplen."
        ) { $0.bytesSnapped },
        .interface(
            "haidang_interface_kernel_drops_total", "Frames the kernel had no room for in its buffer."
        ) { $0.droppedByKernel },
        .interface("haidang_interface_nic_drops_total", "Frames the interface or its driver dropped.") {
            $0.droppedByInterface
        },
        .interface("haidang_interface_failures_total", "Times the interface went down.") { $0.failures },
    ]

    private static let rings: [Metric] = [
        .ring("haidang_ring_capacity_bytes", kind: .gauge, "Bytes the ring can hold.") {
            UInt64(clamping: $0.capacity)
        },
        .ring("haidang_ring_depth_bytes", kind: .gauge, "Bytes in the ring now.") {
            UInt64(clamping: $0.depth)
        },
        .ring("haidang_ring_high_water_bytes", kind: .gauge, "The most bytes that were in the ring.") {
            UInt64(clamping: $0.highWater)
        },
        .ring("haidang_ring_offered_frames_total", "Frames that were to go into the ring.") { $0.offered },
        .ring("haidang_ring_pushed_frames_total", "Frames that went in, whole or without payload.") {
            $0.pushed
        },
        .ring("haidang_ring_dropped_frames_total", "Frames the ring had no room for.") { $0.dropped },
        .ring(
            "haidang_ring_shed_frames_total",
            "Frames whose encrypted or deep payload was left out under pressure."
        ) {
            $0.shedEncrypted + $0.shedDeep
        },
        .ring("haidang_ring_shed_bytes_total", "Bytes of that payload.") {
            $0.shedEncryptedBytes + $0.shedDeepBytes
        },
        .ring(
            "haidang_ring_shed_deep_frames_total",
            "Of these frames, those whose payload lay deep in a long stream: not scanned."
        ) {
            $0.shedDeep
        },
        .ring("haidang_ring_shed_deep_bytes_total", "Bytes of that payload.") { $0.shedDeepBytes },
    ]

    private static let upstairs: [Metric] = [
        .gauge("haidang_mailbox_capacity", "Findings that may wait for the event log.") {
            UInt64(clamping: $0.mailbox.capacity)
        },
        .gauge("haidang_mailbox_waiting", "Findings that wait for it now.") {
            UInt64(clamping: $0.mailbox.waiting)
        },
        .gauge("haidang_mailbox_high_water", "The most findings that waited.") {
            UInt64(clamping: $0.mailbox.highWater)
        },
        .counter("haidang_mailbox_offered_total", "Findings that workers sent.") { $0.mailbox.offered },
        .counter("haidang_mailbox_delivered_total", "Findings that were taken out.") { $0.mailbox.delivered },
        .counter(
            "haidang_mailbox_shed_total", by: "kind",
            "Findings shed because too many waited; transactions stands for files and anomalies too."
        ) {
            [
                ("flow", $0.mailbox.shedFlows), ("transaction", $0.mailbox.shedTransactions),
                ("detection", $0.mailbox.shedDetections),
            ]
        },
    ]

    private static let recording: [Metric] = [
        .recording("haidang_recording_failing", kind: .gauge, "1 while nothing can be written, else 0.") {
            $0.failure == nil ? 0 : 1
        },
        .recording("haidang_recording_offered_frames_total", "Frames that were to be recorded.") {
            $0.offered
        },
        .recording("haidang_recording_written_frames_total", "Frames written.") { $0.written },
        .recording("haidang_recording_written_bytes_total", "Bytes of them.") { $0.bytes },
        .recording("haidang_recording_lost_frames_total", "Frames that were not written.") { $0.lost },
        .recording("haidang_recording_files_total", "Files begun.") { $0.files },
        .recording("haidang_recording_removed_files_total", "Files removed to stay under the limit.") {
            $0.removed
        },
    ]

    private static let laws: [Metric] = [
        .gauge("haidang_frames_waiting", "Frames received and neither dropped nor inspected yet.") {
            $0.law.waiting
        },
        .gauge("haidang_incomplete", "1 when part of the traffic was not inspected, else 0.") {
            $0.isIncomplete ? 1 : 0
        },
        .gauge("haidang_laws_broken", "Equations between counters that do not hold: an error of the program.")
        {
            UInt64($0.brokenLaws(atRest: false).count)
        },
    ]
}
