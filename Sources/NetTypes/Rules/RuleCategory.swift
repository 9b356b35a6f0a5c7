/// What a rule finds, in the nine words of this project, to which those of public rules are led back.
public enum RuleCategory: String, CaseIterable, Sendable {
    /// Malicious files and scripts.
    case malware
    /// Somebody who is where he should not be, or tries to get there.
    case intrusion
    /// Service denied.
    case dos
    /// What should have stayed inside.
    case leak
    /// Pages changed by strangers.
    case deface
    /// Lures.
    case phishing
    /// Somebody who looks around.
    case recon
    /// What is not allowed here, without being an attack.
    case policy
    /// Anything else.
    case other

    /// The category that a word of public rules stands for, in any case of letters; nil when it stands for none.
    public init?(word: String) {
        let plain = word.lowercased()
        guard let category = RuleCategory(rawValue: plain) ?? Self.words[plain] else { return nil }
        self = category
    }

    /// Categories of CCCS-Yara and their subdivisions, of ReversingLabs, and the words that names of rules begin with
    /// in signature-base.
    private static let words: [String: RuleCategory] = [
        "mal": .malware, "trojan": .malware, "ransomware": .malware, "ransom": .malware, "worm": .malware,
        "virus": .malware, "backdoor": .malware, "rat": .malware, "rootkit": .malware, "wiper": .malware,
        "infostealer": .malware, "stealer": .malware, "keylogger": .malware, "dropper": .malware,
        "downloader": .malware, "loader": .malware, "banker": .malware, "bootkit": .malware,
        "adware": .malware, "apt": .malware, "crime": .malware, "miner": .malware, "susp": .malware,
        "exploit": .intrusion, "expl": .intrusion, "technique": .intrusion, "webshell": .intrusion,
        "tool": .policy, "hacktool": .policy, "hktl": .policy, "pua": .policy, "vuln": .policy,
        "phish": .phishing, "scanner": .recon, "reconnaissance": .recon, "ddos": .dos,
        "exfiltration": .leak, "defacement": .deface, "info": .other,
    ]
}
