import CThread
import Glibc

/// A thread of the data plane. It takes no signals: those are for the thread that started it.
///
/// Safe: the closure is passed as a retained box, which the new thread takes over and releases.
@safe
final class SensorThread {
    /// Bytes of stack. Mail that is nested as deep as the limit allows takes about one MiB.
    private static let stackSize = 8 << 20

    private let handle: pthread_t

    private final class Body {
        let name: String
        let run: @Sendable () -> Void

        init(_ name: String, _ run: @escaping @Sendable () -> Void) {
            self.name = name
            self.run = run
        }
    }

    /// Starts a thread that runs `body` and ends with it. It bears the name, of which the kernel shows 15 bytes, for
    /// whoever looks at threads from outside.
    init(name: String, _ body: @escaping @Sendable () -> Void) throws(PipelineError) {
        var (all, before) = (sigset_t(), sigset_t())
        unsafe sigfillset(&all)
        // A thread inherits the mask of the one that makes it.
        unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        var handle: pthread_t = 0
        let box = unsafe Unmanaged.passRetained(Body(name, body))
        let code = unsafe withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { memory in
            guard let attributes = memory.baseAddress else { return ENOMEM }
            unsafe pthread_attr_init(attributes)
            defer { unsafe pthread_attr_destroy(attributes) }
            unsafe pthread_attr_setstacksize(attributes, Self.stackSize)
            return unsafe pthread_create(&handle, attributes, Self.begin, box.toOpaque())
        }
        guard code == 0 else {
            unsafe box.release()
            throw .noThread(code: code)
        }
        self.handle = handle
    }

    private static let begin: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
        if let argument = unsafe $0 {
            let body = unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
            unsafe body.name.withCString { unsafe cthread_name($0) }
            body.run()
        }
        return nil
    }

    /// Waits until it has ended. To be called once.
    func join() {
        pthread_join(handle, nil)
    }
}
