/// Why rights could not be given up. Nothing has been captured or written then.
enum PrivilegeError: Error, Equatable {
    /// No user of this machine has the name.
    case noSuchUser(String)
    /// The user is root, under whatever name: nothing would be given up.
    case isRoot(String)
    /// The system refused a step, with its error number.
    case refused(Step, code: Int32)

    /// One step on the way down.
    enum Step: Equatable {
        /// Asking who a user is.
        case lookUp
        /// Becoming the user.
        case identity
        /// Making sure that there is no way back.
        case verification
        /// Emptying the capability sets.
        case capabilities
        /// Forbidding new rights for programs that are started.
        case noNewPrivileges
        /// Installing the filter of system calls.
        case filter
    }
}
