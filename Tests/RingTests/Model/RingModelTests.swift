import NetTypes
import Testing

@testable import Ring

/// A ring is a queue: in every state of a small one, each step does what it does to a plain queue.
@Suite struct RingModelTests {
    @Test("At each position and fill, each size of record goes in or not as in a queue, and all come out")
    func everyPositionAndFill() {
        let capacity = 512
        // Sizes up to the largest record, 128 bytes with its header, and one that never fits; odd ones have padding.
        let sizes = [0, 1, 16, 17, 48, 65, 80, 81, 96, 97]
        for position in stride(from: 0, to: capacity, by: 16) {
            for fill in 0...(capacity / 16) {
                for size in sizes {
                    // The indices run over the end of their word on the way.
                    let start = Int.max - 15 - 2 * capacity + position
                    var twin = Twin(capacity: capacity, start: start)
                    for _ in 0..<fill { twin.step(.time) }
                    twin.step(.publish)
                    twin.step(.drain(fill / 2))
                    twin.step(.frame(size))
                    twin.step(.publish)
                    twin.step(.drain(fill))
                    twin.step(.frame(size))
                    twin.step(.time)
                    twin.step(.publish)
                    twin.step(.drain(100))
                    let difference = twin.difference
                    #expect(difference == nil, "position \(position), fill \(fill), size \(size)")
                    if difference != nil { return }
                }
            }
        }
    }

    @Test("From each position, each sequence of six steps gives what a queue gives")
    func everySequence() {
        let steps: [Twin.Step] = [.frame(0), .frame(32), .time, .drain(1)]
        for position in stride(from: 0, to: 256, by: 16) {
            for sequence in 0..<(1 << 12) {
                var twin = Twin(capacity: 256, start: position - 256)
                for place in 0..<6 {
                    twin.step(steps[(sequence >> (2 * place)) & 3])
                    twin.step(.publish)
                }
                twin.step(.drain(8))
                let difference = twin.difference
                #expect(difference == nil, "position \(position), sequence \(sequence)")
                if difference != nil { return }
            }
        }
    }

    @Test(
        "From each position, each sequence of five steps with and without publishing gives what a queue gives"
    )
    func everyPublishing() {
        let steps: [Twin.Step] = [.frame(0), .frame(20), .publish, .drain(2)]
        for position in stride(from: 0, to: 256, by: 16) {
            for sequence in 0..<(1 << 10) {
                var twin = Twin(capacity: 256, start: position)
                for place in 0..<5 { twin.step(steps[(sequence >> (2 * place)) & 3]) }
                twin.step(.publish)
                twin.step(.drain(8))
                let difference = twin.difference
                #expect(difference == nil, "position \(position), sequence \(sequence)")
                if difference != nil { return }
            }
        }
    }
}
