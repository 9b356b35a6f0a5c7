import NetTypes

extension EventEncoder {
    /// Writes `stats.capture`: what the kernel saw, over all interfaces, under the schema's names.
    ///
    /// As in libpcap's account on Linux, the packets that the kernel had no room for are among those it saw.
    func writeCapture(_ live: LiveStatistics, to json: inout JSONLine) {
        let drops = live.interfaceSum(\.droppedByKernel)
        json.member("kernel_packets", live.interfaceSum(\.frames) &+ drops)
        json.member("kernel_drops", drops)
        json.member("kernel_ifdrops", live.interfaceSum(\.droppedByInterface))
    }

    /// Writes the terms of the law between capture and inspection.
    func writeLiveLaw(_ live: LiveStatistics, to json: inout JSONLine) {
        let law = live.law
        json.member("received", law.received)
        json.member("ring_dropped", law.ringDropped)
        json.member("inspected", law.inspected)
        json.member("waiting", law.waiting)
    }

    /// Writes `stats.live`: every counter of a live run that is not one of the sensor's.
    func writeLive(_ live: LiveStatistics, to json: inout JSONLine) {
        json.array("interfaces") { json in
            for interface in live.interfaces { json.element { write(interface, to: &$0) } }
        }
        json.array("rings") { json in
            for ring in live.rings { json.element { write(ring, to: &$0) } }
        }
        json.object("mailbox") { write(live.mailbox, to: &$0) }
        if let recording = live.recording { json.object("recording") { write(recording, to: &$0) } }
    }

    private func write(_ interface: InterfaceStatistics, to json: inout JSONLine) {
        json.member("name", interface.name)
        json.member("up", flag: interface.isUp)
        json.member("frames", interface.frames)
        json.member("bytes", interface.bytes)
        json.member("bytes_snapped", interface.bytesSnapped)
        json.member("kernel_drops", interface.droppedByKernel)
        json.member("interface_drops", interface.droppedByInterface)
        json.member("failures", interface.failures)
    }

    private func write(_ ring: RingStatistics, to json: inout JSONLine) {
        json.member("interface", UInt64(clamping: ring.interface))
        json.member("worker", UInt64(clamping: ring.worker))
        json.member("capacity", UInt64(clamping: ring.capacity))
        json.member("depth", UInt64(clamping: ring.depth))
        json.member("high_water", UInt64(clamping: ring.highWater))
        json.member("offered", ring.offered)
        json.member("pushed", ring.pushed)
        json.member("dropped", ring.dropped)
        json.member("shed_encrypted", ring.shedEncrypted)
        json.member("shed_encrypted_bytes", ring.shedEncryptedBytes)
        json.member("shed_deep", ring.shedDeep)
        json.member("shed_deep_bytes", ring.shedDeepBytes)
    }

    private func write(_ mailbox: MailboxStatistics, to json: inout JSONLine) {
        json.member("capacity", UInt64(clamping: mailbox.capacity))
        json.member("waiting", UInt64(clamping: mailbox.waiting))
        json.member("high_water", UInt64(clamping: mailbox.highWater))
        json.member("offered", mailbox.offered)
        json.member("delivered", mailbox.delivered)
        json.member("shed_flows", mailbox.shedFlows)
        json.member("shed_transactions", mailbox.shedTransactions)
        json.member("shed_detections", mailbox.shedDetections)
    }

    private func write(_ recording: RecordingStatistics, to json: inout JSONLine) {
        json.member("offered", recording.offered)
        json.member("written", recording.written)
        json.member("bytes", recording.bytes)
        json.member("lost", recording.lost)
        json.member("files", recording.files)
        json.member("removed", recording.removed)
        if let failure = recording.failure { json.member("failure", failure) }
    }
}
