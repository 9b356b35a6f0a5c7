extension RulesText {
    var english: String {
        switch self {
        case .checked(let good, let errors, let advice):
            "\(Number.grouped(good)) rules compile, \(Number.grouped(errors)) errors, \(Number.grouped(advice)) hints."
        }
    }
}
