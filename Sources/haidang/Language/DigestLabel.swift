/// What is counted in the digest of a night, beside its number.
enum DigestLabel: Text {
    /// Files.
    case done, partial, failed, known, left, hunted
    /// Traffic.
    case frames, flows, captured, snapped, lost, undecoded
    /// Bytes of streams and datagrams.
    case scanned, timedOut, scanFailed, ciphertext
    /// Objects.
    case objects, objectsTimedOut, objectsFailed, objectsSkipped, objectBytes, truncated
}
