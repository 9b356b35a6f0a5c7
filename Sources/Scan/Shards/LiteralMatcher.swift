import CHyperscan

/// Literals that are looked for in one pass.
@safe
final class LiteralMatcher: @unchecked Sendable {
    // Sendable because nobody writes: the database is complete once compiled, and a search only reads it.
    private let database: OpaquePointer

    /// A literal, and the shard that it makes a candidate.
    struct Entry {
        var bytes: [UInt8]
        var ignoresCase: Bool
        var shard: Int
    }

    /// Matchers of these literals, each of a bounded number: what compiling one costs grows with their square, a pass
    /// more is cheap beside what libyara does. Nil on a machine that cannot run the search.
    static func matchers(_ entries: [Entry]) -> [LiteralMatcher]? {
        var matchers: [LiteralMatcher] = []
        for start in stride(from: 0, to: entries.count, by: RuleLimits.literalsOfPass) {
            let end = min(start + RuleLimits.literalsOfPass, entries.count)
            guard let matcher = LiteralMatcher(entries[start..<end]) else { return nil }
            matchers.append(matcher)
        }
        return matchers
    }

    /// A matcher of these literals; nil on a machine that cannot run the search.
    private init?(_ entries: ArraySlice<Entry>) {
        guard hs_valid_platform() == HS_SUCCESS else { return nil }
        var compiled: OpaquePointer?
        let flags = entries.map { $0.ignoresCase ? UInt32(HS_FLAG_CASELESS) : 0 }
        let shards = entries.map { UInt32($0.shard) }
        let lengths = entries.map(\.bytes.count)
        var text: [UInt8] = []
        var starts: [Int] = []
        for entry in entries {
            starts.append(text.count)
            text += entry.bytes
        }
        var error: UnsafeMutablePointer<hs_compile_error_t>?
        // Safe: the literals are copied by the call, which their memory outlives.
        let result = unsafe text.withUnsafeBytes { buffer in
            let pointers: [UnsafePointer<CChar>?] = unsafe starts.map { start in
                unsafe buffer.baseAddress.map { unsafe ($0 + start).assumingMemoryBound(to: CChar.self) }
            }
            return unsafe hs_compile_lit_multi(
                pointers, flags, shards, lengths, UInt32(entries.count), UInt32(HS_MODE_BLOCK), nil,
                &compiled,
                &error)
        }
        unsafe hs_free_compile_error(error)
        guard result == HS_SUCCESS, let compiled = unsafe compiled else { return nil }
        unsafe database = unsafe compiled
    }

    deinit {
        unsafe hs_free_database(database)
    }

    /// Lends the database for one call; the pointer must not outlive this object.
    func withDatabase<Value>(_ body: (OpaquePointer) -> Value) -> Value {
        unsafe body(database)
    }
}
