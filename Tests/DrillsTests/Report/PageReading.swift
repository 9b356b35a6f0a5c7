import Foundation
import FoundationXML

/// What a strict parser of XML reads in a page: its elements in order, all its text, and the marks of its timeline.
final class PageReading: NSObject, XMLParserDelegate {
    /// A mark of the timeline.
    struct Mark: Equatable {
        /// What it is.
        let kind: String
        /// Where it stands.
        let x: Double
        /// At which height.
        let y: Double
    }

    /// Names of elements in the order in which they begin.
    private(set) var elements: [String] = []
    /// All text and all values of attributes.
    private(set) var texts: [String] = []
    /// The marks, those of the legend too.
    private(set) var marks: [Mark] = []
    /// True where it is well-formed.
    private(set) var isWhole = false

    init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        isWhole = parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(name)
        texts += attributes.values
        guard let style = attributes["class"], style.hasPrefix("mark "), let place = attributes["transform"]
        else {
            return
        }
        let numbers = place.dropFirst("translate(".count).dropLast().split(separator: ",").compactMap {
            Double($0)
        }
        if numbers.count == 2 {
            marks.append(Mark(kind: String(style.dropFirst(5)), x: numbers[0], y: numbers[1]))
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { texts.append(string) }
}
