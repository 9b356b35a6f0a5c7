import TestSupport

/// What goes on in every office while a drill is played, and must not be found.
extension DrillDay {
    /// Lookups, pages, encrypted sessions, clocks, letters and files, some from each machine by turns, from the first
    /// second until `end`; from one to the next it takes about `pace` seconds.
    mutating func everyday(until end: Int, pace: Int, seed: UInt64, _ machines: [String]) {
        var generator = SeededGenerator(seed: seed)
        var second = 0
        var turn = 0
        while second < end {
            let machine = machines[turn % machines.count]
            switch turn % 7 {
            case 0: lookUp(at: second, machine, turn)
            case 1: read(at: second, machine, &generator)
            case 2: encrypted(at: second, machine, seed: seed &+ UInt64(turn))
            case 3: askTime(at: second, machine)
            case 4: fetch(at: second, machine, &generator)
            case 5: letter(at: second, machine, turn)
            default: exchangeDocument(at: second, machine, turn)
            }
            second += Int.random(in: (pace / 2)...(pace + pace / 2), using: &generator)
            turn += 1
        }
    }

    private mutating func lookUp(at second: Int, _ machine: String, _ turn: Int) {
        let names = ["dichvucong.example", "tinh.example", "thu.tinh.example", "capnhat.example"]
        datagrams(at: second, machine, "198.51.100.2", 53) { exchange in
            for (index, name) in [names[turn % 4], names[(turn + 1) % 4]].enumerated() {
                let identifier = UInt16(0x3000 + turn * 2 + index)
                exchange.client(sends: NameMessage.query(name, identifier: identifier))
                exchange.server(
                    sends: NameMessage.answer(name, identifier: identifier, data: [198, 51, 100, 10]))
            }
        }
    }

    private mutating func read(at second: Int, _ machine: String, _ generator: inout SeededGenerator) {
        let page = Text.prose(length: 1500, from: &generator)
        web(
            at: second, machine, "198.51.100.10",
            asks: Text.request("GET", "/thu-tuc/danh-muc?trang=2", host: "dichvucong.example"),
            gets: Text.response(page, type: "text/html; charset=utf-8"))
    }

    private mutating func encrypted(at second: Int, _ machine: String, seed: UInt64) {
        var traffic = HandshakeTraffic(seed: seed)
        func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
            TLSBytes.record(type, content, version: 0x0303)
        }
        let hello = TLSBytes.record(22, TLSBytes.message(1, traffic.clientHello(["http/1.1"])))
        let flight = traffic.serverFlight(protocols: ["http/1.1"])
        let exchange = traffic.clientKeyExchange()
        talk(at: second, machine, "198.51.100.10", 443) { talk in
            talk.client(sends: hello)
            talk.server(sends: flight.flatMap { record(22, TLSBytes.message($0.type, $0.body)) })
            talk.client(
                sends: record(22, TLSBytes.message(exchange.type, exchange.body)) + record(20, [1])
                    + record(22, traffic.noise.bytes(40)))
            talk.server(sends: record(20, [1]) + record(22, traffic.noise.bytes(40)))
            talk.client(sends: record(23, traffic.noise.bytes(240)))
            talk.server(sends: record(23, traffic.noise.bytes(900)))
        }
    }

    private mutating func askTime(at second: Int, _ machine: String) {
        // The time itself does not matter here, and is left at zero (RFC 5905 section 7.3).
        let rest = [UInt8](repeating: 0, count: 44)
        datagrams(at: second, machine, "198.51.100.3", 123) { exchange in
            exchange.client(sends: [0x23, 0, 6, 0xec] + rest)
            exchange.server(sends: [0x24, 2, 6, 0xec] + rest)
        }
    }

    private mutating func fetch(at second: Int, _ machine: String, _ generator: inout SeededGenerator) {
        let file = Text.noise(length: 1200, from: &generator)
        share(at: second, machine, "198.51.100.60", "chung") { share in
            share.open("bieu-tong-hop.bin", size: file.count)
            share.read(file, at: 0)
        }
    }

    private mutating func letter(at second: Int, _ machine: String, _ turn: Int) {
        let lines = [
            "From: canbo@tinh.example", "To: vanthu@tinh.example", "Subject: Lich hop tuan \(turn)", "",
            "Kính gửi anh chị lịch họp tuần tới. Trân trọng.", "",
        ]
        talk(at: second, machine, "198.51.100.25", 25) { talk in
            talk.submit(lines.joined(separator: "\r\n"))
        }
    }

    private mutating func exchangeDocument(at second: Int, _ machine: String, _ turn: Int) {
        web(
            at: second, machine, "198.51.100.30",
            asks: Text.request(
                "POST", "/truc/van-ban", host: "trucvanban.example",
                headers: ["Content-Type: application/json"],
                body: #"{"so":\#(100 + turn),"trich-yeu":"Về việc báo cáo định kỳ","do-khan":"thường"}"#),
            gets: Text.response(#"{"ket-qua":"da nhan"}"#, type: "application/json"))
    }
}
