/// Rules to measure with: a file, or a folder of them.
struct RuleChoice {
    let name: String
    let path: String
}
