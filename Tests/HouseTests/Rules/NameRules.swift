/// One type a file, found by the file's name; and no type that bears the name of a room.
enum NameRules {
    static func violations(in tree: Tree) -> [String] {
        tree.sources.flatMap { foreignName($0) + secondType($0) + roomName($0, tree) }
    }

    /// `Type.swift` declares (or extends) Type, `Type+Aspect.swift` extends it.
    ///
    /// A program's entry point is named for the program, and an outline of nothing but comments for its room.
    private static func foreignName(_ file: SwiftFile) -> [String] {
        let types = file.topLevelTypes
        let owner = file.stem.split(separator: "+").first.map(String.init) ?? ""
        if types.isEmpty || file.isProgram || types.contains(where: { $0.name == owner }) { return [] }
        return ["\(file.path) declares no \(owner)"]
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
