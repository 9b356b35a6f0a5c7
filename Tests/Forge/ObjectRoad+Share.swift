import NetTypes
import TestSupport

/// Files on shares, in two pieces each.
extension ObjectRoad {
    func shareWrite(_ content: Content, _ start: Timestamp) -> [Frame] {
        var share = session(start)
        share.open("bieu-mau.com", size: nil)
        // The end first: the file is whole only by its offsets.
        share.write(Array(content.bytes[38...]), at: 38)
        share.write(Array(content.bytes[..<38]), at: 0)
        share.close()
        return share.talk.frames
    }

    func shareRead(_ content: Content, _ start: Timestamp) -> [Frame] {
        var share = session(start)
        share.open("bieu-mau.com", size: content.bytes.count)
        share.read(Array(content.bytes[..<38]), at: 0)
        share.read(Array(content.bytes[38...]), at: 38)
        share.close()
        return share.talk.frames
    }

    private func session(_ start: Timestamp) -> ShareSession {
        var talk = Conversation(client: "198.51.100.39", port, server: "198.51.100.60", 445, start: start)
        talk.handshake()
        var share = ShareSession(talk)
        share.connect(to: #"\\tep.example\chung"#)
        return share
    }

    func remoteWrite(_ content: Content, _ start: Timestamp) -> [Frame] {
        var talk = Conversation(client: "198.51.100.40", port, server: "198.51.100.61", 2049, start: start)
        talk.handshake()
        var remote = RemoteSession(talk)
        remote.create("bieu-mau.com")
        remote.write(Array(content.bytes[..<38]), at: 0)
        remote.write(Array(content.bytes[38...]), at: 38)
        remote.commit()
        remote.talk.close()
        return remote.talk.frames
    }
}
