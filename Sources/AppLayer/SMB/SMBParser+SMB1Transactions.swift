import NetTypes

extension SMBParser {
    /// TRANSACTION2 as far as it names files (MS-CIFS section 2.2.6): OPEN2, FIND_FIRST2, QUERY_PATH_INFORMATION,
    /// SET_PATH_INFORMATION and CREATE_DIRECTORY.
    func askTransaction(
        _ block: SMB1Block, _ request: inout SMBRequest, _ message: inout SMB1Message, _ output: ParserOutput
    ) {
        let head = message.head
        guard block.wordBytes >= 30, let function = head.word(block.words + 28),
            let count = head.word(block.words + 18), let start = head.word(block.words + 20)
        else { return }
        let fixed: Int
        switch function {
        case 0x00: fixed = 28
        case 0x01: fixed = 12
        case 0x05, 0x06: fixed = 6
        case 0x0d: fixed = 4
        default: return
        }
        guard head.slice(Int(start), Int(count)) != nil, Int(count) >= fixed else {
            return output.note(.shareMalformed)
        }
        let end = Int(start) + Int(count)
        let name = head.terminated(Int(start) + fixed, end, isUnicode: message.header.isUnicode)
        if Int(count) - fixed > SMBBytes.longestName { output.note(.shareLimit) }
        if function == 0 {
            begin(name.text, SMBOpening(disposition: 1, options: 0), &request, &message)
        } else {
            request.name = name.text
        }
    }

    /// The response to OPEN2: the handle, and the length at the time.
    func answerTransaction(_ block: SMB1Block, _ message: SMB1Message) -> (fid: UInt16, opened: SMBOpened)? {
        let head = message.head
        guard block.wordBytes >= 20, let start = head.word(block.words + 8), let fid = head.word(Int(start)),
            let size = head.long(Int(start) + 8)
        else { return nil }
        return (fid, SMBOpened(size: UInt64(size)))
    }
}
