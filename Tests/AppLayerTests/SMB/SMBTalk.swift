import NetTypes

@testable import AppLayer

/// A conversation of SMB that is fed to a parser in pieces of any size.
struct SMBTalk {
    /// What happens, in order.
    enum Step {
        case send(Direction, [UInt8])
        case gap(Direction, UInt64)
    }

    var steps: [Step] = []

    /// A record to the server.
    mutating func ask(_ messages: [UInt8]...) {
        steps.append(.send(.toServer, SMBMessages.record(messages.flatMap { $0 })))
    }

    /// A record to the client.
    mutating func answer(_ messages: [UInt8]...) {
        steps.append(.send(.toClient, SMBMessages.record(messages.flatMap { $0 })))
    }

    /// A file that is opened, with nothing before it.
    mutating func open(_ path: String, _ handle: [UInt8], size: UInt64, id: UInt64 = 1) {
        ask(SMBMessages.create(id, path))
        answer(SMBMessages.created(id, handle, size: size))
    }

    /// A file that is closed.
    mutating func close(_ handle: [UInt8], id: UInt64 = 1000) {
        ask(SMBMessages.close(id, handle))
        answer(SMBMessages.answer(id, 6))
    }

    func run(pieces: Int = .max, _ configuration: AppLayerConfiguration = AppLayerConfiguration()) -> Fed {
        let fed = Fed(configuration)
        let parser = SMBParser(configuration)
        for step in steps {
            switch step {
            case .send(let direction, let bytes): fed.take(parser, direction, bytes, pieces: pieces)
            case .gap(let direction, let length): fed.gap(parser, direction, length)
            }
        }
        fed.finish(parser)
        return fed
    }

    /// The same in all segmentations; nil when they differ.
    func runAll(_ configuration: AppLayerConfiguration = AppLayerConfiguration()) -> Fed? {
        let whole = run(configuration)
        for pieces in [1, 7] {
            let cut = run(pieces: pieces, configuration)
            guard cut.objects.map(\.bytes) == whole.objects.map(\.bytes),
                cut.objects.map(\.record.incomplete) == whole.objects.map(\.record.incomplete),
                cut.objects.map(\.record.object) == whole.objects.map(\.record.object),
                cut.transactions.map(\.fields) == whole.transactions.map(\.fields), cut.odd == whole.odd
            else { return nil }
        }
        return whole
    }
}

extension Transaction {
    /// The value of a field; nil without it.
    subscript(name: String) -> RecordValue? { fields.first { $0.name == name }?.value }
}
