import NetTypes

/// The parser of a UDP flow: one of a closed set, so that calls are direct.
enum DatagramParser {
    case dns(DNSDatagramParser)
    case tftp(TFTPParser)
    case nfs(NFSDatagramParser)
    case dtls(DTLSParser)
    case quic(QUICParser)

    /// A parser of a protocol that datagrams carry; nil for the others.
    init?(_ application: ApplicationProtocol, _ configuration: AppLayerConfiguration) {
        switch application {
        case .dns: self = .dns(DNSDatagramParser(configuration))
        case .tftp: self = .tftp(TFTPParser(configuration))
        case .nfs: self = .nfs(NFSDatagramParser(configuration))
        case .tls: self = .dtls(DTLSParser(configuration))
        case .quic: self = .quic(QUICParser(configuration))
        case .http, .http2, .smtp, .imap, .pop3, .ftp, .ftpData, .smb, .ssh: return nil
        }
    }

    /// As `DatagramParsing` has it.
    func take(_ datagram: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) {
        switch self {
        case .dns(let parser): parser.take(datagram, direction, output)
        case .tftp(let parser): parser.take(datagram, direction, output)
        case .nfs(let parser): parser.take(datagram, direction, output)
        case .dtls(let parser): parser.take(datagram, direction, output)
        case .quic(let parser): parser.take(datagram, direction, output)
        }
    }

    /// As `DatagramParsing` has it.
    func finish(_ output: ParserOutput) {
        switch self {
        case .dns(let parser): parser.finish(output)
        case .tftp(let parser): parser.finish(output)
        case .nfs(let parser): parser.finish(output)
        case .dtls(let parser): parser.finish(output)
        case .quic(let parser): parser.finish(output)
        }
    }
}
