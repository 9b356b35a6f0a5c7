import Capture
import NetTypes

/// Files whose names differ in nothing but numbers, in the order of their first frames: what one sensor has written one after
/// another.
struct Chain {
    /// A file with what is to be done with it.
    struct Item {
        /// The file.
        var file: ScanUnit.File
        /// What is done with it; nil for nothing.
        var work: ScanUnit.Work?
        /// Whether all of it is there, so that it can be read for the flows that are under way at its end.
        var isWhole = true
        /// What goes first has the lower number.
        var rank = 0
    }

    private let items: [Item]

    /// The chains in a list of files, in the order of their first files. Each file is one by itself where `separate` is
    /// true, where it is no regular file, and where its first frame cannot be read.
    static func chains(_ items: [Item], separate: Bool) -> [Chain] {
        var order: [String] = []
        var series: [String: [Item]] = [:]
        for (number, item) in items.enumerated() {
            // A file of a series of its own has a name that no path has.
            let name =
                separate || !item.file.isRegular ? "\0\(number)" : RotationName(path: item.file.path).series
            if series[name] == nil { order.append(name) }
            series[name, default: []].append(item)
        }
        return order.flatMap { sorted(series[$0] ?? []) }
    }

    private static func sorted(_ items: [Item]) -> [Chain] {
        guard items.contains(where: { $0.work != nil }) else { return [] }
        guard items.count > 1 else { return [Chain(items: items)] }
        var (placed, apart): ([Item], [Chain]) = ([], [])
        for var item in items {
            item.file.start = Savefile.start(of: item.file.path)
            item.file.numbers = RotationName(path: item.file.path).numbers
            if item.file.start == nil { apart.append(Chain(items: [item])) } else { placed.append(item) }
        }
        placed.sort { isBefore($0.file, $1.file) }
        return [Chain(items: placed)] + apart
    }

    private static func isBefore(_ left: ScanUnit.File, _ right: ScanUnit.File) -> Bool {
        let (one, two) = (left.start ?? .zero, right.start ?? .zero)
        if one != two { return one < two }
        if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }

    /// The units of the chain, each with what goes first: files that follow one another and with which the same is done.
    func units() -> [(unit: ScanUnit, rank: Int)] {
        var units: [(unit: ScanUnit, rank: Int)] = []
        let counter = counter
        var isOpen = false
        for (place, item) in items.enumerated() {
            guard let work = item.work else {
                isOpen = false
                continue
            }
            if let last = units.indices.last, isOpen, units[last].unit.work == work,
                units[last].unit.files.count < ScanUnit.mostFiles, units[last].unit.size < ScanUnit.mostBytes
            {
                units[last].unit.files.append(item.file)
                units[last].rank = min(units[last].rank, item.rank)
                continue
            }
            let before = place > 0 && items[place - 1].isWhole ? items[place - 1].file : nil
            let unit = ScanUnit(files: [item.file], leadIn: before, work: work, counter: counter)
            units.append((unit, item.rank))
            isOpen = true
        }
        return units
    }

    /// The place of a number that goes up by one from file to file, for most of them; nil where there is none.
    private var counter: Int? {
        let pairs = zip(items, items.dropFirst()).map { ($0.file.numbers, $1.file.numbers) }
            .filter { $0.count == $1.count }
        guard pairs.count > 1, let count = pairs.first?.0.count else { return nil }
        return (0..<count).last { place in
            let steps = pairs.count { old, new in
                place < new.count && new[place] > old[place] && new[place] - old[place] == 1
            }
            return steps * 2 >= pairs.count
        }
    }
}
