/// A transfer that was asked for. The flow of the request and that of the blocks both hold it.
///
/// A class for its identity. Both parsers are fed by one thread.
final class TFTPTransfer {
    /// The request.
    let request: TFTPRequest
    /// True when the server has answered, so that an equal request is a new one.
    var isStarted = false

    /// A transfer that was just asked for.
    init(_ request: TFTPRequest) {
        self.request = request
    }
}
