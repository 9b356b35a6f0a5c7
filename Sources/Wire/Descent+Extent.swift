import NetTypes

extension Descent {
    /// True when `count` more bytes were captured.
    @inline(__always)
    func holds(_ count: Int) -> Bool {
        end - at >= count
    }

    /// The end of the descent when a header is not all there.
    func cut(_ anomaly: Anomaly = .truncatedHeader) -> Layer {
        .broken(missing > 0 ? .snapped : anomaly)
    }

    /// Bounds the layer to `length` bytes from `at`, which also takes off padding. False, and nothing is
    /// bounded, when that is more than there was on the wire.
    mutating func narrow(to length: Int) -> Bool {
        let captured = end - at
        if length <= captured {
            end = at + length
            missing = 0
        } else if length - captured <= missing {
            missing = length - captured
        } else {
            return false
        }
        return true
    }

    /// Makes the bytes from `at` on the payload of the packet.
    mutating func setPayload() {
        packet.payload = at..<end
        packet.missingPayload = missing
    }

    /// Goes into a tunnel whose carrier is complete as `packet`, or stays outside when that is too deep.
    mutating func enter(_ layer: Layer) -> Layer {
        guard Int(packet.tunnelDepth) < limits.tunnelDepth else {
            packet.anomalies.insert(.tooDeep)
            return .packet
        }
        carrier = packet
        isInTunnel = true
        packet.tunnelDepth += 1
        return layer
    }

    /// The carrier of a tunnel whose header does not parse.
    mutating func stayOutside() -> Layer {
        packet.anomalies.insert(missing > 0 ? .snapped : .tunnelHeader)
        return .packet
    }

    /// Starts anew, and forgets what the carrier's transport said, before an IP packet inside it is read.
    mutating func beginNetworkHeader() {
        networkStart = at
        extensions = ExtensionHeaders()
        isWhole = true
        guard isInTunnel else { return }
        packet.sourcePort = 0
        packet.destinationPort = 0
        packet.isOneWay = false
        packet.tcp = nil
        packet.checksum = .unchecked
    }
}
