import Foundation

/// A file that lists indicators.
struct IndicatorFile: Equatable {
    /// Where it is.
    let path: String
    /// The list's name.
    let list: String

    /// What the bytes of a file are.
    enum Look {
        case lines, columns, json
    }

    /// Extensions of files in a folder that are taken for lists; a file that is named is read whatever it is called.
    private static let extensions: Set = ["txt", "list", "ioc", "csv", "tsv", "json", "stix", "misp"]

    /// The files that paths stand for.
    static func files(_ paths: [String], _ limits: IndicatorLimits) throws(IndicatorError) -> [IndicatorFile]
    {
        var files: [IndicatorFile] = []
        for path in paths {
            switch try type(of: path) {
            case .typeDirectory: files += lists(in: path, atMost: limits.files - files.count)
            case .typeRegular: files.append(IndicatorFile(path: path, list: withoutExtension(name(of: path))))
            default: throw .unreadable(path: path, reason: "it is neither a file nor a folder")
            }
        }
        if files.isEmpty { throw .noList(paths: paths) }
        return files
    }

    private static func type(of path: String) throws(IndicatorError) -> FileAttributeType? {
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard FileManager.default.fileExists(atPath: real) else { throw .missing(path: path) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: real)
        return attributes?[.type] as? FileAttributeType
    }

    private static func lists(in folder: String, atMost limit: Int) -> [IndicatorFile] {
        let names = FileManager.default.enumerator(atPath: folder)?.lazy.compactMap { $0 as? String }
        let lists = (names.map { Array($0.prefix(max(0, limit))) } ?? []).filter { name in
            !name.split(separator: "/").contains { $0.hasPrefix(".") }
                && extensions.contains((name as NSString).pathExtension.lowercased())
        }
        return lists.sorted().compactMap { name in
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            guard (try? type(of: path)) == .typeRegular else { return nil }
            return IndicatorFile(path: path, list: withoutExtension(name))
        }
    }

    private static func name(of path: String) -> String { (path as NSString).lastPathComponent }

    private static func withoutExtension(_ name: String) -> String {
        let short = (name as NSString).deletingPathExtension
        return short.isEmpty ? name : short
    }

    /// The bytes of the file.
    func content(_ limits: IndicatorLimits) throws(IndicatorError) -> [UInt8] {
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let attributes = try? FileManager.default.attributesOfItem(atPath: real.path)
        if let size = attributes?[.size] as? NSNumber, size.intValue > limits.fileBytes {
            throw .tooLarge(path: path, limit: limits.fileBytes)
        }
        do {
            return [UInt8](try Data(contentsOf: real))
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
            let isRefused = cause?.code == .EACCES || !FileManager.default.isReadableFile(atPath: real.path)
            throw .unreadable(
                path: path, reason: isRefused ? "Permission denied" : error.localizedDescription)
        }
    }

    /// Tells by the extension, and where that says nothing by the content, what the bytes are.
    func looks(like bytes: [UInt8], _ limits: IndicatorLimits) -> Look {
        switch (path as NSString).pathExtension.lowercased() {
        case "json", "stix", "misp": return .json
        case "csv", "tsv": return .columns
        default: break
        }
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        if bytes[start...].first == UInt8(ascii: "{") { return .json }
        if bytes[start...].first == UInt8(ascii: "["),
            bytes[start...].dropFirst().first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
        {
            return .json
        }
        return CSVListReader.hasHeader(bytes, limit: limits.lineBytes) ? .columns : .lines
    }
}
