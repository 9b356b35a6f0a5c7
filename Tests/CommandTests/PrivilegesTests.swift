import Foundation
import Testing

@Suite("Giving up rights")
struct PrivilegesTests {
    private static let none = String(repeating: "0", count: 16)

    /// The line of a thread that has no rights left.
    private static func confined(bounding: String = none, filter: Int) -> String {
        "Uid: 65534 65534 65534 65534, Gid: 65534 65534 65534 65534, Groups:  , CapInh: \(none), CapPrm: \(none), "
            + "CapEff: \(none), CapBnd: \(bounding), CapAmb: \(none), NoNewPrivs: 1, Seccomp: \(filter)"
    }

    /// Files, threads and character sets go on working.
    private func expectWork(_ run: Scene.Confinement) {
        #expect(run.outcome.code == 0)
        #expect(run.result("file") == "1000000")
        #expect(run.result("character set") == "0")
        #expect(run.result("connection") == "0")
        #expect(run.result("interface state") == String(ENOTTY))
        #expect(run.threads.count == 4)
        #expect(run.outcome.lines.last == "end")
    }

    @Test("Whoever has given nothing up can do all of it, so that the other tests say something")
    func unconfined() throws {
        let run = try Scene().confine()
        expectWork(run)
        let free = [
            "socket", "local socket", "fork", "unshare", "writable code", "code", "made code", "limit",
        ]
        #expect(free.filter { run.result($0) != "0" } == [])
        #expect(Scene.Confinement.attempts.filter { run.result($0) == nil } == [])
        // Let through by the system, and failed for another reason: no program, no process, no terminal, no filter.
        for (attempt, code) in [("execute", EACCES), ("trace", ESRCH), ("filter", EFAULT)] {
            #expect(run.result(attempt) == String(code))
        }
    }

    @Test("As another user nobody gets back, and no thread has a right", .enabled(if: Scene.canBecome))
    func dropped() throws {
        let run = try Scene().confine("drop", "nobody")
        expectWork(run)
        #expect(run.threads.allSatisfy { $0 == Self.confined(filter: 0) })
        #expect(run.refused.contains("packet socket") && run.refused.contains("mount"))
        #expect(run.refused.contains("root") && run.refused.contains("signal"))
        #expect(run.result("socket") == "0")
    }

    @Test("With the filter nothing of it is possible, in any thread", .enabled(if: Scene.canBecome))
    func droppedAndFiltered() throws {
        let run = try Scene().confine("drop", "nobody", "filter")
        expectWork(run)
        #expect(run.threads.allSatisfy { $0 == Self.confined(filter: 2) })
        #expect(run.refused == Scene.Confinement.attempts)
    }

    @Test("The filter binds root as well, and whoever never was root")
    func filtered() throws {
        let run = try Scene().confine("filter")
        expectWork(run)
        #expect(run.refused == Scene.Confinement.attempts)
        #expect(run.threads.allSatisfy { $0.hasSuffix("NoNewPrivs: 1, Seccomp: 2") })
    }

    @Test("A service gives up the capability that it was started with", .enabled(if: Scene.canBecome))
    func capability() throws {
        let nobody = Scene.asNobody(with: "-all,+net_raw")
        let before = try Scene().confine(by: nobody)
        #expect(before.result("packet socket") == "0")
        let run = try Scene().confine("drop", "-", "filter", by: nobody)
        expectWork(run)
        // The bounding set is no right: it says what a program could be given, and there is none to be had.
        let line = Self.confined(bounding: "0000000000002000", filter: 2)
        #expect(run.threads.allSatisfy { $0 == line })
    }

    @Test("Root that is not told whom to become stays root, and knows", .enabled(if: Scene.canBecome))
    func stays() throws {
        let run = try Scene().confine("drop", "-")
        #expect(run.outcome.lines.first == "stays root")
        #expect(run.threads.allSatisfy { $0.hasPrefix("Uid: 0 0 0 0, ") && $0.contains("NoNewPrivs: 1") })
        #expect(run.result("packet socket") == "0")
    }

    @Test("A user that is not there, root itself, and becoming somebody without the right are errors")
    func errors() throws {
        let scene = try Scene()
        #expect(
            try scene.confine("drop", "no-such-user").outcome.lines == ["error: noSuchUser(\"no-such-user\")"]
        )
        #expect(try scene.confine("drop", "").outcome.lines == ["error: noSuchUser(\"\")"])
        #expect(try scene.confine("drop", "root").outcome.lines == ["error: isRoot(\"root\")"])
        guard Scene.canBecome else { return }
        let refused = try scene.confine("drop", "daemon", by: Scene.asNobody())
        #expect(
            refused.outcome.lines == ["error: refused(confined.PrivilegeError.Step.identity, code: \(EPERM))"]
        )
        #expect(try scene.confine("drop", "nobody", by: Scene.asNobody()).outcome.code == 0)
    }

    @Test("Too late, when there are threads already, is a mistake of ours that ends the process")
    func late() throws {
        let run = try Scene().confine("late", "drop", "-")
        #expect(run.outcome.code > 128)
        #expect(run.outcome.output == "")
    }
}
