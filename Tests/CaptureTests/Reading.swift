import Capture
import NetTypes

/// All that a savefile gave.
struct Reading: Equatable {
    struct Frame: Equatable {
        var header: FrameHeader
        var bytes: [UInt8]
    }

    var frames: [Frame] = []
    var verdict = SavefileVerdict.complete
    var framesLost: UInt64 = 0
    var bytesRead: UInt64 = 0
    var fileSize: UInt64?

    init(_ path: String, configuration: CaptureConfiguration = .init()) throws(CaptureError) {
        var savefile = try Savefile(path: path, configuration: configuration)
        while try savefile.withNextFrame({ header, bytes in
            frames.append(Frame(header: header, bytes: [UInt8](copying: bytes)))
        }) {}
        verdict = savefile.verdict
        framesLost = savefile.framesLost
        bytesRead = savefile.bytesRead
        fileSize = savefile.fileSize
    }

    init(
        _ bytes: [UInt8], in folder: TemporaryFolder, configuration: CaptureConfiguration = .init()
    ) throws {
        try self.init(try folder.write(bytes), configuration: configuration)
    }

    var isPartial: Bool {
        if case .partial = verdict { true } else { false }
    }

    var timestamps: [Int64] { frames.map(\.header.timestamp.nanoseconds) }
}
