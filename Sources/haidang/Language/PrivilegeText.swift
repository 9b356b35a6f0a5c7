/// What is said about rights. Names are escaped by the catalogues.
enum PrivilegeText: Text {
    /// Rights could not be given up.
    case error(PrivilegeError)
    /// The run keeps the rights of root.
    case staysRoot
}
