import Foundation
import Incidents
import NetTypes

/// A folder with a ledger in it that was filled without a scan, or by one.
extension Scene {
    /// A name that HTML, a terminal and a reader of lines would each obey.
    static let hostileName = "in/a\n<script>alert(1)<br>\u{1b}[31m&'\".pcap"

    /// A list of sinks: mail by a program that keeps what it gets, and files of which none wants digests by its filter.
    func writeSinks(exit code: Int = 0) throws {
        try write("sendmail", "#!/bin/sh\ncat >> \(path("mails"))\nexit \(code)\n")
        try shell("chmod 755 sendmail")
        try write(
            "sinks.yml",
            """
            sinks:
              - {id: thu, kind: mail, sendmail: \(path("sendmail")), from: haidang@soc.example, to: [truc@soc.example]}
              - {id: tep, kind: file, path: \(path("tep.json")), types: [alert], severity: 1}
              - {id: kin, kind: file, path: \(path("kin.json")), secret: true}
              - {id: khac, kind: file, path: \(path("khac.json")), types: [alert]}

            """)
    }

    /// A ledger with two nights, the second of which is finished where `isFinished` is true.
    func writeLedger(isFinished: Bool = true) throws {
        let ledger = try ScanLedger(path: path("l.db"))
        let start = Timestamp(seconds: 1_795_798_800, nanoseconds: 0)
        try ledger.hold(now: start)
        let basis = LedgerBasis(ruleSet: [1], engine: "1", options: [2])
        for number in 0..<2 {
            let now = start.advanced(by: Int64(number) * 86_400_000_000_000)
            let run = try ledger.begin(asked: [LedgerPath("in")], basis: basis, host: "cam-bien-1", now: now)
            var entry = LedgerEntry(
                run: run, path: LedgerPath("in/b.pcap"), content: Array(repeating: UInt8(number), count: 32),
                size: 9, basis: basis, verdict: .done, started: now, finished: now)
            (entry.counts.bytes, entry.counts.detections) = (1000, UInt64(number) * 4)
            let hostile = LedgerEntry(
                run: run, path: LedgerPath(Self.hostileName), content: nil, size: 9, basis: basis,
                verdict: .failed(reason: "Permission denied"), started: now, finished: now)
            let rule = number == 0 ? "a/Old" : "x/<b>New</b>\u{1b}[2J"
            try ledger.record(
                number == 0 ? [entry] : [entry, hostile],
                tallies: [
                    .init(.ruleHits, rule, 4), .init(.talker, "198.51.100.7", 70),
                    .init(.talker, "192.0.2.9", 7), .init(.incident, "so-y-te|2", 3),
                    .init(.incident, "mat|1", 1),
                ], run: run)
            if number == 0 || isFinished {
                try ledger.finish(
                    run, exitCode: number == 0 ? 1 : 3, known: 5, left: 2,
                    now: now.advanced(by: 7_200_000_000_000))
            }
        }
        try ledger.close()
    }

    /// The decoded headers and texts of all mails that the program got.
    func mails() throws -> [(head: String, text: String)] {
        let all = try text("mails").replacing("\r\n", with: "\n")
        return all.components(separatedBy: "From: haidang@soc.example\n").dropFirst().map { mail in
            let halves = mail.components(separatedBy: "\n\n")
            let body = Data(
                base64Encoded: halves.dropFirst().joined(), options: .ignoreUnknownCharacters)
            let head = halves[0].replacing("\n ", with: " ")
            let words = head.matches(of: /=\?UTF-8\?B\?([^?]*)\?=/)
            let decoded = words.map {
                String(decoding: Data(base64Encoded: String($0.1)) ?? Data(), as: UTF8.self)
            }
            let plain = head.split(separator: "\n").first { $0.hasPrefix("Subject: ") }?.dropFirst(9) ?? ""
            let subject = decoded.isEmpty ? [String(plain)] : decoded
            return (subject.joined(), String(decoding: body ?? Data(), as: UTF8.self))
        }
    }
}
