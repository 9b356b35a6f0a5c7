import Incidents

/// The profiles that there are, with their forms and clocks, as `report --list` shows them.
struct FormList {
    /// The profiles.
    let profiles: [FormProfile]

    /// Prints them as a table, or each as a JSON object on a line.
    func write(_ terminal: Terminal, _ format: ReportFormat) {
        if format == .json {
            for profile in profiles { terminal.results.line(Self.json(profile).line) }
            return
        }
        let headings: [ReportHeading] = [.profile, .form, .title, .about, .clocks]
        var table = Table(headings.map(\.description), fold: 3)
        for profile in profiles {
            for form in profile.forms {
                let clocks = profile.clocks.filter { $0.form == form.id }.map(Self.text)
                table.add([
                    .foreign(profile.id, tone: .strong), .foreign(form.id), .foreign(Self.text(form.title)),
                    Cell("\(form.scope == .incident ? ReportHeading.incident : .period)"),
                    .foreign(clocks.joined(separator: "; ")),
                ])
            }
        }
        terminal.write(table)
        terminal.results.line("")
        for profile in profiles where !profile.unverified.isEmpty {
            let basis = profile.unverified.map(\.citation)
            terminal.results.line("\(ReportNotice.unverified(profile: profile.id, basis))")
        }
    }

    private static func text(_ text: FormText) -> String {
        Language.current == .vietnamese ? text.vietnamese : text.english
    }

    /// What a clock asks for: its name and how much time there is.
    private static func text(_ clock: FormClock) -> String {
        "\(text(clock.label)) (\(ReportNotice.span(clock.span)))"
    }

    private static func json(_ profile: FormProfile) -> JSONValue {
        .object([
            ("profile", .text(profile.id)), ("title", .text(profile.title.vietnamese)),
            (
                "forms",
                .array(
                    profile.forms.map { form in
                        .object([
                            ("form", .text(form.id)), ("title", .text(form.title.vietnamese)),
                            ("about", .text(form.scope.rawValue)),
                            ("fields", .array(form.fields.map { .text($0.key) })),
                        ])
                    })
            ),
            (
                "clocks",
                .array(
                    profile.clocks.map { clock in
                        .object([
                            ("clock", .text(clock.id)), ("form", .text(clock.form)),
                            ("from", .text(clock.start.rawValue)),
                            ("seconds", .number(clock.span.nanoseconds / 1_000_000_000)),
                            ("trigger", .text(clock.trigger.rawValue)),
                        ])
                    })
            ),
            ("unverified", .array(profile.unverified.map { .text($0.citation) })),
        ])
    }
}
