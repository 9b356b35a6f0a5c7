import NetTypes

extension EventEncoder {
    /// Writes the members of a `fileinfo` event. The sender of the object is the source.
    func writeFile(_ file: FileRecord, to json: inout JSONLine) {
        writeCommon(
            "fileinfo", at: file.timestamp, frame: file.lastFrame, flow: file.flow, direction: file.direction,
            to: &json)
        if let transaction = file.transaction { json.member("tx_id", transaction) }
        json.object("fileinfo") { json in
            json.member("filename", file.object.name)
            if !file.fileType.isEmpty { json.member("magic", file.fileType) }
            if !file.contentType.isEmpty { json.member("mimetype", file.contentType) }
            json.member("gaps", flag: file.incomplete == .gap)
            json.member("state", file.incomplete == nil ? "CLOSED" : "TRUNCATED")
            if let md5 = file.md5 { json.member("md5", md5.hexadecimal) }
            json.member("sha256", file.sha256.hexadecimal)
            json.member("stored", flag: false)
            json.member("file_id", file.number)
            json.member("size", file.size)
            if let transaction = file.transaction { json.member("tx_id", transaction) }
        }
        json.object("haidang") { json in
            json.member("kind", file.object.kind.rawValue)
            json.member("protocol", file.application.rawValue)
            if let parent = file.parent { json.member("parent", parent) }
            json.member("complete", flag: file.incomplete == nil)
            if let reason = file.incomplete { json.member("reason", reason.rawValue) }
            json.member("scanned", file.object.size)
            json.object("packet") { json in
                json.member("first", file.firstFrame)
                json.member("last", file.lastFrame)
            }
        }
    }
}
