/// One type a file, found by the file's name; and no type that bears the name of a room.
enum NameRules {
    static func violations(in tree: Tree) -> [String] {
        tree.sources.flatMap { foreignName($0, tree) + secondType($0) + roomName($0, tree) }
    }

    /// A type stands in `Type.swift`, a part of it in `Type+Aspect.swift`.
    ///
    /// A file of nothing but extensions may instead be named for its subject, if no type bears that name; a
    /// program's entry point is named for the program, and an outline of nothing but comments for its room.
    private static func foreignName(_ file: SwiftFile, _ tree: Tree) -> [String] {
        let types = file.topLevelTypes
        let owner = file.stem.split(separator: "+").first.map(String.init) ?? ""
        if types.isEmpty || file.isProgram || types.contains(where: { $0.name == owner }) { return [] }
        let isSubject = file.stem == owner && types.allSatisfy(\.isExtension)
        return isSubject && !declares(owner, tree) ? [] : ["\(file.path) declares no \(owner)"]
    }

    private static func declares(_ name: String, _ tree: Tree) -> Bool {
        tree.sources.contains { $0.topLevelTypes.contains { $0.name == name && !$0.isExtension } }
    }

    private static func secondType(_ file: SwiftFile) -> [String] {
        let declared = file.topLevelTypes.filter { !$0.isExtension && !$0.isPrivate }
        guard declared.count > 1 else { return [] }
        return ["\(file.path) declares \(declared.map(\.name).joined(separator: " and "))"]
    }

    /// Swift could not qualify anything in such a module.
    private static func roomName(_ file: SwiftFile, _ tree: Tree) -> [String] {
        file.topLevelTypes.filter { !$0.isExtension && tree.rooms.contains($0.name) }.map {
            "\(file.path): the type \($0.name) bears the name of a room"
        }
    }
}
