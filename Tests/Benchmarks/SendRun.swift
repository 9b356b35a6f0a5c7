import Drills
import Foundation

/// Sends a capture to an interface with its timing, for `.ci/replay-timing`.
///
/// It asks nobody whether it may: `haidang drill run` is for people.
struct SendRun {
    let file: String
    let interface: String
    var speed = 1.0

    /// Sends it, and prints the account as one line of JSON.
    func carryOut() throws {
        let account: SendingAccount
        do throws(SendingError) {
            account = try InterfaceReplay.run(path: file, interface: interface, speed: speed)
        } catch {
            throw PhaseRun.Failure(reason: "\(error)")
        }
        guard account.isBalanced else { throw PhaseRun.Failure(reason: "the counters do not add up") }
        let seconds = String(format: "%.6f", Double(account.duration) / 1e9)
        print(
            "{\"read\":\(account.read),\"sent\":\(account.sent),\"bytes\":\(account.bytes),\"seconds\":\(seconds),"
                + "\"cut\":\(account.cut),\"too_long\":\(account.tooLong),\"other_link\":\(account.otherLink),"
                + "\"refused\":\(account.refused),\"retries\":\(account.retries),"
                + "\"late_p50_ns\":\(account.lateness.median),\"late_p99_ns\":\(account.lateness.p99),"
                + "\"late_max_ns\":\(account.lateness.largest)}")
    }
}
