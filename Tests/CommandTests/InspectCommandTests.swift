import Foundation
import Testing

@Suite("haidang inspect")
struct InspectCommandTests {
    @Test(
        "Streams in CSV: each direction that carried payload, with the digest of its bytes and what never came"
    )
    func streams() throws {
        let scene = try Scene.ready()
        try scene.write("gap.pcap", Scene.gappySavefile)
        let outcome = try scene.run("inspect", "streams", "--csv", "hit.pcap", "gap.pcap")
        #expect(outcome.code == 0)
        #expect(
            outcome.lines == [
                "file,stream,src,sport,dst,dport,bytes,sha256,gaps",
                "hit.pcap,0,198.51.100.7,40000,203.0.113.9,80,24,"
                    + "1b0f55c50ac5262cfe916bf162716eef99dde0a377af6fed7d48d04f5ba6bd01,0",
                "hit.pcap,0,203.0.113.9,80,198.51.100.7,40000,10,"
                    + "53501f58f1926163efc53f16b4bfd829bc7662de7454f97568b22e294298ea8f,0",
                "gap.pcap,0,2001:db8::7,40000,2001:db8::9,443,10,"
                    + "936a185caaa266bb9cbe981e9e05cb78cd732b0b3280eb944412bb6f8f8f07af,5",
            ])
    }

    @Test("Flows in CSV, in order of their first frame, lower-case protocols, with Community ID")
    func flows() throws {
        let scene = try Scene.ready()
        try scene.write("gap.pcap", Scene.gappySavefile)
        let outcome = try scene.run("inspect", "flows", "--csv", "gap.pcap")
        #expect(outcome.code == 0)
        #expect(
            outcome.lines[0] == "file,proto,src,sport,dst,dport,packets_to_server,packets_to_client,"
                + "bytes_to_server,bytes_to_client,community_id,app")
        #expect(outcome.lines.count == 3)
        #expect(outcome.lines[1].hasPrefix("gap.pcap,tcp,2001:db8::7,40000,2001:db8::9,443,"))
        #expect(outcome.lines[2].hasPrefix("gap.pcap,udp,198.51.100.7,5353,203.0.113.53,53,1,0,46,0,1:"))
        #expect(outcome.lines[2].hasSuffix("=,"))
    }

    @Test("Packets in CSV, bytes as they were on the wire even where the capture cut them")
    func packets() throws {
        let scene = try Scene.ready()
        try scene.write("snapped.pcap", Scene.snappedSavefile)
        let whole = try scene.run("inspect", "packets", "--csv", "quiet.pcap")
        #expect(whole.code == 0)
        #expect(whole.lines[0] == "file,packets,bytes,decoded,anomalies")
        #expect(whole.lines[1].hasPrefix("quiet.pcap,"))
        #expect(whole.lines[1].hasSuffix(",0"))
        let snapped = try scene.run("inspect", "packets", "--csv", "snapped.pcap")
        #expect(snapped.code == 0, "only a damaged file makes it 3")
        let bytes = try #require(Int(snapped.lines[1].split(separator: ",")[2]))
        #expect(bytes > 500)
    }

    @Test(
        "--json gives the columns as members, numbers as numbers", arguments: ["streams", "flows", "packets"])
    func json(view: String) throws {
        let scene = try Scene.ready()
        let csv = try scene.run("inspect", view, "--csv", "hit.pcap").lines
        let json = try scene.run("inspect", view, "--json", "hit.pcap").lines
        #expect(json.count == csv.count - 1)
        let columns = csv[0].split(separator: ",").map(String.init)
        for (line, row) in zip(json, csv.dropFirst()) {
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(object.keys.sorted() == columns.sorted())
            let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            for (column, field) in zip(columns, fields) {
                let value = object[column]
                #expect((value as? String) ?? (value as? Int).map(String.init) == field, "\(column)")
            }
        }
    }

    @Test("Without a format it is a table under headings in the language of the person")
    func table() throws {
        let scene = try Scene.ready()
        let outcome = try scene.run("inspect", "packets", "hit.pcap", "--lang", "vi")
        #expect(outcome.lines[0].hasPrefix("Tệp"))
        #expect(outcome.lines[1].hasPrefix("hit.pcap"))
    }

    @Test(
        "A field with a comma, a quote or a line break is quoted (RFC 4180), and the file is as it was given")
    func quoting() throws {
        let scene = try Scene.ready()
        let name = "one, \"two\"\nthree.pcap"
        try scene.write(name, Scene.savefile(saying: "x"))
        let outcome = try scene.run("inspect", "packets", "--csv", name)
        #expect(outcome.output.contains("\n\"one, \"\"two\"\"\nthree.pcap\","))
    }

    @Test("A damaged savefile gives the rows of its whole frames, a warning, and exit code 3")
    func damaged() throws {
        let scene = try Scene.ready()
        try scene.write("cut.pcap", Scene.savefile(saying: "x").dropLast(3))
        let outcome = try scene.run("inspect", "packets", "--csv", "cut.pcap", "hit.pcap")
        #expect(outcome.code == 3)
        #expect(outcome.lines.count == 3)
        #expect(outcome.messages.contains("cut.pcap: read in part, after frame "))
    }
}
