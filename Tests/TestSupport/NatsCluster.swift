import Foundation
import FoundationNetworking
import Glibc
import NetTypes

/// Servers of NATS on this machine, on ports and in a folder of their own, which end and go with this object.
public final class NatsCluster {
    /// Why tests that need it are left out where it is not.
    public static let requirement = "needs nats-server"

    private static let program = [
        "/usr/sbin/nats-server", "/usr/bin/nats-server", "/usr/local/bin/nats-server",
    ]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// True where there is a server.
    public static var isAvailable: Bool { program != nil }

    /// What a test was not given.
    public struct Refusal: Error {
        /// What it was.
        public let what: String
    }

    private struct Ports {
        let clients: UInt16
        let routes: UInt16
        let monitor: UInt16
    }

    private let folder: TestFolder
    private let ports: [Ports]
    private let credentials: (user: String, password: String)?
    private var servers: [NatsServer?]

    /// Starts servers, which are a cluster when they are several, and waits until they are ready for use.
    public init(
        servers count: Int = 3, streams: Bool = true, credentials: (user: String, password: String)? = nil
    ) throws {
        folder = try TestFolder()
        ports = try Self.freePorts(count * 3)
        self.credentials = credentials
        servers = [NatsServer?](repeating: nil, count: count)
        for index in 0..<count {
            try folder.write("\(index).conf", Array(configuration(index, streams: streams).utf8))
            try start(index)
        }
        for index in 0..<count { try awaitHealth(index) }
        if streams, count > 1 { try awaitCluster() }
    }

    // Before their folder goes.
    deinit { servers = [] }

    /// Where clients find it, with a list's name and perhaps who they are.
    public func address(_ name: String = "night", as user: String = "", only index: Int? = nil) -> String {
        let chosen = index.map { [ports[$0]] } ?? ports
        let hosts = chosen.map { "127.0.0.1:\($0.clients)" }.joined(separator: ",")
        return "nats://\(user.isEmpty ? "" : user + "@")\(hosts)/\(name)"
    }

    /// The number of servers.
    public var count: Int { servers.count }

    /// Kills a server, as a machine does that loses its power.
    public func kill(_ index: Int) { servers[index] = nil }

    /// Starts a server that was killed, with what it had stored.
    public func start(_ index: Int) throws {
        servers[index] = try NatsServer(Self.program ?? "", configuration: "\(folder.path)/\(index).conf")
    }

    /// Stops a server without its knowledge, or lets it go on.
    public func freeze(_ index: Int, _ isFrozen: Bool) {
        servers[index]?.signal(isFrozen ? SIGSTOP : SIGCONT)
    }

    /// Waits until a server says that it is ready.
    public func awaitHealth(_ index: Int) throws {
        try wait(for: "server \(index)") { page(index, "healthz")?.contains("\"ok\"") == true }
    }

    /// Waits until the servers have a leader that knows them all.
    private func awaitCluster() throws {
        try wait(for: "the cluster") {
            servers.indices.contains { index in
                let page = page(index, "jsz") ?? ""
                return page.contains("\"cluster_size\": \(count)")
                    && page.components(separatedBy: "\"current\": true").count == count
            }
        }
    }

    private func wait(for what: String, _ isSo: () -> Bool) throws {
        for _ in 0..<600 {
            if isSo() { return }
            usleep(50_000)
        }
        throw Refusal(what: what)
    }

    private func page(_ index: Int, _ name: String) -> String? {
        guard let address = URL(string: "http://127.0.0.1:\(ports[index].monitor)/\(name)") else {
            return nil
        }
        return (try? Data(contentsOf: address)).map { String(decoding: $0, as: UTF8.self) }
    }

    private func configuration(_ index: Int, streams: Bool) -> String {
        let own = ports[index]
        var lines = [
            "server_name: s\(index)", "listen: \"127.0.0.1:\(own.clients)\"",
            "http: \"127.0.0.1:\(own.monitor)\"",
            "log_file: \"\(folder.path)/\(index).log\"",
        ]
        if let credentials {
            lines.append("authorization { user: \(credentials.user), password: \"\(credentials.password)\" }")
        }
        if streams { lines.append("jetstream { store_dir: \"\(folder.path)/\(index)\", max_file: 2GB }") }
        if ports.count > 1 {
            let routes = ports.map { "\"nats-route://127.0.0.1:\($0.routes)\"" }.joined(separator: ",")
            lines.append("cluster { name: test, listen: \"127.0.0.1:\(own.routes)\", routes: [\(routes)] }")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Ports of the loopback interface that nobody has, all at once, so that none comes twice.
    private static func freePorts(_ count: Int) throws -> [Ports] {
        var sockets: [Int32] = []
        defer { sockets.forEach { close($0) } }
        var found: [UInt16] = []
        for _ in 0..<count {
            let (socket, port) = try boundSocket()
            sockets.append(socket)
            found.append(port)
        }
        return stride(from: 0, to: count, by: 3).map {
            Ports(clients: found[$0], routes: found[$0 + 1], monitor: found[$0 + 2])
        }
    }

    private static func boundSocket() throws -> (Int32, UInt16) {
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        // Safe: both calls read and write only the structure, whose size they are told.
        let code = unsafe withUnsafeMutablePointer(to: &name) { name in
            unsafe name.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                unsafe bind(made, name, size) == 0 ? unsafe getsockname(made, name, &size) : -1
            }
        }
        guard code == 0 else { throw Refusal(what: "a port") }
        return (made, UInt16(bigEndian: name.sin_port))
    }
}
