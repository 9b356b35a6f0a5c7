/// The command line.
struct Options {
    /// What was asked for.
    enum Task {
        case phase(PhaseRun)
        case memory(MemoryRun)
        case ring(RingRun)
        case indicators(IndicatorRun)
        case incidents(IncidentRun)
        case soak(SoakRun)
        case send(SendRun)
        case everything(Plan)
    }

    let task: Task

    /// Reads the arguments; nil when they make no sense.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        if rest.first == "memory" {
            rest.removeFirst()
            guard let run = Self.memory(&rest) else { return nil }
            task = .memory(run)
            return
        }
        if rest.first == "ioc" {
            rest.removeFirst()
            guard let run = Self.indicators(&rest) else { return nil }
            task = .indicators(run)
            return
        }
        if rest.first == "incidents" {
            rest.removeFirst()
            guard let run = Self.incidents(&rest) else { return nil }
            task = .incidents(run)
            return
        }
        if rest.first == "ring" {
            rest.removeFirst()
            guard let run = Self.ring(&rest) else { return nil }
            task = .ring(run)
            return
        }
        if rest.first == "soak" {
            rest.removeFirst()
            guard let run = Self.soak(&rest) else { return nil }
            task = .soak(run)
            return
        }
        if rest.first == "send" {
            rest.removeFirst()
            guard let run = Self.send(&rest) else { return nil }
            task = .send(run)
            return
        }
        guard rest.first == "phase" else {
            guard let plan = Self.plan(&rest) else { return nil }
            task = .everything(plan)
            return
        }
        rest.removeFirst()
        guard let run = Self.phase(&rest) else { return nil }
        task = .phase(run)
    }

    private static func phase(_ rest: inout ArraySlice<String>) -> PhaseRun? {
        guard rest.count >= 2, let phase = rest.popFirst().flatMap(Phase.init), let file = rest.popFirst()
        else { return nil }
        var run = PhaseRun(phase: phase, file: file)
        while let option = rest.popFirst() {
            switch option {
            case "--yara": run.timesYara = true
            case "--rules":
                guard let path = rest.popFirst() else { return nil }
                run.rules.append(path)
            case "--steady":
                guard let number = number(&rest) else { return nil }
                run.steadyFrom = UInt64(number)
            default: return nil
            }
        }
        if run.rules.isEmpty { run.rules = ["rules"] }
        return run
    }

    private static func memory(_ rest: inout ArraySlice<String>) -> MemoryRun? {
        var run = MemoryRun()
        while let option = rest.popFirst() {
            guard option == "--downloads", let number = number(&rest) else { return nil }
            run.downloads = number
        }
        return run
    }

    private static func incidents(_ rest: inout ArraySlice<String>) -> IncidentRun? {
        var run = IncidentRun()
        while let option = rest.popFirst() {
            guard option == "--detections", let number = number(&rest) else { return nil }
            run.detections = number
        }
        return run
    }

    private static func indicators(_ rest: inout ArraySlice<String>) -> IndicatorRun? {
        var run = IndicatorRun()
        while let option = rest.popFirst() {
            guard option == "--rounds", let number = number(&rest) else { return nil }
            run.rounds = number
        }
        return run
    }

    private static func ring(_ rest: inout ArraySlice<String>) -> RingRun? {
        var run = RingRun()
        while let option = rest.popFirst() {
            guard option == "--rounds", let number = number(&rest) else { return nil }
            run.rounds = number
        }
        return run
    }

    private static func send(_ rest: inout ArraySlice<String>) -> SendRun? {
        guard let file = rest.popFirst(), let interface = rest.popFirst() else { return nil }
        var run = SendRun(file: file, interface: interface)
        while let option = rest.popFirst() {
            guard option == "--speed", let speed = rest.popFirst().flatMap(Double.init) else { return nil }
            run.speed = speed
        }
        return run
    }

    private static func soak(_ rest: inout ArraySlice<String>) -> SoakRun? {
        var run = SoakRun()
        while let option = rest.popFirst() {
            switch option {
            case "--hours":
                guard let number = number(&rest) else { return nil }
                run.hours = number
            case "--plot":
                guard let path = rest.popFirst() else { return nil }
                run.plot = path
            default: return nil
            }
        }
        return run
    }

    private static func plan(_ rest: inout ArraySlice<String>) -> Plan? {
        var plan = Plan()
        while let option = rest.popFirst() {
            if option == "--output" {
                guard let path = rest.popFirst() else { return nil }
                plan.output = path
                continue
            }
            guard let number = number(&rest) else { return nil }
            switch option {
            case "--megabytes": plan.megabytes = number
            case "--flows": plan.flows = number
            case "--rounds": plan.rounds = max(5, number)
            default: return nil
            }
        }
        return plan
    }

    private static func number(_ rest: inout ArraySlice<String>) -> Int? {
        rest.popFirst().flatMap { Int($0) }.flatMap { (1...1_000_000_000).contains($0) ? $0 : nil }
    }
}
