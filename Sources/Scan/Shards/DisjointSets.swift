/// Numbers in sets that are joined two by two.
struct DisjointSets {
    private var parents: [Int]

    /// Each number from 0 in a set of its own.
    init(count: Int) {
        parents = Array(0..<count)
    }

    /// Makes one set of those that two numbers are in.
    mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (root(left), root(right))
        parents[max(left, right)] = min(left, right)
    }

    /// The sets, each sorted, in the order of their first members.
    var members: [[Int]] {
        var sets: [Int: [Int]] = [:]
        for number in parents.indices { sets[root(number), default: []].append(number) }
        return sets.sorted { $0.key < $1.key }.map(\.value)
    }

    private func root(_ number: Int) -> Int {
        var number = number
        while parents[number] != number { number = parents[number] }
        return number
    }
}
