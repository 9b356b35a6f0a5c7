import WorkQueue

extension QueueText {
    var english: String {
        switch self {
        case .option:
            "Share the work with other machines by NATS JetStream, nats://host[:port][,host…][/LIST]: with paths, lay them out, scan as one of the machines, and gather all results; without, scan what another run has laid out until that is done."
        case .error(let error): Self.english(error)
        case .goesOn: "The list is left as it is: run the same again, and it goes on."
        case .notForTakers(let option):
            "\(option) is for the run that names the paths, not for a machine that only scans"
        case .standardInput: "standard input cannot be shared with other machines"
        case .scanned(let units, let list):
            "Scanned \(Number.grouped(units)) captures of the list \(Escaping.shown(list))"
        case .otherBasis: "this machine has other rules, lists or options than the run that laid out the work"
        case .otherFile(let path):
            "this machine does not see \(Escaping.shown(path)) as the run does that laid it out"
        }
    }

    private static func english(_ error: WorkQueueError) -> String {
        switch error {
        case .notBuiltIn: "this program was built without libnats: --queue needs it"
        case .address(let reason): "--queue: \(Escaping.shown(reason))"
        case .cannotConnect(let reason): "the queue cannot be reached: \(Escaping.shown(reason))"
        case .held(let holder): "another run has this work list (\(Escaping.shown(holder)))"
        case .over: "the work list is over"
        case .timedOut: "the queue does not answer"
        case .lost(let reason): "the queue: \(Escaping.shown(reason))"
        case .tooLarge(let limit): "the queue takes no message over \(Number.bytes(UInt64(max(0, limit))))"
        case .badID(let id): "the queue refuses the name \(Escaping.shown(id))"
        }
    }
}
