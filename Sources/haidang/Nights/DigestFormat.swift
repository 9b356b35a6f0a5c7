import ArgumentParser
import Incidents

/// How a digest is written.
enum DigestFormat: String, CaseIterable, ExpressibleByArgument {
    /// Text for a terminal and for mail.
    case text
    /// A page to look at and to print.
    case html
    /// One JSON object.
    case json

    /// The format that the name of a file asks for; nil where it asks for none of these.
    init?(suffixOf path: String) {
        switch path.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
        case "txt": self = .text
        case "html", "htm": self = .html
        case "json": self = .json
        default: return nil
        }
    }

    /// A digest in it, with a newline at its end.
    func write(_ digest: NightDigest) -> String {
        switch self {
        case .text: DigestPrint.text(DigestSheet(digest))
        case .html: DigestPage(DigestSheet(digest)).html
        case .json: digest.line + "\n"
        }
    }
}
