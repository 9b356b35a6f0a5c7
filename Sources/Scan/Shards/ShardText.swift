/// What a shard has of one file, as the compiler is given it.
struct ShardText {
    /// The file, by its place among all.
    var file: Int
    /// The imports and rules.
    var text: RuleText
    /// The rules, by their place among the file's rules.
    var rules: [Int]

    /// The texts of a shard, in the order of the files, each with the rules in the order of its file.
    static func texts(_ members: ShardPlan.Members, _ files: [[RulePiece]]) -> [ShardText] {
        let byFile = Dictionary(grouping: members.groups, by: \.file)
        return byFile.sorted { $0.key < $1.key }.map { file, groups in
            ShardText(file, groups.map(\.group), of: files[file], isWhole: members.key == nil)
        }
    }

    /// Takes out of a file the rules of these groups, and the imports that they use.
    private init(_ file: Int, _ groups: [RuleGroup], of pieces: [RulePiece], isWhole: Bool) {
        let wanted = Set(groups.flatMap(\.rules))
        let modules = Set(groups.flatMap(\.modules))
        var taken: [RulePiece] = []
        var rules: [Int] = []
        var number = 0
        for (place, piece) in pieces.enumerated() {
            switch piece.item.kind {
            case .moduleImport(let module) where isWhole || modules.contains(module):
                taken.append(piece)
            case _ where piece.item.ruleName != nil:
                if wanted.contains(place) {
                    taken.append(piece)
                    rules.append(number)
                }
                number += 1
            default:
                break
            }
        }
        self.file = file
        text = RuleText(taken)
        self.rules = rules
    }
}
