extension PrivilegeText {
    var english: String {
        switch self {
        case .error(.noSuchUser(let name)): "there is no user \(Escaping.shown(name)) on this machine"
        case .error(.isRoot(let name)):
            "\(Escaping.shown(name)) is root: name a user without rights with --user"
        case .error(.refused(.identity, let code)):
            "cannot become another user: \(SystemReason.text(code)); only root can, so leave out --user or use sudo"
        case .error(.refused(let step, let code)): "\(Self.english(step)): \(SystemReason.text(code))"
        case .staysRoot: "running on as root; name a user without rights with --user"
        }
    }

    private static func english(_ step: PrivilegeError.Step) -> String {
        switch step {
        case .lookUp: "cannot look the user up"
        case .identity: "cannot become another user"
        case .verification: "rights were given up, and could be had back"
        case .capabilities: "cannot give up the capabilities"
        case .noNewPrivileges: "cannot forbid new rights"
        case .filter: "cannot install the filter of system calls"
        }
    }
}
