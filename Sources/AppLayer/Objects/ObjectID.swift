/// Names an open object. An old name never means a new object.
struct ObjectID: Equatable {
    /// Where it lies.
    let index: Int
    /// Its number among all objects.
    let number: UInt64
}
