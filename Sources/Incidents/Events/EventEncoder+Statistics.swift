import NetTypes

extension EventEncoder {
    /// Writes the members of a `stats` event: first the schema's counters, then every other one, so that the
    /// conservation law can be checked from the line alone.
    func writeStatistics(_ record: StatisticsRecord, to json: inout JSONLine) {
        let statistics = record.statistics
        writeCommon("stats", at: record.timestamp, frame: nil, flow: nil, direction: nil, to: &json)
        json.object("stats") { json in
            json.member("uptime", signed: max(0, record.elapsed) / 1_000_000_000)
            if let live = record.live { json.object("capture") { writeCapture(live, to: &$0) } }
            json.object("decoder") { writeDecoder(statistics, to: &$0) }
            json.object("flow") { writeFlows(statistics.flow, to: &$0) }
            json.object("tcp") { writeTCP(statistics, to: &$0) }
            json.object("detect") { writeDetect(record, to: &$0) }
            json.object("yara") { writeScan(statistics.scan, to: &$0) }
            json.object("ioc") { writeIndicators(statistics.indicators, to: &$0) }
            json.object("app_layer") { writeApplication(statistics.application, to: &$0) }
            json.object("anomalies") { json in
                for anomaly in Anomaly.allCases { json.member(anomaly.name, statistics.anomalies[anomaly]) }
            }
            json.object("law") { writeLaw(statistics, record.live, to: &$0) }
            json.object("haidang") { writeOthers(statistics, to: &$0) }
            if let live = record.live { json.object("live") { writeLive(live, to: &$0) } }
            if let alerts = record.alerts { json.object("suppression") { writeAlerts(alerts, to: &$0) } }
        }
    }

    private func writeDecoder(_ statistics: SensorStatistics, to json: inout JSONLine) {
        let decoder = statistics.decoder
        json.member("pkts", decoder.frames)
        json.member("bytes", statistics.capture.bytes)
        json.member("invalid", decoder.undecoded)
        json.member("ipv4", decoder.ipv4)
        json.member("ipv6", decoder.ipv6)
        json.member("tcp", decoder.tcp)
        json.member("udp", decoder.udp)
        json.member("sctp", decoder.sctp)
    }

    private func writeFlows(_ flow: FlowStatistics, to json: inout JSONLine) {
        json.member("total", flow.created)
        json.member("active", flow.active)
        json.member("tcp_reuse", flow.ended[.reused])
        json.member("get_used", flow.ended[.evicted])
        json.object("mgr") { $0.member("flows_timeout", flow.ended[.timeout]) }
    }

    private func writeTCP(_ statistics: SensorStatistics, to json: inout JSONLine) {
        json.member("midstream_pickups", statistics.stream.midstream)
        json.member("invalid_checksum", statistics.anomalies[.streamChecksum])
        json.member("overlap", statistics.anomalies[.streamOverlap])
        json.member("overlap_diff_data", statistics.anomalies[.streamConflict])
        json.member("reassembly_gap", statistics.stream.gaps)
        json.member("urg", statistics.anomalies[.streamUrgent])
    }

    private func writeApplication(_ application: ApplicationStatistics, to json: inout JSONLine) {
        json.member("recognised", application.recognised)
        json.member("transactions", application.transactions)
        json.object("objects") { json in
            json.member("total", application.objects)
            json.member("open", application.open)
            json.member("scanned", application.scanned)
            json.member("timed_out", application.timedOut)
            json.member("failed", application.failed)
            json.member("skipped", application.skipped)
            json.member("incomplete", application.incomplete)
            json.member("bytes", application.bytes)
            json.member("bytes_truncated", application.truncated)
            json.member("bytes_shed", application.shed)
            json.member("peak_bytes", application.peakBytes)
        }
        json.member("bytes_encrypted", application.encrypted)
    }

    private func writeScan(_ scan: ScanStatistics, to json: inout JSONLine) {
        json.member("offered", scan.offered)
        json.member("scanned", scan.scanned)
        json.member("timed_out", scan.timedOut)
        json.member("failed", scan.failed)
        json.member("shed", scan.shed)
        json.member("pending", scan.pending)
        json.member("rescanned", scan.rescanned)
        json.member("scans", scan.scans)
        json.member("units", scan.units)
        json.member("windowed", scan.windowed)
        json.member("detections", scan.detections)
        json.member("repeats", scan.repeats)
        json.member("peak_bytes", scan.peakBytes)
    }

    /// The terms of every equation but that of scanned bytes, whose terms are in `yara`, and the verdict on
    /// all.
    private func writeLaw(
        _ statistics: SensorStatistics, _ live: LiveStatistics?, to json: inout JSONLine
    ) {
        if let live { json.object("live") { writeLiveLaw(live, to: &$0) } }
        json.object("frames") { json in
            json.member("received", statistics.capture.frames)
            json.member("inspected", statistics.decoder.frames)
            json.member("packets", statistics.decoder.packets)
            json.member("fragments", statistics.decoder.fragments)
            json.member("not_ip", statistics.decoder.notIP)
            json.member("undecoded", statistics.decoder.undecoded)
        }
        json.object("fragments") { json in
            json.member("received", statistics.defragmenter.fragments)
            json.member("used", statistics.defragmenter.used)
            json.member("refused", statistics.defragmenter.refused)
            json.member("dropped", statistics.defragmenter.dropped)
            json.member("waiting", statistics.defragmenter.waiting)
        }
        json.object("flows") { json in
            json.member("created", statistics.flow.created)
            json.member("active", statistics.flow.active)
            for reason in FlowRecord.EndReason.allCases {
                json.member(String(describing: reason), statistics.flow.ended[reason])
            }
        }
        json.object("payload") { json in
            json.member("received", statistics.stream.payload)
            json.member("delivered", statistics.stream.delivered)
            json.member("duplicate", statistics.stream.duplicate)
            json.member("out_of_window", statistics.stream.outOfWindow)
            json.member("refused", statistics.stream.refused)
            json.member("held", statistics.stream.held)
        }
        json.array("broken") { json in
            for law in statistics.brokenLaws { json.element(law) }
            for law in live?.brokenLaws(atRest: false) ?? [] { json.element(law) }
        }
        json.member("complete", flag: !statistics.isIncomplete && live?.isIncomplete != true)
    }

    /// Counters that are terms of no equation and have no equal in the schema.
    private func writeOthers(_ statistics: SensorStatistics, to json: inout JSONLine) {
        json.member("bytes_snapped", statistics.capture.bytesSnapped)
        json.member("icmp", statistics.decoder.icmp)
        json.member("other_transport", statistics.decoder.otherTransport)
        json.member("tunnelled", statistics.decoder.tunnelled)
        json.member("wrong_checksums", statistics.decoder.wrongChecksums)
        json.member("datagrams_rebuilt", statistics.defragmenter.datagrams)
        json.member("fragments_peak_bytes", statistics.defragmenter.peakBytes)
        json.member("flows_peak", statistics.flow.peak)
        json.member("segments_out_of_order", statistics.stream.outOfOrder)
        json.member("streams_limited", statistics.stream.limited)
        json.member("gap_bytes", statistics.stream.gapBytes)
        json.member("streams_peak_bytes", statistics.stream.peakHeld)
    }
}
