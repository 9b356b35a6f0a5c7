import AppLayer
import Foundation
import Scan
import Sensor

/// `docs/PERFORMANCE.md`, from what was measured.
struct Page {
    let machine: Machine
    let measured: [Measurement]
    let rounds: Int
    /// Downloads that were open at a time when memory was measured, and what was measured.
    let downloads: Int
    let memory: PhaseResult
    /// The page as it was. What other commands measured, at the end of it, stays.
    let old: String

    /// What comes before it is written anew each time.
    private static let mark =
        "<!-- From here on written by hand, from what the commands named below print. -->"

    var text: String {
        ([head] + measured.map(section) + [targets, inside, kept, method, apart]).joined(separator: "\n\n")
            + "\n"
    }

    private var apart: String {
        let parts = old.components(separatedBy: Self.mark)
        let rest = parts.count == 2 ? parts[1].trimmingCharacters(in: .newlines) : ""
        return Self.mark + "\n\n" + rest
    }

    private var head: String {
        let memory = String(format: "%.0f GiB", Double(machine.memory) / 1_073_741_824)
        let versions = machine.versions.map { "\($0.program) \($0.version)" }.joined(separator: ", ")
        return """
            # Performance

            Written by `make bench` down to "The ring"; every figure up to there comes from one run of it, on
            \(Self.today). What is counted is processor time, user and system together, of one thread, with the start of
            the program in it. Read it as packets and bytes for each second of one core.

            | | |
            |---|---|
            | processor | \(machine.processor), \(machine.cores) cores, \(memory) |
            | system | \(machine.system), Linux \(machine.kernel) |
            | versions | \(versions) |
            """
    }

