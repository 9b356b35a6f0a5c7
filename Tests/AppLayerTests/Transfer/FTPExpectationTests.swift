import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("FTP data connections that are announced")
struct FTPExpectationTests {
    @Test(
        "The reply to PASV or EPSV names the server's end",
        arguments: [
            ("PASV", "227 Entering Passive Mode (10,0,0,2,4,1).", 1025),
            ("PASV", "227 1 moment =10,0,0,2,255,255", 65_535),
            ("EPSV", "229 Entering Extended Passive Mode (|||6446|)", 6446),
            ("EPSV", "229 ok (!!!21!)", 21),
        ])
    func passive(command: String, reply: String, port: UInt16) {
        let session = FTPSession()
        session.says(command)
        session.answers(reply)
        #expect(session.expectations.count == 1)
        #expect(
            session.expectations.first?.endpoint == Endpoint(address: FTPSession.server.address, port: port))
        #expect(session.expectations.first?.peer == FTPSession.client.address)
        #expect(session.expectations.first?.transport == .tcp)
        #expect(session.transfer(0)?.isActive == false)
        #expect(session.fed.transactions.first?.transferValue("dynamic_port") == .number(Int64(port)))
        #expect(session.fed.transactions.first?.transferText("mode") == "passive")
        #expect(session.fed.odd.isEmpty)
    }

    @Test(
        "PORT and EPRT name the client's end", arguments: ["PORT 10,0,0,1,156,64", "EPRT |1|10.0.0.1|40000|"])
    func active(command: String) {
        let session = FTPSession()
        session.says(command, "RETR a")
        #expect(session.expectations.count == 1)
        #expect(
            session.expectations.first?.endpoint == Endpoint(address: FTPSession.client.address, port: 40_000)
        )
        #expect(session.expectations.first?.peer == FTPSession.server.address)
        #expect(session.transfer(0)?.direction == .toServer)
        session.answers("200 ok", "150 ok", "226 ok")
        #expect(session.fed.transactions.first?.transferValue("dynamic_port") == .number(40_000))
        #expect(session.fed.transactions.first?.transferText("mode") == "active")
        #expect(session.fed.odd.isEmpty)
    }

    @Test("EPRT over IPv6")
    func ipv6() {
        let client = Endpoint(address: .literal("2001:db8::1"), port: 5000)
        let server = Endpoint(address: .literal("2001:db8::2"), port: 21)
        let session = FTPSession(client: client, server: server)
        session.says("EPRT |2|2001:db8::1|49189|")
        session.says("EPSV")
        session.answers("200 ok", "229 ok (|||57086|)")
        #expect(
            session.expectations.map(\.endpoint) == [
                Endpoint(address: client.address, port: 49_189),
                Endpoint(address: server.address, port: 57_086),
            ])
        #expect(session.fed.odd.isEmpty)
    }

    @Test("An address that is not the side's own is noted, and both are expected")
    func foreignAddress() {
        let session = FTPSession()
        session.says("PASV")
        session.answers("227 (192,0,2,7,4,1)")
        #expect(
            session.expectations.map(\.endpoint.address) == [
                .literal("192.0.2.7"), FTPSession.server.address,
            ])
        #expect(session.transfer(0) === session.transfer(1))
        #expect(session.fed.odd.contains(.transferMalformed))
        session.says("PORT 192,0,2,8,4,1")
        #expect(session.expectations.count == 4)
        #expect(session.expectations[2].peer == FTPSession.server.address)
    }

    @Test(
        "Ends that do not parse are noted and not expected",
        arguments: [
            "PORT 10,0,0,1,4", "PORT 10,0,0,256,4,1", "PORT 10,0,0,1,0,0", "PORT", "EPRT |3|10.0.0.1|40|",
            "EPRT |2|10.0.0.1|40|", "EPRT |1|10.0.0.1|0|", "EPRT |1|10.0.0.1|65536|", "EPRT |1|10.0.0.1|40",
            "EPRT |1||40|", "EPRT",
            "EPRT |1|10.0.0.1|40|x",
        ])
    func malformedPort(line: String) {
        let session = FTPSession()
        session.says(line)
        #expect(session.expectations.isEmpty)
        #expect(session.fed.odd.contains(.transferMalformed))
    }

    @Test(
        "Passive replies that do not parse are noted and not expected",
        arguments: ["227 ok", "227 (1,2,3,4,5)", "229 (|||0|)", "229 (|||70000|)", "229 (", "229 (||6446|)"])
    func malformedPassive(line: String) {
        let session = FTPSession()
        session.says(line.hasPrefix("227") ? "PASV" : "EPSV")
        session.answers(line)
        #expect(session.expectations.isEmpty)
        #expect(session.fed.odd.contains(.transferMalformed))
    }

    @Test("One PASV is for one transfer; what comes after uses the default connection")
    func once() {
        let session = FTPSession()
        session.says("PASV")
        session.answers("227 (10,0,0,2,4,1)")
        session.says("REST 100", "RETR a")
        session.answers("350 ok", "150 ok", "226 ok")
        session.says("STOR b")
        #expect(session.transfer(0)?.name == "a")
        #expect(session.transfer(0)?.offset == 100)
        #expect(session.transfer(0)?.transaction == 2)
        #expect(session.transfer(1)?.name == "b")
        #expect(session.transfer(1)?.offset == 0)
        #expect(session.transfer(1)?.movement == .upload)
        #expect(session.expectations.last?.endpoint == FTPSession.client)
    }

    @Test("A refused transfer leaves its data connection to the next one")
    func refused() {
        let session = FTPSession()
        session.says("PASV")
        session.answers("227 (10,0,0,2,4,1)")
        session.says("RETR missing")
        session.answers("550 no such file")
        #expect(session.transfer(0)?.command == nil)
        session.says("RETR there")
        #expect(session.transfer(0)?.name == "there")
        #expect(session.expectations.count == 1)
    }

    @Test("A passive reply whose command was lost prepares the next transfer")
    func lostCommand() {
        let session = FTPSession()
        session.answers("227 (10,0,0,2,4,1)")
        session.says("RETR a")
        #expect(session.expectations.count == 1)
        #expect(session.transfer(0)?.name == "a")
    }

    @Test("Such a reply is no answer to another command that waits")
    func passiveReplyBesides() {
        let session = FTPSession()
        session.says("NOOP")
        session.answers("227 (10,0,0,2,4,1)", "200 ok")
        #expect(session.expectations.count == 1)
        #expect(session.fed.transactions.map { $0.transferText("command") } == [nil, "NOOP"])
        #expect(session.fed.transactions.map { $0.transferTexts("completion_code") } == [["227"], ["200"]])
    }

    @Test("Protected data connections are not expected")
    func protected() {
        let session = FTPSession()
        session.says("PBSZ 0", "PROT P")
        session.answers("200 ok", "200 ok")
        session.says("PASV")
        session.answers("227 (10,0,0,2,4,1)")
        #expect(session.expectations.isEmpty)
        session.says("PROT C", "PASV")
        session.answers("200 ok", "227 (10,0,0,2,4,1)")
        #expect(session.expectations.count == 1)
    }

    @Test(
        "A refused REST, or one that is no number, is none",
        arguments: ["REST x", "REST 99999999999999999999999", "REST 5"])
    func restart(line: String) {
        let session = FTPSession()
        session.says(line)
        session.answers("501 no")
        session.says("RETR a")
        #expect(session.transfer(0)?.offset == 0)
    }
}
