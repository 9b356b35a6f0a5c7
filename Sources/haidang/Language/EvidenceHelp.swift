/// What the help pages of the `evidence` commands say.
enum EvidenceHelp: Text {
    /// What commands do.
    case evidence, export, exportDetail, verify, verifyDetail, view, open, openDetail, key, keyDetail
    /// What arguments are.
    case incident, folder
    /// What options of `export` do.
    case to, objects, publicKey, recording, eventLog, jsonExport
    /// What options of `verify`, `view` and `open` do.
    case anchor, jsonVerify, note, secretKey, object, output
}
