import NetTypes
import Sensor

/// What `inspect` can show. The columns are a contract (they are what truth is checked with).
enum InspectView {
    /// A row for each direction of a TCP flow that carried payload.
    case streams
    /// A row for each flow.
    case flows
    /// A row for each file.
    case packets

    /// Names of the columns for machines.
    var columns: [String] {
        switch self {
        case .streams: ["file", "stream", "src", "sport", "dst", "dport", "bytes", "sha256", "gaps"]
        case .flows:
            [
                "file", "proto", "src", "sport", "dst", "dport", "packets_to_server", "packets_to_client",
                "bytes_to_server", "bytes_to_client", "community_id", "app",
            ]
        case .packets: ["file", "packets", "bytes", "decoded", "anomalies"]
        }
    }

    /// The same for people.
    var headings: [HeadingText] {
        switch self {
        case .streams: [.file, .stream, .sender, .port, .receiver, .port, .bytes, .digest, .gaps]
        case .flows:
            [
                .file, .transport, .client, .port, .server, .port, .packetsToServer, .packetsToClient,
                .bytesToServer, .bytesToClient, .communityID, .application,
            ]
        case .packets: [.file, .packets, .bytes, .decoded, .anomalies]
        }
    }

    /// Columns that stay on the first line where the terminal is narrow.
    var fold: Int {
        switch self {
        case .streams: 7
        case .flows: 6
        case .packets: 5
        }
    }

    /// What the sensor has to be told beyond the settings.
    func adjust(_ configuration: inout SensorConfiguration) {
        if case .streams = self { configuration.streamRecords = true }
    }

    /// The rows of one file.
    func rows(_ file: String, _ sink: InspectSink, _ statistics: SensorStatistics) -> [[InspectField]] {
        switch self {
        case .streams: Self.streamRows(file, sink.streams)
        case .flows: Self.flowRows(file, sink.flows)
        case .packets: [Self.packetRow(file, statistics)]
        }
    }

    /// In order of the flow's first packet, then to the server before to the client; empty directions are left out.
    private static func streamRows(_ file: String, _ streams: [StreamRecord]) -> [[InspectField]] {
        let sorted = streams.filter { $0.bytes > 0 || $0.gapBytes > 0 }.sorted {
            ($0.flowOrdinal, $0.direction.rawValue) < ($1.flowOrdinal, $1.direction.rawValue)
        }
        return sorted.map { stream in
            let sender = stream.context.sender(stream.direction)
            let receiver = stream.context.sender(stream.direction.reversed)
            return [
                .foreign(file), .number(stream.flowOrdinal), .text(sender.address.description),
                .port(sender.port), .text(receiver.address.description), .port(receiver.port),
                .number(stream.bytes), .text(stream.sha256.hexadecimal), .number(stream.gapBytes),
            ]
        }
    }

    private static func flowRows(_ file: String, _ flows: [FlowRecord]) -> [[InspectField]] {
        let sorted = flows.sorted {
            ($0.firstFrame, $0.context.communityID, $0.context.id.rawValue)
                < ($1.firstFrame, $1.context.communityID, $1.context.id.rawValue)
        }
        return sorted.map { flow in
            let context = flow.context
            return [
                .foreign(file), .text(EndpointText.name(context.transport)),
                .text(context.client.address.description), .port(context.client.port),
                .text(context.server.address.description), .port(context.server.port),
                .number(flow.toServer.packets), .number(flow.toClient.packets), .number(flow.toServer.bytes),
                .number(flow.toClient.bytes), .text(context.communityID), .text(""),
            ]
        }
    }

    /// Bytes are those of the frames on the wire, and decoded is every frame whose headers made sense.
    private static func packetRow(_ file: String, _ statistics: SensorStatistics) -> [InspectField] {
        let decoder = statistics.decoder
        return [
            .foreign(file), .number(statistics.capture.frames),
            .number(statistics.capture.bytes + statistics.capture.bytesSnapped),
            .number(decoder.packets + decoder.fragments + decoder.notIP), .number(statistics.anomalies.total),
        ]
    }
}
