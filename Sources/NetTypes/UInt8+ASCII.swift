extension UInt8 {
    /// A letter of ASCII in lower case; any other byte as it is.
    public var asciiLowercased: UInt8 {
        (0x41...0x5a).contains(self) ? self | 0x20 : self
    }
}
