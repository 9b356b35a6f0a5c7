import NetTypes

/// What is known of the NFS traffic of one flow: calls that wait for their replies, names of handles, open files.
///
/// It is given messages by their heads, and is told where the data of a READ or WRITE goes, so that nobody keeps it.
final class NFSSession {
    private var pending: [NFSBoundedMap<UInt32, NFSCall>]
    private var names: NFSBoundedMap<[UInt8], [UInt8]>
    private var files: [NFSFile] = []
    private var count: UInt64 = 0
    private var hasNamedOther = false

    /// Bytes of a message that hold everything before the data of a READ or WRITE: the longest head of a call
    /// (RFC 5531 sections 8.2 and 9) with two names and two handles.
    static let headBytes = 2048
    /// Files of one flow that are read and written at a time. Clients hold a few dozen at once.
    static let mostFiles = 256

    /// What is to be done with the rest of a message.
    enum Step {
        /// Nothing.
        case done
        /// Keep it, and ask again.
        case more
        /// It is data from a position of the head on.
        case data(NFSTransfer, from: Int)
    }

    init(_ configuration: AppLayerConfiguration) {
        let limit = configuration.mostPending
        pending = [NFSBoundedMap(limit: limit), NFSBoundedMap(limit: limit)]
        names = NFSBoundedMap(limit: limit)
    }

    // MARK: Messages

    /// Reads a message from its first bytes: all of them, or `headBytes` at least.
    func read(_ head: [UInt8], isWhole: Bool, _ direction: Direction, _ output: ParserOutput) -> Step {
        var reader = XDRReader(head)
        guard let message = RPCMessage(&reader) else { return refuse(output) }
        switch message {
        case .call(let id, let program, let version, let procedure, let credentials):
            guard program == 100003 else { return .done }
            guard version == 3 else {
                nameOther(version, procedure, id, credentials, direction, output)
                return .done
            }
            guard let procedure = NFSProcedure(rawValue: procedure),
                let call = NFSCall(id, procedure, credentials, &reader)
            else { return refuse(output) }
            return take(call, reader.position, direction, output)
        case .reply(let id, let isAccepted, let hasResults):
            // A call that the capture does not hold, or another program's.
            let side = Int(direction.reversed.rawValue)
            guard let call = pending[side][id] else { return .done }
            if call.procedure == .readdirplus, !isWhole { return .more }
            _ = pending[side].take(id)
            guard hasResults, !call.credentials.isWrapped else {
                report(call, isAccepted: isAccepted, status: nil, output)
                return .done
            }
            if call.procedure == .null { return .done }
            guard let status = reader.word() else { return refuse(output) }
            return takeResults(call, status, &reader, output)
        }
    }

    private func refuse(_ output: ParserOutput) -> Step {
        output.note(.shareMalformed)
        return .done
    }

    /// Version 2 and 4 are named once a flow.
    private func nameOther(
        _ version: UInt32, _ procedure: UInt32, _ id: UInt32, _ credentials: RPCCredentials,
        _ direction: Direction, _ output: ParserOutput
    ) {
        guard !hasNamedOther, procedure != 0 else { return }
        hasNamedOther = true
        let fields = NFSEvent.fields(version: version, procedure: procedure, id, credentials, number: count)
        output.report(.nfs, direction, number: count, fields)
        count += 1
    }

    private func take(_ call: NFSCall, _ position: Int, _ direction: Direction, _ output: ParserOutput)
        -> Step
    {
        if call.isOdd { output.note(.shareMalformed) }
        if pending[Int(direction.rawValue)].put(call, call.id) { output.note(.shareLimit) }
        guard call.procedure == .write, !call.credentials.isWrapped, call.length > 0 else { return .done }
        guard let transfer = NFSTransfer(call, Int(call.length)) else { return refuse(output) }
        return .data(transfer, from: position)
    }

    private func takeResults(
        _ call: NFSCall, _ status: UInt32, _ reader: inout XDRReader, _ output: ParserOutput
    ) -> Step {
        if call.procedure.isReported || status != 0 {
            report(call, isAccepted: true, status: status, output)
        }
        guard status == 0 else { return .done }
        switch call.procedure {
        case .read: return takeRead(call, &reader, output)
        case .write, .commit:
            guard let size = reader.changedAttributes() else { return refuse(output) }
            if let size, let index = index(call.handle, isRead: false) { files[index].size = size }
            if call.procedure == .commit { commit(call.handle, output) }
        case .lookup:
            guard let handle = reader.opaque(NFSCall.longestHandle) else { return refuse(output) }
            learn(handle, call.name)
        case .create:
            guard let handle = reader.optionalHandle() else { return refuse(output) }
            if let handle { learn(handle, call.name) }
        case .readdirplus:
            // Of a listing that is longer than what is kept of it the rest has no names for us.
            takeListing(&reader)
        default: break
        }
        return .done
    }

