import Testing

@testable import WorkQueue

@Suite("The address of a work list")
struct WorkQueueAddressTests {
    @Test(
        "What an address says is read, and what it leaves out is filled in",
        arguments: [
            ("nats://a", ["nats://a:4222"], "night", "nats://a:4222/night"),
            ("nats://a/", ["nats://a:4222"], "night", "nats://a:4222/night"),
            ("NATS://a:1/x-Y_9", ["nats://a:1"], "x-Y_9", "nats://a:1/x-Y_9"),
            (
                "nats://a:4222,b-c.d:65535,[2001:db8::1]:7/n",
                ["nats://a:4222", "nats://b-c.d:65535", "nats://[2001:db8::1]:7"], "n",
                "nats://a:4222,b-c.d:65535,[2001:db8::1]:7/n"
            ),
            ("tls://[::1]", ["nats://[::1]:4222"], "night", "tls://[::1]:4222/night"),
            ("nats://me:secret@a", ["nats://a:4222"], "night", "nats://…@a:4222/night"),
        ])
    func reads(text: String, servers: [String], name: String, shown: String) throws {
        let address = try WorkQueueAddress(text)
        #expect(address.servers == servers)
        #expect(address.name == name)
        #expect(address.description == shown)
        #expect(address.isSecure == text.hasPrefix("tls"))
    }

    @Test(
        "Who we are may be a user with a password, or a token, with any bytes",
        arguments: [
            ("nats://me:secret@a", "me", "secret"), ("nats://token@a", "token", nil),
            ("nats://m%40e:s%2Fe%3Ac:r@a,b", "m@e", "s/e:c:r"), ("nats://a", nil, nil),
            ("nats://me:p@ss@a", "me", "p@ss"),
        ])
    func credentials(text: String, user: String?, password: String?) throws {
        let address = try WorkQueueAddress(text)
        #expect(address.user == user)
        #expect(address.password == password)
    }

    @Test(
        "What is wrong with an address is said, without its password",
        arguments: [
            ("", "it does not begin with nats:// or tls://"),
            ("http://a", "it does not begin with nats:// or tls://"),
            ("nats://", "a host is missing"), ("nats:///x", "a host is missing"),
            ("nats://a,", "a host is missing"),
            ("nats://me:secret@", "a host is missing"), ("nats://a b", "a host is no name and no address"),
            ("nats://-a", "a host is no name and no address"),
            ("nats://[a]", "a host is no name and no address"),
            ("nats://[::1", "a host is no name and no address"),
            ("nats://a:0", "a port is not a number from 1 to 65535"),
            ("nats://me:secret@a:65536", "a port is not a number from 1 to 65535"),
            ("nats://a:", "a port is not a number from 1 to 65535"),
            ("nats://me:sec/ret@a", "the name of the work list is not 1 to 32 letters, digits, - and _"),
            ("nats://a/x.y", "the name of the work list is not 1 to 32 letters, digits, - and _"),
            ("nats://a/x/y", "the name of the work list is not 1 to 32 letters, digits, - and _"),
            ("nats://a/ngày", "the name of the work list is not 1 to 32 letters, digits, - and _"),
            ("nats://:secret@a", "user or password is empty, or has a % without two hexadecimal digits"),
            ("nats://me:%zz@a", "user or password is empty, or has a % without two hexadecimal digits"),
            ("nats://me:a%00@a", "user or password is empty, or has a % without two hexadecimal digits"),
        ])
    func complains(text: String, reason: String) {
        #expect(throws: WorkQueueError.address(reason: reason)) { try WorkQueueAddress(text) }
    }
}
