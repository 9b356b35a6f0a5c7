import NetTypes

/// The index of a file while it is written. Memory is bounded by the limits of `RecordingIndex`, at which the caller
/// ends the file.
struct RecordingIndexBuilder {
    private struct Flow {
        let digest: CommunityDigest
        var first: Timestamp
        var last: Timestamp
        /// Its first posting, and its last one so far.
        let head: Int
        var tail: Int
    }

    /// A block that a flow is in, and the place of the flow's next posting; the last one's is its own.
    private struct Posting {
        let block: UInt32
        var next: Int
    }

    private var places: [CommunityDigest: Int] = [:]
    private var flows: [Flow] = []
    private var postings: [Posting] = []
    /// Blocks that have ended.
    private(set) var blocks: [RecordingIndex.Block] = []
    private var frames: UInt64 = 0
    private var first = Timestamp.zero
    private var last = Timestamp.zero

    /// True when one more frame or block might be beyond a limit.
    var isFull: Bool {
        flows.count >= RecordingIndex.mostFlows || postings.count >= RecordingIndex.mostPostings
            || blocks.count >= RecordingIndex.mostBlocks - 1
    }

    /// A frame was added to the block that is being filled; nil when it belongs to no flow.
    mutating func note(_ digest: CommunityDigest?, at time: Timestamp) {
        first = frames == 0 ? time : min(first, time)
        last = frames == 0 ? time : max(last, time)
        frames += 1
        guard let digest else { return }
        let block = UInt32(blocks.count)
        guard let place = places[digest] else {
            places[digest] = flows.count
            flows.append(
                Flow(digest: digest, first: time, last: time, head: postings.count, tail: postings.count))
            postings.append(Posting(block: block, next: postings.count))
            return
        }
        flows[place].first = min(flows[place].first, time)
        flows[place].last = max(flows[place].last, time)
        let tail = flows[place].tail
        if postings[tail].block == block { return }
        postings[tail].next = postings.count
        flows[place].tail = postings.count
        postings.append(Posting(block: block, next: postings.count))
    }

    /// The block that was being filled is in the file, here.
    mutating func endBlock(_ extent: FileExtent) {
        blocks.append(RecordingIndex.Block(extent: extent, frames: frames, first: first, last: last))
        frames = 0
    }

    /// The index of the blocks that have ended; what was noted since belongs to none and is left out.
    func index(fileLength: UInt64, headerLength: UInt64) -> RecordingIndex {
        var index = RecordingIndex(
            fileLength: fileLength, headerLength: headerLength, blocks: blocks, flows: [], postings: [])
        index.flows.reserveCapacity(flows.count)
        index.postings.reserveCapacity(postings.count)
        for flow in flows.sorted(by: { $0.digest < $1.digest }) {
            let start = index.postings.count
            var at = flow.head
            while true {
                if Int(postings[at].block) < blocks.count { index.postings.append(postings[at].block) }
                if postings[at].next == at { break }
                at = postings[at].next
            }
            guard index.postings.count > start else { continue }
            index.flows.append(
                RecordingIndex.Flow(
                    digest: flow.digest, first: flow.first, last: flow.last,
                    postings: start..<index.postings.count))
        }
        return index
    }
}
