/// One system call that stays allowed, or one way to call it. Several rules for one call are alternatives.
struct SystemCallRule: Equatable {
    /// The call, by the name that Linux has for it. A name that an architecture lacks is passed over there.
    let name: String
    /// What its arguments must be, all of these; empty for any.
    var arguments: [Argument] = []

    /// What one argument must be.
    struct Argument: Equatable {
        /// Which, from 0.
        let index: UInt32
        /// The bits that are looked at.
        let mask: UInt64
        /// What these bits must be.
        let value: UInt64

        /// An argument of 32 bits, whatever the upper half of its register holds.
        static func int(_ index: UInt32, is value: Int32) -> Argument {
            Argument(index: index, mask: 0xffff_ffff, value: UInt64(UInt32(bitPattern: value)))
        }

        /// A null pointer.
        static func null(_ index: UInt32) -> Argument { Argument(index: index, mask: .max, value: 0) }

        /// Flags none of which may be set.
        static func without(_ flags: Int32, _ index: UInt32) -> Argument {
            Argument(index: index, mask: UInt64(UInt32(bitPattern: flags)), value: 0)
        }
    }
}
