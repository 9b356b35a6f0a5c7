import NetTypes

extension SMBParser {
    /// Keeps a request until its response comes.
    func expect(_ request: SMBRequest, _ key: SMBRequest.Key, _ output: ParserOutput) {
        let displaced = requests.insert(request, key)
        if let old = displaced.replaced { abandon(old, output) }
        if let old = displaced.evicted {
            output.note(.shareLimit)
            abandon(old, output)
        }
    }

    /// A request will have no response. A file that it asked for and that was written to at once ends.
    func abandon(_ request: SMBRequest, _ output: ParserOutput) {
        guard request.opening != nil, let file = request.file, !file.isOpen else { return }
        file.finish(isClosed: file.isClosing, losses: losses, output)
    }

    /// A file is open: by this handle it is found from now on.
    func open(_ file: SMBOpenFile, _ handle: SMBHandle, _ output: ParserOutput) {
        file.isOpen = true
        file.handle = handle
        let displaced = files.insert(file, handle)
        // The server gives a handle anew once it is closed, so the answer to the CLOSE was not seen.
        displaced.replaced?.finish(isClosed: true, losses: losses, output)
        if let old = displaced.evicted {
            output.note(.shareLimit)
            old.finish(isClosed: false, limited: true, losses: losses, output)
        }
    }

    /// The file of a handle. One that was opened before the capture began has no name.
    func file(_ handle: SMBHandle, _ output: ParserOutput) -> SMBOpenFile {
        if let known = files[handle] { return known }
        let share = shares[SMBShare.Key(session: handle.session, tree: handle.tree)]
        let file = SMBOpenFile(name: "", isPipe: share?.isPipe ?? false, losses: losses)
        open(file, handle, output)
        return file
    }

    /// A client is connected to a share.
    func connect(_ share: SMBShare, _ key: SMBShare.Key, _ output: ParserOutput) {
        if shares.insert(share, key).evicted != nil { output.note(.shareLimit) }
    }

    /// A file has been closed.
    func close(_ file: SMBOpenFile, _ output: ParserOutput) {
        if let handle = file.handle, files[handle] === file { _ = files.remove(handle) }
        file.finish(isClosed: true, losses: losses, output)
    }

    /// Leaving a share closes its files (MS-SMB2 section 3.3.5.8), and leaving a session those of all its shares.
    func disconnect(session: UInt64, tree: UInt32?, _ output: ParserOutput) {
        _ = shares.removeAll { key, _ in key.session == session && (tree == nil || key.tree == tree) }
        let closed = files.removeAll { handle, _ in
            handle.session == session && (tree == nil || handle.tree == tree)
        }
        for file in closed { file.finish(isClosed: true, losses: losses, output) }
    }

    /// What the response to a read says of the file's end.
    func noteEnd(of request: SMBRequest, got count: Int) {
        guard let file = request.file, count < Int(request.length) else { return }
        let (last, overflow) = request.offset.addingReportingOverflow(UInt64(count))
        if !overflow { file.hasShortRead(upTo: last) }
    }
}