    private func takeRead(_ call: NFSCall, _ reader: inout XDRReader, _ output: ParserOutput) -> Step {
        guard let size = reader.attributes(), let count = reader.word(), let isLast = reader.flag(),
            let length = reader.word(), var transfer = NFSTransfer(call, Int(length))
        else { return refuse(output) }
        if count != length { output.note(.shareMalformed) }
        transfer.size = size
        transfer.isLast = isLast
        guard length > 0 else {
            end(transfer, output)
            return .done
        }
        return .data(transfer, from: reader.position)
    }

    /// The entries of READDIRPLUS (RFC 1813 section 3.3.17).
    private func takeListing(_ reader: inout XDRReader) {
        guard reader.attributes() != nil, reader.skip(8) else { return }
        while reader.flag() == true {
            guard reader.long() != nil, let name = reader.opaque(NFSCall.longestName), reader.long() != nil,
                reader.attributes() != nil, let handle = reader.optionalHandle()
            else { return }
            if let handle { learn(handle, name) }
        }
    }

    private func learn(_ handle: [UInt8], _ name: [UInt8]) {
        guard name != Array(".".utf8), name != Array("..".utf8) else { return }
        _ = names.put(name, handle)
    }

    private func report(_ call: NFSCall, isAccepted: Bool, status: UInt32?, _ output: ParserOutput) {
        let fields = NFSEvent.fields(call, number: count, isAccepted: isAccepted, status: status)
        output.report(.nfs, .toServer, number: count, fields)
        count += 1
    }

    // MARK: Files

    /// Data of a READ or WRITE came.
    func write(
        _ bytes: Span<UInt8>, _ transfer: inout NFSTransfer, _ direction: Direction, _ output: ParserOutput
    ) {
        guard bytes.count > 0 else { return }
        let file = open(transfer, direction, output)
        output.write(bytes, at: transfer.offset, to: files[file].object)
        transfer.advance(bytes.count)
    }

    /// All data of a READ or WRITE came that will.
    func end(_ transfer: NFSTransfer, _ output: ParserOutput) {
        guard let index = index(transfer.handle, isRead: transfer.isRead) else { return }
        var isRoomy = true
        for range in transfer.came where !files[index].coverage.add(range) { isRoomy = false }
        files[index].chunks += 1
        files[index].lastID = transfer.call.id
        if !transfer.isWhole { files[index].hasLost = true }
        if let size = transfer.size, !files[index].hasMetEnd { files[index].size = size }
        if transfer.isLast, transfer.isWhole {
            files[index].size = transfer.offset
            files[index].hasMetEnd = true
        }
        if !isRoomy {
            output.note(.shareLimit)
            close(index, .limit, output)
        } else if files[index].hasMetEnd, files[index].isWhole {
            close(index, nil, output)
        }
    }

    /// What was written is safe: a file that has all its bytes ends.
    private func commit(_ handle: [UInt8], _ output: ParserOutput) {
        guard let index = index(handle, isRead: false), files[index].isWhole else { return }
        close(index, nil, output)
    }

    /// The flow has ended.
    func finish(_ output: ParserOutput) {
        while !files.isEmpty { close(0, files[0].reason, output) }
    }

    private func index(_ handle: [UInt8], isRead: Bool) -> Int? {
        files.lastIndex { $0.isRead == isRead && $0.handle == handle }
    }

    private func open(_ transfer: NFSTransfer, _ direction: Direction, _ output: ParserOutput) -> Int {
        if let index = index(transfer.handle, isRead: transfer.isRead) { return index }
        if files.count >= Self.mostFiles {
            output.note(.shareLimit)
            close(0, files[0].reason ?? .limit, output)
        }
        let object = output.begin(
            ObjectDescription(
                application: .nfs, kind: .nfsFile, direction: direction, name: name(transfer.handle),
                transaction: count))
        files.append(
            NFSFile(
                handle: transfer.handle, isRead: transfer.isRead, object: object, number: count,
                direction: direction, call: transfer.call))
        count += 1
        return files.count - 1
    }

    private func name(_ handle: [UInt8]) -> String {
        names[handle].map { String(decoding: $0, as: UTF8.self) } ?? handle.hexadecimal
    }

    private func close(_ index: Int, _ reason: FileRecord.Reason?, _ output: ParserOutput) {
        let file = files.remove(at: index)
        output.end(file.object, reason)
        output.report(
            .nfs, file.direction, number: file.number, NFSEvent.fields(file, name: name(file.handle)))
    }
}
