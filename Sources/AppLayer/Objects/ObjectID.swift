/// Names an open object. An old name never means a new object.
struct ObjectID: Equatable {
    /// Where it lies.
    let index: Int
    /// Its place among all objects of the inspector.
    let serial: UInt64
}
