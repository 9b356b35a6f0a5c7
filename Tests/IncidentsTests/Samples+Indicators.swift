import NetTypes

extension Samples {
    /// An object that a list names, with everything that can be said of it.
    static var sighting: Detection {
        var detail = IndicatorDetail()
        (detail.severity, detail.category, detail.comment) = (1, "malware", "Dropper, tuần 47")
        (detail.source, detail.tlp, detail.confidence) = ("https://example.org/feed", "amber", 85)
        detail.validUntil = Timestamp(seconds: 1_798_675_200, nanoseconds: 0)
        var context = flow()
        context.application = .http
        let digest = [UInt8](repeating: 0xab, count: 32)
        let indicator = IndicatorSighting(
            kind: .sha256, value: digest.hexadecimal, list: IndicatorList(name: "feeds/bad", sha256: "cd34"),
            place: .fileSHA256, seen: digest.hexadecimal, detail: detail)
        return Detection(
            rule: indicator.identity, flow: context, direction: .toClient, timestamp: time,
            object: ScannedObject(
                kind: .httpBody, name: "/a.exe", size: 300, sha256: digest, complete: true),
            strings: [], firstFrame: 6, lastFrame: 7, indicator: indicator)
    }

    /// A name below one that a list has, in a handshake.
    static var namedServer: Detection {
        var context = flow(server: ("198.51.100.7", 443))
        context.application = .tls
        let indicator = IndicatorSighting(
            kind: .domain, value: "*.evil.example", list: IndicatorList(name: "names", sha256: "ef56"),
            place: .tlsName, seen: "cdn.evil.example", detail: IndicatorDetail())
        return Detection(
            rule: indicator.identity, flow: context, direction: .toServer, timestamp: time,
            object: ScannedObject(kind: .stream, size: 0, sha256: nil, complete: true), strings: [],
            firstFrame: 7, lastFrame: 7, indicator: indicator)
    }
}
