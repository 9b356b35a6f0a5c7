/// The headings of tables.
enum HeadingText: Text {
    case time, severity, rule, flow, object, place, excerpt
    case file, stream, sender, receiver, bytes, digest, gaps
    case transport, client, server, packetsToServer, packetsToClient, bytesToServer, bytesToClient,
        communityID
    case packets, decoded, anomalies
    case number, line, port, application
    case hits, oldHits, flows, objects, units, first, last
    case scope, modules, strings, technique, category, meaning, verdict, expected, capture, change, parts
    case shard, processor, weight, candidates, rules
    case incident, status, unit, victim, attacker, detections, assignee
    case name, contentType, complete, frame, fields, yes, no
}
