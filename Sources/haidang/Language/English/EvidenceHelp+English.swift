extension EvidenceHelp {
    var english: String {
        switch self {
        case .evidence: "Write the evidence of an incident out, prove it, look at it."
        case .export: "Write the case folder of an incident."
        case .exportDetail:
            """
            The folder holds the packets of the incident's flows, the objects in them (sealed, or in a zip with the password \
            "infected", never as they are), events, rules, versions, what the sensor lost, a manifest of SHA-256 and a \
            chained custody log. What could not be found is in the manifest. A case that is there is never replaced.

            Exit codes: 0 all is in it; 2 the folder cannot be written or is there already; 3 packets or objects are \
            missing; 5 no such incident, or a key that cannot be read; 130, 143 interrupted, and nothing is left.
            """
        case .verify: "Say whether a case folder is as it was exported, or which file and line is not."
        case .verifyDetail:
            """
            Looks at every byte. Whoever may write to the folder can make it anew with a whole chain: only a hash that \
            was kept elsewhere (--anchor) proves that it is the same.

            Exit codes: 0 intact; 1 broken; 5 it is no case folder, or cannot be read.
            """
        case .view: "Show what is in a case folder and who had it, and enter that you did."
        case .open: "Unseal one object, and enter that you did. It may be harmful."
        case .openDetail:
            "The line is entered before the object is written. A file that is there already is not written over."
        case .key: "Make a pair of keys to seal objects with."
        case .keyDetail:
            """
            NAME.pub goes to the sensor (evidence.key). NAME.key opens what was sealed: keep it where no sensor runs.
            """
        case .incident: "the identifier of the incident, such as HD-20261128-3KF7Q2MD"
        case .folder: "a case folder"
        case .to: "the folder that the case folder is written into"
        case .objects:
            "objects: none, sealed (needs a key) or zip; by default sealed where there is a key, else none"
        case .publicKey: "the public key to seal objects for (evidence.key)"
        case .recording: "the folder of the recording (recording.folder)"
        case .eventLog: "the event log that knows what the sensor lost (log.event-log)"
        case .jsonExport: "print what was written as one JSON object"
        case .anchor: "a hash that was kept: the custody log must have a line of that hash"
        case .jsonVerify: "print the verdict as one JSON object"
        case .note: "why you look, for the custody log"
        case .secretKey: "the secret key of the team"
        case .object: "the SHA-256 of the object"
        case .output: "the file that the object is written to"
        }
    }
}
