/// Appends the lines of events to a file of their own. It is opened for each batch, so that one which was rotated away
/// is left alone.
final class FileSink: EventSink {
    private let path: String

    /// A sink to the file at a path.
    init(path: String) {
        self.path = path
    }

    func deliver(_ events: [OutgoingEvent]) -> SinkDelivery {
        var delivery = SinkDelivery()
        var bytes: [UInt8] = []
        for event in events {
            // One event is one line, whatever somebody made of it.
            bytes.append(contentsOf: event.line.utf8.filter { $0 != 0x0a && $0 != 0x0d })
            bytes.append(UInt8(ascii: "\n"))
        }
        do throws(EventLogError) {
            var file = try LogFile(path: path)
            let (count, code) = file.write(bytes)
            delivery.handled = bytes[..<count].count { $0 == UInt8(ascii: "\n") }
            let closing = file.close()
            if code != 0 || closing != 0 {
                delivery.failure = SinkFailure("\(path): \(LogFile.message(code != 0 ? code : closing))")
                if closing != 0 { delivery.handled = 0 }
            }
        } catch {
            delivery.failure = SinkFailure("\(path): \(LogFile.message(error.code))")
        }
        return delivery
    }
}
