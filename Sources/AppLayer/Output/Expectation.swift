import NetTypes

/// A flow that another one has announced.
struct Expectation {
    /// What it speaks over.
    let transport: TransportProtocol
    /// The end that its first packet goes to.
    let endpoint: Endpoint
    /// The address that its first packet comes from.
    let peer: IPAddress
    /// What it carries.
    let content: Content

    /// What an expected flow carries, with what the one that announced it knows.
    enum Content {
        /// A file or listing over FTP.
        case ftpData(FTPTransfer)
        /// A file over TFTP, whose server answers from a port of its own.
        case tftp(TFTPTransfer)
    }
}
