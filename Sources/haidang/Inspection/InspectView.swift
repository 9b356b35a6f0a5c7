import NetTypes
import Sensor

/// What `inspect` can show. The columns are a contract (they are what truth is checked with).
enum InspectView {
    /// A row for each direction of a TCP flow that carried payload.
    case streams
    /// A row for each flow.
    case flows
    /// A row for each object that was taken out of the traffic.
    case objects
    /// A row for each exchange of an application protocol.
    case transactions
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
        case .objects: ["file", "protocol", "name", "content_type", "size", "sha256", "complete"]
        case .transactions: ["file", "protocol", "src", "sport", "dst", "dport", "frame", "fields"]
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
        case .objects: [.file, .application, .name, .contentType, .bytes, .digest, .complete]
        case .transactions: [.file, .application, .client, .port, .server, .port, .frame, .fields]
        case .packets: [.file, .packets, .bytes, .decoded, .anomalies]
        }
    }

    /// Columns that stay on the first line where the terminal is narrow.
    var fold: Int {
        switch self {
        case .streams: 7
        case .flows: 6
        case .objects: 7
        case .transactions: 8
        case .packets: 5
        }
    }

    /// What the sensor has to be told beyond the settings.
    func adjust(_ configuration: inout SensorConfiguration) {
        configuration.streamRecords = self == .streams
        configuration.inspectsApplications = self != .streams && self != .packets
    }

    /// The rows of one file.
    func rows(_ file: String, _ sink: InspectSink, _ statistics: SensorStatistics) -> [[InspectField]] {
        switch self {
        case .streams: Self.streamRows(file, sink.streams)
        case .flows: Self.flowRows(file, sink.flows)
        case .objects: Self.objectRows(file, sink.files)
        case .transactions: Self.transactionRows(file, sink.transactions)
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
                .number(flow.toClient.bytes), .text(context.communityID),
                .text(context.application?.rawValue ?? ""),
            ]
        }
    }

    /// In the order in which they began.
    private static func objectRows(_ file: String, _ files: [FileRecord]) -> [[InspectField]] {
        files.sorted { $0.number < $1.number }.map { object in
            [
                .foreign(file), .text(object.application.rawValue), .foreign(object.object.name),
                .foreign(object.contentType), .number(object.size), .text(object.sha256.hexadecimal),
                .flag(object.incomplete == nil),
            ]
        }
    }

    /// In the order in which they ended.
    private static func transactionRows(_ file: String, _ transactions: [Transaction]) -> [[InspectField]] {
        transactions.map { transaction in
            let flow = transaction.flow
            let fields = JSONValue(.object(transaction.fields)).line
            return [
                .foreign(file), .text(transaction.application.rawValue),
                .text(flow.client.address.description),
                .port(flow.client.port), .text(flow.server.address.description), .port(flow.server.port),
                .number(transaction.frame), .foreign(fields),
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
