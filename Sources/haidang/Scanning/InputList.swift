import Capture

/// The savefiles that the paths on the command line stand for, in order, and the paths that stand for none.
struct InputList {
    /// Savefiles, `-` for standard input.
    private(set) var files: [String] = []
    /// What cannot be used, and why.
    private(set) var failures: [CaptureError] = []

    /// Looks at each path: a folder stands for the savefiles in it, anything else for itself.
    init(_ paths: [String]) {
        for path in paths {
            do throws(CaptureError) {
                files += try SavefileFolder.savefiles(at: path) { failures.append($0) }
            } catch {
                failures.append(error)
            }
        }
    }
}
