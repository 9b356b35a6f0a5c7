import Foundation

/// Measures what the path of a packet costs, beside other programs that do a part of it.
@main
struct Bench {
    private static let usage = """
        haidang-bench [options]              measure everything, and write docs/PERFORMANCE.md
          --megabytes N                      size of the capture of few large flows (300)
          --flows N                          flows in the capture of many small ones (40000)
          --rounds N                         rounds of each pair, at least 5 (5)
          --output FILE                      where the page goes (docs/PERFORMANCE.md)
        haidang-bench phase read|decode|flow|scan|objects FILE [options]
                                             run one phase in this process and print what it cost
          --rules PATH                       rules for scan and objects (rules)
          --steady N                         count allocations between frame N and frame 2N
          --yara                             time libyara's scan calls
        haidang-bench memory [--downloads N]  print what downloads that stop in the middle take (10000)
        haidang-bench soak [--hours N] [--plot FILE]
                                             run hours of capture time through the threads of a live run, print
                                             memory and flows over that time, and draw them (8, docs/memory-live.svg)
        haidang-bench ioc [--rounds N]        print what a list of a million indicators costs (5)
        haidang-bench incidents [--detections N]
                                             print what a flood of detections of one rule does to the store (1000000)
        haidang-bench send FILE INTERFACE [--speed N]
                                             send a capture to an interface as it was captured, for .ci/replay-timing (1)
        haidang-bench ring [--rounds N]       print what our ring costs beside one in C11 (9)

        HAIDANG_BULK names a real capture to measure as well, HAIDANG_BULK_RULES a larger rule file. The temporary
        folder needs room for the captures and, for each round, the streams in them: about 4 GB as it stands.
        """

    static func main() {
        do {
            try run(Options(Array(CommandLine.arguments.dropFirst())))
        } catch let failure as PhaseRun.Failure {
            complain("haidang-bench: \(failure.reason)")
            exit(5)
        } catch {
            complain("haidang-bench: \(error)")
            exit(5)
        }
    }

    private static func run(_ options: Options?) throws {
        guard let options else {
            complain(usage)
            exit(2)
        }
        switch options.task {
        case .phase(let run): print(try run.result().line)
        case .memory(let run): try run.carryOut()
        case .ring(let run): try run.carryOut()
        case .indicators(let run): try run.carryOut()
        case .incidents(let run): try run.carryOut()
        case .soak(let run): try run.carryOut()
        case .send(let run): try run.carryOut()
        case .everything(let plan): try plan.carryOut()
        }
    }

    /// Writes a line to standard error.
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
