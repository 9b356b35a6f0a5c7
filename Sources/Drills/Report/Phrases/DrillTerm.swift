import Incidents
import NetTypes

/// Words that a report has for what there can be only so many of.
enum DrillTerm {
    /// How something was detected.
    case verdict(InjectVerdict)
    /// A mark of the timeline.
    case mark(TimelineMark.Kind)
    /// What points are for.
    case kind(PointsByKind.Kind)
    /// A part of an answer.
    case part(AnswerPart.Name)
    /// Whether something is right.
    case right(Bool)
    /// Whether a silence was kept; nil while nobody can say.
    case kept(Bool?)
    /// Where the work on an incident stands.
    case status(IncidentStatus)
    /// Where a run stands.
    case state(RunRecord.State)
    /// Why something was not detected.
    case reason(MissReason)
    /// How a technique was detected.
    case coverage(TechniqueCoverage.State)
    /// Which way bytes went.
    case direction(Direction)
    /// What was not inspected, by its word for machines.
    case remainder(String)
    /// What a rule finds, and in what.
    case category(RuleCategory), object(ScannedObject.Kind)

    /// The term in a language.
    func text(_ language: ReportLanguage) -> String { language == .vietnamese ? vietnamese : english }
}
