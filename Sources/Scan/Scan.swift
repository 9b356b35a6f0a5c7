// Scan is YARA: rules are compiled once into an immutable `RuleSet`, which any number of `Scanner`s share,
// one for each worker. It sees bytes and variables, never packets; it says which rules hit where. All calls
// into libyara are in four files, `YaraLibrary`, `YaraCompiler`, `CompiledRules` and `YaraScanner`.
//
// The way of a rule: `RuleFinder` finds files, `RuleFile` reads them, `RuleSplitter` cuts each into items
// (rules, imports, includes), `IncludeExpander` puts included files in their place, `RuleRepair` leaves out
// what does not compile and says why, and `RuleSetBuilder` compiles what is left as one set and describes it.
