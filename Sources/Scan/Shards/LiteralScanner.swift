import CHyperscan

/// The scratch memory of a search for literals, for one thread at a time.
@safe
struct LiteralScanner: ~Copyable {
    // Owned: made in `init`, freed in `deinit`, never handed out.
    private let scratch: OpaquePointer
    private let matchers: [LiteralMatcher]

    /// A scanner for these literals, which it keeps alive; nil when there are none, or no memory.
    init?(_ matchers: [LiteralMatcher]) {
        var created: OpaquePointer?
        // The memory grows to what the most demanding of them needs.
        for matcher in matchers {
            guard unsafe matcher.withDatabase({ unsafe hs_alloc_scratch($0, &created) }) == HS_SUCCESS else {
                unsafe hs_free_scratch(created)
                return nil
            }
        }
        guard let created = unsafe created else { return nil }
        unsafe scratch = unsafe created
        self.matchers = matchers
    }

    deinit {
        unsafe hs_free_scratch(scratch)
    }

    /// Adds to `candidates` the shards of the literals in these bytes. False when the bytes could not be searched.
    mutating func search(_ bytes: Span<UInt8>, _ candidates: Candidates) -> Bool {
        guard let length = UInt32(exactly: bytes.count) else { return false }
        // Safe: the bytes and the list outlive the call, and the search calls back only within it.
        let list = unsafe Unmanaged.passUnretained(candidates).toOpaque()
        return unsafe bytes.withUnsafeBytes { buffer in
            for matcher in matchers {
                let result = unsafe matcher.withDatabase { database in
                    unsafe hs_scan(database, buffer.baseAddress, length, 0, scratch, noteLiteral, list)
                }
                if result == HS_SCAN_TERMINATED { return true }
                guard result == HS_SUCCESS else { return false }
            }
            return true
        }
    }
}

/// Ends the search once no shard is awaited.
private let noteLiteral: match_event_handler = { shard, _, _, _, list in
    // Safe: `search` passes a list that it keeps alive.
    guard let list = unsafe list else { return 1 }
    return unsafe Unmanaged<Candidates>.fromOpaque(list).takeUnretainedValue().add(Int(shard)) ? 0 : 1
}
