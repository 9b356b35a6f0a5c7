extension RulesHelp {
    var english: String {
        switch self {
        case .checkDetail:
            """
            Says of each rule what it is about (and whether its metadata or its condition says so), its modules and strings, what \
            its metadata means, and what could be better. Rules whose id begins with HD- are held to docs/RULES.md.

            Exit codes: 0 all compile; 4 a rule does not compile, or with --strict anything could be better; 5 no rules.
            """
        case .test: "Run each rule against the captures that its metadata names."
        case .testDetail:
            """
            The metadata key hits names folders under captures in which the rule must hit, misses those in which it must \
            be silent. Each capture is read once, for all rules.

            Exit codes: 0 all as it must be; 3 a capture is missing or could not be read to its end; 4 a rule missed, hit \
            where it must not, names no captures or does not compile; 5 no rules or no captures; 130, 143 interrupted.
            """
        case .list: "List rules with what each is for."
        case .diff: "Say how two rule sets differ."
        case .diffDetail:
            """
            Compares rules as they are written; comments and blanks do not count. A rule with other metadata, name or \
            place that looks for the same has changed or moved.

            Exit codes: 0 no difference; 1 some; 3 a file could not be read; 4 a bundle is not valid; 5 no rules.
            """
        case .bundle: "Pack a rule set into one signed file."
        case .bundleDetail: "Whatever takes rules takes a bundle. A changed one is refused with code 4."
        case .bundleCreate: "Pack a folder of rules, and sign it if a key is given."
        case .bundleVerify: "Say whether a bundle is whole, and by whom."
        case .bundleKey: "Make a pair of keys (Ed25519): NAME.key to sign, NAME.pub to verify."
        case .bundleKeyDetail:
            "Whoever has NAME.key can sign. Keep it off the machines that scan; they need NAME.pub alone."
        case .old: "The old rules: a file, a folder or a bundle."
        case .new: "The new ones."
        case .bundleFolder: "The folder of rules."
        case .bundleOutput: "The bundle to write."
        case .bundleFile: "The bundle."
        case .keyName: "The path of both files, without the ending."
        case .strict: "Hold every rule to docs/RULES.md; anything that could be better exits with 4."
        case .now: "The day that expiry is held against (today)."
        case .captures: "The folder of captures."
        case .tap: "Print the Test Anything Protocol."
        case .jsonTests: "Print JSON, one line for each rule and capture."
        case .junit: "Write JUnit's XML to this file, '-' for standard output."
        case .category: "Only this category; can be given several times."
        case .severity: "Only this severity, 1 (critical) to 4 (low); can be given several times."
        case .technique: "Only this ATT&CK technique, with its sub-techniques; can be given several times."
        case .search: "Only rules with this text in name, namespace, tags, description or reference."
        case .jsonChanges: "Print JSON, one line for each change."
        case .author: "Who answers for the rules."
        case .bundleVersion: "The version of the rules."
        case .bundleDate: "The date of the bundle (today)."
        case .privateKey: "Sign with this private key."
        case .publicKey: "The bundle must be signed by this public key."
        case .jsonManifest: "Print the manifest as JSON."
        case .rulesKey: "Take rules only from bundles that are signed by this public key."
        }
    }
}
