extension ReportHeading {
    var english: String {
        switch self {
        case .profile: "Profile"
        case .form: "Form"
        case .title: "Title"
        case .about: "About"
        case .clocks: "Deadlines"
        case .incident: "incident"
        case .period: "days"
        }
    }
}
