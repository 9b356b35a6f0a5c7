import Foundation
import Incidents
import NetTypes

/// What the leader of a work list writes for whoever scans a unit: which files, as it sees them, and with what.
struct WorkOrder: Codable {
    /// The form of this order: others are refused.
    var version = Self.version
    /// What the result rests on: a machine with other rules or options must not scan it.
    var ruleSet: [UInt8]
    var engine: String
    var options: [UInt8]
    /// The name of the sensor, for events.
    var host: String
    /// The files.
    var files: [File]
    /// The file before the first.
    var leadIn: File?
    /// The place of a number that goes up by one from file to file.
    var counter: Int?
    /// In a hunt the digests of what is new; nil where everything is looked for.
    var wanted: [[UInt8]]?

    /// A file as the leader sees it.
    struct File: Codable {
        var path: String
        var size: UInt64
        var start: Timestamp?
        var numbers: [UInt64]
        /// True where the digest of its bytes is wanted with the result.
        var needsDigest: Bool

        /// A file of a unit.
        init(_ file: ScanUnit.File) {
            (path, size, start, numbers) = (file.path, file.size, file.start, file.numbers)
            needsDigest = file.entry.map { $0.content == nil } ?? false
        }

        /// The file as this machine sees it; nil where it is not the same by its size.
        var here: ScanUnit.File? {
            let found = LedgerFile(at: LedgerPath(path))
            guard found?.identity.size == size else { return nil }
            return ScanUnit.File(
                path: path, entry: needsDigest ? found : nil, size: size, isRegular: true, start: start,
                numbers: numbers)
        }
    }

    /// The form that this program writes.
    static let version = 1

    /// The order for a unit.
    init(_ unit: ScanUnit, _ basis: LedgerBasis, host: String, wanted: [[UInt8]]?) {
        (ruleSet, engine, options) = (basis.ruleSet, basis.engine, basis.options)
        self.host = host
        files = unit.files.map { File($0) }
        leadIn = unit.leadIn.map { File($0) }
        counter = unit.counter
        self.wanted = wanted
    }

    /// An order from its bytes; nil where they are none of this form.
    init?(_ bytes: [UInt8]) {
        guard let order = try? JSONDecoder().decode(WorkOrder.self, from: Data(bytes)),
            order.version == Self.version, !order.files.isEmpty
        else { return nil }
        self = order
    }

    /// Its bytes.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { Array($0) } ?? []
    }

    /// Whether a machine with a basis may scan it.
    func isFor(_ basis: LedgerBasis) -> Bool {
        basis == LedgerBasis(ruleSet: ruleSet, engine: engine, options: options)
    }

    /// The unit as this machine sees it; nil where some file is not the same here.
    var unit: ScanUnit? {
        let files = files.compactMap(\.here)
        guard files.count == self.files.count else { return nil }
        return ScanUnit(
            files: files, leadIn: leadIn?.here, work: wanted == nil ? .scan : .hunt(ruleSet: []),
            counter: counter)
    }

    /// The name of the work in the list: the same order has the same, whoever writes it and when.
    var id: String { String(Digest.of(bytes.span).hexadecimal.prefix(40)) }
}
