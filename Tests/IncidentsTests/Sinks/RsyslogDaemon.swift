import Foundation

@testable import Incidents

/// A real rsyslogd on a loopback port, with certificates of the folder that it writes what it receives to.
final class RsyslogDaemon {
    private let process = Process()
    private let folder: SinkFolder
    private let name = "daemon-\(UUID())"

    struct NotThere: Error { let output: String }

    /// Starts one that writes the text of each message, byte for byte, as a line of the file `received`.
    init(_ folder: SinkFolder, port: Int) throws {
        self.folder = folder
        let path = folder.path
        let configuration = """
            global(workDirectory="\(path)" maxMessageSize="64k" parser.escapeControlCharactersOnReceive="off"
              defaultNetstreamDriver="ossl" defaultNetstreamDriverCAFile="\(path)/ca.pem"
              defaultNetstreamDriverCertFile="\(path)/server.pem" defaultNetstreamDriverKeyFile="\(path)/server.key")
            module(load="imtcp" streamDriver.name="ossl" streamDriver.mode="1" streamDriver.authMode="x509/name"
              permittedPeer="client.example")
            input(type="imtcp" port="\(port)" address="127.0.0.1")
            template(name="text" type="string" string="%msg%\\n")
            if $app-name == "haidang" and $msgid == "alert" and $syslogfacility-text == "local4" then {
              action(type="omfile" file="\(path)/received" template="text" flushOnTXEnd="on")
            }
            """
        try folder.write("rsyslog.conf", configuration)
        try folder.write(name, "")
        let log = FileHandle(forWritingAtPath: path + "/" + name)
        process.executableURL = URL(fileURLWithPath: "/usr/sbin/rsyslogd")
        process.arguments = ["-n", "-f", path + "/rsyslog.conf", "-i", path + "/" + name + ".pid"]
        process.standardOutput = log
        process.standardError = log
        try SinkThread.unblockingSignals { try process.run() }
        // It is there once something takes connections on its port.
        let isThere = Samples.eventually {
            let probe = try? SinkSocket.connected(host: "127.0.0.1", port: port, isStream: true, seconds: 1)
            return probe != nil || !process.isRunning
        }
        guard isThere, process.isRunning else { throw NotThere(output: output) }
    }

    deinit { stop() }

    /// What it said of itself.
    var output: String { folder.text(name) }

    /// Stops it and waits for its end.
    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        if !Samples.eventually({ !process.isRunning }) { kill(process.processIdentifier, SIGKILL) }
    }
}
