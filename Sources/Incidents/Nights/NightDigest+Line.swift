import NetTypes

extension NightDigest {
    /// The `digest` event: one object of JSON on one line, without a newline at its end (docs/EVENTS.md).
    public var line: String {
        var json = JSONLine()
        json.root { json in
            json.member("timestamp", run.finished ?? run.started)
            json.member("event_type", "digest")
            json.member("host", run.host.shortened())
            json.object("digest") { json in
                writeRun(&json)
                writeFiles(&json)
                writeCoverage(&json)
                writeIncidents(&json)
                writeRules(&json)
                writeNights(&json)
            }
        }
        return String(decoding: json.take(), as: UTF8.self)
    }

    private func writeRun(_ json: inout JSONLine) {
        json.member("run", signed: run.number)
        json.member("finished", flag: isFinished)
        if let code = run.exitCode { json.member("exit_code", signed: Int64(code)) }
        json.member("started", run.started)
        if let finished = run.finished { json.member("ended", finished) }
        json.member("resumptions", run.resumptions)
        if let openRun { json.member("open_run", signed: openRun) }
        json.array("asked") { json in
            for path in run.asked.prefix(NightLimits.asked) { json.element(path.text) }
        }
        json.member("asked_more", UInt64(max(0, run.asked.count - NightLimits.asked)))
        if let captured {
            json.member("first_frame", captured.lowerBound)
            json.member("last_frame", captured.upperBound)
        }
    }

    private func writeFiles(_ json: inout JSONLine) {
        json.object("files") { json in
            writeVerdicts(scanned, &json)
            json.member("known", scanned.known)
            json.member("left", scanned.left)
        }
        json.object("hunted") { json in
            writeVerdicts(hunted, &json)
            json.member("bytes", hunted.counts.bytes)
            json.member("detections", hunted.counts.detections)
        }
        json.array("faults") { json in
            for fault in faults.shown {
                json.element { json in
                    json.member("path", fault.path.text)
                    json.member("kind", fault.kind.rawValue)
                    json.member("verdict", fault.verdict.word)
                    if let cause = fault.verdict.cause { json.member("cause", cause.rawValue) }
                    json.member("reason", fault.verdict.reason.shortened())
                }
            }
        }
        json.member("faults_more", faults.more)
        write(holes, "holes", name: "after", value: "files", &json)
        json.member("files_missing", holes.sum)
    }

    private func writeVerdicts(_ totals: LedgerTotals, _ json: inout JSONLine) {
        json.member("done", totals.done)
        json.member("partial", totals.partial)
        json.member("failed", totals.failed)
    }

    private func writeCoverage(_ json: inout JSONLine) {
        json.object("coverage") { json in
            for (name, counter) in LedgerCounts.columns where name != "detections" {
                json.member(name, scanned.counts[keyPath: counter])
            }
        }
        json.member("detections", scanned.counts.detections)
    }

    private func writeIncidents(_ json: inout JSONLine) {
        json.object("incidents") { json in
            json.member("opened", incidents.sum)
            json.array("severities") { json in for count in severities { json.element(count) } }
            json.array("units") { json in
                for unit in incidents.shown {
                    json.element { json in
                        json.member("unit", unit.unit.shortened())
                        json.array("severities") { json in
                            for count in unit.severities { json.element(count) }
                        }
                    }
                }
            }
            json.member("units_more", incidents.more)
        }
    }

    private func writeRules(_ json: inout JSONLine) {
        write(talkers, "talkers", name: "address", value: "bytes", &json)
        write(ruleHits, "rules", name: "rule", value: "hits", &json)
        json.member("hits", ruleHits.sum)
        write(newRules, "new_rules", name: "rule", value: "hits", &json)
        write(ruleCosts, "costs", name: "rule", value: "bytes", &json)
    }

    private func write(
        _ list: NightList<LedgerTally>, _ key: String, name: String, value: String, _ json: inout JSONLine
    ) {
        json.array(key) { json in
            for tally in list.shown {
                json.element { json in
                    json.member(name, tally.name.shortened())
                    json.member(value, tally.value)
                }
            }
        }
        json.member(key + "_more", list.more)
    }

    private func writeNights(_ json: inout JSONLine) {
        json.array("changes") { json in
            for change in changes {
                json.element { json in
                    json.member("measure", change.measure.rawValue)
                    json.member("value", change.value)
                    json.member("usual", change.usual)
                    json.member("change", change.kind.rawValue)
                }
            }
        }
        json.array("nights") { json in
            for night in nights {
                json.element { json in
                    json.member("run", signed: night.run)
                    json.member("started", night.started)
                    if let code = night.exitCode { json.member("exit_code", signed: Int64(code)) }
                    json.member("files", night.files)
                    json.member("faults", night.faults)
                    json.member("bytes", night.bytes)
                    json.member("detections", night.detections)
                    json.member("incidents", night.incidents)
                }
            }
        }
    }
}

extension LedgerPath {
    /// The name as text, for whoever escapes it: what is no UTF-8 is U+FFFD in it. At most `ExportLimits.text` bytes.
    public var text: String { String(decoding: bytes, as: UTF8.self).shortened() }
}
