import CFutex
public import Synchronization

/// Where one thread sleeps until another has something for it. One waits, any number ring.
///
/// A worker has one, which all rings that it empties share. It works with a flag that says that the one who waits is
/// about to sleep, or sleeps; the flag is the futex's word too:
///
///     who waits:  flag = 1;  full fence;  look once more;  sleep while the flag is 1;  flag = 0
///     who rings:  publish;   full fence;  look at the flag;  if it is 1: flag = 0, wake
///
/// Of the two fences one comes first. If it is the ringer's, the other thread sees in its last look what was
/// published, and does not sleep. If it is the waiter's, the ringer sees the flag. So no ringing is lost, whatever
/// the order. The kernel compares the flag and goes to sleep in one step, so a flag that was cleared in between is
/// noticed. A ringer that comes late may wake a later sleep for nothing: whoever wakes looks again.
///
/// Safe: the address is set once, lives as long as the object, and only atomic operations and futex(2) reach it.
@safe
public final class Doorbell: @unchecked Sendable {
    // Its one word is an atomic behind a constant address: there is nothing that threads could see half done.

    /// The longest sleep that one call may ask for, in milliseconds.
    public static let longestWait = 60_000
    /// Looks before one goes to sleep: some microseconds, which a sleep and its end would cost as well.
    static let spins = 200
    /// Two cache lines, since processors fetch them in pairs.
    static let line = 128

    @usableFromInline let flag: UnsafeMutablePointer<Atomic<UInt32>>

    /// A doorbell at which nobody waits.
    public init() {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: Self.line, alignment: Self.line)
        unsafe flag = memory.bindMemory(to: Atomic<UInt32>.self, capacity: 1)
        unsafe flag.initialize(to: Atomic(0))
    }

    deinit {
        unsafe flag.deinitialize(count: 1)
        unsafe UnsafeMutableRawPointer(flag).deallocate()
    }

    /// Waits until somebody rings, but not if there is something to do: first looks for a while, then sleeps.
    ///
    /// Only one thread may wait at a doorbell at a time. It may return early, so whoever calls it looks again.
    /// - Parameters:
    ///   - isReady: true when there is something to do. Called again and again, on this thread; it must look at what
    ///     the ringers publish, as `RingConsumer` does, and at every ring that shares the doorbell.
    ///   - milliseconds: the longest sleep, clamped to 1…`longestWait`.
    /// - Returns: false when the time ran out.
    @discardableResult
    public func wait(unless isReady: () -> Bool, milliseconds: Int) -> Bool {
        for _ in 0..<Self.spins {
            if isReady() { return true }
            cfutex_pause()
        }
        let limit = UInt32(min(max(milliseconds, 1), Self.longestWait))
        unsafe flag.pointee.store(1, ordering: .relaxed)
        atomicMemoryFence(ordering: .sequentiallyConsistent)
        var isInTime = isReady()
        if !isInTime {
            let word = unsafe UnsafeMutableRawPointer(flag).assumingMemoryBound(to: UInt32.self)
            isInTime = unsafe cfutex_wait(word, 1, limit) != 0
        }
        unsafe flag.pointee.store(0, ordering: .relaxed)
        return isInTime
    }

    /// Wakes the one who waits, if it sleeps or is about to. Call it after what it is to find was stored.
    @inlinable
    public func ring() {
        atomicMemoryFence(ordering: .sequentiallyConsistent)
        if unsafe flag.pointee.load(ordering: .relaxed) != 0 { wake() }
    }

    /// Out of line, since hardly any ringing gets here.
    @usableFromInline
    func wake() {
        // Of several ringers the one that clears the flag wakes.
        guard unsafe flag.pointee.exchange(0, ordering: .relaxed) != 0 else { return }
        unsafe cfutex_wake(UnsafeMutableRawPointer(flag).assumingMemoryBound(to: UInt32.self))
    }
}
