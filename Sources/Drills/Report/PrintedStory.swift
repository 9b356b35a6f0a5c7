import Incidents

/// The paragraphs of a story.
enum PrintedStory {
    /// Its lines, each a paragraph, without those that are empty.
    static func lines(_ text: String) -> [String] {
        PrintedText.written(text).filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
