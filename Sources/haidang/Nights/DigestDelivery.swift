import Incidents

/// Where the digest of a run goes: to files, to standard output, to sinks.
struct DigestDelivery {
    /// Files that it is written to.
    let files: [File]
    /// Sinks that it is sent to.
    let sending: DigestSending

    /// A file that a digest is written to.
    struct File {
        /// Its path; `-` for standard output.
        let path: String
        /// How it is written.
        let format: DigestFormat
    }

    /// The mode of files: for their owner and group, as the event log.
    static let mode: UInt32 = 0o640

    /// Gives the digest of a run, the latest without a number, to all that are to have it. What fails is told, and does not
    /// keep the others from it; false where something did.
    func deliver(_ ledger: ScanLedger, _ run: Int64?, _ settings: Settings, _ terminal: Terminal) -> Bool {
        var isWell = true
        func attempt(_ body: () throws(CommandError) -> Void) {
            do throws(CommandError) {
                try body()
            } catch {
                isWell = false
                for sentence in error.sentences {
                    terminal.messages.error(DigestNotice.failed(sentence: sentence))
                }
            }
        }
        if !files.isEmpty {
            attempt { () throws(CommandError) in
                let digest = try Self.digest(ledger, run)
                for file in files {
                    attempt { () throws(CommandError) in try Self.write(digest, file, terminal) }
                }
            }
        }
        attempt { () throws(CommandError) in
            try sending.send(ledger, run: run, settings, terminal.messages)
        }
        return isWell
    }

    /// The digest of a run, the latest without a number.
    static func digest(_ ledger: ScanLedger, _ run: Int64?) throws(CommandError) -> NightDigest {
        do throws(LedgerError) {
            return try NightDigest(ledger: ledger, run: run)
        } catch {
            throw .ledger(error)
        }
    }

    /// Writes a digest. On a terminal the text has its width and colours.
    static func write(_ digest: NightDigest, _ file: File, _ terminal: Terminal) throws(CommandError) {
        guard file.path == "-" else {
            return try PrivateFile.write(file.format.write(digest), to: file.path, mode: mode)
        }
        if file.format == .text {
            let columns = terminal.results.columns ?? DigestPrint.usualColumns
            let sheet = DigestSheet(digest)
            for line in DigestPrint.lines(sheet, columns: columns, palette: terminal.palette) {
                terminal.results.line(line)
            }
        } else {
            terminal.results.line(String(file.format.write(digest).dropLast()))
        }
    }

    /// Opens a ledger to read.
    static func open(_ path: String) throws(CommandError) -> ScanLedger {
        do throws(LedgerError) {
            return try ScanLedger(path: path, creates: false)
        } catch {
            throw .ledger(error)
        }
    }
}
