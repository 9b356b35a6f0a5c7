/// What the help pages of the `rules` commands say.
enum RulesHelp: Text {
    /// What commands do.
    case checkDetail, test, testDetail, list, diff, diffDetail
    /// What the commands of bundles do.
    case bundle, bundleDetail, bundleCreate, bundleVerify, bundleKey, bundleKeyDetail
    /// What arguments are.
    case old, new, bundleFolder, bundleOutput, bundleFile, keyName
    /// What options of `check` and `test` do.
    case strict, now, captures, tap, jsonTests, junit
    /// What options of `list` and `diff` do.
    case category, severity, technique, search, jsonChanges
    /// What options of bundles do, and of whatever loads rules.
    case author, bundleVersion, bundleDate, privateKey, publicKey, jsonManifest, rulesKey
}
