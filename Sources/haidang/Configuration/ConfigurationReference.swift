/// The documentation of the configuration file, made from the table of keys (`docs/CONFIGURATION.md`).
enum ConfigurationReference {
    /// The whole page. It speaks both languages, since it is one file for everybody.
    static var page: String {
        var text = """
            # Cấu hình · Configuration

            <!-- Generated from the table of keys by `haidang doctor --configuration-reference`. Do not edit. -->

            Một tệp YAML, đưa vào bằng `--config FILE`. Mọi khóa đều tùy chọn; tùy chọn dòng lệnh thắng khóa tương ứng.
            Khóa không tồn tại, sai kiểu hoặc ngoài khoảng cho phép là lỗi, có nêu dòng và khóa gần đúng nhất.

            One YAML file, given with `--config FILE`. All keys are optional; a command-line option overrides its key. A key that
            does not exist, a value of the wrong kind or out of range is an error that names the line and the nearest known key.

            Sizes are bytes and may be written with a unit: `64 MiB`. Times are seconds, and mean time of the capture, not of the
            clock (except `scan.timeout`).

            Mặc định, viết đầy đủ · The defaults, written out:

            ```yaml

            """
        text += example + "```\n"
        for section in sections {
            text += "\n## \(section.isEmpty ? "Chung · General" : "`\(section)`")\n\n"
            text +=
                "| khóa · key | giá trị · value | mặc định · default | nghĩa · meaning |\n|---|---|---|---|\n"
            for key in ConfigurationKeys.all where Self.section(of: key) == section { text += row(key) }
        }
        return text
    }

    /// The defaults as a configuration file, which reads back as the defaults.
    static var example: String {
        let defaults = Settings()
        var text = ""
        var open: [String] = []
        for key in ConfigurationKeys.all {
            let parts = key.path.split(separator: ".").map(String.init)
            let folders = Array(parts.dropLast())
            let common = zip(open, folders).prefix { $0 == $1 }.count
            for depth in folders.indices.dropFirst(common) { text += indent(depth) + folders[depth] + ":\n" }
            open = folders
            let value = key.get(defaults).yaml
            let unset = value == "\"\"" || value.isEmpty
            text += indent(folders.count) + (unset ? "# " : "") + parts[parts.count - 1] + ":"
            text += (unset ? "" : " " + value) + "\n"
        }
        return text
    }

    private static func indent(_ depth: Int) -> String {
        String(repeating: "  ", count: depth)
    }

    private static var sections: [String] {
        var seen: [String] = []
        for key in ConfigurationKeys.all where !seen.contains(section(of: key)) {
            seen.append(section(of: key))
        }
        return seen
    }

    private static func section(of key: ConfigurationKey) -> String {
        key.path.split(separator: ".").dropLast().joined(separator: ".")
    }

    private static func row(_ key: ConfigurationKey) -> String {
        let value = key.get(Settings()).yaml
        let shown = value.isEmpty || value == "\"\"" ? "–" : "`\(value)`\(scale(key))"
        return "| `\(key.path)` | \(range(key.kind)) | \(shown) | \(key.vietnamese)<br>\(key.english) |\n"
    }

    /// A size in a unit that people read, behind its number.
    private static func scale(_ key: ConfigurationKey) -> String {
        guard case .number(_, .bytes) = key.kind, case .number(let number) = key.get(Settings()),
            number >= 1024
        else { return "" }
        return " (\(Number.bytes(UInt64(number), .english)))"
    }

    private static func range(_ kind: ConfigurationKind) -> String {
        switch kind {
        case .number(let range, .count): "\(range.lowerBound) – \(range.upperBound)"
        case .number(let range, .bytes): "byte, \(range.lowerBound) – \(range.upperBound)"
        case .number(let range, .seconds): "giây · seconds, \(range.lowerBound) – \(range.upperBound)"
        case .boolean: "`true`, `false`"
        case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .text: "chuỗi · text"
        case .texts: "chuỗi hoặc danh sách · text or list"
        case .networks: "mạng: chính sách · network: policy"
        }
    }
}
