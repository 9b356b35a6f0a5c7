import NetTypes

/// Takes packets and objects into a case folder while they are found.
///
/// Its calls do not throw, since they are made from inside readers that lend bytes; the first failure is kept, and from
/// then on nothing is taken.
public final class EvidenceIntake {
    /// Why it stopped taking; nil while it has not.
    public private(set) var failure: EvidenceError?

    private let packets: CaseFile
    private let vault: ObjectVault
    private var wanted: Set<String>

    /// Objects that were asked for and have not come, sorted.
    var missing: [String] { wanted.sorted() }

    init(packets: CaseFile, vault: ObjectVault, wanted: [String]) {
        self.packets = packets
        self.vault = vault
        self.wanted = Set(wanted)
    }

    /// Takes the next bytes of the pcapng file; they are copied.
    public func take(packets bytes: [UInt8]) {
        attempt { () throws(EvidenceError) in try packets.write(bytes) }
    }

    /// Takes an object, if it is wanted and was not taken before. It is protected before a byte of it reaches the disk.
    public func take(object content: [UInt8]) {
        let sha256 = Digest.of(content.span).hexadecimal
        guard wanted.contains(sha256) else { return }
        attempt { () throws(EvidenceError) in
            if try vault.put(content, sha256: sha256) { wanted.remove(sha256) }
        }
    }

    private func attempt(_ body: () throws(EvidenceError) -> Void) {
        guard failure == nil else { return }
        do throws(EvidenceError) {
            try body()
        } catch {
            failure = error
        }
    }
}
