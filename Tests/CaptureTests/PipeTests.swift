import Foundation
import NetTypes
import Testing

@testable import Capture

/// These change the standard input of the test process, so they run one after the other.
@Suite(.serialized)
struct PipeTests {
    private static let files: [[UInt8]] = [
        PcapFile.sample().bytes, PcapngFile.sample().bytes, CompressionTests.Sample.gzip.bytes,
        CompressionTests.Sample.xz.bytes,
    ]

    @Test("Standard input is read like a file, and has no size", arguments: files)
    func standardInput(bytes: [UInt8]) throws {
        let reading = try Self.withStandardInput(bytes) { try Reading("-") }
        let file = try Reading(bytes, in: TemporaryFolder())
        #expect(reading.frames == file.frames)
        #expect(reading.verdict == file.verdict)
        #expect(reading.bytesRead == UInt64(bytes.count))
        #expect(reading.fileSize == nil)
    }

    @Test("Standard input that is empty, or no savefile, is refused under its own name")
    func refused() throws {
        for (bytes, reason) in [([], "is empty"), (Array("hello".utf8), "looks like text")] {
            try Self.withStandardInput(bytes) {
                _ = #expect(throws: CaptureError.notASavefile(path: "-", reason: reason)) { try Reading("-") }
            }
        }
    }

    @Test("Standard input stays open for whoever comes next")
    func staysOpen() throws {
        try Self.withStandardInput(PcapFile.sample().bytes) {
            _ = try Reading("-")
            #expect(fcntl(STDIN_FILENO, F_GETFD) >= 0)
        }
    }

    @Test("A read error in the middle is thrown in the system's words, and leaves the file partial")
    func readError() throws {
        let bytes = PcapFile.sample().bytes
        try Self.withStandardInput(bytes) {
            var savefile = try Savefile(path: "-")
            // Reading has to go on from something that cannot be read: the other end of a pipe.
            let pipe = Pipe()
            dup2(pipe.fileHandleForWriting.fileDescriptor, STDIN_FILENO)
            #expect(throws: CaptureError.unreadable(path: "-", reason: "Bad file descriptor")) {
                while try savefile.withNextFrame({ _, _ in }) {}
            }
            #expect(savefile.verdict == .partial(reason: "before the first frame: Bad file descriptor"))
            #expect(try savefile.withNextFrame { _, _ in } == false)
        }
    }

    @Test("A pipe that delivers a byte at a time is read like a file", arguments: files)
    func slowPipe(bytes: [UInt8]) throws {
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting
        Thread.detachNewThread {
            for byte in bytes { try? writer.write(contentsOf: [byte]) }
            try? writer.close()
        }
        let reading = try Reading("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
        let file = try Reading(bytes, in: TemporaryFolder())
        #expect(reading.frames == file.frames)
        #expect(reading.verdict == file.verdict)
        #expect(reading.fileSize == nil)
    }

    /// Runs `body` with `bytes` in a pipe as standard input; they must fit into its buffer.
    private static func withStandardInput<Result>(_ bytes: [UInt8], _ body: () throws -> Result) throws
        -> Result
    {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: bytes)
        try pipe.fileHandleForWriting.close()
        let saved = dup(STDIN_FILENO)
        dup2(pipe.fileHandleForReading.fileDescriptor, STDIN_FILENO)
        defer {
            dup2(saved, STDIN_FILENO)
            close(saved)
        }
        return try body()
    }
}
