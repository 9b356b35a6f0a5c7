/// Headings of the digest of a night, and of its tables.
enum DigestHeading: Text {
    /// Its parts.
    case files, notWhole, coverage, incidents, rules, newRules, costs, talkers, holes, nights
    /// Columns.
    case verdict, file, reason, unit, sum, rule, hits, address, bytes, after, missing
    /// Columns of the table of nights, which also name what is compared.
    case night, run, filesScanned, faults, detections, incidentsOpened, code
}
