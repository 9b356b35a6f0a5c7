/// Names that nobody else has.
enum RandomName {
    /// 26 small letters and digits: more than 120 bits by the system's generator.
    static func make() -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
        return String((0..<26).map { _ in letters[Int.random(in: letters.indices)] })
    }
}
