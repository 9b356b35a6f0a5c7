/// Where an inspector says which flows can be done without when its worker falls behind.
struct Pressure {
    /// The table that capture threads look at.
    let table: ShedTable
    /// Bytes of an object behind which its body is bulk.
    let bulkAfter: Int
}
