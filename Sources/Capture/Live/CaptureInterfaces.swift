import Glibc

/// The network interfaces of this machine.
public enum CaptureInterfaces {
    /// Their names, sorted; none when the system does not tell.
    ///
    /// Asked of the C library and not of libpcap, whose list has USB buses, message buses and firewall logs as well,
    /// whose frames are not decoded here. It needs no privileges.
    public static var names: [String] {
        // Safe: the list ends with an entry without a name and belongs to us until it is freed; names are copied.
        guard let list = unsafe if_nameindex() else { return [] }
        defer { unsafe if_freenameindex(list) }
        var names: [String] = []
        var entry = unsafe list
        while let name = unsafe entry.pointee.if_name {
            names.append(unsafe String(cString: name))
            unsafe entry += 1
        }
        return names.sorted()
    }

    /// The number of an interface in this thread's network, by any of its names; nil when there is none.
    public static func index(of name: String) -> UInt32? {
        // A name with a NUL in it would be another one.
        if name.utf8.contains(0) { return nil }
        // Safe: the name lives until the call returns, which keeps nothing of it.
        let index = unsafe if_nametoindex(name)
        return index > 0 ? index : nil
    }
}
