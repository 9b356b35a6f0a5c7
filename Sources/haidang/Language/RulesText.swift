/// What `rules check` says at its end.
enum RulesText: Text {
    /// How many rules compile, and how much is wrong.
    case checked(good: Int, errors: Int, advice: Int)
}
