/// Headings of the tables of a logbook.
enum LogbookHeading: Text {
    /// Of its entries.
    case number, time, title, from, to, technique, result, evidence, team, person, remark
    /// Of what a sensor made of them.
    case detected, delay, effect, alerts, rules, incidents, flows
}
