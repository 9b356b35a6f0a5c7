import TestSupport

extension Scenario {
    /// Somebody inside carries out what should have stayed.
    static var insiderDrill: [Scenario] { [insiderUpload] }

    private static var insiderUpload: Scenario {
        var day = DrillDay(port: 57801)
        day.everyday(until: 1380, pace: 32, seed: 57801, ["192.0.2.120", "192.0.2.121", "192.0.2.163"])
        let (officer, store, host) = ("192.0.2.118", "203.0.113.110", "luutru.example")
        let document = DrillFiles.archive(DrillFiles.document("TỐI MẬT"))
        day.share(at: 120, officer, "198.51.100.60", "noi-bo") { share in
            share.open("to-trinh-48.docx", size: document.count)
            share.read(document, at: 0)
        }
        let plain = DrillFiles.archive(DrillFiles.document("Số: 48/TTr"))
        day.put(at: 360, "192.0.2.119", store, "/chia-se/to-trinh-47.docx", host: host, plain)
        day.put(at: 480, officer, store, "/ca-nhan/anh-gia-dinh.docx", host: host, document)
        day.upload(
            at: 780, officer, "203.0.113.112", "/dinh-kem", host: "thuchung.example", "danh-sach.csv",
            type: "text/csv", Array(DrillFiles.people(48, heading: "Số định danh").utf8))
        var generator = SeededGenerator(seed: 57890)
        let magic: [UInt8] = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5, 1, 0, 4, 0]
        day.put(
            at: 960, officer, store, "/ca-nhan/mat-khau.kdbx", host: host,
            magic + Text.noise(length: 600, from: &generator))
        remoteDesktop(from: officer, at: 1200, in: &day)
        return Scenario("drills/insider-upload", day)
    }

    /// A program for remote control is started, so that the machine can be reached from home.
    private static func remoteDesktop(from machine: String, at second: Int, in day: inout DrillDay) {
        var traffic = HandshakeTraffic(seed: 57891)
        let certificate = DrillCertificate(
            subject: "AnyNet Relay", issuer: "AnyNet Root CA", serial: [0x20, 0x26], names: [])
        let hello = TLSBytes.record(22, TLSBytes.message(1, traffic.clientHello()))
        var flight = traffic.serverFlight()
        flight[1].body = TLSBytes.certificates([certificate.bytes(&traffic.noise)])
        day.talk(at: second, machine, "203.0.113.71", 7070) { talk in
            talk.client(sends: hello)
            talk.server(
                sends: flight.flatMap {
                    TLSBytes.record(22, TLSBytes.message($0.type, $0.body), version: 0x0303)
                })
            talk.wait(seconds: 90)
        }
    }
}
