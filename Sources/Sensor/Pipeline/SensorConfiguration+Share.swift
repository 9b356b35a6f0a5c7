import AppLayer
import Flow
import Scan

extension SensorConfiguration {
    /// What one of several inspectors may use, so that all of them together keep to the limits.
    func share(among workers: Int) -> SensorConfiguration {
        var part = self
        part.flow.capacity = max(64, flow.capacity / workers)
        part.flow.heldInAll = max(1 << 20, flow.heldInAll / workers)
        part.application.objectBudget = max(1 << 20, application.objectBudget / workers)
        part.application.mostObjects = max(64, application.mostObjects / workers)
        part.scan.budget = max(1 << 20, scan.budget / workers)
        return part
    }
}
