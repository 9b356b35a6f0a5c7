extension NightHelp {
    var english: String {
        switch self {
        case .separate:
            "Take each file for a capture of its own. Without it, files of a folder whose names differ in nothing but numbers (eth0-0001.pcap, eth0-0002.pcap) are read as one, in the order of their first frames."
        case .jobs: "Read so many captures at the same time; 0 for as many as there are cores."
        case .nice: "Give way to other processes, from 0 (not at all) to 19."
        case .memory:
            "Keep the memory of this process under a size, such as 2GiB: fewer jobs, and less kept of each stream and object."
        case .until:
            "Be over at this time of day (06:30, or 06:30:00): no file is begun that would not be done by then, and what is left is said."
        }
    }
}
