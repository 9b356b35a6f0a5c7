import NetTypes
import TestSupport

/// Requests to one web server, each on a connection of its own, so that what one of them sets off is seen apart.
struct WebVisit {
    /// What was sent so far, in order.
    private(set) var frames: [Frame] = []

    private let client: String
    private let server: String
    private let serverPort: UInt16
    private let host: String
    private var port: UInt16
    private var time = Timestamp.scene

    /// A visit that has not begun; the first connection is from `port`, the next from the one behind it.
    init(_ client: String, from port: UInt16, to server: String, _ serverPort: UInt16 = 80, host: String) {
        self.client = client
        self.server = server
        self.serverPort = serverPort
        self.host = host
        self.port = port
    }

    /// A request for a page, and the page.
    mutating func get(_ target: String, headers: [String] = [], page: String = "<p>Trang chủ</p>") {
        exchange(
            Array(Text.request("GET", target, host: host, headers: headers).utf8), Text.response(page))
    }

    /// A request for a file, and the file.
    mutating func get(_ target: String, file: [UInt8], type: String) {
        exchange(
            Array(Text.request("GET", target, host: host).utf8), Text.response(file, type: type))
    }

    /// A request with a body of text.
    mutating func post(
        _ target: String, _ body: String, type: String = "application/x-www-form-urlencoded",
        headers: [String] = []
    ) {
        exchange(
            Array(
                Text.request(
                    "POST", target, host: host, headers: ["Content-Type: \(type)"] + headers, body: body
                ).utf8), Text.response("<p>Đã nhận</p>"))
    }

    /// A file that is stored on the server as it is.
    mutating func put(_ target: String, _ file: [UInt8], type: String = "application/octet-stream") {
        let head = [
            "PUT \(target) HTTP/1.1", "Host: \(host)", "User-Agent: drill/1.0", "Content-Type: \(type)",
            "Content-Length: \(file.count)", "", "",
        ]
        exchange(Array(head.joined(separator: "\r\n").utf8) + file, Text.response("<p>Đã lưu</p>"))
    }

    /// A text that is stored on the server.
    mutating func put(_ target: String, _ text: String, type: String = "text/plain; charset=utf-8") {
        put(target, Array(text.utf8), type: type)
    }

    /// A form with one file in it.
    mutating func upload(_ name: String, type: String, _ file: [UInt8]) {
        let head = [
            "--drill", "Content-Disposition: form-data; name=\"tep\"; filename=\"\(name)\"",
            "Content-Type: \(type)", "", "",
        ]
        let body = Array(head.joined(separator: "\r\n").utf8) + file + Array("\r\n--drill--\r\n".utf8)
        let lines = [
            "POST /gop-y/tai-len HTTP/1.1", "Host: \(host)", "User-Agent: drill/1.0",
            "Content-Type: multipart/form-data; boundary=drill", "Content-Length: \(body.count)", "", "",
        ]
        exchange(Array(lines.joined(separator: "\r\n").utf8) + body, Text.response("<p>Đã nhận tệp</p>"))
    }

    private mutating func exchange(_ request: [UInt8], _ answer: [UInt8]) {
        var talk = Conversation(client: client, port, server: server, serverPort, start: time)
        talk.handshake()
        talk.client(sends: request)
        talk.server(sends: answer)
        talk.close()
        frames += talk.frames
        time = talk.time
        port += 1
    }
}
