import NetTypes

/// The objects that are open, in a slab, with their order of opening.
struct ObjectTable {
    private let configuration: AppLayerConfiguration
    private var slots: [OpenObject?] = []
    private var free: [Int] = []
    /// Names in the order of opening, from `first` on; those that have ended are passed over.
    private var order: [ObjectID] = []
    private var first = 0
    /// Objects open.
    private(set) var count = 0
    /// What keeping the bytes of all of them costs in memory.
    private(set) var kept = 0

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
    }

    func contains(_ id: ObjectID) -> Bool {
        slots.indices.contains(id.index) && slots[id.index]?.serial == id.serial
    }

    /// The one that was opened first.
    var oldest: ObjectID? {
        mutating get {
            while first < order.count {
                if contains(order[first]) { return order[first] }
                first += 1
            }
            return nil
        }
    }

    mutating func open(_ description: ObjectDescription, _ origin: Origin, serial: UInt64, number: UInt64)
        -> ObjectID
    {
        let object = OpenObject(description, origin, serial: serial, number: number, configuration)
        let index: Int
        if let last = free.popLast() {
            index = last
            slots[index] = object
        } else {
            index = slots.count
            slots.append(object)
        }
        count += 1
        let id = ObjectID(index: index, serial: serial)
        forgetEnded()
        order.append(id)
        return id
    }

    /// Keeps the list of names in proportion to the objects open.
    private mutating func forgetEnded() {
        guard order.count > 64, order.count > 2 * count else { return }
        order = order[first...].filter { contains($0) }
        first = 0
    }

    /// How much more memory an object needs to take so many bytes: at its end, or at `offset`.
    func growth(of id: ObjectID, by count: Int, at offset: UInt64? = nil) -> Int {
        guard contains(id) else { return 0 }
        let before = slots[id.index]?.cost ?? 0
        return (slots[id.index]?.cost(afterTaking: count, at: offset, kept: kept) ?? before) - before
    }

    /// Reserves the memory for bytes that are to be added or written.
    private mutating func reserve(_ count: Int, at offset: UInt64? = nil, of id: ObjectID) {
        let before = slots[id.index]?.cost ?? 0
        let cost = slots[id.index]?.cost(afterTaking: count, at: offset, kept: kept) ?? before
        guard cost > before else { return }
        slots[id.index]?.reserve(cost)
        kept += cost - before
    }

    mutating func append(_ bytes: Span<UInt8>, to id: ObjectID, _ origin: Origin) -> Int {
        guard contains(id) else { return bytes.count }
        reserve(bytes.count, of: id)
        return slots[id.index]?.append(bytes, origin) ?? 0
    }

    mutating func write(_ bytes: Span<UInt8>, at offset: UInt64, to id: ObjectID, _ origin: Origin) -> Int {
        guard contains(id) else { return bytes.count }
        reserve(bytes.count, at: offset, of: id)
        return slots[id.index]?.write(bytes, at: offset, origin) ?? 0
    }

    /// True when bytes of it were left out under pressure.
    func isShed(_ id: ObjectID) -> Bool {
        contains(id) && slots[id.index]?.shed ?? 0 > 0
    }

    /// True when an offset is right behind what came so far, in order.
    func isNext(_ offset: UInt64, of id: ObjectID) -> Bool {
        contains(id) && slots[id.index]?.isNext(offset) ?? false
    }

    mutating func shed(_ count: Int, of id: ObjectID, _ origin: Origin) {
        guard contains(id) else { return }
        slots[id.index]?.shed(count, origin)
    }

    mutating func skip(_ length: UInt64, of id: ObjectID) {
        guard length > 0, contains(id) else { return }
        slots[id.index]?.hasGap = true
    }

    mutating func rename(_ id: ObjectID, name: String?, contentType: String?) {
        guard contains(id) else { return }
        if let name { slots[id.index]?.name = name }
        if let contentType { slots[id.index]?.contentType = contentType }
    }

    func size(of id: ObjectID) -> UInt64 {
        contains(id) ? slots[id.index]?.received ?? 0 : 0
    }

    mutating func close(_ id: ObjectID, _ reason: FileRecord.Reason?) -> ExtractedObject? {
        guard contains(id), let object = slots[id.index] else { return nil }
        slots[id.index] = nil
        free.append(id.index)
        count -= 1
        kept -= object.cost
        return object.close(reason)
    }
}
