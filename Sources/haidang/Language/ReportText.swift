/// What is said of `report`: its help, and wrong usage.
enum ReportText: Text {
    /// The command, and more of it.
    case command, commandDetail
    /// What its argument and options do.
    case form, incident, profile, from, to, set, answers, output, format, forms, organisation, list
    /// Something was not given.
    case needsForm, needsBothDays
    /// A form is about an incident, or about a span of days.
    case needsIncident(String), needsDays(String)
    /// The days are not in order, or too many.
    case badDays(most: Int)
    /// There is no folder of forms, or nothing in it.
    case noFolder(tried: [String]), noProfiles(String)
    /// There is no such profile or form, and the name that looks most like it.
    case noProfile(String, nearest: String?), noForm(String, nearest: String?)
    /// Several profiles have such a form.
    case severalForms(String, profiles: [String])
    /// An answer without a key, or for a key that no form and no question has.
    case noAnswer(String), unknownAnswer(String, nearest: String?)
    /// What is needed cannot be read.
    case cannotRead(String)
}
