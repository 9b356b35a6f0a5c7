import NetTypes

extension OCSFExport {
    /// Our severity 1 (act now) to 4 (note) as `severity_id`: 5 critical, 4 high, 3 medium, 2 low. The schema's 1
    /// (informational) is for what is no finding at all, and 6 (fatal) for what ended a system.
    static func severity(_ severity: Int) -> Int {
        switch severity {
        case ...1: 5
        case 2: 4
        case 3: 3
        default: 2
        }
    }

    /// Our severity as `priority_id`: 4 critical to 1 low.
    static func priority(_ severity: Int) -> Int { Self.severity(severity) - 1 }

    /// `status_id` of a finding: 1 new, 2 in progress, 3 suppressed, which the schema explains as benign or a false
    /// positive, 4 resolved, 5 archived.
    static func findingStatus(_ status: IncidentStatus) -> Int {
        switch status {
        case .new: 1
        case .acknowledged, .inProgress: 2
        case .falsePositive: 3
        case .resolved: 4
        case .closed: 5
        }
    }

    /// `status_id` of an incident: 1 new, 2 in progress, 4 resolved, 5 closed. That it was none is its `verdict_id`.
    static func incidentStatus(_ status: IncidentStatus) -> Int {
        switch status {
        case .new: 1
        case .acknowledged, .inProgress: 2
        case .resolved: 4
        case .closed, .falsePositive: 5
        }
    }

    /// `timestamp_t`: milliseconds since 1970, the earlier one where a moment lies between two.
    static func time(_ time: Timestamp) -> ExportValue {
        let (whole, rest) = time.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return .number(rest < 0 ? whole - 1 : whole)
    }

    /// `direction_id` of a flow: 1 inbound, 2 outbound, 3 lateral; 0 where the units of its ends are not known.
    func direction(_ flow: ExportedFlow) -> Int {
        let incident = exported.incident
        guard incident.unit != nil else { return 0 }
        let isFromVictim = flow.client.address == incident.victim
        let isToVictim = flow.server.address == incident.victim
        let other = isFromVictim ? flow.server.address : flow.client.address
        // Only of the attacker it is known whether he is of a unit: others are not looked up.
        guard isFromVictim != isToVictim, other == incident.attacker else { return 0 }
        if incident.attackerUnit != nil { return 3 }
        return isToVictim ? 1 : 2
    }
}
