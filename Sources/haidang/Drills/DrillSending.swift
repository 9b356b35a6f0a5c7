import Drills
import Foundation
import NetTypes

/// Sends a drill to an interface, where a live sensor or another product sees it, in place of inspecting it here.
struct DrillSending {
    private let interface: String
    private let lock: FileHandle

    /// Asks whether the drill may be sent there, and keeps every other drill from the interface until this value is gone.
    init(_ drill: Drill, _ interface: String, _ settings: Settings) throws(CommandError) {
        do throws(InterfaceRefusal) {
            try InterfacePermission().check(
                interface, allowed: drill.interfaces, monitored: settings.live.interfaces)
        } catch {
            throw .usage("\(SendingText.refused(error))")
        }
        self.interface = interface
        // A name of an interface has no slash: the check has found it among those of the kernel.
        let path = FileManager.default.temporaryDirectory.path + "/haidang-drill-\(interface).lock"
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        guard let lock = FileHandle(forUpdatingAtPath: path) else {
            throw .cannotWrite(path: path, reason: SystemReason.text(errno))
        }
        guard flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else { throw .busy(interface) }
        self.lock = lock
    }

    /// Sends what is on the stage at a pace, and enters into the record when it was sent.
    func send(
        _ traffic: StagedTraffic, speed: Double, _ record: inout RunRecord, _ terminal: Terminal
    ) throws(CommandError) {
        let account: SendingAccount
        let messages = terminal.messages
        do throws(SendingError) {
            account = try InterfaceReplay.run(
                path: traffic.path, interface: interface, speed: speed,
                isStopped: { Interruption.signal != nil },
                progress: { messages.showSent($0.sent, of: traffic.frames) })
        } catch {
            messages.clearProgress()
            throw .sending(error)
        }
        messages.clearProgress()
        record.enter(account, on: interface, traffic)
        terminal.results.line("\(SendingText.sent(account, interface: interface))")
        if !account.isComplete { messages.warning(SendingText.unsent(account)) }
    }
}
