/// The EtherTypes that are followed (IEEE's public registry), and what each leads to.
enum EtherType {
    static let ipv4: UInt16 = 0x0800
    static let arp: UInt16 = 0x0806
    static let transparentBridging: UInt16 = 0x6558
    static let vlan: UInt16 = 0x8100
    static let ppp: UInt16 = 0x880b
    static let ipv6: UInt16 = 0x86dd
    static let mpls: UInt16 = 0x8847
    static let mplsUpstream: UInt16 = 0x8848
    static let pppoeSession: UInt16 = 0x8864
    static let erspan2: UInt16 = 0x88be
    static let providerBridge: UInt16 = 0x88a8
    static let fabricPath: UInt16 = 0x8903
    static let nsh: UInt16 = 0x894f
    static let oldQinQ: UInt16 = 0x9100
    static let erspan3: UInt16 = 0x22eb

    /// The lowest number that is a type; below, the field of an Ethernet frame is a length.
    static let lowest: UInt16 = 0x0600

    /// What comes after a header that names this type.
    static func layer(of type: UInt16) -> Layer {
        switch type {
        case ipv4: .ipv4
        case ipv6: .ipv6
        case vlan, providerBridge, oldQinQ: .vlan
        case mpls, mplsUpstream: .mpls
        case pppoeSession: .pppoe
        case ppp: .ppp
        case fabricPath: .fabricPath
        case nsh: .nsh
        case transparentBridging: .ethernet
        default: .notIP
        }
    }
}
