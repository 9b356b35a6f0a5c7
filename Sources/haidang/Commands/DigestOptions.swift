import ArgumentParser

/// Options of a scan that gives the digest of its run.
struct DigestOptions: ParsableArguments {
    @Option(
        parsing: .singleValue, help: ArgumentHelp("\(DigestHelp.file)", valueName: "FILE"),
        completion: .file(extensions: ["txt", "html", "json"]))
    var digest: [String] = []

    @Option(parsing: .singleValue, help: ArgumentHelp("\(DigestHelp.to)", valueName: "SINK"))
    var digestTo: [String] = []

    /// True where the text of the digest stands in the place of the summary.
    var replacesSummary: Bool { digest.contains("-") }

    /// What is to be done with the digest, before anything is scanned: what makes no sense is a usage error now, and not
    /// in the morning. Nil where nobody wants one.
    func delivery(
        ledger: String?, isJSON: Bool, _ settings: Settings, _ messages: Messages
    ) throws(CommandError) -> DigestDelivery? {
        if digest.isEmpty, digestTo.isEmpty { return nil }
        guard ledger != nil else { throw .usage("\(DigestNotice.needsLedger)") }
        if isJSON, replacesSummary { throw .usage("\(DigestNotice.excludesJSON)") }
        var files: [DigestDelivery.File] = []
        for path in digest {
            guard let format = path == "-" ? .text : DigestFormat(suffixOf: path) else {
                throw .usage("\(DigestNotice.unknownFormat(path: path))")
            }
            files.append(DigestDelivery.File(path: path, format: format))
        }
        return DigestDelivery(files: files, sending: try DigestSending(to: digestTo, settings, messages))
    }
}
