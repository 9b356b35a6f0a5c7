import NetTypes

/// One metric: its name, what it counts, and how its samples come out of the counters of a live run.
struct Metric: Sendable {
    /// Its name, with the unit, and `_total` for a counter.
    let name: String
    /// What kind of number it is.
    let kind: Kind
    /// What it says, on one line.
    let help: String
    /// The names of its labels.
    let labels: [String]
    /// Its samples: the value of each label in the order of `labels`, and the number.
    let samples: @Sendable (LiveStatistics) -> [Sample]

    /// The kinds of the text format that occur here.
    enum Kind: String, Sendable {
        /// It only grows, from 0 at the start of the process.
        case counter
        /// It goes up and down.
        case gauge
    }

    /// One number.
    struct Sample: Sendable {
        /// The values of the labels.
        let labels: [String]
        /// The number.
        let value: UInt64
    }
}

extension Metric {
    /// A counter without labels.
    static func counter(
        _ name: String, _ help: String, _ value: @escaping @Sendable (LiveStatistics) -> UInt64
    )
        -> Metric
    {
        Metric(name: name, kind: .counter, help: help, labels: []) { [Sample(labels: [], value: value($0))] }
    }

    /// A gauge without labels.
    static func gauge(_ name: String, _ help: String, _ value: @escaping @Sendable (LiveStatistics) -> UInt64)
        -> Metric
    {
        Metric(name: name, kind: .gauge, help: help, labels: []) { [Sample(labels: [], value: value($0))] }
    }

    /// A counter with one label, and the values it has.
    static func counter(
        _ name: String, by label: String, _ help: String,
        _ values: @escaping @Sendable (LiveStatistics) -> [(String, UInt64)]
    ) -> Metric {
        Metric(name: name, kind: .counter, help: help, labels: [label]) {
            values($0).map { Sample(labels: [$0.0], value: $0.1) }
        }
    }

    /// A number of each interface.
    static func interface(
        _ name: String, kind: Kind = .counter, _ help: String,
        _ value: @escaping @Sendable (InterfaceStatistics) -> UInt64
    ) -> Metric {
        Metric(name: name, kind: kind, help: help, labels: ["interface"]) { all in
            all.interfaces.map { Sample(labels: [$0.name], value: value($0)) }
        }
    }

    /// A number of each ring.
    static func ring(
        _ name: String, kind: Kind = .counter, _ help: String,
        _ value: @escaping @Sendable (RingStatistics) -> UInt64
    ) -> Metric {
        Metric(name: name, kind: kind, help: help, labels: ["interface", "worker"]) { all in
            all.rings.map { Sample(labels: labels(of: $0, all), value: value($0)) }
        }
    }

    /// The name of the interface that feeds a ring, or its position, and the worker that empties it.
    static func labels(of ring: RingStatistics, _ all: LiveStatistics) -> [String] {
        let isKnown = all.interfaces.indices.contains(ring.interface)
        return [isKnown ? all.interfaces[ring.interface].name : String(ring.interface), String(ring.worker)]
    }

    /// A number of the recording; without one there is no sample.
    static func recording(
        _ name: String, kind: Kind = .counter, _ help: String,
        _ value: @escaping @Sendable (RecordingStatistics) -> UInt64
    ) -> Metric {
        Metric(name: name, kind: kind, help: help, labels: []) { all in
            all.recording.map { [Sample(labels: [], value: value($0))] } ?? []
        }
    }
}
