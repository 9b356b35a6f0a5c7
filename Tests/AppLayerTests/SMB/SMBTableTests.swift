import Testing

@testable import AppLayer

/// The tables of a connection.
@Suite struct SMBTableTests {
    @Test func theOldestGivesWay() {
        var table = SMBTable<Int, String>(limit: 2)
        #expect(table.insert("a", 1).evicted == nil)
        #expect(table.insert("b", 2).evicted == nil)
        #expect(table.insert("c", 3).evicted == "a")
        #expect(table[1] == nil)
        #expect(table.insert("B", 2).replaced == "b")
        // What was put in anew is young again.
        #expect(table.insert("d", 4).evicted == "c")
        #expect(table[2] == "B")
        #expect(table.count == 2)
    }

    @Test func itsOrderIsThatOfInsertion() {
        var table = SMBTable<Int, Int>(limit: 1000)
        for number in 0..<5000 {
            _ = table.insert(number, number)
            if number % 3 != 0 { _ = table.remove(number) }
        }
        #expect(table.count == 999)
        let even = table.removeAll { key, _ in key % 2 == 0 }
        #expect(even == even.sorted())
        #expect(even.count == 500)
        #expect(table.removeAll { _, _ in true }.count == 499)
        #expect(table.count == 0)
    }
}
