import Foundation
import Glibc
import Incidents
import NetTypes

/// Files that the commands of evidence read and write beside case folders.
enum EvidenceFiles {
    /// The most bytes of a key file.
    private static let largestKey = 4096

    /// How objects are protected: as was asked for, else sealed where there is a key, else not exported.
    static func protection(
        _ wish: EvidenceExportCommand.Objects?, _ settings: Settings
    ) throws(CommandError) -> ObjectProtection {
        switch wish {
        case .nothing: return .none
        case .zip: return .zip
        case .sealed where settings.evidenceKey.isEmpty: throw .usage("\(EvidenceText.noKeySet)")
        case nil where settings.evidenceKey.isEmpty: return .none
        case .sealed, nil:
            do throws(EvidenceError) {
                return .sealed(try publicKey(settings.evidenceKey))
            } catch {
                throw .evidence(error)
            }
        }
    }

    /// The public half of a pair, from its file.
    static func publicKey(_ path: String) throws(EvidenceError) -> EvidenceKey {
        guard let key = EvidenceKey(text: try text(path)) else { throw .noKey(path: path) }
        return key
    }

    /// The secret half, from its file.
    static func secretKey(_ path: String) throws(EvidenceError) -> EvidenceSecretKey {
        guard let key = EvidenceSecretKey(text: try text(path)) else { throw .noKey(path: path) }
        return key
    }

    private static func text(_ path: String) throws(EvidenceError) -> String {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            return String(decoding: try file.read(upToCount: largestKey) ?? Data(), as: UTF8.self)
        } catch {
            throw .unreadable(path: path, reason: SystemReason.text(of: error))
        }
    }

    /// Enters into the custody log what the person does.
    static func log(
        _ folder: String, _ action: CustodyEntry.Action, detail: String, _ settings: Settings
    ) throws(EvidenceError) {
        try CustodyLog.append(
            to: folder, action, detail: detail, person: Person.current, host: host(settings), time: .now)
    }

    /// The machine's name in case folders.
    static func host(_ settings: Settings) -> String {
        settings.host.isEmpty ? ProcessInfo.processInfo.hostName : settings.host
    }

    /// Writes a file that only its owner may ever read. One that is there already is left alone: it may be the only copy
    /// of a key.
    static func writePrivately(_ bytes: [UInt8], _ path: String) throws(CommandError) {
        let mask = umask(0o077)
        defer { _ = umask(mask) }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            throw .cannotWrite(path: path, reason: SystemReason.text(of: error))
        }
    }
}
