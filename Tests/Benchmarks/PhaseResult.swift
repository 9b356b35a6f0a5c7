import Foundation

/// What a phase did and what it cost. It travels from the measured process to the measuring one as a line of
/// `name=value` pairs.
struct PhaseResult {
    var packets: UInt64 = 0
    /// Captured bytes of all frames.
    var bytes: UInt64 = 0
    /// Bytes of payload: decoded, or delivered in order.
    var payload: UInt64 = 0
    var flows: UInt64 = 0
    var detections: UInt64 = 0
    /// Objects that began.
    var objects: UInt64 = 0
    /// The most bytes kept of objects, and of streams that wait to be scanned, at one time.
    var peakObjects: UInt64 = 0
    var peakStreams: UInt64 = 0
    /// The most memory that the process had at one time, in bytes.
    var peakMemory: UInt64 = 0
    /// Allocations in the steady state, when they were asked for and the capture was long enough.
    var allocations: UInt64?
    /// Processor seconds inside libyara's scan call, when they were asked for.
    var yaraSeconds = 0.0
    /// Processor seconds (user and system) of the process.
    var seconds = 0.0

    @inline(__always)
    mutating func count(_ captured: Int) {
        packets += 1
        bytes += UInt64(captured)
    }

    var line: String {
        "packets=\(packets) bytes=\(bytes) payload=\(payload) flows=\(flows) detections=\(detections) "
            + "objects=\(objects) peak_objects=\(peakObjects) peak_streams=\(peakStreams) "
            + "peak_memory=\(peakMemory) "
            + (allocations.map { "allocations=\($0) " } ?? "")
            + String(format: "yara_seconds=%.3f cpu_seconds=%.3f", yaraSeconds, seconds)
    }

    init() {}

    /// Reads a line; nil when it is not one.
    init?(line: String) {
        var fields: [Substring: Substring] = [:]
        for pair in line.split(whereSeparator: \.isWhitespace) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { fields[parts[0]] = parts[1] }
        }
        guard let packets = fields["packets"].flatMap({ UInt64($0) }),
            let bytes = fields["bytes"].flatMap({ UInt64($0) }),
            let seconds = fields["cpu_seconds"].flatMap({ Double($0) })
        else { return nil }
        self.packets = packets
        self.bytes = bytes
        self.seconds = seconds
        payload = fields["payload"].flatMap { UInt64($0) } ?? 0
        flows = fields["flows"].flatMap { UInt64($0) } ?? 0
        detections = fields["detections"].flatMap { UInt64($0) } ?? 0
        objects = fields["objects"].flatMap { UInt64($0) } ?? 0
        peakObjects = fields["peak_objects"].flatMap { UInt64($0) } ?? 0
        peakStreams = fields["peak_streams"].flatMap { UInt64($0) } ?? 0
        peakMemory = fields["peak_memory"].flatMap { UInt64($0) } ?? 0
        allocations = fields["allocations"].flatMap { UInt64($0) }
        yaraSeconds = fields["yara_seconds"].flatMap { Double($0) } ?? 0
    }
}
