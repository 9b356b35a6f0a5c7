import NetTypes

/// Findings whose every field is set, for tests to change one of.
enum Samples {
    static let time = Timestamp(seconds: 1_795_508_130, nanoseconds: 123_456)

    static func flow(
        _ transport: TransportProtocol = .tcp, client: (String, UInt16) = ("192.0.2.10", 49152),
        server: (String, UInt16) = ("198.51.100.7", 80)
    ) -> FlowContext {
        FlowContext(
            id: FlowID(rawValue: 1234), client: endpoint(client), server: endpoint(server),
            transport: transport,
            vlans: VLANStack(), tunnelDepth: 0, communityID: "1:LQU9qZlK+B5F3KDmev6m5PMibrg=")
    }

    private static func endpoint(_ end: (String, UInt16)) -> Endpoint {
        Endpoint(address: IPAddress(end.0) ?? .zero, port: end.1)
    }

    static let rule = RuleIdentity(
        name: "EICAR_Test", namespace: "test/eicar", tags: ["test", "stream"],
        metadata: [
            .init(key: "description", value: .text("EICAR test file")),
            .init(key: "category", value: .text("Test")), .init(key: "rev", value: .number(3)),
            .init(key: "severity", value: .number(2)), .init(key: "mitre", value: .text("T1204")),
            .init(key: "score", value: .number(-5)), .init(key: "mitre", value: .text("T1105")),
            .init(key: "shared", value: .boolean(true)),
        ], severity: 2, signatureID: 1_073_741_824, ruleSetSHA256: "ab12")

    static var detection: Detection {
        Detection(
            rule: rule, flow: flow(), direction: .toClient, timestamp: time,
            object: ScannedObject(kind: .stream, size: 300, sha256: [0x0a, 0xff], complete: true),
            strings: [
                StringMatch(identifier: "$a", offset: 190, length: 68, bytes: [0x58, 0x35, 0x4f]),
                StringMatch(identifier: "$b", offset: 195, length: 2, bytes: [0x00, 0x21]),
            ], firstFrame: 6, lastFrame: 7)
    }

    static var tcp: FlowRecord {
        var toServer = FlowRecord.Traffic()
        (toServer.packets, toServer.bytes, toServer.tcpFlags) = (5, 400, 0x1b)
        var toClient = FlowRecord.Traffic()
        (toClient.packets, toClient.bytes, toClient.gapBytes, toClient.tcpFlags) = (4, 900, 17, 0x12)
        return FlowRecord(
            context: flow(), start: time.advanced(by: -2_999_999_999), end: time, firstFrame: 1, lastFrame: 9,
            toServer: toServer, toClient: toClient, state: .closed, reason: .timeout, alerted: true,
            midstream: false)
    }

    static var anomaly: AnomalyRecord {
        AnomalyRecord(
            anomaly: .streamConflict, timestamp: time, frame: 8, flow: flow(), direction: .toServer)
    }

    /// Counters of which each has a value that no other has.
    static var statistics: StatisticsRecord {
        var all = SensorStatistics()
        (all.capture.frames, all.capture.bytes, all.capture.bytesSnapped) = (1001, 1002, 1003)
        all.decoder.frames = 1004
        (all.decoder.packets, all.decoder.fragments, all.decoder.notIP) = (1005, 1006, 1007)
        (all.decoder.undecoded, all.decoder.ipv4, all.decoder.ipv6) = (1008, 1009, 1010)
        (all.decoder.tcp, all.decoder.udp, all.decoder.icmp, all.decoder.sctp) = (1011, 1012, 1013, 1014)
        (all.decoder.otherTransport, all.decoder.tunnelled, all.decoder.wrongChecksums) = (1015, 1016, 1017)
        (all.defragmenter.fragments, all.defragmenter.used, all.defragmenter.refused) = (1018, 1019, 1020)
        (all.defragmenter.dropped, all.defragmenter.waiting) = (1021, 1022)
        (all.defragmenter.datagrams, all.defragmenter.peakBytes) = (1023, 1024)
        (all.flow.created, all.flow.active, all.flow.peak) = (1025, 1026, 1027)
        for (index, reason) in FlowRecord.EndReason.allCases.enumerated() {
            all.flow.ended[reason] = 1030 + UInt64(index)
        }
        (all.stream.payload, all.stream.delivered, all.stream.duplicate) = (1040, 1041, 1042)
        (all.stream.outOfWindow, all.stream.refused, all.stream.limited) = (1043, 1044, 1045)
        (all.stream.held, all.stream.peakHeld, all.stream.outOfOrder) = (1046, 1047, 1048)
        (all.stream.gaps, all.stream.gapBytes, all.stream.midstream) = (1049, 1050, 1051)
        (all.scan.offered, all.scan.scanned, all.scan.timedOut, all.scan.failed) = (1060, 1061, 1062, 1063)
        (all.scan.pending, all.scan.rescanned, all.scan.scans) = (1065, 1066, 1067)
        (all.scan.units, all.scan.windowed, all.scan.detections) = (1068, 1069, 1070)
        (all.scan.repeats, all.scan.peakBytes) = (1071, 1072)
        (all.indicators.checked, all.indicators.detections) = (1073, 1074)
        (all.indicators.repeats, all.indicators.limited) = (1075, 1076)
        (all.application.recognised, all.application.transactions) = (1080, 1081)
        (all.application.objects, all.application.open, all.application.scanned) = (1082, 1083, 1084)
        (all.application.timedOut, all.application.failed, all.application.skipped) = (1085, 1086, 1087)
        (all.application.incomplete, all.application.bytes) = (1088, 1089)
        (all.application.truncated, all.application.peakBytes) = (1090, 1091)
        all.application.encrypted = 1092
        (all.application.shed, all.scan.shed) = (1093, 1094)
        for anomaly in Anomaly.allCases {
            for _ in 0..<(1100 + Int(anomaly.rawValue)) { all.anomalies.count(anomaly) }
        }
        return StatisticsRecord(timestamp: time, elapsed: 61_999_999_999, statistics: all)
    }

