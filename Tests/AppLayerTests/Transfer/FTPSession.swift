import NetTypes
import TestSupport

@testable import AppLayer

/// A control connection for tests: lines go to the parser in pieces of a size.
final class FTPSession {
    static let client = Endpoint(address: .literal("10.0.0.1"), port: 40_000)
    static let server = Endpoint(address: .literal("10.0.0.2"), port: 21)

    let fed: Fed
    let parser: FTPParser
    private let pieces: Int
    private(set) var expectations: [AppLayer.Expectation] = []

    init(
        _ configuration: AppLayerConfiguration = AppLayerConfiguration(), pieces: Int = .max,
        client: Endpoint = FTPSession.client, server: Endpoint = FTPSession.server
    ) {
        fed = Fed(configuration)
        fed.output.origin.flow.client = client
        fed.output.origin.flow.server = server
        parser = FTPParser(configuration)
        self.pieces = pieces
    }

    /// The client says lines.
    @discardableResult
    func says(_ lines: String...) -> Int {
        give(.toServer, lines)
    }

    /// The server says lines.
    @discardableResult
    func answers(_ lines: String...) -> Int {
        give(.toClient, lines)
    }

    private func give(_ direction: Direction, _ lines: [String]) -> Int {
        let taken = fed.take(parser, direction, lines.map { $0 + "\r\n" }.joined().utf8, pieces: pieces)
        expectations += fed.output.takeExpectations()
        return taken
    }

    /// What the expected flow carries, by its position among those expected.
    func transfer(_ index: Int) -> FTPTransfer? {
        guard expectations.indices.contains(index), case .ftpData(let transfer) = expectations[index].content
        else { return nil }
        return transfer
    }
}

extension Transaction {
    /// The text of a field; nil without one.
    func transferText(_ name: String) -> String? {
        guard case .text(let text)? = transferValue(name) else { return nil }
        return text
    }

    /// The texts of a field that is a list.
    func transferTexts(_ name: String) -> [String] {
        guard case .list(let values)? = transferValue(name) else { return [] }
        return values.compactMap { value in
            guard case .text(let text) = value else { return nil }
            return text
        }
    }

    /// The value of a field.
    func transferValue(_ name: String) -> RecordValue? {
        fields.first { $0.name == name }?.value
    }
}
