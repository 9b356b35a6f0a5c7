/// How to mend what would keep a night from working. Places are already safe to show.
enum NightRemedyText: Text {
    /// What is wrong with the ledger.
    case nameLedger, openLedger(String), moveLedger(String), updateProgram, freeDisk(String)
    /// What is wrong with runs.
    case waitForRun, resume(String), startRun, readExitCode(Int32), lookAtTimer
    /// The rest.
    case lookAsService(String), namePaths, putSavefiles, grantRead(String), grantWrite(String, user: String)
    case setClock, keepClock, useCron, enableTimer
}
