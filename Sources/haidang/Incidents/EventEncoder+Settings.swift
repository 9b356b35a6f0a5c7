import Foundation
import Incidents

extension EventEncoder {
    /// The encoder of events that people cause, on this machine.
    init(_ settings: Settings) {
        let host = settings.host.isEmpty ? ProcessInfo.processInfo.hostName : settings.host
        self.init(host: host, origin: .interfaces([]))
    }
}
