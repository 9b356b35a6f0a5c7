import NetTypes
import Testing

@testable import Incidents

/// Configurations of sinks, and what is wrong with them.
@Suite struct SinkConfigurationTests {
    private func key(_ kind: SinkConfiguration.Kind, name: String = "a") -> String? {
        do throws(SinkConfigurationError) {
            try SinkConfiguration(name: name, kind: kind).validate()
            return nil
        } catch {
            return error.key
        }
    }

    @Test(arguments: [
        "https://soc.example/hook", "https://soc.example:8443", "http://127.0.0.1:80/a?b=c",
        "http://[::1]:9/",
        "http://localhost/", "HTTPS://[2001:db8::1]/x",
    ])
    func `addresses of webhooks that are taken`(url: String) {
        #expect(key(.webhook(.init(url: url))) == nil)
    }

    @Test(arguments: [
        "", "soc.example", "ftp://soc.example", "http://soc.example/", "http://127.0.0.1.example/",
        "https://user@soc.example/", "http://127.0.0.1#@soc.example/", #"http://127.0.0.1\@soc.example/"#,
        "https://", "https:///x", "https://a:0/", "https://a:99999/", "https://a b/", "https://a\n/",
        "https://[a]/",
        "http://127.0.0.1@soc.example/", "https://é.example/", "http://128.0.0.1/",
    ])
    func `addresses of webhooks that are not`(url: String) {
        #expect(key(.webhook(.init(url: url))) == "url")
    }

    @Test func `each key is named`() {
        var syslog = SyslogConfiguration(transport: .udp, host: "log.example")
        #expect(key(.syslog(syslog)) == nil && syslog.port == 514 && syslog.mostBytes == 2048)
        syslog.port = 0
        #expect(key(.syslog(syslog)) == "port")
        (syslog.port, syslog.mostBytes) = (1, 1023)
        #expect(key(.syslog(syslog)) == "limit")
        (syslog.mostBytes, syslog.facility) = (1024, 24)
        #expect(key(.syslog(syslog)) == "facility")
        (syslog.facility, syslog.tls.authorities) = (0, "ca.pem")
        #expect(key(.syslog(syslog)) == "ca-file")
        syslog.transport = .tls
        #expect(key(.syslog(syslog)) == nil)
        syslog.tls.key = "key.pem"
        #expect(key(.syslog(syslog)) == "key")
        #expect(key(.syslog(.init(transport: .tls, host: "a b"))) == "host")
        #expect(key(.file(path: "")) == "path" && key(.file(path: "a\0b")) == "path")
        #expect(key(.file(path: "a"), name: "Ä") == "id" && key(.file(path: "a"), name: "") == "id")
    }

    @Test func `mail needs one carrier and addresses that are some`() {
        var mail = MailConfiguration(from: "haidang@so.example", to: ["truc@so.example"])
        #expect(key(.mail(mail)) == "server")
        mail.server = "smtp://mail.example:587"
        #expect(key(.mail(mail)) == nil)
        mail.program = "/usr/sbin/sendmail"
        #expect(key(.mail(mail)) == "sendmail")
        mail.server = ""
        #expect(key(.mail(mail)) == nil)
        mail.user = "u"
        #expect(key(.mail(mail)) == "user")
        (mail.user, mail.program, mail.server) = ("u", "", "smtps://mail.example")
        #expect(key(.mail(mail)) == "user")
        mail.passwordFile = "p"
        #expect(key(.mail(mail)) == nil)
        for address in ["a@b\r\nBcc: c@d", "a b@c", "@b", "a@", "a@b@c", "-a@b", "a@b>", "\"a\"@b"] {
            mail.to = ["truc@so.example", address]
            #expect(key(.mail(mail)) == "to")
        }
    }

    @Test func `a filter takes what it names`() {
        var filter = SinkFilter()
        let event = Samples.event(1)
        #expect(filter.wants(event))
        filter.severity = 1
        #expect(!filter.wants(event))
        (filter.severity, filter.types) = (2, ["incident"])
        #expect(!filter.wants(event))
        (filter.types, filter.units) = (["alert"], ["khac"])
        #expect(!filter.wants(event))
        (filter.units, filter.categories) = (["so-y-te"], [.recon])
        #expect(!filter.wants(event))
        filter.categories = [.recon, .intrusion]
        #expect(filter.wants(event))
        #expect(
            SinkConfiguration(name: "m", kind: .mail(.init(from: "", to: []))).filter.types == ["incident"])
    }

    @Test func `secrets that others can read are known`() throws {
        let folder = try SinkFolder()
        #expect(SecretFile.isOpenToOthers(try folder.write("a", "s", mode: 0o644)))
        #expect(!SecretFile.isOpenToOthers(try folder.write("b", "s", mode: 0o640)))
        #expect(SecretFile.read(try folder.write("c", "mật khẩu\r\n\n")) == Array("mật khẩu".utf8))
        #expect(SecretFile.read(try folder.write("d", "\n")) == nil)
        #expect(SecretFile.read(try folder.write("e", String(repeating: "a", count: 5000))) == nil)
        #expect(SecretFile.read(folder.path + "/nothing") == nil)
    }

    @Test func `tries grow apart within bounds`() {
        let pacing = SinkPacing()
        #expect(
            (1...12).map { pacing.delay(failures: $0, chance: 0, asked: nil) }
                == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
        #expect(pacing.delay(failures: 4, chance: 1, asked: nil) == 4)
        #expect(pacing.delay(failures: .max, chance: 0, asked: nil) == 300)
        #expect(pacing.delay(failures: 1, chance: 1, asked: 7) == 7)
        #expect(pacing.delay(failures: 1, chance: 1, asked: 0) == 1)
        #expect(pacing.delay(failures: 1, chance: 1, asked: .max) == 300)
    }
}