    private static var today: String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date())
    }

    private func section(_ one: Measurement) -> String {
        let flows = one.results[.flow]?.flows ?? 0
        let rows = one.contestants.compactMap { row($0.name, one) }
        let absent = one.absent.map { name, programs in
            "\nNot run: \(name) (\(programs.joined(separator: ", ")) not installed)."
        }
        return """
            ## \(one.capture.title)

            \(one.capture.what). \(Self.count(one.packets)) packets, \(Self.count(one.bytes)) bytes, \(Self.count(flows)) flows.

            | what | CPU seconds | packets per CPU second | MB per CPU second |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))
            """ + absent.joined()
    }

    private func row(_ name: String, _ one: Measurement) -> String? {
        guard let values = one.seconds[name] else { return nil }
        let spread = Spread(values)
        let packets = UInt64(Double(one.packets) / spread.median)
        let megabytes = UInt64(Double(one.bytes) / spread.median / 1e6)
        return "| \(name) | \(spread.text("%.3f")) | \(Self.count(packets)) | \(Self.count(megabytes)) |"
    }

    private var targets: String {
        let flow = Measurement.ours(.flow)
        let reader = pair("reading to reassembling", Measurement.reader, flow, target: 1.5)
        let dissector = pair("reading to reassembling", Measurement.dissector, flow, target: nil)
        let names = measured.first?.contestants.map(\.name) ?? []
        let sets = names.filter { $0.hasPrefix(Measurement.ours(.scan)) }
        let wholes = sets.enumerated().flatMap { index, name in
            let rules = name.dropFirst(Measurement.ours(.scan).count)
            let theirs = "tcpflow to files, then yara\(rules)"
            return pair("scanning streams\(rules)", theirs, name, target: index == 0 ? 1.3 : nil)
        }
        let objects = names.filter { $0.hasPrefix(Measurement.ours(.objects)) }.flatMap { name in
            let rules = name.dropFirst(Measurement.ours(.objects).count)
            let theirs = "tcpflow to files and bodies, then yara\(rules)"
            return pair("the whole\(rules)", theirs, name, target: nil)
        }
        return """
            ## Beside others

            How many times our processor time the other takes for the same capture: the median of the ratios of
            neighbouring runs, with the lowest and the highest.

            | ours | theirs | capture | ratio | target | |
            |---|---|---|---|---|---|
            \((reader + wholes + objects + dissector).joined(separator: "\n"))

            What they do is not the same. `tcpflow` writing nothing prints payloads in the order in which they
            arrive, to the null device: it neither puts them in order nor verifies a checksum. To files it lets
            the file system put them in order, and `yara` then reads the files; both look at TCP only, where we
            also scan datagrams. With `-a` it takes out the bodies of HTTP too and undoes their encoding, which is the
            part of our objects that it knows; ours are also hashed, typed and opened where they are archives, and what
            is in those is scanned. `tshark` dissects every protocol it knows.
            """
    }

    private func pair(_ what: String, _ theirs: String, _ ours: String, target: Double?) -> [String] {
        measured.compactMap { one in
            guard let ratio = one.ratio(theirs, to: ours) else { return nil }
            let goal = target.map { String(format: "%.1f", $0) } ?? "–"
            let verdict = target.map { ratio.median >= $0 ? "met" : "**missed**" } ?? ""
            let title = one.capture.title
            return "| \(what) | \(theirs) | \(title) | \(ratio.text("%.2f")) | \(goal) | \(verdict) |"
        }
    }

    private var inside: String {
        let rows = measured.map { one in
            let counts = [Phase.decode, .flow, .scan].map { phase in
                one.allocations(phase).map { String(format: "%.1f", $0) } ?? "–"
            }
            let share = Spread(one.yaraShares.map { 100 * $0 }).text("%.0f")
            return "| \(one.capture.title) | \(counts.joined(separator: " | ")) | \(share) |"
        }
        return """
            ## Inside

            Allocations for 1,000 packets, counted between the end of the first third of a capture and the end of
            the second, and libyara's part of scanning streams with 10 rules, in percent.

            | capture | decode | and flow, reassembly | and scan | libyara's part, % |
            |---|---|---|---|---|
            \(rows.joined(separator: "\n"))

            \(verdict)

            A packet of a flow that is known and in order allocates nothing. What is counted belongs to flows that
            begin and end, to segments that come early, and, when scanning, to buffers that grow with their stream
            and to libyara, once for a window and for each of its matches.
            """
    }

    /// Whether the steady state of few large flows is free of allocations for each packet, up to reassembly.
    private var verdict: String {
        let most = measured.first?.allocations(.flow) ?? .infinity
        return "Target: none for each packet in the steady state, which the bulk capture is: "
            + (most < 1 ? "met." : "**missed**.")
    }

    private var kept: String {
        let budgets = SensorConfiguration()
        func mebibytes(_ bytes: UInt64) -> String { Self.count((bytes + (1 << 19)) >> 20) }
        return """
            ## Memory

            \(Self.count(UInt64(downloads))) HTTP downloads at the same time, each of which promises 1 MiB, sends 32 KiB
            and stops, with the default budgets and 10 rules. \(Self.count(memory.objects)) objects began.

            | what | peak, MiB | budget, MiB |
            |---|---|---|
            | reserved for objects | \(mebibytes(memory.peakObjects)) | \(mebibytes(UInt64(budgets.application.objectBudget))) |
            | reserved for streams until they are scanned | \(mebibytes(memory.peakStreams)) | \(mebibytes(UInt64(budgets.scan.budget))) |
            | the process (VmHWM) | \(mebibytes(memory.peakMemory)) | |

            What is reserved is counted, used or not. The process has more: the rules, libmagic's database, what each
            flow and its parser need beside the bytes, and holes between allocations.

            `haidang-bench memory` prints the same figures.
            """
    }

    private var method: String {
        """
        ## How it is measured

        Everything over one capture runs in turn, \(rounds) rounds (`tshark` one), so that what else the machine
        does falls on all alike. Before the first round the kernel reads the capture from the disk; from then on
        it lies in the page cache. Each run is a process of its own, and its processor time is what the kernel
        says when it ends. A phase is the program's own code with its default configuration, called as
        `haidang-bench phase read|decode|flow|scan|objects FILE`; it does not write events. The others run as
        `tcpflow -q -r FILE -B -C -X /dev/null`, `tcpflow -q -r FILE -o DIR` (and `-a`), `yara -p 1 -r RULES DIR` and
        `tshark -r FILE -q -z conv,tcp`. Allocations are counted in front of the C library, and libyara's time in
        front of its scan call, in runs that are not compared. `tcpflow` writes into a new folder each time, and
        nothing is deleted before the end.

        The generated captures are the same on any machine. `HAIDANG_BULK` names a capture of your own, and
        `HAIDANG_BULK_RULES` more rules, to be measured as well.
        """
    }

    /// A number with commas between thousands.
    private static func count(_ number: UInt64) -> String {
        var digits = Array(String(number))
        for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
        return String(digits)
    }
}
