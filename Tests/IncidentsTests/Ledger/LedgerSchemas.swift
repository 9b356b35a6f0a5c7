/// The tables of the ledger as each version had them, on one line each.
enum LedgerSchemas {
    /// Version 1.
    static let first = [
        #"""
        CREATE TABLE basis ( number INTEGER PRIMARY KEY AUTOINCREMENT, rule_set BLOB NOT NULL, \#
        engine TEXT NOT NULL, options BLOB NOT NULL, UNIQUE (rule_set, engine, options) )
        """#,
        #"""
        CREATE TABLE content ( number INTEGER PRIMARY KEY AUTOINCREMENT, sha256 BLOB NOT NULL UNIQUE \#
        )
        """#,
        #"""
        CREATE TABLE entry ( number INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL \#
        REFERENCES run (number), basis INTEGER NOT NULL REFERENCES basis (number), content INTEGER \#
        REFERENCES content (number), path BLOB NOT NULL, size INTEGER NOT NULL, kind TEXT NOT NULL, \#
        verdict TEXT NOT NULL, cause TEXT, reason TEXT NOT NULL, first_at INTEGER, last_at INTEGER, started INTEGER \#
        NOT NULL, finished INTEGER NOT NULL, frames INTEGER NOT NULL, bytes INTEGER NOT NULL, \#
        bytes_snapped INTEGER NOT NULL, frames_lost INTEGER NOT NULL, undecoded INTEGER NOT NULL, \#
        flows INTEGER NOT NULL, objects INTEGER NOT NULL, objects_scanned INTEGER NOT NULL, \#
        objects_timed_out INTEGER NOT NULL, objects_failed INTEGER NOT NULL, objects_skipped INTEGER \#
        NOT NULL, object_bytes INTEGER NOT NULL, truncated INTEGER NOT NULL, offered INTEGER NOT \#
        NULL, scanned INTEGER NOT NULL, timed_out INTEGER NOT NULL, failed INTEGER NOT NULL, \#
        ciphertext INTEGER NOT NULL, detections INTEGER NOT NULL, CHECK (content IS NOT NULL OR \#
        verdict = 'failed') )
        """#,
        #"""
        CREATE INDEX entry_content ON entry (content, basis)
        """#,
        #"""
        CREATE INDEX entry_run ON entry (run, path)
        """#,
        #"""
        CREATE TABLE file ( path BLOB PRIMARY KEY NOT NULL, device INTEGER NOT NULL, inode INTEGER \#
        NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, \#
        content INTEGER NOT NULL REFERENCES content (number), seen INTEGER NOT NULL REFERENCES run \#
        (number) ) WITHOUT ROWID
        """#,
        #"""
        CREATE INDEX file_content ON file (content)
        """#,
        #"""
        CREATE TABLE log ( device INTEGER NOT NULL, inode INTEGER NOT NULL, path BLOB NOT NULL, \#
        offset INTEGER NOT NULL, run INTEGER NOT NULL REFERENCES run (number), PRIMARY KEY (device, \#
        inode) ) WITHOUT ROWID
        """#,
        #"""
        CREATE TABLE rules (rule_set BLOB PRIMARY KEY NOT NULL, digests BLOB NOT NULL) WITHOUT ROWID
        """#,
        #"""
        CREATE TABLE run ( number INTEGER PRIMARY KEY AUTOINCREMENT, started INTEGER NOT NULL, \#
        finished INTEGER, asked BLOB NOT NULL, basis INTEGER NOT NULL REFERENCES basis (number), \#
        host TEXT NOT NULL, exit_code INTEGER, resumptions INTEGER NOT NULL DEFAULT 0, known INTEGER \#
        NOT NULL DEFAULT 0, left_over INTEGER NOT NULL DEFAULT 0 )
        """#,
        #"""
        CREATE TABLE tally ( run INTEGER NOT NULL REFERENCES run (number), kind TEXT NOT NULL, name \#
        TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (run, kind, name) ) WITHOUT ROWID
        """#,
    ]
}
