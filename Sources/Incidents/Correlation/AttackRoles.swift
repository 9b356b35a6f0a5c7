import NetTypes

/// Who suffers what a detection shows, and who does it.
struct AttackRoles: Equatable, Sendable {
    /// Who suffers it.
    var victim: IPAddress
    /// Who does it; nil where the flow does not show him.
    var attacker: IPAddress?
    /// The victim's unit, where it is known.
    var victimUnit: NetworkUnit?
    /// The attacker's unit, where it is known.
    var attackerUnit: NetworkUnit?

    /// The roles in a detection: as the rule's metadata `victim` says (`client`, `server`, `sender`, `receiver`), and where
    /// it is silent by what the rule finds.
    init(_ detection: Detection, _ profile: RuleProfile, _ stage: AttackStage) {
        let flow = detection.flow
        let sender = detection.direction
        var end: Direction  // The one that the victim's own bytes have.
        var showsAttacker = true
        switch (detection.rule.text("victim"), profile.category) {
        case ("client", _): end = .toServer
        case ("server", _): end = .toClient
        case ("sender", _): end = sender
        case ("receiver", _): end = sender.reversed
        case (_, .policy), (_, .other), (_, nil):
            // Whoever does what is not allowed is whom it is about; the other end need not know.
            end = .toServer
            showsAttacker = false
        case (_, .deface):
            // Visitors see the changed page; who changed it is elsewhere.
            end = .toClient
            showsAttacker = false
        case (_, .leak): end = sender
        case (_, .malware), (_, .phishing): end = sender.reversed
        case (_, .intrusion), (_, .recon), (_, .dos): end = .toClient
        }
        if detection.rule.text("victim") == nil, stage == .commandAndControl {
            // Programs call their masters: the end of ours, or the one that opened the flow.
            end = flow.clientUnit == nil && flow.serverUnit != nil ? .toClient : .toServer
            showsAttacker = true
        }
        victim = flow.sender(end).address
        victimUnit = flow.senderUnit(end)
        if showsAttacker {
            attacker = flow.sender(end.reversed).address
            attackerUnit = flow.senderUnit(end.reversed)
        }
    }
}
