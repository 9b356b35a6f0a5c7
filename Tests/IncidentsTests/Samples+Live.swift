import NetTypes

extension Samples {
    /// Live counters of which each has a value that no other has.
    static var live: LiveStatistics {
        var all = LiveStatistics()
        var interface = InterfaceStatistics(name: "eth0")
        (interface.frames, interface.bytes, interface.bytesSnapped) = (2001, 2002, 2003)
        (interface.droppedByKernel, interface.droppedByInterface, interface.failures) = (2004, 2005, 2006)
        interface.isUp = false
        all.interfaces = [interface]
        var ring = RingStatistics(interface: 2010, worker: 2011)
        (ring.capacity, ring.depth, ring.highWater) = (2012, 2013, 2014)
        (ring.offered, ring.pushed, ring.dropped) = (2015, 2016, 2017)
        (ring.shedEncrypted, ring.shedEncryptedBytes) = (2018, 2019)
        (ring.shedDeep, ring.shedDeepBytes) = (2020, 2021)
        all.rings = [ring]
        (all.mailbox.capacity, all.mailbox.waiting, all.mailbox.highWater) = (2030, 2031, 2032)
        (all.mailbox.offered, all.mailbox.delivered) = (2033, 2034)
        (all.mailbox.shedFlows, all.mailbox.shedTransactions) = (2035, 2036)
        all.mailbox.shedDetections = 2037
        var recording = RecordingStatistics()
        (recording.offered, recording.written, recording.bytes) = (2040, 2041, 2042)
        (recording.lost, recording.files, recording.removed) = (2043, 2044, 2045)
        recording.failure = "No space left on device"
        all.recording = recording
        return all
    }

    /// The counters of a small live run, for which every law holds.
    static var soundLive: StatisticsRecord {
        var record = soundStatistics
        var live = LiveStatistics()
        var interface = InterfaceStatistics(name: "eth0")
        (interface.frames, interface.bytes) = (14, 2300)
        live.interfaces = [interface]
        var ring = RingStatistics(interface: 0, worker: 0)
        (ring.capacity, ring.depth, ring.highWater) = (8_388_608, 196, 4096)
        (ring.offered, ring.pushed) = (14, 14)
        live.rings = [ring]
        (live.mailbox.capacity, live.mailbox.highWater) = (65536, 3)
        (live.mailbox.offered, live.mailbox.delivered) = (5, 5)
        live.sensor = record.statistics
        record.live = live
        return record
    }
}
