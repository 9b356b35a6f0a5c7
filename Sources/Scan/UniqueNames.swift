/// Makes names distinct, in the order in which they are claimed.
struct UniqueNames {
    private var taken: Set<String> = []

    /// The name, or with the first free number behind it when it was claimed before.
    mutating func claim(_ name: String) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(name)#\(number)"
            number += 1
        }
        return candidate
    }
}
