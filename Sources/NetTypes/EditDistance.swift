/// How many single-character changes lie between two words.
public enum EditDistance {
    /// Insertions, deletions, replacements and swaps of neighbours that turn `one` into `other`.
    public static func between(_ one: String, _ other: String) -> Int {
        let left = Array(one)
        let right = Array(other)
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            beforeLast = last
            last = row
        }
        return last[right.count]
    }

    /// The candidate that looks most like a word, the first of equals; nil when none is near enough to be meant: more
    /// than a third of the word differs, and more than `least` characters.
    public static func nearest(to word: String, among candidates: [String], least: Int = 2) -> String? {
        let distances = candidates.map { (word: $0, distance: between($0, word)) }
        guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(least, word.count / 3) ? best.word : nil
    }
}
