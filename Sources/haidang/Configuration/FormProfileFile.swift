import Incidents
import NetTypes
import Yams

/// Reads one profile of forms and clocks: `profile.yml` in a folder of its own, with the templates beside it or among
/// those that all profiles share.
struct FormProfileFile {
    /// Bytes that the file may have.
    static let mostBytes = 1 << 20
    /// Entries of each kind that it may have: forms, clocks, provisions, sections of a form, fields of a section, boxes.
    static let mostEntries = 256
    /// The file's name in the folder of the profile.
    static let name = "profile.yml"

    /// Reads and complains.
    var reader: DataFile
    /// What is wrong in templates.
    var templateProblems: [ConfigurationProblem] = []
    /// Where the templates are.
    let folder: FormFolder
    /// The folder of this profile.
    let path: String

    private var identifiers: [String: Int] = [:]

    /// The profile in a folder.
    static func load(_ path: String, in folder: FormFolder) throws(CommandError) -> FormProfile {
        let file = path + "/" + name
        let root = try DataFile.root(file, mostBytes: mostBytes) ?? Node.mapping(Node.Mapping([]))
        var profile = FormProfileFile(reader: DataFile(file: file), folder: folder, path: path)
        let read = profile.profile(root)
        let problems = profile.templateProblems
        try profile.reader.finish()
        if !problems.isEmpty { throw .configuration(problems) }
        return read
    }

    private init(reader: DataFile, folder: FormFolder, path: String) {
        self.reader = reader
        self.folder = folder
        self.path = path
    }

    private mutating func profile(_ root: Node) -> FormProfile {
        let fields = reader.fields(
            root, known: ["id", "vi", "en", "basis", "addressees", "notes", "clocks", "forms"],
            needed: ["id", "vi", "en", "basis", "addressees", "forms"])
        let id = identifier(fields, "id", in: "profile")
        let basis = entries(fields, "basis").map { self.basis($0) }
        let forms = entries(fields, "forms").map { form($0) }
        let clocks = entries(fields, "clocks").map {
            clock($0, forms: forms.map(\.id), basis: basis.map(\.id))
        }
        return FormProfile(
            id: id, title: text(fields), basis: basis, addressees: texts(fields, "addressees"),
            clocks: clocks,
            forms: forms, notes: texts(fields, "notes"))
    }

    private mutating func basis(_ node: Node) -> LegalBasis {
        let fields = reader.fields(
            node, of: "basis", known: ["id", "instrument", "article", "verified", "note"],
            needed: ["id", "instrument", "verified"])
        return LegalBasis(
            id: identifier(fields, "id", in: "basis"), instrument: reader.text(fields, "instrument") ?? "",
            article: reader.text(fields, "article") ?? "",
            verification: reader.word(fields, "verified", Verification.self) ?? .memory,
            note: fields["note"].map { translated($0, of: "note") })
    }

    private mutating func clock(_ node: Node, forms: [String], basis: [String]) -> FormClock {
        let keys = ["id", "vi", "en", "from", "within", "trigger", "form", "basis"]
        let fields = reader.fields(node, of: "clocks", known: keys, needed: keys)
        let within = reader.text(fields, "within")
        let span = within.flatMap { FormClock.Span($0) }
        if let within, span == nil, let node = fields["within"] {
            reader.complain(.badSpan(within), at: node)
        }
        return FormClock(
            id: identifier(fields, "id", in: "clocks"), label: text(fields),
            start: reader.word(fields, "from", FormClock.Start.self) ?? .detected, span: span ?? .atOnce,
            trigger: reader.word(fields, "trigger", FormClock.Trigger.self) ?? .always,
            form: reference(fields, "form", among: forms), basis: reference(fields, "basis", among: basis))
    }

    /// The name of another entry of the profile.
    private mutating func reference(_ fields: [String: Node], _ key: String, among known: [String]) -> String
    {
        guard let node = fields[key], let text = reader.text(fields, key) else { return "" }
        if !known.contains(text) {
            let nearest = EditDistance.nearest(to: text, among: known)
            reader.complain(.unknownReference(key: key, text, nearest: nearest), at: node)
        }
        return text
    }
}

extension FormProfileFile {
    /// The entries of a list.
    mutating func entries(_ fields: [String: Node], _ key: String) -> [Node] {
        reader.entries(fields, key, most: Self.mostEntries)
    }

    /// What the keys `vi` and `en` of an entry say.
    mutating func text(_ fields: [String: Node]) -> FormText {
        FormText(
            vietnamese: reader.text(fields, "vi") ?? "", english: reader.text(fields, "en") ?? "")
    }

    /// A text in both languages.
    mutating func translated(_ node: Node, of key: String) -> FormText {
        text(reader.fields(node, of: key, known: ["vi", "en"], needed: ["vi", "en"]))
    }

    /// A list of texts in both languages.
    mutating func texts(_ fields: [String: Node], _ key: String) -> [FormText] {
        entries(fields, key).map { translated($0, of: key) }
    }

    /// What an entry is called, distinct among those of its kind.
    mutating func identifier(_ fields: [String: Node], _ key: String, in scope: String) -> String {
        guard let node = fields[key], let id = reader.text(fields, key) else { return "" }
        let isGood = id.utf8.allSatisfy {
            (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
        }
        guard isGood, id.utf8.count <= 64 else {
            reader.complain(.badKey(id), at: node)
            return ""
        }
        let place = scope + "/" + id
        if let line = identifiers[place] { reader.complain(.duplicateID(id, line: line), at: node) }
        identifiers[place] = identifiers[place] ?? DataFile.line(node)
        return id
    }
}
