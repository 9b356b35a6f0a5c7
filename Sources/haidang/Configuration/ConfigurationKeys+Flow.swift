import Flow
import Sensor

extension ConfigurationKeys {
    /// The section `flow` without its subsections.
    static let flow: [ConfigurationKey] = [
        .number(
            "flow.capacity", \.sensor.flow.capacity, 64...16_777_216,
            vi: "Số luồng mà bảng luồng chứa được; khi đầy, luồng ít đáng giữ nhất bị kết thúc sớm.",
            en:
                "Flows the table can hold; when it is full the flow that is least worth keeping is ended early."
        ),
        .word(
            "flow.checksums", \.sensor.flow.checksums,
            vi:
                "Tổng kiểm sai nghĩa là gì: `auto` nhận ra card mạng tự điền tổng kiểm, `strict` từ chối, `ignore` bỏ qua.",
            en:
                "What a wrong checksum means: `auto` recognises checksum offload, `strict` refuses, `ignore` does not look."
        ),
        .word(
            "flow.overlap", \.sensor.flow.overlap,
            vi: "Bản nào thắng khi các đoạn TCP chồng lên nhau.",
            en: "Which copy of an overlapping stream byte wins."),
        ConfigurationKey(
            path: "flow.overlap-by-network", kind: .networks(OverlapPolicy.allCases.map(\.rawValue)),
            vietnamese: "Như `flow.overlap`, theo mạng của bên nhận; tiền tố dài nhất được chọn.",
            english: "As `flow.overlap`, by network of the receiver; the longest prefix wins.",
            get: { .networks($0.sensor.flow.overlapByNetwork.map { ($0.network, $0.policy.rawValue) }) },
            set: {
                guard case .networks(let entries) = $1 else { return }
                $0.sensor.flow.overlapByNetwork = entries.compactMap { entry in
                    OverlapPolicy(rawValue: entry.word).map {
                        NetworkPolicy(network: entry.network, policy: $0)
                    }
                }
            }),
        .number(
            "flow.held-per-stream", \.sensor.flow.heldPerStream, 65_536...1_073_741_824, .bytes,
            vi: "Số byte đến sớm mà một dòng dữ liệu được giữ.",
            en: "Bytes of early segments that one stream may hold."),
        .number(
            "flow.held-in-all", \.sensor.flow.heldInAll, 65_536...1_099_511_627_776, .bytes,
            vi: "Số byte đến sớm mà mọi dòng dữ liệu cùng được giữ.",
            en: "Bytes of early segments that all streams together may hold, with what holding them costs."),
        .number(
            "flow.held-segments", \.sensor.flow.heldSegments, 1...1_048_576,
            vi: "Số đoạn đến sớm mà một dòng dữ liệu được giữ.",
            en: "Early segments that one stream may hold."),
        .number(
            "flow.gap-patience", \.sensor.flow.gapPatience, 0...3600, .seconds,
            vi: "Thời gian (của bản ghi) chờ các byte mà bên nhận đã xác nhận, trước khi coi là thiếu.",
            en:
                "Capture time to wait for bytes that the receiver has acknowledged before they are called a gap."
        ),
        .number(
            "flow.maximum-advance", \.sensor.flow.maximumAdvance, 65_536...1_073_741_824, .bytes,
            vi: "Khoảng cách tối đa từ chỗ đang chờ đến một đoạn đến sớm.",
            en: "Bytes that a segment may lie ahead of what is expected next."),
        .boolean(
            "flow.paws", \.sensor.flow.paws,
            vi: "Từ chối đoạn TCP có nhãn thời gian cũ (PAWS, RFC 7323).",
            en: "Refuse segments with an old timestamp (PAWS, RFC 7323)."),
    ]

    /// The section `flow.timeouts`.
    static let timeouts: [ConfigurationKey] = [
        .number(
            "flow.timeouts.tcp-new", \.sensor.flow.timeouts.tcpNew, 1...86_400, .seconds,
            vi: "TCP chưa bắt tay xong: im lặng bao lâu thì kết thúc.",
            en: "Silence that ends TCP before its handshake is done."),
        .number(
            "flow.timeouts.tcp-established", \.sensor.flow.timeouts.tcpEstablished, 1...604_800, .seconds,
            vi: "TCP đã bắt tay, hoặc thấy từ giữa chừng.",
            en: "TCP after its handshake; also flows picked up midstream."),
        .number(
            "flow.timeouts.tcp-closed", \.sensor.flow.timeouts.tcpClosed, 1...86_400, .seconds,
            vi: "TCP sau FIN của cả hai bên hoặc sau RST.",
            en: "TCP after FIN from both sides or a reset."),
        .number(
            "flow.timeouts.udp", \.sensor.flow.timeouts.udp, 1...86_400, .seconds, vi: "UDP.", en: "UDP."),
        .number(
            "flow.timeouts.icmp", \.sensor.flow.timeouts.icmp, 1...86_400, .seconds, vi: "ICMP.", en: "ICMP."),
        .number(
            "flow.timeouts.other", \.sensor.flow.timeouts.other, 1...86_400, .seconds,
            vi: "SCTP và mọi giao thức khác.", en: "SCTP and every other protocol."),
    ]

    /// The section `flow.fragments`.
    static let fragments: [ConfigurationKey] = [
        .number(
            "flow.fragments.datagrams", \.sensor.flow.fragments.datagrams, 1...1_048_576,
            vi: "Số gói IP phân mảnh được chờ cùng lúc; quá số này gói cũ nhất bị bỏ.",
            en: "Datagrams that may wait for pieces; when there are more the oldest is given up."),
        .number(
            "flow.fragments.bytes", \.sensor.flow.fragments.bytes, 65_536...1_099_511_627_776, .bytes,
            vi: "Số byte mà mọi mảnh đang chờ được giữ.",
            en: "Bytes that all waiting pieces may hold; over it the oldest datagram is given up."),
        .number(
            "flow.fragments.pieces", \.sensor.flow.fragments.pieces, 2...65_536,
            vi: "Số mảnh tối đa của một gói.", en: "Pieces of one datagram."),
        .number(
            "flow.fragments.timeout", \.sensor.flow.fragments.timeout, 1...3600, .seconds,
            vi: "Thời gian (của bản ghi) từ mảnh đầu tiên đến khi bỏ gói.",
            en: "Capture time from the first piece until a datagram is given up."),
        .word(
            "flow.fragments.overlap", \.sensor.flow.fragments.overlap,
            vi: "Bản nào thắng khi các mảnh IP chồng lên nhau.",
            en: "Which copy of an overlapping byte wins."),
    ]
}
