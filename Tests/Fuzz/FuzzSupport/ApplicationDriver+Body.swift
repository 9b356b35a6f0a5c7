import NetTypes

extension ApplicationDriver {
    /// Feeds an answer of HTTP/1 with a body that goes to the end of the flow, in pieces of a size, and ends the flow:
    /// the shortest way to what is done with an object. A coding of the content is named when there is one.
    public mutating func answer(_ body: [UInt8], encoding: String = "", pieces: Int = .max) {
        feed(Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8), .toServer)
        let coding = encoding.isEmpty ? "" : "Content-Encoding: \(encoding)\r\n"
        feed(Array("HTTP/1.1 200 OK\r\n\(coding)\r\n".utf8), .toClient)
        var start = 0
        while start < body.count {
            let end = start + min(max(1, pieces), body.count - start)
            feed(Array(body[start..<end]), .toClient)
            start = end
        }
        finish()
    }
}
