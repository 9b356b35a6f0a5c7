extension DoctorText {
    var english: String {
        switch self {
        case .program: "Program"
        case .libpcap: "libpcap"
        case .libyara: "libyara"
        case .configuration: "Configuration"
        case .rules: "Rules"
        case .locale: "Character set"
        case .eventLog: "Event log"
        case .captureRights: "Rights to capture"
        case .interfaces: "Interfaces"
        case .user: "User of the service"
        case .memory: "Memory"
        case .defaults: "defaults"
        case .unset: "not set"
        case .noEventLog: "none is written"
        case .ruleCount(let count, let leftOut):
            "\(Number.grouped(count)) rules" + (leftOut > 0 ? ", \(Number.grouped(leftOut)) left out" : "")
        case .free(let bytes): "\(Number.bytes(bytes)) free"
        case .noCaptureRights: "no CAP_NET_RAW: savefiles can be scanned, interfaces cannot be captured from"
        case .noInterfaces: "none"
        case .isDown: "down"
        case .memoryNeeded(let bytes): "budgets and the buffer of one interface are \(Number.bytes(bytes))"
        case .updateYara: "install libyara 4.2 or later"
        case .nameRules: "name the rule folder with the key 'rules' in the configuration file"
        case .checkRules(let place): "run 'haidang rules check \(place)' and correct the rules it names"
        case .setLocale: "set LANG=C.UTF-8 so that Vietnamese letters show"
        case .makeWritable(let place): "make \(place) writable, or change the key 'log.event-log'"
        case .makeRoom(let place): "make room on the disk that holds \(place)"
        case .grantCapture(let program):
            "run 'sudo setcap cap_net_raw=eip \(program)', or as root with --user, or start haidang-live.service"
        case .bringUpInterface: "see what 'ip link' shows"
        case .makeUser: "run 'sudo systemd-sysusers' after 'make install', or name another user with --user"
        case .lowerBudgets:
            "lower scan.budget, objects.budget, flow.held-in-all or flow.fragments.bytes, or free memory"
        case .networks: "Directory of networks"
        case .suppressions: "Suppressions"
        case .unitCount(let units, let networks):
            "\(Number.grouped(units)) units with \(Number.grouped(networks)) networks"
        case .entryCount(let suppressions, let thresholds):
            "\(Number.grouped(suppressions)) suppressions, \(Number.grouped(thresholds)) thresholds"
        case .correctFile(let file): "correct \(file)"
        case .night(let text): text.english
        case .mend(let text): text.english
        case .verdict(0, 0): "Everything is ready."
        case .verdict(let warnings, 0): "It works; \(warnings) things should be mended."
        case .verdict(let warnings, let failures):
            "It does not work yet: \(failures) failures, \(warnings) warnings."
        }
    }
}
