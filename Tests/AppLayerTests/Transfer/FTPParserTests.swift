import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("FTP control connection")
struct FTPParserTests {
    @Test("Commands are reported with their replies, however they are cut", arguments: [Int.max, 1, 7])
    func commands(pieces: Int) {
        let session = FTPSession(pieces: pieces)
        session.answers("220-Welcome", "220-", "221 is not the end", "220 ready")
        session.says("user anonymous")
        session.answers("331 Password?")
        session.says("PASS guest@example")
        session.answers("230-", " 230 is not the end", "230 Logged in")
        session.says("TYPE I")
        session.answers("200")
        session.fed.finish(session.parser)
        let told = session.fed.transactions
        #expect(told.map { $0.transferText("command") } == [nil, "USER", "PASS", "TYPE"])
        #expect(told.map(\.number) == [0, 1, 2, 3])
        #expect(told.map(\.application) == [.ftp, .ftp, .ftp, .ftp])
        #expect(told.map(\.direction) == [.toClient, .toServer, .toServer, .toServer])
        #expect(told[0].transferTexts("reply") == ["Welcome", "", "is not the end", "ready"])
        #expect(told[0].transferTexts("completion_code") == ["220", "220", "221", "220"])
        #expect(told[1].transferText("command_data") == "anonymous")
        #expect(told[2].transferTexts("reply") == ["", " 230 is not the end", "Logged in"])
        #expect(told[3].transferTexts("reply") == [""])
        #expect(told.allSatisfy { $0.transferText("reply_received") == "yes" })
        #expect(session.fed.odd.isEmpty)
    }

    @Test(
        "A password is never told",
        arguments: ["PASS hunter2", " pass hunter2", "ACCT hunter2", "\u{1}PASS hunter2"])
    func secrets(line: String) {
        let session = FTPSession()
        session.says(line)
        session.answers("230 ok")
        #expect(session.fed.transactions.count == 1)
        #expect(!"\(session.fed.transactions)".contains("hunter2"))
    }

    @Test("Telnet commands before ABOR are left out")
    func telnet() {
        let session = FTPSession()
        let line: [UInt8] = [255, 244, 255, 242] + Array("ABOR\r\n".utf8)
        session.fed.take(session.parser, .toServer, line)
        session.fed.take(session.parser, .toServer, [255, 251, 1] + Array("CWD a".utf8) + [255, 255, 10])
        session.answers("226 ok", "250 ok")
        #expect(session.fed.transactions.map { $0.transferText("command") } == ["ABOR", "CWD"])
        #expect(session.fed.odd.isEmpty)
    }

    @Test("Pipelined commands get their replies in order", arguments: [Int.max, 1, 7])
    func pipelining(pieces: Int) {
        let session = FTPSession(pieces: pieces)
        session.says("PASV", "RETR a", "NOOP")
        #expect(session.expectations.isEmpty)
        session.answers("227 Entering Passive Mode (10,0,0,2,4,1)", "150 ok", "226 done", "200 ok")
        #expect(session.fed.transactions.map { $0.transferText("command") } == ["PASV", "RETR", "NOOP"])
        #expect(session.fed.transactions[1].transferTexts("completion_code") == ["150", "226"])
        #expect(session.transfer(0)?.name == "a")
        #expect(session.expectations.count == 1)
    }

    @Test("AUTH TLS hands the rest over", arguments: [Int.max, 1, 7])
    func upgrade(pieces: Int) {
        let session = FTPSession(pieces: pieces)
        session.says("AUTH TLS", "NOOP")
        #expect(session.answers("234-wait", "234 go", "\u{16}\u{3}\u{1}") == 18)
        #expect(session.says("PASS in the clear") == 0)
        #expect(session.fed.transactions.map { $0.transferText("reply_received") } == ["yes", "no"])
    }

    @Test("AUTH that was refused, or asks for another mechanism, changes nothing")
    func noUpgrade() {
        let session = FTPSession()
        session.says("AUTH TLS", "AUTH GSSAPI")
        let replies = ["500 no", "234 go"]
        #expect(session.answers(replies[0]) == 8)
        #expect(session.answers(replies[1]) == 8)
        session.says("NOOP")
        session.answers("200 ok")
        #expect(session.fed.transactions.count == 3)
    }

    @Test("A gap in the replies makes the commands that wait unanswered, and the next line is understood")
    func gapInReplies() {
        let session = FTPSession()
        session.says("SYST", "PWD")
        session.answers("215-Half of")
        session.fed.gap(session.parser, .toClient, 100)
        session.answers("the rest of a line", "and more", "200 unrelated")
        session.says("NOOP")
        session.answers("200 ok")
        #expect(session.fed.transactions.map { $0.transferText("command") } == ["SYST", "PWD", nil, "NOOP"])
        #expect(
            session.fed.transactions.map { $0.transferText("reply_received") } == ["no", "no", "yes", "yes"])
        #expect(session.fed.odd.isEmpty)
    }

    @Test("After a gap in the commands the broken line is dropped")
    func gapInCommands() {
        let session = FTPSession()
        session.fed.take(session.parser, .toServer, "RETR fi".utf8)
        session.fed.gap(session.parser, .toServer, 10)
        session.says("le", "NOOP")
        session.answers("200 ok")
        #expect(session.fed.transactions.map { $0.transferText("command") } == ["NOOP"])
    }

    @Test("What waits at the end is told")
    func cut() {
        let session = FTPSession()
        session.says("RETR a")
        session.answers("150-opening")
        session.fed.finish(session.parser, isClosed: false)
        #expect(session.fed.transactions.count == 1)
        #expect(session.fed.transactions.first?.transferText("reply_received") == "no")
        #expect(session.fed.transactions.first?.transferTexts("reply") == ["opening"])
    }

    @Test("Replies that are none are noted")
    func malformedReply() {
        let session = FTPSession()
        session.says("NOOP")
        session.answers("hello")
        #expect(session.fed.odd.contains(.transferMalformed))
        session.answers("200 ok")
        #expect(session.fed.transactions.first?.transferTexts("reply") == ["hello", "ok"])
    }

    @Test("An empty line is noted and not told; a verb with other bytes is told without what follows")
    func malformedCommand() {
        let session = FTPSession()
        session.says("", "G\u{7}T /secret")
        #expect(session.fed.odd.contains(.transferMalformed))
        session.answers("500 what?")
        #expect(session.fed.transactions.map { $0.transferText("command") } == ["G\u{7}T"])
        #expect(session.fed.transactions.first?.transferText("command_data") == nil)
    }
}
