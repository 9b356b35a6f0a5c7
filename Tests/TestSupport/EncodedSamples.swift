/// Bodies with content encodings, made by the encoders of zlib, brotli and zstd.
public enum EncodedSamples {
    /// What most of them decode to.
    public static let text: [UInt8] = (0..<40).flatMap {
        Array("line \($0) of a body that repeats itself\n".utf8)
    }

    /// `text` as a gzip member.
    public static let gzip = bytes(
        """
        1f8b08000000000002038dd4410e82401044d1bda7e823d8552a729c310e9164224466c3ed0927f0efffeaa5526dfed6b8c6
        324589d7f2dea37f4a8f5f5d6be95bcc7dab6dbab4334a12894426d18d4477123d483490e849a211613272649e083d917a22
        f644ee89e013c927a24f642f642fb677642f642f642f642f642f642f642f646f646f646f7636c8dec8dec8dec8dec8dec8de
        ffec0fd3e0b6a0e6050000
        """)

    /// "short" as a gzip member with every optional part in its header.
    public static let gzipFull = bytes(
        """
        1f8b081e000000000203050065787472616e616d6500636f6d6d656e7400836c2bcec82f2a0100a290288f05000000
        """)

    /// `text` as DEFLATE in a zlib wrapper.
    public static let zlib = bytes(
        """
        78da8dd4410e82401044d1bda7e823d8552a729c310e9164224466c3ed0927f0efffeaa5526dfed6b8c6324589d7f2dea37f
        4a8f5f5d6be95bcc7dab6dbab4334a12894426d18d4477123d483490e849a211613272649e083d917a22f644ee89e013c927
        a24f642f642fb677642f642f642f642f642f642f642f646f646f646f7636c8dec8dec8dec8dec8dec8deffec0ffa56077f
        """)

    /// `text` as DEFLATE alone.
    public static let raw = bytes(
        """
        8dd4410e82401044d1bda7e823d8552a729c310e9164224466c3ed0927f0efffeaa5526dfed6b8c6324589d7f2dea37f4a8f
        5f5d6be95bcc7dab6dbab4334a12894426d18d4477123d483490e849a211613272649e083d917a22f644ee89e013c927a24f
        642f642fb677642f642f642f642f642f642f642f646f646f646f7636c8dec8dec8dec8dec8dec8deffec0f
        """)

    /// `text` as brotli.
    public static let brotli = bytes(
        """
        1be505681c09368e72ab1a3b8f50e92a1e920e30afcf70f1d6200a667389260740878fd2b234a3c4ab4eb10b9ed149e9c09b
        2f84f6622f981c93c5e67071f3f0f2fd099c2eb7c7cbdbc7972f179c2eb7c7cbdbc7972f379c2eb7c7cbdbc7570e
        """)

    /// `text` as a zstd frame.
    public static let zstd = bytes(
        """
        28b52ffd00689503005205111290cf01bf38dc9616fdff669845c281b1cfe8e8984286680ee2e8984286680e7d744c214334
        f3d1cfcdcbc910cda04156ed7bb5894d466f93b3bf4baaa737f970161f0c28a811406bfbdf01e035ab01113404ffff0c41e9
        07a04c868210320118606963bbe3340cf0ed4759b44a35
        """)

    /// `text` as gzip, and that as brotli.
    public static let brotliOfGzip = bytes(
        """
        1ba000f867625cbe711d50b3b725410dec5485939dfe3e8d8a7bd880f34028e6807050bb0a40204a3b02f02c08dc7969c0b5
        e809e6b3f5c907c66d0cbfa44f86eb4da39b33365e919c8ff7c8d37830ffff7a695b6e69bdf90a8d363abb13e3731f630feb
        67f357e6144e52ab997dd669ae2469ecca9e07c70831595e923680d0f4d6d0ffcc6fad61f21e67c4972649932c54a64950a8
        0af56e68455ef017e185a13b280000
        """)

    /// 64 KiB of zeros as a gzip member.
    public static let gzipZeros = bytes(
        """
        1f8b0800000000000203edc101010000008090feafee080a0000000000000000000000000000000000000000000000000000
        000000000000000000000000000000000000000000000000000000000000000000000000006aeb8e97d700000100
        """)

    /// 8 MiB of zeros as brotli.
    public static let brotliZeros = bytes(
        """
        9bffff7ff82700e2b14020f7fe0f
        """)

    /// 4 MiB of zeros as a zstd frame.
    public static let zstdZeros = bytes(
        """
        28b52ffd00684c000008000100fcff3910020200100002001000020010000200100002001000020010000200100002001000
        0200100002001000020010000200100002001000020010000200100002001000020010000200100002001000020010000200
        100002001000020010000200100002001000020010000200100002001000020010000200100003001000
        """)

    /// Bytes written in hexadecimal, over several lines.
    public static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
