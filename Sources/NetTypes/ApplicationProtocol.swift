/// What a flow speaks above its transport, by the event log's names (`app_proto`).
public enum ApplicationProtocol: String, CaseIterable, Codable, Sendable {
    /// HTTP/1.0 and 1.1 (RFC 9112).
    case http
    /// HTTP/2 in the clear (RFC 9113).
    case http2
    /// SMTP (RFC 5321).
    case smtp
    /// IMAP (RFC 9051).
    case imap
    /// POP3 (RFC 1939).
    case pop3
    /// The control connection of FTP (RFC 959).
    case ftp
    /// A data connection of FTP.
    case ftpData = "ftp-data"
    /// TFTP (RFC 1350).
    case tftp
    /// SMB of any version (MS-CIFS, MS-SMB2).
    case smb
    /// NFS version 3 over ONC RPC (RFC 1813, RFC 5531).
    case nfs
    /// TLS over TCP (RFC 8446), and DTLS over UDP (RFC 9147).
    case tls
    /// QUIC (RFC 9000).
    case quic
    /// DNS over UDP and TCP (RFC 1035).
    case dns
    /// SSH (RFC 4253).
    case ssh
}
