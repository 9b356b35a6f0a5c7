import Glibc

/// The system's word for what went wrong, in the language of the person.
enum SystemReason {
    /// The text of an error number.
    static func text(_ number: Int32) -> String {
        // Safe: the pointer is to a string of the C library that lives until the next call; it is copied at once.
        translated(unsafe String(cString: strerror(number)))
    }

    /// A reason as a lower room gave it (it speaks the system's English), translated where it is a common one.
    static func translated(_ reason: String) -> String {
        let plain = Escaping.shown(reason)
        return Language.current == .vietnamese ? vietnamese[plain] ?? plain : plain
    }

    private static let vietnamese = [
        "Permission denied": "không có quyền truy cập",
        "Operation not permitted": "hệ thống không cho phép",
        "No such file or directory": "không tồn tại",
        "Is a directory": "đó là một thư mục",
        "Not a directory": "đó không phải là thư mục",
        "No space left on device": "đĩa đã đầy",
        "Read-only file system": "hệ thống tệp chỉ cho đọc",
        "Input/output error": "lỗi đọc ghi đĩa",
        "Too many open files": "mở quá nhiều tệp",
        "File too large": "tệp quá lớn",
        "Disk quota exceeded": "vượt hạn mức đĩa",
        "Broken pipe": "bên nhận đã đóng",
        "File name too long": "tên tệp quá dài",
        "Too many levels of symbolic links": "liên kết lồng nhau quá nhiều cấp",
    ]
}