    /// Counters of a small capture, for which every law holds.
    static var soundStatistics: StatisticsRecord {
        var all = SensorStatistics()
        (all.capture.frames, all.capture.bytes) = (12, 2104)
        (all.decoder.frames, all.decoder.packets, all.decoder.notIP) = (12, 11, 1)
        (all.decoder.ipv4, all.decoder.tcp, all.decoder.udp) = (11, 9, 2)
        (all.flow.created, all.flow.peak) = (2, 2)
        (all.flow.ended[.timeout], all.flow.ended[.shutdown]) = (1, 1)
        (all.stream.payload, all.stream.delivered) = (300, 300)
        (all.scan.offered, all.scan.scanned, all.scan.scans, all.scan.units) = (364, 364, 3, 3)
        (all.scan.detections, all.scan.peakBytes) = (1, 300)
        (all.application.recognised, all.application.transactions) = (1, 1)
        (all.application.objects, all.application.scanned, all.application.bytes) = (1, 1, 68)
        return StatisticsRecord(timestamp: time, elapsed: 61_999_999_999, statistics: all)
    }

    static let stream = StreamRecord(
        context: flow(), direction: .toServer, flowOrdinal: 0, firstFrame: 1, bytes: 3, sha256: [],
        gapBytes: 0)

    static var findings: [Finding] {
        [
            .detection(detection), .detection(sighting), .detection(namedServer), .flow(tcp), .flow(udp),
            .file(file), .transaction(transaction),
            .anomaly(anomaly), .statistics(statistics),
            .anomaly(
                AnomalyRecord(anomaly: .truncatedHeader, timestamp: time, frame: 2, flow: nil, direction: nil)
            ),
        ]
    }

    /// A member of an archive that is not complete, with everything that can be said of it.
    static var file: FileRecord {
        var context = flow()
        context.application = .http
        let object = ScannedObject(
            kind: .archiveMember, name: "a/b.exe", size: 60, sha256: [0x0a], complete: false)
        return FileRecord(
            flow: context, direction: .toClient, application: .http, object: object, number: 5, parent: 4,
            transaction: 2, contentType: "application/zip", fileType: "PE32 executable", size: 68,
            sha256: [0x0a, 0xff], md5: [0x01], incomplete: .gap, timestamp: time, firstFrame: 3, lastFrame: 9)
    }

    /// One with every kind of value.
    static var transaction: Transaction {
        var context = flow()
        context.application = .http
        return Transaction(
            application: .http, flow: context, direction: .toServer, timestamp: time, frame: 9, number: 2,
            fields: [
                RecordField("hostname", "example.org"), RecordField("status", 200),
                RecordField("request_headers", .list([.object([RecordField("name", "A")])])),
            ])
    }

    static var udp: FlowRecord {
        var record = tcp
        record.context = flow(.udp, client: ("2001:db8::1", 5353), server: ("2001:db8::2", 53))
        record.context.vlans.push(10)
        record.context.vlans.push(20)
        record.context.tunnelDepth = 2
        (record.toServer.tcpFlags, record.toClient.tcpFlags, record.toClient.gapBytes) = (0, 0, 0)
        (record.state, record.reason) = (.new, .evicted)
        return record
    }
}
