import Incidents
import Testing

@Suite("Templates of forms")
struct FormTemplateTests {
    static let wrong: [(String, FormTemplateError)] = [
        (
            "a\n{{#reporter_nme}}{{> row}}{{/reporter_nme}}",
            .init(
                file: "f.mustache", line: 2,
                reason: .unknownField("reporter_nme", nearest: "reporter_name"))
        ),
        (
            "{{titel}}{{#reporter_name}}{{/reporter_name}}",
            .init(file: "f.mustache", line: 1, reason: .unknownField("titel", nearest: "title"))
        ),
        (
            "{{heading_b}}{{#reporter_name}}{{/reporter_name}}",
            .init(file: "f.mustache", line: 1, reason: .unknownField("heading_b", nearest: "heading_a"))
        ),
        ("\n\n{{> rwo}}", .init(file: "f.mustache", line: 3, reason: .unknownPart("rwo", nearest: "row"))),
        ("{{{title}}}", .init(file: "f.mustache", line: 1, reason: .forbiddenTag("title"))),
        ("{{& title}}", .init(file: "f.mustache", line: 1, reason: .forbiddenTag("title"))),
        ("{{=<% %>=}}", .init(file: "f.mustache", line: 1, reason: .forbiddenTag("<%%>="))),
        (
            "{{% CONTENT_TYPE: TEXT}}",
            .init(file: "f.mustache", line: 1, reason: .forbiddenTag("CONTENT_TYPE:TEXT"))
        ),
        (
            "{{title}}",
            .init(file: "f.mustache", line: 0, reason: .unprintedField("reporter_name"))
        ),
        (
            "{{#sections}}{{> loop}}{{/sections}}",
            .init(file: "pool", line: 1, reason: .circularPart("loop"))
        ),
    ]

    private let parts = ["row": "{{label}}", "loop": "{{> pool}}", "pool": "{{> loop}}"]

    @Test("What is wrong is named with file and line", arguments: wrong)
    func errors(text: String, error: FormTemplateError) {
        #expect(throws: error) {
            try FormTemplate(
                file: "f.mustache", text: text, parts: parts, fields: ["reporter_name"], headings: ["a"])
        }
    }

    @Test("What is no Mustache is an error, and what is one is not")
    func syntax() throws {
        for text in ["{{#sections}}", "{{#sections}}{{/title}}", "{{#sections}}{{title"] {
            #expect(throws: FormTemplateError.self) {
                try FormTemplate(file: "f", text: text, parts: [:], fields: [], headings: [])
            }
        }
        _ = try FormTemplate(
            file: "f", text: "{{! }}{{#sections}}{{> row}}{{^missing}}{{.}}{{/missing}}{{/sections}}",
            parts: ["row": "{{label}}"], fields: ["x"], headings: [])
    }
}
