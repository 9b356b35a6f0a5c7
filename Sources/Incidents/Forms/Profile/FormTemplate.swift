import Mustache
import NetTypes

/// How a form is printed: a Mustache template of HTML whose every tag is known to mean something, and escapes.
///
/// A template names fields of its form by their keys (`{{#reporter_name}}{{> row}}{{/reporter_name}}`) and headings by those
/// of sections (`{{heading_reporter}}`), or prints them all by `{{#sections}}`; inside a field and around it the words of `FormTemplate.words` mean what docs/OPERATIONS.md says.
public struct FormTemplate: Sendable {
    /// Its file, as the profile names it.
    public let file: String
    private let library: MustacheLibrary

    /// Bytes that a template may have.
    public static let mostBytes = 256 << 10

    /// The words that every template may use beside the keys of fields.
    public static let words = [
        // Of the paper.
        "lang", "title", "number", "motto", "motto2", "parent", "organisation", "place_and_date", "subject",
        "signature", "signatory", "sign", "addressees", "addressed_to", "notes", "notes_title", "drill",
        "translation",
        "missing_count",
        "missing_title", "missing_labels", "mandatory_note", "incident",
        // Of sections and fields.
        "sections", "fields", "label", "mark", "lines", "missing", "missing_text", "blank", "choices", "box",
        "rows",
        "table", "cells", "columns", "text", "key", ".",
    ]

    /// A template from its text and the parts (partials) that templates share, by their names.
    ///
    /// Throws when it or a part names what does not exist, prints a value without escaping it, leaves a field of the form
    /// out, or is no Mustache.
    public init(file: String, text: String, parts: [String: String], fields: [String], headings: [String])
        throws(FormTemplateError)
    {
        let names = Names(fields: fields, headings: headings.map { Self.heading + $0 })
        self.file = file
        let printed = try Self.check(text, file: file, parts: parts, names)
        if !printed.contains("sections"), let lost = fields.first(where: { !printed.contains($0) }) {
            throw FormTemplateError(file: file, line: 0, reason: .unprintedField(lost))
        }
        try Self.checkDepth(text, file: file, parts: parts, above: [])
        var library = MustacheLibrary()
        library.register(try Self.parse(text, file: file), named: Self.main)
        for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
            _ = try Self.check(part, file: name, parts: parts, names)
            library.register(try Self.parse(part, file: name), named: name)
        }
        self.library = library
    }

    /// What the word begins with that prints the heading of a section: `heading_reporter`.
    public static let heading = "heading_"

    /// The names that a template of one form may use.
    private struct Names {
        let fields: [String]
        let headings: [String]

        var all: [String] { fields + headings + FormTemplate.words }
    }

    /// A template that prints nothing: for a form whose own cannot be read, until that has been told.
    public static let none = FormTemplate(file: "", library: MustacheLibrary())

    private init(file: String, library: MustacheLibrary) {
        self.file = file
        self.library = library
    }

    /// The name of the template itself among its parts: one that no file can have.
    private static let main = "/"

    /// The text with values in the place of tags, escaped for HTML.
    func render(_ values: [String: Any]) -> String {
        library.render(values, withTemplate: Self.main) ?? ""
    }

    private static func parse(_ text: String, file: String) throws(FormTemplateError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: text)
        } catch let error as MustacheTemplate.ParserError {
            throw FormTemplateError(
                file: file, line: error.context.lineNumber, reason: .syntax("\(error.error)"))
        } catch {
            throw FormTemplateError(file: file, line: 0, reason: .syntax("\(error)"))
        }
    }

    /// Throws where a part leads back to itself: printing it would never end.
    private static func checkDepth(_ text: String, file: String, parts: [String: String], above: [String])
        throws(FormTemplateError)
    {
        for tag in TemplateTag.all(in: text) where tag.sigil == ">" {
            if above.contains(tag.name) {
                throw FormTemplateError(file: file, line: tag.line, reason: .circularPart(tag.name))
            }
            let part = parts[tag.name] ?? ""
            try checkDepth(part, file: tag.name, parts: parts, above: above + [tag.name])
        }
    }

    /// The names that a text prints; throws at the first tag that is not as it has to be.
    private static func check(_ text: String, file: String, parts: [String: String], _ names: Names)
        throws(FormTemplateError) -> Set<String>
    {
        var printed: Set<String> = []
        for tag in TemplateTag.all(in: text) {
            func fail(_ reason: FormTemplateError.Reason) -> FormTemplateError {
                FormTemplateError(file: file, line: tag.line, reason: reason)
            }
            switch tag.sigil {
            case "!": continue
            case ">":
                guard parts[tag.name] != nil else {
                    let nearest = EditDistance.nearest(to: tag.name, among: parts.keys.sorted())
                    throw fail(.unknownPart(tag.name, nearest: nearest))
                }
            case nil, "#", "^", "/":
                guard names.all.contains(tag.name) else {
                    let nearest = EditDistance.nearest(to: tag.name, among: names.all)
                    throw fail(.unknownField(tag.name, nearest: nearest))
                }
                printed.insert(tag.name)
            default: throw fail(.forbiddenTag(tag.name))
            }
        }
        return printed
    }
}
