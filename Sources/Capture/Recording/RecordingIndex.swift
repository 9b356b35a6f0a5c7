import NetTypes

/// Where in a recorded file the frames of each flow are.
///
/// The file is divided into blocks, which are runs of frames. What comes before the first one describes the
/// interfaces; it and any of the blocks, in order, are a savefile by themselves.
struct RecordingIndex: Equatable {
    /// A run of frames.
    struct Block: Equatable {
        var extent: FileExtent
        var frames: UInt64
        /// The earliest and the latest capture time in it, which frames of several interfaces need not have first
        /// and last.
        var first: Timestamp
        var last: Timestamp
    }

    /// A flow with its earliest and latest frame in the file.
    struct Flow: Equatable {
        var digest: CommunityDigest
        var first: Timestamp
        var last: Timestamp
        /// Which of the postings are its own.
        var postings: Range<Int>
    }

    /// Flows of one file; a file ends when it has so many.
    static let mostFlows = 1 << 18
    /// Pairs of a flow and a block it is in; a file ends when it has so many.
    static let mostPostings = 1 << 20
    /// Blocks of one file; a file ends when it has so many.
    static let mostBlocks = 1 << 16

    /// Bytes of the file.
    var fileLength: UInt64
    /// Bytes of it before the first block.
    var headerLength: UInt64
    /// In the order of the file.
    var blocks: [Block]
    /// In the order of their digests.
    var flows: [Flow]
    /// Numbers of blocks, rising within each flow.
    var postings: [UInt32]

    /// The blocks that have frames of a flow, and frames of a time: both ends belong to it.
    func blocks(of digest: CommunityDigest, from: Timestamp, to: Timestamp) -> [Block] {
        guard let flow = flow(digest), flow.first <= to, flow.last >= from else { return [] }
        return postings[flow.postings].map { blocks[Int($0)] }.filter { $0.first <= to && $0.last >= from }
    }

    /// The blocks that have frames of any of some flows, and frames of a time, in the order of the file.
    func blocks(of digests: [CommunityDigest], from: Timestamp, to: Timestamp) -> [Block] {
        if digests.count == 1 { return blocks(of: digests[0], from: from, to: to) }
        var wanted: [UInt64: Block] = [:]
        for digest in digests {
            for block in blocks(of: digest, from: from, to: to) { wanted[block.extent.offset] = block }
        }
        return wanted.sorted { $0.key < $1.key }.map(\.value)
    }

    private func flow(_ digest: CommunityDigest) -> Flow? {
        var low = 0
        var high = flows.count
        while low < high {
            let middle = (low + high) / 2
            if flows[middle].digest < digest { low = middle + 1 } else { high = middle }
        }
        return low < flows.count && flows[low].digest == digest ? flows[low] : nil
    }
}
