import NetTypes

/// Where parsers put what they find, for all flows of one inspector: objects that grow, transactions, anomalies,
/// expected flows. The caller sets `origin` before it feeds a parser, and takes what was found afterwards.
///
/// A class because parsers in C call back with one address for it. It is used by one thread.
final class ParserOutput {
    /// The limits.
    let configuration: AppLayerConfiguration
    /// The flow, direction and frame of the bytes that a parser is being fed.
    var origin: Origin
    /// In the chunk that is being fed, the position from which on bytes are encrypted; nil for none. Set by a parser.
    var encryptedFrom: Int?
    /// What the account of this room is.
    private(set) var statistics = ApplicationStatistics()

    private var objects: ObjectTable
    private(set) var transactions: [Transaction] = []
    private(set) var finished: [ExtractedObject] = []
    private(set) var expectations: [Expectation] = []
    /// Bytes of an object that are kept while the worker has fallen behind; nil while it has not.
    var head: Int?
    /// True when bytes at hand were left out for that.
    var hasShed = false
    private var odd = AnomalySet()
    /// Objects so far, over all flows: tells an object from one that lay in its place before.
    private var lastSerial: UInt64 = 0
    /// Objects so far of each flow, by position, so that their numbers do not depend on other flows.
    private var numbers: [UInt64] = []
    private var position = 0
    private var selected = FlowID(rawValue: 0)

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
        origin = Origin()
        objects = ObjectTable(configuration)
    }

    // MARK: Transactions and anomalies

    /// Reports a transaction. `number` is its position among the flow's, from 0. It is dated by the frame at hand.
    func report(
        _ application: ApplicationProtocol, _ direction: Direction, number: UInt64, _ fields: [RecordField]
    ) {
        statistics.transactions += 1
        transactions.append(
            Transaction(
                application: application, flow: origin.flow, direction: direction,
                timestamp: origin.timestamp, frame: origin.frame, number: number, fields: fields))
    }

    /// Notes an anomaly of the flow at hand.
    func note(_ anomaly: Anomaly) {
        odd.insert(anomaly)
    }

    /// Says that a flow will come, and what it will carry.
    func expect(_ expectation: Expectation) {
        expectations.append(expectation)
    }

    // MARK: Objects

    // Methods, because the compiler breaks under the thread sanitizer where the inspector, which cannot be copied, adds
    // to a field through its reference to this.

    /// Counts a flow whose protocol was told.
    func countRecognised() {
        statistics.recognised += 1
    }

    /// Counts bytes of streams and datagrams that are encrypted.
    func count(encrypted bytes: Int) {
        statistics.encrypted += UInt64(bytes)
    }

    /// Opens an object. It must be ended, whatever happens.
    func begin(_ description: ObjectDescription) -> ObjectID {
        while objects.count >= configuration.mostObjects, let oldest = objects.oldest {
            note(.objectLimit)
            end(oldest, .limit)
        }
        statistics.objects += 1
        statistics.open += 1
        lastSerial += 1
        return objects.open(description, origin, serial: lastSerial, number: nextNumber())
    }

    /// Says which flow is being fed, after `origin` was set.
    func select(_ flow: Int) {
        while numbers.count <= flow { numbers.append(0) }
        position = flow
        selected = origin.flow.id
    }

    /// The flow at a position has ended.
    func forget(_ flow: Int) {
        if flow < numbers.count { numbers[flow] = 0 }
    }

    /// The number of the next object: its place among those of its flow. What is taken out of an archive of another
    /// flow, which had to end to make room, gets one that no flow comes to.
    private func nextNumber() -> UInt64 {
        // Nobody selects a flow where there is only one.
        if numbers.isEmpty { return lastSerial }
        guard origin.flow.id == selected else { return Self.strays + lastSerial }
        numbers[position] += 1
        return numbers[position]
    }

    private static let strays: UInt64 = 1 << 40

    /// Adds bytes at the end of an object, and makes their digest. Of one that has ended they are thrown away.
    func append(_ bytes: Span<UInt8>, to id: ObjectID) {
        if sheds(id) { return shed(bytes.count, of: id) }
        statistics.bytes += UInt64(bytes.count)
        makeRoom(objects.growth(of: id, by: bytes.count))
        count(objects.append(bytes, to: id, origin))
        statistics.peakBytes = max(statistics.peakBytes, UInt64(objects.kept))
    }

    /// True when what follows of an object is not looked at: it is behind the head that is kept under pressure, or
    /// bytes before it were left out.
    func sheds(_ id: ObjectID) -> Bool {
        objects.isShed(id) || head.map { objects.size(of: id) >= UInt64($0) } ?? false
    }

    /// Leaves out the next bytes of an object, as they come, encoded or not. None that follow can be kept.
    func shed(_ count: Int, of id: ObjectID) {
        hasShed = true
        statistics.bytes += UInt64(count)
        statistics.shed += UInt64(count)
        objects.shed(count, of: id, origin)
    }

    /// True when bytes at hand were left out and were nothing but the middle of an object.
    var hasOnlyShed: Bool { hasShed && finished.isEmpty && transactions.isEmpty }

    /// Puts bytes at a place in an object, for protocols that write files out of order. Bytes that were there before
    /// are replaced.
    func write(_ bytes: Span<UInt8>, at offset: UInt64, to id: ObjectID) {
        if sheds(id), objects.isNext(offset, of: id) { return shed(bytes.count, of: id) }
        statistics.bytes += UInt64(bytes.count)
        makeRoom(objects.growth(of: id, by: bytes.count, at: offset))
        count(objects.write(bytes, at: offset, to: id, origin))
        statistics.peakBytes = max(statistics.peakBytes, UInt64(objects.kept))
    }

    /// Says that bytes at the end of an object will never come. What follows is put right behind what came before.
    func skip(_ length: UInt64, of id: ObjectID) {
        objects.skip(length, of: id)
    }

    /// Changes the name or type of an object that is open.
    func rename(_ id: ObjectID, name: String? = nil, contentType: String? = nil) {
        objects.rename(id, name: name, contentType: contentType)
    }

    /// Bytes that came of an object so far; 0 when it has ended.
    func size(of id: ObjectID) -> UInt64 {
        objects.size(of: id)
    }

    /// Ends an object: it is ready to be scanned. The reason is nil when it is whole as far as its parser can tell;
    /// bytes that were skipped or are over a limit make it incomplete all the same. Returns the object's number and
    /// what was kept of it, for parsers that look inside; nil when it had been ended before.
    @discardableResult
    func end(_ id: ObjectID, _ reason: FileRecord.Reason?) -> (number: UInt64, bytes: [UInt8])? {
        guard let object = objects.close(id, reason) else { return nil }
        statistics.open -= 1
        if object.record.incomplete != nil { statistics.incomplete += 1 }
        finished.append(object)
        return (object.record.number, object.bytes)
    }

    /// Gives up an object as if it had never been, for a body that turned out to be none. Nothing must have been
    /// truncated of it.
    func cancel(_ id: ObjectID) {
        guard let object = objects.close(id, nil) else { return }
        statistics.objects -= 1
        statistics.open -= 1
        statistics.bytes -= object.record.size
    }

    // MARK: For the caller

    /// What keeping the bytes of objects that are open costs in memory.
    var kept: Int { objects.kept }

    /// True when something was found since it was last taken.
    var hasFindings: Bool { !transactions.isEmpty || !finished.isEmpty || !odd.isEmpty }

    /// Takes all transactions since the last time.
    func takeTransactions() -> [Transaction] {
        defer { transactions.removeAll(keepingCapacity: true) }
        return transactions
    }

    /// Takes all objects that have ended since the last time.
    func takeFinished() -> [ExtractedObject] {
        defer { finished.removeAll(keepingCapacity: true) }
        return finished
    }

    /// Takes the expectations since the last time.
    func takeExpectations() -> [Expectation] {
        defer { expectations.removeAll(keepingCapacity: true) }
        return expectations
    }

    /// Takes what was odd since the last time.
    func takeOdd() -> AnomalySet {
        defer { odd = AnomalySet() }
        return odd
    }

    private func count(_ truncated: Int) {
        guard truncated > 0 else { return }
        statistics.truncated += UInt64(truncated)
        note(.objectLimit)
    }

    /// Where the budget has no room for so many bytes more, the objects that were opened first are handed on as they
    /// are, and keep no further bytes. Before the bytes are kept, so that the budget is never exceeded.
    private func makeRoom(_ growth: Int) {
        guard growth > 0 else { return }
        while objects.kept > configuration.objectBudget - growth, let oldest = objects.oldest {
            note(.objectLimit)
            end(oldest, .limit)
        }
    }
}
