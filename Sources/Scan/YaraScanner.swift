import CYara

/// One of libyara's scanners, for one thread at a time, with the matches of its last scan.
@safe
struct YaraScanner: ~Copyable {
    // Owned: made in `init`, destroyed in `deinit`, never handed out.
    private let scanner: UnsafeMutablePointer<YR_SCANNER>
    private let rules: CompiledRules
    /// What the last scan found.
    let matches: MatchList

    /// Strings that failed in this scan, and their rules.
    private var failed: [(string: UInt32, rule: Int)] = []
    /// Times that bytes are scanned again without a string that failed.
    private static let retries = 4

    /// The error number of a scan that came to its end.
    static let success = ERROR_SUCCESS
    /// The error number of a scan that ran out of time.
    static let timeout = ERROR_SCAN_TIMEOUT

    /// A scanner of these rules, which it keeps alive. `matchesPerRule` bounds what is kept of each hit.
    init(_ rules: CompiledRules, timeout: Int, matchesPerRule: Int) throws(RuleError) {
        try YaraLibrary.start()
        var created: UnsafeMutablePointer<YR_SCANNER>?
        let result = unsafe rules.withRules { unsafe yr_scanner_create($0, &created) }
        guard let created = unsafe created, result == ERROR_SUCCESS else {
            throw .engine("libyara gives no scanner: error \(result)")
        }
        unsafe scanner = unsafe created
        self.rules = rules
        matches = MatchList(perRule: matchesPerRule)
        // Without try/catch, since libyara's would take the process's signal handlers away; bytes in our own
        // memory cannot fault.
        let flags = SCAN_FLAGS_NO_TRYCATCH | SCAN_FLAGS_FAST_MODE | SCAN_FLAGS_REPORT_RULES_MATCHING
        unsafe yr_scanner_set_flags(scanner, flags)
        unsafe yr_scanner_set_timeout(scanner, Int32(clamping: max(timeout, 0)))
        // Safe: the list lives as long as this value, and libyara calls back only while it scans.
        unsafe yr_scanner_set_callback(scanner, collectMatch, Unmanaged.passUnretained(matches).toOpaque())
    }

    deinit {
        unsafe yr_scanner_destroy(scanner)
    }

    /// Sets an external variable for the scans to come; libyara copies it. Only those
    /// that were defined for the compiler can be set.
    mutating func define(_ name: String, _ value: ExternalVariable.Value) {
        let result: Int32 =
            switch value {
            case .text(let text): unsafe yr_scanner_define_string_variable(scanner, name, text)
            case .number(let number): unsafe yr_scanner_define_integer_variable(scanner, name, number)
            }
        precondition(result != ERROR_INVALID_ARGUMENT, "the compiler was not told of the variable")
    }

    /// Scans bytes as one block and leaves what it found in `matches`. Returns libyara's error number.
    ///
    /// Where one string fails on these bytes (a pattern that branches too often), libyara gives up on all
    /// rules, which is a way to hide from them. So the bytes are scanned again without that string, a few
    /// times; its rule is in `matches.failedRules`, and the answer is still the error.
    mutating func scan(_ bytes: Span<UInt8>) -> Int32 {
        failed.removeAll(keepingCapacity: true)
        let result = scanOnce(bytes)
        var last = result
        while last != ERROR_SUCCESS, last != ERROR_SCAN_TIMEOUT, failed.count < Self.retries {
            guard let string = unsafe cyara_failed_string(scanner) else { break }
            unsafe failed.append((string.pointee.idx, Int(string.pointee.rule_idx)))
            last = scanOnce(bytes)
        }
        for (_, rule) in failed where !matches.failedRules.contains(rule) { matches.failedRules.append(rule) }
        return result
    }

    private mutating func scanOnce(_ bytes: Span<UInt8>) -> Int32 {
        matches.clear()
        unsafe cyara_forget(scanner)
        for (string, _) in failed { unsafe cyara_disable(scanner, string) }
        // Safe: libyara reads the bytes only within the call, which the span outlives.
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe yr_scanner_scan_mem(scanner, buffer.baseAddress, buffer.count)
        }
    }
}

private let collectMatch: YR_CALLBACK_FUNC = { context, message, data, list in
    // Safe: `YaraScanner` passes a list that it keeps alive, and libyara the rule that its message is about.
    guard let list = unsafe list else { return CALLBACK_CONTINUE }
    let matches = unsafe Unmanaged<MatchList>.fromOpaque(list).takeUnretainedValue()
    switch message {
    case CALLBACK_MSG_RULE_MATCHING:
        guard let context = unsafe context, let data = unsafe data else { break }
        unsafe append(data.assumingMemoryBound(to: YR_RULE.self), context, to: matches)
    case CALLBACK_MSG_TOO_MANY_MATCHES:
        matches.tooMany += 1
    default:
        break
    }
    return CALLBACK_CONTINUE
}

private func append(
    _ rule: UnsafePointer<YR_RULE>, _ context: UnsafePointer<YR_SCAN_CONTEXT>, to list: MatchList
) {
    list.begin(rule: Int(unsafe cyara_rule_index(context, rule)))
    var string = unsafe cyara_first_string(rule)
    while let entry = unsafe string {
        // libyara keeps the matches of a string by offset, so the first ones are enough.
        var count = 0
        var match = unsafe cyara_first_match(context, entry)
        while count < list.perRule, let found = unsafe match {
            unsafe list.append(
                string: Int(entry.pointee.idx), offset: Int(found.pointee.base &+ found.pointee.offset),
                length: Int(found.pointee.match_length))
            count += 1
            unsafe match = unsafe cyara_next_match(found)
        }
        unsafe string = unsafe cyara_next_string(entry)
    }
}
