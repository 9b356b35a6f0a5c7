import Testing

@Suite struct DrillsTests {}
