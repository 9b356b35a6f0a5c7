import NetTypes

/// A network interface as a source of frames, read by one thread at a time.
///
/// Usual is: `capture` until it returns less than its limit, then `wait`, and so on; when `capture` throws, `reopen`
/// now and then until that succeeds. Opening needs the capability CAP_NET_RAW, and nothing after it does, as long as
/// the interface is not removed.
///
/// What comes is what the kernel sees: segments that it put together (GRO) are one frame, longer than the MTU; VLAN
/// tags that it took off are put back by libpcap; frames this machine sends are seen too, and on `lo` each frame once.
public struct LiveInterface: ~Copyable, Sendable {
    private let name: String
    private let index: UInt16
    private let configuration: LiveConfiguration
    /// None between closing a socket whose interface is gone and opening the next one.
    private var handle: LiveHandle?
    private var group: UInt16?
    private var counted: InterfaceStatistics
    private var received = WrappingCounter()
    private var dropped = WrappingCounter()
    private var droppedByInterface = WrappingCounter()
    /// Frames that were in the buffer of a handle when another one took its place.
    private var unread: UInt64 = 0
    /// True when the socket failed although the interface is up, so that another one is needed.
    private var isBroken = false

    /// Opens an interface and begins to capture. `index` is what its frames say it is (`FrameHeader.interface`).
    ///
    /// Throws `noSuchInterface`, `notPermitted`, `interfaceDown`, `badFilter`, `linkTypeNotDecoded`, or
    /// `interfaceFailed` for anything else.
    public init(name: String, index: UInt16, _ configuration: LiveConfiguration) throws(CaptureError) {
        let opened = try LiveHandle(name, configuration)
        (linkType, snaplen) = (opened.linkType, opened.snaplen)
        handle = consume opened
        self.name = name
        self.index = index
        self.configuration = configuration
        counted = InterfaceStatistics(name: name)
    }

    /// What frames begin with. An interface that was removed and made again may have another one after `reopen`.
    public private(set) var linkType: LinkType

    /// The most bytes of a frame that are captured.
    public private(set) var snaplen: Int

    /// Lends the frames that wait, at most `limit`, which is at least 1; returns how many, 0 for none.
    ///
    /// The bytes belong to the kernel's buffer and are valid only inside `body`, which had better be short: while it
    /// runs, frames gather in the buffer. Frames are numbered from 1, on and on over reopenings. Throws when nothing
    /// waits and the interface is down or gone (`interfaceDown`), as often as it is asked, or when the socket failed
    /// (`interfaceFailed`). A cable that was pulled is neither: there is just nothing to read.
    public mutating func capture(
        limit: Int, _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(CaptureError) -> Int {
        precondition(limit > 0, "a limit of no frames would be none for libpcap")
        let first = FrameHeader(
            number: counted.frames + 1, timestamp: .zero, wireLength: 0, linkType: linkType,
            interface: index)
        guard let (batch, failure) = handle?.dispatch(limit: Int32(clamping: limit), first: first, body)
        else {
            throw fail(.interfaceDown(interface: name))
        }
        counted.frames += UInt64(batch.frames)
        counted.bytes += batch.bytes
        counted.bytesSnapped += batch.bytesSnapped
        if batch.frames > 0 { return batch.frames }
        // libpcap says nothing of an interface that is down, since it might come up again.
        guard state == .up else { throw fail(.interfaceDown(interface: name)) }
        if let failure {
            isBroken = true
            throw fail(.interfaceFailed(interface: name, reason: failure))
        }
        counted.isUp = true
        return 0
    }

    /// Waits until frames can be read; false when the time is up or a signal came.
    ///
    /// True may also mean that something else happened, which the next `capture` tells. Call it only after `capture`
    /// returned less than its limit: of a block that was read in part it does not know.
    public func wait(milliseconds: Int) -> Bool {
        let milliseconds = Int32(clamping: max(milliseconds, 0))
        if let heard = handle?.wait(milliseconds: milliseconds) { return heard }
        LiveHandle.pause(milliseconds: milliseconds)
        return false
    }

    /// Begins anew after `capture` threw; throws what opening throws while that does not work.
    ///
    /// An interface that went down and came up again is still bound to its socket, which is kept, with the frames in
    /// its buffer; that needs no privileges. One that was removed and made again gets a new socket. What was in the
    /// buffer of the old one and had not been read counts as dropped. In a fanout group the first to try may fail until
    /// all others have tried.
    public mutating func reopen() throws(CaptureError) {
        let state = state
        if state == .down { throw fail(.interfaceDown(interface: name)) }
        if state == .gone || isBroken {
            do throws(CaptureError) { try replaceHandle() } catch { throw fail(error) }
        }
        isBroken = false
        counted.isUp = true
    }

    /// The old socket goes first: as long as any is left in a fanout group, a socket of another interface cannot join
    /// it. So in a group this succeeds only once every member has been told to reopen.
    private mutating func replaceHandle() throws(CaptureError) {
        if handle != nil { closeHandle() }
        let opened = try LiveHandle(name, configuration)
        if let group { try opened.joinFanout(group: group, name) }
        (linkType, snaplen) = (opened.linkType, opened.snaplen)
        handle = consume opened
    }

    private mutating func closeHandle() {
        askKernel()
        let accepted = received.total &- dropped.total
        let known = counted.frames + unread
        unread += accepted > known ? accepted - known : 0
        received.restart()
        dropped.restart()
        droppedByInterface.restart()
        handle = nil
    }

    private var state: LiveHandle.State { handle?.state() ?? .gone }

    /// What was read and what was lost, over all reopenings. To be asked at least once in 2³¹ frames.
    public mutating func statistics() -> InterfaceStatistics {
        askKernel()
        counted.droppedByKernel = dropped.total + unread
        counted.droppedByInterface = droppedByInterface.total
        return counted
    }

    /// Shares the frames of the interface with the other handles of a fanout group, so that each frame comes to one
    /// of them, and all of a flow to the same one (packet(7), PACKET_FANOUT).
    ///
    /// By the hash of the flow, which is the same for both directions, and without rollover: that would hand frames
    /// to another handle while one is full, and so tear flows apart unseen, where otherwise they are dropped and
    /// counted. The kernel puts IPv4 fragments together before it hashes (DEFRAG), since a fragment has no ports and
    /// would go elsewhere than its flow. The price is that fragments are not seen as they were sent, and that those
    /// the kernel refuses, as when they overlap, are not seen at all and not counted. Fragments of IPv6 are hashed by
    /// address.
    ///
    /// The number of a group is one for the network namespace: another program that uses it would take its share, or
    /// cause `interfaceFailed`. Join before traffic counts: until then every handle gets every frame.
    public mutating func joinFanout(group: UInt16) throws(CaptureError) {
        try handle?.joinFanout(group: group, name)
        self.group = group
    }

    private mutating func askKernel() {
        guard let counters = handle?.counters else { return }
        received.advance(to: counters.received)
        dropped.advance(to: counters.dropped)
        droppedByInterface.advance(to: counters.droppedByInterface)
    }

    /// Counts the failure unless it is the same one still.
    private mutating func fail(_ error: CaptureError) -> CaptureError {
        if counted.isUp { counted.failures += 1 }
        counted.isUp = false
        return error
    }
}
