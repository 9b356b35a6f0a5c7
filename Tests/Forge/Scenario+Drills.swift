extension Scenario {
    /// The drill library: stories over several flows and minutes, in the networks of a province that does not exist
    /// (`captures/drills/networks.yml`).
    static var drills: [Scenario] {
        [mailDrill, webDrill, serverDrill, spreadDrill, outwardDrill, insiderDrill, noisyDay].flatMap { $0 }
    }
}
