extension TLSBytes {
    /// A node of DER.
    public static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let width = content.count < 0x80 ? 0 : content.count < 0x100 ? 1 : content.count < 0x1_0000 ? 2 : 3
        let length =
            width == 0 ? [UInt8(content.count)] : [0x80 | UInt8(width)] + number(content.count, width)
        return [tag] + length + content
    }

    /// A name of attributes: the last byte of their type in X.520, a string tag and bytes.
    public static func name(_ attributes: [(UInt8, UInt8, [UInt8])]) -> [UInt8] {
        der(0x30, attributes.flatMap { der(0x31, der(0x30, der(6, [0x55, 4, $0.0]) + der($0.1, $0.2))) })
    }

    /// A name with the country VN and a common name.
    public static func common(_ text: String) -> [UInt8] {
        name([(6, 0x13, Array("VN".utf8)), (3, 0x0c, Array(text.utf8))])
    }

    /// A certificate with alternative names, each a tag and bytes.
    public static func certificate(
        subject: [UInt8] = common("server"), issuer: [UInt8] = common("authority"),
        names: [(UInt8, [UInt8])] = [],
        from: [UInt8] = der(0x17, Array("200101000000Z".utf8)),
        to: [UInt8] = der(0x18, Array("20510203040506Z".utf8)), padding: Int = 0
    ) -> [UInt8] {
        let algorithm = der(0x30, der(6, [0x2a, 3]))
        let list = der(0x30, names.flatMap { der($0.0, $0.1) })
        let extensions =
            der(0x30, der(6, [0x55, 0x1d, 0x13]) + der(4, [UInt8](repeating: 0, count: padding)))
            + der(0x30, der(6, [0x55, 0x1d, 0x11]) + der(1, [0xff]) + der(4, list))
        let start = der(0xa0, der(2, [2])) + der(2, [0x00, 0xab, 0x12]) + algorithm + issuer
        let rest = der(0x30, from + to) + subject + der(0x30, algorithm + der(3, [0, 1, 2]))
        let body = start + rest + der(0xa3, der(0x30, extensions))
        return der(0x30, der(0x30, body) + algorithm + der(3, [0, 9]))
    }
}
