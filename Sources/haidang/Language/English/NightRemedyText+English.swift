extension NightRemedyText {
    var english: String {
        switch self {
        case .nameLedger: "name one with the key 'ledger' in the configuration file, or with --ledger"
        case .openLedger(let path):
            "give the user of the service \(path), the files beside it that begin with its name, and its folder"
        case .moveLedger(let path):
            "move \(path) away: the next run makes a new one, and scans every file again"
        case .updateProgram: "install the version of haidang that wrote it, or a later one"
        case .freeDisk(let path): "make room on the disk that holds \(path)"
        case .waitForRun: "wait for it: a second run at once is refused with code 75"
        case .resume(let path):
            "go on with it by 'haidang scan --resume --ledger \(path)', or leave it to the next run"
        case .startRun: "run 'sudo systemctl start haidang-scan.service', to see once that it works"
        case .readExitCode(let code):
            "'journalctl -u haidang-scan.service' says what was not scanned; code \(code) is explained in OPERATIONS.md"
        case .lookAtTimer: "see 'systemctl list-timers haidang-scan.timer', or cron's log"
        case .lookAsService(let user): "run 'sudo -u \(user) haidang doctor --nightly' with the same options"
        case .namePaths: "name the folder of savefiles: haidang doctor --nightly FOLDER"
        case .putSavefiles: "put savefiles there; a run without any ends with code 5"
        case .grantRead(let user): "let user '\(user)' read them, and enter every folder above them"
        case .grantWrite(let folder, let user):
            "let user '\(user)' write to \(folder): sudo install -d -o \(user) -g \(user) -m 0750 \(folder)"
        case .setClock: "set the clock, and see 'timedatectl'"
        case .keepClock: "start systemd-timesyncd or chrony, or set the clock by hand now and then"
        case .useCron: "share/doc/haidang/examples/cron.d/haidang-scan is an example for cron"
        case .enableTimer: "run 'sudo systemctl enable --now haidang-scan.timer'"
        }
    }
}
