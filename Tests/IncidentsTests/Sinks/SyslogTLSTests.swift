import Foundation
import NetTypes
import Testing

@testable import Incidents

/// Syslog over TLS (RFC 5425), received by a real rsyslogd.
@Suite struct SyslogTLSTests {
    /// Makes an authority, and with it a certificate for `localhost`, or one for a client.
    private func makeCertificates(_ folder: SinkFolder) throws {
        for authority in ["ca", "other"] {
            try folder.run(
                "/usr/bin/openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                    "2",
                    "-subj", "/CN=\(authority)", "-keyout", "\(authority).key", "-out", "\(authority).pem",
                ])
        }
        try folder.write("san", "subjectAltName=DNS:localhost,DNS:client.example\n")
        for name in ["server", "client"] {
            try folder.run(
                "/usr/bin/openssl",
                [
                    "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                    "/CN=\(name)",
                    "-keyout", "\(name).key", "-out", "\(name).csr",
                ])
            try folder.run(
                "/usr/bin/openssl",
                [
                    "x509", "-req", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key",
                    "-CAcreateserial",
                    "-days", "2", "-extfile", "san", "-out", "\(name).pem",
                ])
        }
    }

    /// A port of loopback that was free a moment ago.
    private func freePort() throws -> Int {
        let server = try TestServer { _, _ in }
        defer { server.stop() }
        return server.port
    }

    private func configuration(_ port: Int, _ folder: SinkFolder) -> SyslogConfiguration {
        var syslog = SyslogConfiguration(transport: .tls, host: "localhost")
        syslog.port = port
        syslog.tls.authorities = folder.path + "/ca.pem"
        (syslog.tls.certificate, syslog.tls.key) = (folder.path + "/client.pem", folder.path + "/client.key")
        return syslog
    }

    private func runner(_ syslog: SyslogConfiguration, _ outbox: MemoryOutbox) -> SinkRunner {
        SinkRunner(
            SinkConfiguration(name: "tls", kind: .syslog(syslog)), outbox: outbox,
            context: Samples.sinkContext, pacing: Samples.quick)
    }

    private func lines(_ folder: SinkFolder) -> [String] {
        folder.text("received").split(separator: "\n").map(String.init)
    }

    @Test func `rsyslogd receives over TLS what was sent, and again after it was away`() throws {
        let folder = try SinkFolder()
        try makeCertificates(folder)
        let port = try freePort()
        let daemon = try RsyslogDaemon(folder, port: port)
        let hostile = #"{"number":101,"name":"é\u001b[2J | = ]]> \u2028 %0a <script>"}"#
        var events = Samples.events(1...100) + [Samples.event(101, line: hostile)]
        events.append(Samples.event(102, line: Samples.alertLine))
        let outbox = MemoryOutbox(events)
        let syslog = configuration(port, folder)
        let runner = runner(syslog, outbox)
        runner.start()
        let isThere = Samples.eventually { lines(folder).count == 102 }
        #expect(isThere, "\(daemon.output)")
        #expect(lines(folder) == events.map(\.line))
        daemon.stop()
        outbox.append(Samples.events(103...110))
        let isNoticed = Samples.eventually { !runner.status.isConnected }
        let again = try RsyslogDaemon(folder, port: port)
        defer { again.stop() }
        let isBack = Samples.eventually { lines(folder).contains(Samples.event(110).line) }
        #expect(isNoticed && isBack && runner.stop(within: 10), "\(again.output)")
        #expect(lines(folder).suffix(8) == Samples.events(103...110).map(\.line))
        #expect(outbox.place(of: "tls") == 110)
    }

    @Test func `a receiver whose certificate or name is another's gets nothing`() throws {
        let folder = try SinkFolder()
        try makeCertificates(folder)
        let port = try freePort()
        let daemon = try RsyslogDaemon(folder, port: port)
        defer { daemon.stop() }
        var wrongAuthority = configuration(port, folder)
        wrongAuthority.tls.authorities = folder.path + "/other.pem"
        var wrongName = configuration(port, folder)
        wrongName.host = "127.0.0.1"
        var noFile = configuration(port, folder)
        noFile.tls.authorities = folder.path + "/nothing.pem"
        for (syslog, word) in [(wrongAuthority, "certificate"), (wrongName, "name"), (noFile, "nothing.pem")]
        {
            let outbox = MemoryOutbox(Samples.events(1...3))
            let runner = runner(syslog, outbox)
            runner.start()
            let isTried = Samples.eventually { runner.status.retries > 1 }
            #expect(isTried && runner.stop(within: 20))
            #expect(outbox.place(of: "tls") == 0)
            #expect(runner.status.lastError?.contains(word) == true, "\(runner.status.lastError ?? "")")
        }
        #expect(lines(folder).isEmpty)
    }
}
