import NetTypes
import Testing

/// Where every frame of a live run is.
@Suite struct LiveStatisticsTests {
    /// Two interfaces, one worker; 100 frames, of which the rings dropped 3.
    private static var sound: LiveStatistics {
        var all = LiveStatistics()
        for (index, name) in ["eth0", "eth1"].enumerated() {
            var interface = InterfaceStatistics(name: name)
            interface.frames = 50
            all.interfaces.append(interface)
            var ring = RingStatistics(interface: index, worker: 0)
            (ring.offered, ring.pushed, ring.dropped) = (50, 50, 0)
            if index == 1 { (ring.pushed, ring.dropped) = (47, 3) }
            all.rings.append(ring)
        }
        all.sensor.capture.frames = 97
        (all.mailbox.offered, all.mailbox.delivered, all.mailbox.shedFlows) = (10, 8, 1)
        all.mailbox.waiting = 1
        all.recording = RecordingStatistics()
        all.recording?.offered = 100
        all.recording?.written = 90
        all.recording?.lost = 10
        return all
    }

    @Test func `sums and terms`() {
        let all = Self.sound
        #expect(all.interfaceSum(\.frames) == 100)
        #expect(all.ringSum(\.dropped) == 3)
        #expect(all.law.waiting == 0)
        #expect(all.brokenLaws(atRest: true) == [])
    }

    @Test func `frames on their way are no fault while threads run, and one at rest`() {
        var all = Self.sound
        all.sensor.capture.frames = 90
        #expect(all.law.waiting == 7)
        #expect(all.brokenLaws(atRest: false) == [])
        #expect(all.brokenLaws(atRest: true).count == 1)
    }

    @Test func `each law is checked`() {
        var all = Self.sound
        all.sensor.capture.frames = 98
        #expect(all.brokenLaws(atRest: false).count == 1)
        #expect(all.law.waiting == 0)
        all = Self.sound
        all.rings[0].offered += 1
        all.mailbox.offered += 1
        all.recording?.offered += 1
        #expect(all.brokenLaws(atRest: true).count == 3)
        #expect(all.brokenLaws(atRest: false) == [])
    }

    @Test func `what was not inspected makes it incomplete, what was not recorded does not`() {
        var whole = Self.sound
        whole.rings[1].dropped = 0
        #expect(!whole.isIncomplete)
        let changes: [(inout LiveStatistics) -> Void] = [
            { $0.interfaces[0].droppedByKernel = 1 }, { $0.interfaces[0].droppedByInterface = 1 },
            { $0.interfaces[1].isUp = false }, { $0.interfaces[1].failures = 1 }, { $0.rings[0].dropped = 1 },
            { $0.sensor.scan.shed = 1 }, { $0.mailbox.shedDetections = 1 },
            { $0.sensor.scan.timedOut = 1 },
        ]
        for change in changes {
            var changed = whole
            change(&changed)
            #expect(changed.isIncomplete)
        }
        whole.rings[0].shedEncrypted = 1
        whole.mailbox.shedFlows = 1
        #expect(!whole.isIncomplete)
    }
}
