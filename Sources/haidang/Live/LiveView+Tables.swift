import NetTypes

extension LiveView {
    /// The table of interfaces, heading included, in the widest form that the terminal has room for.
    func interfaceLines(atMost limit: Int) -> [String] {
        let all = state.statistics.interfaces
        let room = max(1, limit - 1)
        // A line is needed to say that there are more.
        let count = all.count <= room ? all.count : max(1, room - 1)
        let positions = mostUrgent(count)
        var lines: [String] = []
        for form in Form.allCases {
            let table = interfaceTable(form, positions)
            if table.columns > width, form != .narrow { continue }
            lines = table.lines(width: nil, palette: palette)
            if table.columns > width {
                // Narrower than the least width we promise: without colours a line can be cut anywhere.
                lines = table.lines(width: nil, palette: Palette(enabled: false)).map {
                    DisplayWidth.fitted($0, to: width)
                }
            }
            break
        }
        if all.count > count, room > 1 {
            lines.append(
                StyledLine(say(.moreInterfaces(all.count - count)), .faint).text(
                    width: width, palette: palette))
        }
        return lines
    }

    /// Positions of the interfaces that are shown, in order: those that are down first, then those that drop.
    private func mostUrgent(_ count: Int) -> [Int] {
        let all = state.statistics.interfaces
        func urgency(_ index: Int) -> Int {
            if !all[index].isUp { return 0 }
            return all[index].droppedByKernel > 0 || all[index].droppedByInterface > 0 ? 1 : 2
        }
        return all.indices.sorted { (urgency($0), $0) < (urgency($1), $1) }.prefix(count).sorted()
    }

    /// Which columns the table of interfaces has.
    private enum Form: CaseIterable {
        case wide, medium, narrow
    }

    private func interfaceTable(_ form: Form, _ positions: [Int]) -> Table {
        var headings: [PanelText] = [.interface, .framesPerSecond, .bitsPerSecond]
        switch form {
        case .wide: headings += [.frames, .kernelDrops, .interfaceDrops]
        case .medium: headings += [.frames, .drops]
        case .narrow: headings += [.drops]
        }
        var words = headings.map(say) + [""]
        let all = state.statistics.interfaces.count
        if positions.count < all { words[0] += " \(positions.count)/\(all)" }
        var table = Table(words, fold: words.count)
        for position in positions { table.add(interfaceRow(form, position)) }
        return table
    }

    private func interfaceRow(_ form: Form, _ position: Int) -> [Cell] {
        let interface = state.statistics.interfaces[position]
        let rates =
            state.rates.interfaces.indices.contains(position)
            ? state.rates.interfaces[position] : LiveRates.Interface()
        let name = DisplayWidth.fitted(Escaping.shown(interface.name), to: 15)
        var row = [
            Cell(name, tone: interface.isUp ? .strong : .alarm), number(rates.framesPerSecond, 9),
            Cell(number: padded(Number.bitRate(rates.bitsPerSecond, language), 10)),
        ]
        let (kernel, card) = (interface.droppedByKernel, interface.droppedByInterface)
        switch form {
        case .wide: row += [number(interface.frames, 13), number(kernel, 7, .alarm), number(card, 7, .alarm)]
        case .medium: row += [number(interface.frames, 13), number(kernel &+ card, 7, .alarm)]
        case .narrow: row.append(number(kernel &+ card, 7, .alarm))
        }
        if !interface.isUp {
            row.append(Cell(say(.down), tone: .alarm))
        } else {
            row.append(Cell(interface.failures > 0 ? say(.failures(interface.failures)) : "", tone: .caution))
        }
        return row
    }

    /// A number at least `columns` wide, so that columns do not jump as it grows; its tone counts above 0 only.
    private func number(_ value: UInt64, _ columns: Int, _ tone: Palette.Tone? = nil) -> Cell {
        Cell(number: padded(Number.grouped(value, language), columns), tone: value > 0 ? tone : nil)
    }

    private func padded(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - DisplayWidth.columns(text))) + text
    }

    /// The latest detections under their heading, newest first.
    func detectionLines(atMost limit: Int) -> [String] {
        let found = state.statistics.sensor.detections
        // On one line the newest detection says more than a heading.
        let hasHeading = limit > 1
        let rows = state.detections.prefix(hasHeading ? limit - 1 : limit)
        if state.detections.isEmpty {
            return [StyledLine(say(.nothingFound), .faint).text(width: width, palette: palette)]
        }
        let heading = StyledLine(
            say(.latest(shown: rows.count, of: max(found, UInt64(state.detections.count)))), .strong)
        return (hasHeading ? [heading.text(width: width, palette: palette)] : [])
            + detectionRows(rows.map(DetectionRow.init)).map { $0.text(width: width, palette: palette) }
    }

    private func detectionRows(_ rows: [DetectionRow]) -> [StyledLine] {
        let isWide = width >= 100
        let severities = rows.map {
            isWide ? SummaryText.severity($0.severity).text(language) : String($0.severity)
        }
        let severityColumns = severities.reduce(0) { max($0, DisplayWidth.columns($1)) }
        let left = width - 8 - 2 - severityColumns - 2
        let flowNeed = rows.reduce(0) { max($0, DisplayWidth.columns($1.flow)) }
        let ruleNeed = rows.reduce(0) {
            max($0, DisplayWidth.columns(isWide ? $1.qualifiedRule : $1.rule))
        }
        // A rule keeps at least a dozen columns, and gets what the two ends leave; objects get the rest.
        let ruleColumns = min(ruleNeed, isWide ? 40 : 24, max(12, left - flowNeed - 2))
        let flowColumns = min(flowNeed, max(1, left - ruleColumns - 2))
        return zip(rows, severities).map { row, severity in
            var line = StyledLine(row.time)
            line.add("  ")
            line.add(filled(severity, severityColumns), row.severity <= 2 ? .alarm : .caution)
            line.add("  ")
            line.add(filled(isWide ? row.qualifiedRule : row.rule, ruleColumns), .strong)
            line.add("  " + filled(row.flow, flowColumns))
            line.add("  " + row.object(language), .faint)
            return line
        }
    }

    private func filled(_ text: String, _ columns: Int) -> String {
        let fitted = DisplayWidth.fitted(text, to: columns)
        return fitted + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(fitted)))
    }
}
