/// UDP ports that may carry a tunnel.
enum TunnelPort {
    static let gtp: UInt16 = 2152
    static let teredo: UInt16 = 3544
    static let vxlan: UInt16 = 4789
    static let vxlanGPE: UInt16 = 4790
    static let geneve: UInt16 = 6081
    /// What Linux used for VXLAN before the number was assigned, and still does by default.
    static let linuxVXLAN: UInt16 = 8472
}
