/// A part of a digest under a heading.
struct DigestSection {
    /// Its heading.
    let heading: DigestHeading
    /// What is in it.
    let blocks: [DigestBlock]

    /// A part.
    init(_ heading: DigestHeading, _ blocks: [DigestBlock]) {
        self.heading = heading
        self.blocks = blocks
    }
}
