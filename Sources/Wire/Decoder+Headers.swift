import NetTypes

extension Decoder {
    /// The headers of a frame, outermost first, and behind them one place of the kind `rest`.
    ///
    /// They are those that `decode` reads, by the same code, and those of a tunnel that it gave up on too. This is
    /// for rewriting frames and makes an array; where speed counts, decode.
    public func headers(_ bytes: Span<UInt8>, _ header: FrameHeader) -> [HeaderPlace] {
        let captured = bytes.count
        let missing = header.wireLength > captured ? header.wireLength - captured : 0
        var descent = Descent(configuration, end: captured, missing: missing)
        var places: [HeaderPlace] = []
        var layer = Layer.first(of: header.linkType)
        descending: while descent.layersLeft > 0 {
            switch layer {
            case .packet, .notIP, .broken: break descending
            default: break
            }
            descent.layersLeft -= 1
            let start = descent.at
            let end = descent.end
            let kind = HeaderPlace.Kind(layer)
            layer = descent.read(layer, bytes)
            // A packet that is announced as one version and begins like the other is read again, as what it is.
            if kind == .ipv4 || kind == .ipv6, descent.at == start {
                switch layer {
                case .ipv4, .ipv6: continue
                default: break
                }
            }
            places.append(HeaderPlace(kind: kind, start: start, next: descent.at, end: end))
        }
        places.append(
            HeaderPlace(kind: .rest, start: descent.at, next: descent.at, end: descent.end))
        return places
    }
}
