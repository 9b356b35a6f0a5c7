// IP in IP: 4in4 (RFC 2003), 6in4 (RFC 4213), 4in6 and 6in6 (RFC 2473). There is no header between the two.
extension Descent {
    mutating func ipInIP(_ inner: Layer) -> Layer {
        setPayload()
        return enter(inner)
    }
}
