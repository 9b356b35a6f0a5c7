/// Takes the dots out of a text that ends with a line of one dot (RFC 5321 section 4.5.2, RFC 1939 section 3).
///
/// Lines end with CRLF. A text whose first line ends with a bare LF may end so all through; in any other, a dot behind
/// a bare LF is part of it, because receivers that took it for the end have been used to smuggle mail.
struct DotStuffedText {
    private enum State {
        case lineStart, dot, dotReturn, text, carriageReturn
    }

    private var state = State.lineStart
    /// What ended the first line; nil before its end.
    private var bareLines: Bool?
    /// True after a bare LF in a text of CRLF, or the other way round.
    private var isBare = false
    /// True when a dot stood alone on a line that was not one to every receiver.
    private(set) var isAmbiguous = false

    /// Takes bytes from a position on, moves it behind them, and adds the text to a mail. True when the text has ended:
    /// what is at the position then belongs to the protocol again.
    mutating func take(
        _ bytes: Span<UInt8>, _ position: inout Int, _ mail: inout MailTransfer, _ output: ParserOutput
    ) -> Bool {
        var start = position
        while position < bytes.count {
            let byte = bytes[position]
            switch state {
            case .lineStart:
                if byte == 0x2E {
                    mail.append(bytes.extracting(start..<position), output)
                    start = position + 1
                    state = .dot
                } else {
                    text(byte)
                }
            case .dot:
                if byte == 0x0D {
                    mail.append(bytes.extracting(start..<position), output)
                    start = position + 1
                    state = .dotReturn
                } else if byte == 0x0A, bareLines == true {
                    position += 1
                    return true
                } else {
                    if byte == 0x0A { isAmbiguous = true }
                    text(byte)
                }
            case .dotReturn:
                if byte == 0x0A, !isBare || bareLines == true {
                    position += 1
                    return true
                }
                if byte == 0x0A { isAmbiguous = true }
                let withheld: [UInt8] = [0x0D]
                mail.append(withheld.span, output)
                state = .carriageReturn
                text(byte)
            case .text, .carriageReturn:
                text(byte)
            }
            position += 1
        }
        mail.append(bytes.extracting(start..<position), output)
        return false
    }

    private mutating func text(_ byte: UInt8) {
        switch byte {
        case 0x0A:
            isBare = state != .carriageReturn
            if bareLines == nil { bareLines = isBare }
            state = .lineStart
        case 0x0D: state = .carriageReturn
        default: state = .text
        }
    }

    /// Bytes are missing: the next one is somewhere in a line.
    mutating func lose() {
        state = .text
    }
}
