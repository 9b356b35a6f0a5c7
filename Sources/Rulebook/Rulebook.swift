// Rulebook is the life of rules beside the traffic: what a check says of one, whether it hits the captures it
// names, what it costs, what it would have found, how two sets differ, and how a set is packed and signed. Lists
// of indicators are read here too. It drives the ground floor's own `RuleSet` and `Inspector`; nothing below
// knows of it.
