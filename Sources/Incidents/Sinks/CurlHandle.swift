import CCurl

/// The owner of one of libcurl's handles: a transfer after another, or one connection that bytes go through.
///
/// The only code that speaks to libcurl. Pointers live for one call, but for the lists and the buffer for words about
/// errors, which live as long as the handle.
@safe
final class CurlHandle {
    private let handle: UnsafeMutableRawPointer
    private let words: UnsafeMutablePointer<CChar>
    private var lists: [CURLoption.RawValue: UnsafeMutablePointer<curl_slist>] = unsafe [:]

    /// Once for the process; with libcurl from 7.84 on safe from any thread.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_SSL | CURL_GLOBAL_WIN32)) == CURLE_OK

    /// A handle that obeys nothing but what it is told: no proxies of the environment, no signals, TLS from version 1.2
    /// on, the peer's certificate and name verified. Throws when there is no memory.
    init() throws(SinkFailure) {
        guard Self.isReady, let made = unsafe curl_easy_init() else {
            throw SinkFailure("libcurl cannot be used")
        }
        unsafe handle = made
        unsafe words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        unsafe ccurl_set_text(handle, CURLOPT_ERRORBUFFER, words)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOPROXY, "*")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SSLVERSION, Int(CCURL_TLS_1_2))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_TCP_KEEPALIVE, 1)
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        unsafe lists.values.forEach { unsafe curl_slist_free_all($0) }
        unsafe words.deallocate()
    }

    /// Sets a number.
    func set(_ option: CURLoption, _ number: Int) {
        _ = unsafe ccurl_set_number(handle, option, number)
    }

    /// Sets a text, which libcurl copies.
    func set(_ option: CURLoption, _ text: String) {
        _ = unsafe ccurl_set_text(handle, option, text)
    }

    /// Sets the files of connections over TLS.
    func set(_ files: TLSFiles) {
        if !files.authorities.isEmpty { set(CURLOPT_CAINFO, files.authorities) }
        if files.certificate.isEmpty { return }
        set(CURLOPT_SSLCERT, files.certificate)
        set(CURLOPT_SSLKEY, files.key)
    }

    /// Sets a list, which takes the place of the one before.
    func set(_ option: CURLoption, list: [String]) {
        var head: UnsafeMutablePointer<curl_slist>?
        // Safe: texts are copied into the list, which is freed only when libcurl has another one, or is done.
        for text in list { unsafe head = curl_slist_append(head, text) ?? head }
        _ = unsafe ccurl_set_list(handle, option, head)
        if let old = unsafe lists.removeValue(forKey: option.rawValue) { unsafe curl_slist_free_all(old) }
        if let head = unsafe head { unsafe lists[option.rawValue] = head }
    }

    /// Runs a transfer that posts bytes (HTTP) or uploads them (SMTP), and takes at most `mostAnswer` bytes of answer,
    /// which are thrown away.
    func perform(_ bytes: [UInt8], posts: Bool, mostAnswer: Int) -> CURLcode {
        unsafe words.pointee = 0
        return unsafe bytes.withUnsafeBytes { buffer in
            unsafe ccurl_perform(
                handle, posts ? 1 : 0, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
                mostAnswer)
        }
    }

    /// The status that the server gave in the last transfer; 0 for none.
    var status: Int { unsafe ccurl_status(handle) }

    /// Seconds that the server asked to wait in the last transfer; nil when it said nothing.
    var retryAfter: Int? {
        let seconds = unsafe ccurl_retry_after(handle)
        return seconds > 0 ? Int(clamping: seconds) : nil
    }

    /// What libcurl says of a failure of its last call.
    func reason(_ code: CURLcode) -> String {
        let detail = unsafe String(cString: words)
        if !detail.isEmpty { return detail }
        return unsafe String(cString: curl_easy_strerror(code))
    }

    /// Connects, for `send` and `receive`.
    func connect() -> CURLcode {
        unsafe words.pointee = 0
        set(CURLOPT_CONNECT_ONLY, 1)
        return unsafe curl_easy_perform(handle)
    }

    /// The descriptor of the connection; -1 for none. It stays this handle's.
    var descriptor: Int32 { unsafe ccurl_socket(handle) }

    /// Sends from position `start` on, as much as fits now: how many bytes, 0 when none fit.
    func send(_ bytes: [UInt8], from start: Int) throws(SinkFailure) -> Int {
        var sent = 0
        unsafe words.pointee = 0
        // Safe: the call reads only inside the closure, from a start that `dropFirst` keeps below the count.
        let code = unsafe bytes.dropFirst(start).withUnsafeBytes { rest in
            unsafe curl_easy_send(handle, rest.baseAddress, rest.count, &sent)
        }
        if code == CURLE_AGAIN { return 0 }
        if code != CURLE_OK { throw SinkFailure(reason(code)) }
        return sent
    }

    /// Takes what the peer sent and throws it away: how many bytes, nil when nothing has come, 0 when it has closed.
    func receive() throws(SinkFailure) -> Int? {
        var received = 0
        unsafe words.pointee = 0
        // Safe: the call writes at most as many bytes as the buffer has, inside the closure.
        let code = unsafe withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
            unsafe curl_easy_recv(handle, buffer.baseAddress, buffer.count, &received)
        }
        if code == CURLE_AGAIN { return nil }
        if code != CURLE_OK { throw SinkFailure(reason(code)) }
        return received
    }
}
