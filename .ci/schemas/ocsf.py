"""Checks events against a checkout of the published OCSF schema: every attribute is one that its class or object has,
required ones are there, constraints hold, values are of the type that the dictionary gives and enumerations have them.
"""

import json
import pathlib
import re
import sys

PRIMITIVES = {"string_t": str, "integer_t": int, "long_t": int, "float_t": (int, float), "boolean_t": bool}


class Schema:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        dictionary = self.read("dictionary.json")
        self.attributes = dictionary["attributes"]
        self.types = dictionary["types"]["attributes"]
        self.objects = self.named("objects")
        self.classes = self.named("events")
        self.categories = {
            name: entry["uid"] for name, entry in self.read("categories.json")["attributes"].items()
        }
        self.number_observables()
        self.version = self.read("version.json")["version"]
        self.by_number = {}
        for entry in self.classes.values():
            category = self.categories.get(self.category(entry))
            if "uid" in entry and category is not None:
                self.by_number[category * 1000 + entry["uid"]] = entry

    def read(self, path):
        return json.loads((self.folder / path).read_text(encoding="utf-8"))

    def named(self, folder):
        files = sorted((self.folder / folder).rglob("*.json"))
        entries = (json.loads(path.read_text(encoding="utf-8")) for path in files)
        return {entry["name"]: entry for entry in entries if "name" in entry}

    def number_observables(self):
        """Gives the enumeration of an observable's type the numbers that types, attributes and objects say they have."""
        holders = [*self.types.values(), *self.attributes.values(), *self.objects.values()]
        numbers = {str(holder["observable"]): {} for holder in holders if "observable" in holder}
        self.objects["observable"]["attributes"]["type_id"]["enum"].update(numbers)

    def category(self, entry):
        """The category that a class names, or that of what it extends."""
        parent = self.classes.get(entry.get("extends", ""))
        return entry.get("category") or (self.category(parent) if parent else None)

    def whole(self, entry, among):
        """Attributes and constraints of an entry with those of what it extends and includes."""
        attributes, constraints = {}, {}
        parent = among.get(entry.get("extends", ""))
        if parent is not None:
            attributes, constraints = self.whole(parent, among)
        own = dict(entry.get("attributes", {}))
        for path in own.pop("$include", []):
            for name, attribute in self.read(path).get("attributes", {}).items():
                # What a profile asks is asked only of an event that says it has the profile; ours say none.
                attributes.setdefault(name, {**attribute, "requirement": "optional"})
        for name, attribute in own.items():
            before = attributes.get(name, {})
            merged = {**before, **attribute}
            if "enum" in before and "enum" in attribute:
                merged["enum"] = {**before["enum"], **attribute["enum"]}
            attributes[name] = merged
        return attributes, {**constraints, **entry.get("constraints", {})}


class Check:
    def __init__(self, schema):
        self.schema = schema
        self.faults = []
        self.seen = 0

    def expect(self, holds, words):
        if not holds:
            self.faults.append(words)

    def event(self, event, where):
        entry = self.schema.by_number.get(event.get("class_uid"))
        if entry is None:
            self.faults.append(f"{where}: no class {event.get('class_uid')}")
            return
        self.expect(event["category_uid"] == event["class_uid"] // 1000, f"{where}: category_uid")
        self.expect(event["type_uid"] == event["class_uid"] * 100 + event["activity_id"], f"{where}: type_uid")
        self.expect(event["metadata"]["version"] == self.schema.version, f"{where}: another version")
        own = {"category_uid", "class_uid", "type_uid"}  # their values follow from the class, and were checked above
        self.members(event, *self.schema.whole(entry, self.schema.classes), f"{where}: {entry['name']}", own)

    def members(self, thing, attributes, constraints, where, computed=frozenset()):
        for name, attribute in attributes.items():
            if attribute.get("requirement") == "required":
                self.expect(name in thing, f"{where}: {name} is required")
        if "at_least_one" in constraints:
            some = constraints["at_least_one"]
            self.expect(any(key in thing for key in some), f"{where}: one of {some}")
        if "just_one" in constraints:
            self.expect(sum(key in thing for key in constraints["just_one"]) == 1, f"{where}: just one")
        for name, value in thing.items():
            self.seen += 1
            place = f"{where}.{name}"
            if name not in attributes or name not in self.schema.attributes:
                self.faults.append(f"{place}: no such attribute")
                continue
            meaning = {**self.schema.attributes[name], **attributes[name]}
            if meaning.get("is_array"):
                self.expect(isinstance(value, list), f"{place}: no array")
                for each in value if isinstance(value, list) else []:
                    self.value(each, meaning, place, name in computed)
            else:
                self.value(value, meaning, place, name in computed)

    def value(self, value, meaning, where, computed):
        kind = meaning["type"]
        # Attributes in `unmapped`, and those of no type, are the writer's own.
        if kind in ("json_t", "object"):
            return
        if kind in self.schema.types:
            self.primitive(value, kind, where)
            choices = meaning.get("enum")
            if choices and not computed:
                self.expect(str(value) in choices, f"{where}: {value} is none of {sorted(choices)}")
            return
        entry = self.schema.objects.get(kind)
        if entry is None:
            self.faults.append(f"{where}: no object {kind}")
        elif not isinstance(value, dict):
            self.faults.append(f"{where}: no object")
        else:
            self.members(value, *self.schema.whole(entry, self.schema.objects), where)

    def primitive(self, value, kind, where):
        entry = self.schema.types[kind]
        base = kind if kind in PRIMITIVES else entry.get("type", kind)
        wanted = PRIMITIVES.get(base)
        right = wanted is None or (isinstance(value, wanted) and isinstance(value, bool) == (base == "boolean_t"))
        self.expect(right, f"{where}: {value!r} is no {kind}")
        if right and isinstance(value, str):
            if "regex" in entry:
                self.expect(re.search(entry["regex"], value), f"{where}: {value!r} is no {kind}")
            if "max_len" in entry:
                self.expect(len(value) <= entry["max_len"], f"{where}: longer than a {kind}")
        if right and "range" in entry:
            low, high = entry["range"]
            self.expect(low <= value <= high, f"{where}: {value} is outside of {kind}")


def main(folder, paths):
    check = Check(Schema(folder))
    for path in map(pathlib.Path, paths):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            check.event(json.loads(line), f"{path.name}:{number}")
        check.expect(lines, f"{path.name}: no line")
        print(f"{path.name}: {len(lines)} events")
    print(f"ocsf {check.schema.version}: {check.seen} attributes checked")
    for fault in check.faults[:40]:
        print(fault, file=sys.stderr)
    return 1 if check.faults or not paths else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
