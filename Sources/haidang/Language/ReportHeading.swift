/// The headings of the table of forms, and what a form is about.
enum ReportHeading: Text {
    case profile, form, title, about, clocks
    case incident, period
}
