extension ReportText {
    var english: String {
        switch self {
        case .command: "Fill in a form from an incident or a span of days."
        case .commandDetail:
            """
            What is known is filled in; a mandatory field that is not is listed as missing, never invented. The result is HTML \
            (it prints on A4 and opens in a word processor) or JSON. --list says which forms there are, and their deadlines.

            Exit codes: 0 no mandatory field is missing; 2 wrong usage, configuration or template; 3 some are missing.
            """
        case .form: "The form, as mau-03 or tt20-2017/mau-03."
        case .incident: "The incident, as HD-20261128-3KF7Q2MD."
        case .profile: "The profile of the form, when several have one of that name."
        case .from: "The first day, as 2026-11-23 (time of Viet Nam)."
        case .to: "The last day."
        case .set: "Fills in a field or answers a question; may be repeated."
        case .answers: "A file of answers (YAML): lines \"key: text\"."
        case .output: "Write to this file, not to standard output."
        case .format: "What is written."
        case .forms:
            "The folder of forms (default: packaging/forms in the current folder, then that of the program)."
        case .organisation: "Who reports, and the systems it has (YAML)."
        case .list: "List profiles, forms and deadlines."
        case .needsForm: "name a form; --list says which there are"
        case .needsBothDays: "--from and --to go together"
        case .needsIncident(let form): "the form \(Escaping.shown(form)) needs an incident: --incident"
        case .needsDays(let form): "the form \(Escaping.shown(form)) needs a span of days: --from and --to"
        case .badDays(let most): "--from is not after --to, and at most \(most) days lie between"
        case .noFolder(let tried):
            "no folder of forms was found (tried \(tried.map(Escaping.shown).joined(separator: ", "))); "
                + "name one with --forms"
        case .noProfiles(let path): "the folder \(Escaping.shown(path)) holds no profile of forms"
        case .noProfile(let name, let nearest):
            "there is no profile \(Escaping.shown(name))" + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .noForm(let name, let nearest):
            "there is no form \(Escaping.shown(name))" + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .severalForms(let name, let profiles):
            "several profiles have a form \(Escaping.shown(name)): "
                + profiles.map(Escaping.shown).joined(separator: ", ") + "; choose one with --profile"
        case .noAnswer(let text): "--set takes \"key=text\", not \(Escaping.shown(text))"
        case .unknownAnswer(let key, let nearest):
            "there is no field or question \(Escaping.shown(key))"
                + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .cannotRead(let reason): "cannot read the incidents: \(Escaping.shown(reason))"
        }
    }
}
