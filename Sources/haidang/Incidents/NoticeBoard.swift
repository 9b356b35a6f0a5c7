import Incidents
import Synchronization

/// What threads of receivers have to say to people, until somebody says it.
final class NoticeBoard: Sendable {
    private let notices = Mutex<[SinkNotice]>([])

    /// Notices that wait at the most: each receiver has few to give.
    private static let most = 256

    /// Adds one; when too many wait, it is let go.
    func add(_ notice: SinkNotice) {
        notices.withLock { if $0.count < Self.most { $0.append(notice) } }
    }

    /// All that wait, in order.
    func take() -> [SinkNotice] {
        notices.withLock { list in
            defer { list = [] }
            return list
        }
    }
}
