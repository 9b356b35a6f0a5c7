/// An error of a server about streams.
struct JetStreamFault: Decodable, Equatable, Sendable {
    /// A number like those of HTTP.
    let code: Int
    /// The number of this very error; nil from old servers.
    let number: Int?
    /// In the server's words.
    let description: String?

    private enum CodingKeys: String, CodingKey {
        case code, description
        case number = "err_code"
    }

    /// The server, or the account, has no streams.
    var isWithoutStreams: Bool { number == 10039 || number == 10076 }
    /// There is no such stream.
    var isStreamMissing: Bool { number == 10059 }
    /// There is such a stream, and it is another one.
    var isOtherStream: Bool { number == 10058 }
    /// There is nothing under that subject or number.
    var isNothing: Bool { number == 10037 }
    /// Somebody else wrote under that subject first.
    var isOvertaken: Bool { number == 10071 }
    /// There is no cluster, so nothing is kept more than once.
    var isWithoutCluster: Bool { number == 10074 }
    /// The cluster has not enough servers now.
    var isShortOfServers: Bool { number == 10005 || number == 10023 }
    /// Trying again may help: servers elect a leader, start, or cannot store just now.
    var mayPass: Bool { !isWithoutStreams && !isShortOfServers && (code == 503 || number == 10077) }

    /// What people are told.
    var reason: String { description ?? "error \(number ?? code) of the server" }
}
