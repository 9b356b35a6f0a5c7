/// Numbers as people read them.
enum Number {
    /// Digits in groups of three, with the separator of the language.
    static func grouped(_ value: some BinaryInteger, _ language: Language = .current) -> String {
        let digits = String(value)
        let separator: Character = language == .vietnamese ? "." : ","
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3), text.last?.isNumber == true {
                text.append(separator)
            }
            text.append(digit)
        }
        return text
    }

    /// A number of bytes in the largest binary unit that leaves at least one, with one decimal.
    static func bytes(_ value: UInt64, _ language: Language = .current) -> String {
        let units = ["B", "KiB", "MiB", "GiB", "TiB"]
        var unit = 0
        var scale: UInt64 = 1
        while unit + 1 < units.count, value / scale >= 1024 {
            scale *= 1024
            unit += 1
        }
        if unit == 0 { return "\(value) B" }
        let tenths = value / scale * 10 + value % scale * 10 / scale
        return "\(tenths / 10)\(language == .vietnamese ? "," : ".")\(tenths % 10) \(units[unit])"
    }

    /// Bits a second in the largest decimal unit that leaves at least one, with one decimal.
    static func bitRate(_ value: UInt64, _ language: Language = .current) -> String {
        let units = ["b/s", "kb/s", "Mb/s", "Gb/s", "Tb/s"]
        var unit = 0
        var scale: UInt64 = 1
        while unit + 1 < units.count, value / scale >= 1000 {
            scale *= 1000
            unit += 1
        }
        if unit == 0 { return "\(value) b/s" }
        let tenths = value % scale * 10 / scale
        return
            "\(grouped(value / scale, language))\(language == .vietnamese ? "," : ".")\(tenths) \(units[unit])"
    }

    /// A number from its tenths, with one decimal where there is one; as a whole from ten on.
    static func times(_ tenths: UInt64, _ language: Language = .current) -> String {
        if tenths >= 100 || tenths % 10 == 0 { return grouped(tenths / 10, language) }
        return "\(tenths / 10)\(language == .vietnamese ? "," : ".")\(tenths % 10)"
    }
}
