/// Prints rows as they come; a table only at the end, when its widths are known.
struct InspectWriter {
    private let view: InspectView
    private let format: InspectFormat?
    private let terminal: Terminal
    private var table: Table

    /// A writer that has printed at most a header.
    init(_ view: InspectView, _ format: InspectFormat?, _ terminal: Terminal) {
        self.view = view
        self.format = format
        self.terminal = terminal
        table = Table(view.headings.map(\.description), fold: view.fold)
        if format == .csv { terminal.results.line(CSV.line(view.columns)) }
    }

    /// Takes the rows of one file.
    mutating func add(_ rows: [[InspectField]]) {
        let results = terminal.results
        for row in rows {
            switch format {
            case .csv: results.line(CSV.line(row.map { $0.csv(onTerminal: results.isTerminal) }))
            case .json: results.line(JSONValue.object(Array(zip(view.columns, row.map(\.json)))).line)
            case nil: table.add(row.map(\.cell))
            }
        }
    }

    /// Prints what has been kept back.
    func finish() {
        if format == nil, !table.isEmpty { terminal.write(table) }
    }
}
