extension SystemReason {
    /// The system's words, and the clauses of the rooms that read savefiles and rules.
    static let vietnamese =
        system + [
            Pattern("^before the first frame: ", "trước khung đầu tiên: "),
            Pattern("^after frame (\\d+): ", "sau khung $1: "),
            Pattern("^is a folder$", "đó là một thư mục"),
            Pattern("^is empty$", "tệp rỗng"),
            Pattern("^looks like text$", "trông như văn bản"),
            Pattern("^begins with ([0-9a-f ]+)$", "bắt đầu bằng các byte $1"),
            Pattern("^is no(t a)? regular file$", "không phải là tệp thường"),
            Pattern("cut short inside (the file|a section) header$", "bị cắt ngay trong phần đầu tệp"),
            Pattern("cut short inside (the header of )?a block$", "bị cắt giữa một khối"),
            Pattern("it is cut short( or damaged)?$", "bị cắt hoặc hỏng"),
            Pattern("^not read to its end$", "chưa đọc đến cuối"),
            Pattern("cut short inside (the header of )?a record$", "bị cắt giữa một bản ghi"),
            Pattern(
                "is a pcap file of version ([0-9.]+), which is unknown$",
                "là tệp pcap phiên bản $1, không ai biết phiên bản này"),
            Pattern(
                "it needs (\\d+) MiB of memory, and the limit is (\\d+) MiB$",
                "cần $1 MiB bộ nhớ, giới hạn là $2 MiB"),
            Pattern(
                "a (frame|block) of (\\d+) bytes is too long$", "một khung hoặc khối dài $2 byte là quá dài"),
            Pattern("a block says that it has (\\d+) bytes$", "một khối tự khai dài $1 byte"),
            Pattern("the two lengths of a block differ$", "hai trường độ dài của một khối khác nhau"),
            Pattern("a packet block is too short$", "một khối gói quá ngắn"),
            Pattern("a frame is longer than its block$", "một khung dài hơn khối chứa nó"),
            Pattern(
                "a frame of an interface that is not described$", "một khung của giao diện không được mô tả"),
            Pattern("an interface description is too short$", "một khối mô tả giao diện quá ngắn"),
            Pattern("a section header has no byte-order magic$", "đầu một phần thiếu dấu thứ tự byte"),
            Pattern("is (.+) that cannot be decompressed: ", "là tệp nén $1 không giải nén được: "),
            Pattern("is larger than the limit of (\\d+) MiB$", "lớn hơn giới hạn $1 MiB"),
            Pattern("is more than (\\d+) folders deep$", "nằm sâu hơn $1 cấp thư mục"),
            Pattern("^another program records into it$", "một chương trình khác đang ghi vào đó"),
            Pattern("^the limit of the folder is reached$", "thư mục đã đạt giới hạn dung lượng"),
            Pattern("^all names are taken$", "mọi tên tệp đều đã có"),
            Pattern("^there is no memory left to compress$", "không còn bộ nhớ để nén"),
            Pattern("^its index was refused: ", "chỉ mục bị từ chối: "),
        ]

    private static let system = [
        Pattern("Permission denied", "không có quyền truy cập"),
        Pattern("Operation not permitted", "hệ thống không cho phép"),
        Pattern("No such file or directory", "không tồn tại"),
        Pattern("Is a directory", "đó là một thư mục"),
        Pattern("Not a directory", "đó không phải là thư mục"),
        Pattern("No space left on device", "đĩa đã đầy"),
        Pattern("Read-only file system", "hệ thống tệp chỉ cho đọc"),
        Pattern("Input/output error", "lỗi đọc ghi đĩa"),
        Pattern("Too many open files", "mở quá nhiều tệp"),
        Pattern("File too large", "tệp quá lớn"),
        Pattern("Disk quota exceeded", "vượt hạn mức đĩa"),
        Pattern("File name too long", "tên tệp quá dài"),
        Pattern("Too many levels of symbolic links", "liên kết lồng nhau quá nhiều cấp"),
    ]
}
