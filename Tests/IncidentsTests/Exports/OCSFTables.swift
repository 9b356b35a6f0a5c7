/// What the published schema (1.9.0-dev) asks of the classes and objects that are written, for tests to compare with.
enum OCSFTables {
    /// Required attributes of every event.
    static let base: Set = [
        "activity_id", "category_uid", "class_uid", "metadata", "severity_id", "time", "type_uid",
    ]
    /// Required attributes of a class beside those.
    static let classes: [Int: Set<String>] = [
        2004: ["finding_info"], 2005: ["finding_info_list", "status_id"], 4001: [],
    ]
    /// Of each of these sets a class must have one at least.
    static let oneOf: [Int: Set<String>] = [
        2005: ["assignee", "assignee_group"], 4001: ["src_endpoint", "dst_endpoint"],
    ]
    /// Values of `activity_id` and `status_id`.
    static let activities: [Int: Set<Int>] = [
        2004: [0, 1, 2, 3, 99], 2005: [0, 1, 2, 3, 99], 4001: [0, 1, 2, 3, 4, 5, 6, 7, 99],
    ]
    static let statuses: [Int: Set<Int>] = [2004: [0, 1, 2, 3, 4, 5, 6, 99], 2005: [0, 1, 2, 3, 4, 5, 99]]

    /// Required attributes of objects, by the key under which they stand, with what their constraints ask.
    static let objects: [String: (required: Set<String>, oneOf: Set<String>)] = [
        "metadata": (["product", "version"], []), "product": ([], ["name", "uid"]),
        "finding_info": (["uid"], []), "finding_info_list": (["uid"], []),
        "analytic": (["type_id"], ["name", "uid"]),
        "attacks": ([], ["tactic", "technique", "sub_technique"]), "technique": ([], ["name", "uid"]),
        "sub_technique": ([], ["name", "uid"]),
        "evidences": ([], ["connection_info", "data", "dst_endpoint", "file", "src_endpoint"]),
        "observables": (["type_id"], []), "file": (["name", "type_id"], []),
        "hashes": (["algorithm_id", "value"], []), "connection_info": (["direction_id"], []),
        "src_endpoint": ([], ["ip", "uid", "name", "hostname", "domain"]),
        "dst_endpoint": ([], ["ip", "uid", "name", "hostname", "domain"]),
        "resources": ([], ["name", "uid"]), "assignee": ([], ["account", "name", "uid"]),
        "assignee_group": ([], ["name", "uid"]), "reporter": ([], ["name", "uid", "hostname", "ip"]),
    ]
}
