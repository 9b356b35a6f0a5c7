// Scan is YARA: rules are compiled once into an immutable `RuleSet`, which any number of `Scanner`s share, one for
// each worker. It sees bytes and variables, never packets; it says which rules hit where. All calls into libyara
// are in two files, `YaraCompiler.swift` and `YaraScanner.swift`.
