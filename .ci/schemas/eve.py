"""Checks lines of the event log against Suricata's published schema, once what docs/EVENTS.md calls ours is taken out.

What is ours is named here member by member: a member that is in neither is a failure.
"""

import collections
import json
import pathlib
import sys

import jsonschema

OURS = {
    "": {"yara", "ioc", "incident", "haidang", "imap", "src_unit", "dest_unit"},
    "fileinfo": {"mimetype"},
    "tls": {"certificates"},
    "quic": {"client_alpns"},
    "stats": {"yara", "ioc", "app_layer", "anomalies", "law", "haidang", "live", "suppression"},
}


def shared(line):
    """The line without what is ours."""
    kept = {key: value for key, value in line.items() if key not in OURS[""]}
    for name, members in OURS.items():
        if name and name in kept:
            kept[name] = {key: value for key, value in kept[name].items() if key not in members}
    return kept


def main(schema_path, paths):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    faults = collections.Counter()
    for path in paths:
        kinds = collections.Counter()
        for text in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            line = json.loads(text)
            kinds[line["event_type"]] += 1
            for error in validator.iter_errors(shared(line)):
                where = ".".join(str(part) if not isinstance(part, int) else "[]" for part in error.absolute_path)
                faults[f"{line['event_type']}: {where}: {error.message[:200]}"] += 1
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        print(f"{pathlib.Path(path).name}: {sum(kinds.values())} lines: {counts}")
        if not kinds:
            faults[f"{path}: no line"] += 1
    for fault, count in faults.most_common(40):
        print(f"{count}× {fault}", file=sys.stderr)
    return 1 if faults else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
