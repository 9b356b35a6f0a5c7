import NetTypes

/// Takes indicators out of one file after the other, and keeps account of what became of them.
struct IndicatorIntake {
    let limits: IndicatorLimits
    /// What became of each file, the last one under way.
    private(set) var reports: [IndicatorFileReport] = []
    private var builder = IndicatorSetBuilder()

    /// Bytes of a value that a problem quotes.
    private static let excerpt = 64

    init(_ limits: IndicatorLimits) { self.limits = limits }

    /// Another file begins.
    mutating func begin(_ report: IndicatorFileReport, sha256: String) {
        reports.append(report)
        if !builder.begin(IndicatorList(name: report.list, sha256: sha256)) {
            refuse(.tooMany(limit: IndicatorSetBuilder.mostLists), line: 0)
        }
    }

    /// Takes a value of a type, or of what it looks like.
    mutating func take(
        _ value: ArraySlice<UInt8>, type: IndicatorType? = nil, _ detail: IndicatorDetail, line: Int
    ) {
        let parsed = type.map { IndicatorForm.parse(value, as: $0) } ?? IndicatorForm.guess(value)
        switch parsed {
        case nil:
            refuse(type == nil ? .unknownForm(Self.excerpt(value)) : Self.notOf(type, value), line: line)
        case .unsupported(let name): refuse(.unsupported(type: name), line: line)
        case .key(let kind, let key): settle(hasRoom && builder.add(kind, key[...], detail), line)
        case .network(let network): settle(hasRoom && builder.add(network, detail), line)
        }
    }

    private var hasRoom: Bool { builder.count < limits.entries }

    private mutating func settle(_ isTaken: Bool, _ line: Int) {
        if isTaken {
            reports[reports.count - 1].taken += 1
        } else {
            refuse(.tooMany(limit: limits.entries), line: line)
        }
    }

    private static func notOf(
        _ type: IndicatorType?, _ value: ArraySlice<UInt8>
    ) -> IndicatorProblem.Reason {
        switch type {
        case .kind(let kind): .notOfType(type: kind.name, excerpt(value))
        case .addressOrNetwork: .notOfType(type: IndicatorKind.address.name, excerpt(value))
        case .part(_, let inner): notOf(inner, value)
        case .unsupported, nil: .unknownForm(excerpt(value))
        }
    }

    /// Counts what is left out, and keeps the first of them.
    mutating func refuse(_ reason: IndicatorProblem.Reason, line: Int) {
        let problem = IndicatorProblem(file: reports[reports.count - 1].path, line: line, reason: reason)
        if problem.isUnsupported {
            reports[reports.count - 1].unsupported += 1
        } else {
            reports[reports.count - 1].junk += 1
        }
        if reports[reports.count - 1].problems.count < limits.problems {
            reports[reports.count - 1].problems.append(problem)
        }
    }

    /// Counts one that the list itself keeps out of detection.
    mutating func withhold() { reports[reports.count - 1].withheld += 1 }

    static func excerpt(_ value: ArraySlice<UInt8>) -> String {
        String(decoding: value.prefix(excerpt), as: UTF8.self)
    }

    /// The set of all that was taken.
    consuming func finish() -> IndicatorLoad {
        IndicatorLoad(set: builder.finish(), files: reports)
    }
}
