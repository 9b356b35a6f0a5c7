/// The argument parser's English in the language of the person: it has no catalogue, so its texts are matched by
/// pattern. What matches none is shown as it is, which is better than nothing.
enum UsageText {
    /// A usage error, as one sentence.
    static func error(_ english: String) -> String {
        let safe = english.split(separator: "\n").map { Escaping.shown(String($0)) }.joined(separator: " ")
        guard Language.current == .vietnamese else { return safe }
        return Pattern.apply(errors, to: safe)
    }

    /// A help page.
    static func help(_ english: String) -> String {
        guard Language.current == .vietnamese else { return english }
        return Pattern.apply(pages, to: english)
    }

    private static let errors = [
        Pattern("^Unknown option '(.+?)'", "không có tùy chọn '$1'"),
        Pattern("Did you mean '(.+?)'\\?", "Có phải là '$1'?"),
        Pattern("^Missing value for '(.+?)'", "thiếu giá trị cho '$1'"),
        Pattern("^Missing expected argument '(.+?)'", "thiếu tham số '$1'"),
        Pattern("^Missing one of: ", "thiếu một trong các tham số: "),
        Pattern("^Unexpected argument '(.+?)'", "thừa tham số '$1'"),
        Pattern("^(\\d+) unexpected arguments: ", "thừa $1 tham số: "),
        Pattern("^The value '(.*?)' is invalid for '(.+?)'", "giá trị '$1' không hợp lệ cho '$2'"),
        Pattern("Please provide one of the following:", "Các giá trị hợp lệ:"),
        Pattern("Please provide one of (.+?)\\.$", "Các giá trị hợp lệ: $1."),
        Pattern(" and '", ", '"), Pattern(" or '", ", '"),
        Pattern(
            "^The option '(.+?)' does not take any value, but '(.*?)' was specified",
            "tùy chọn '$1' không nhận giá trị, nhưng '$2' được đưa vào"),
        Pattern(
            "^Value to be set with flag '(.+?)' had already been set with flag '(.+?)'",
            "'$1' không đi cùng được với '$2'"),
        Pattern(
            "^Can't generate completion scripts for '(.*?)'\\.",
            "không tạo được tệp hoàn thành lệnh cho '$1'."),
        Pattern("^Can't autodetect a supported shell\\.", "không nhận ra shell đang dùng."),
        Pattern("Please use (--[a-z-]+=<shell>) with one of:", "Hãy dùng $1 với một trong:"),
    ]

    private static let pages = [
        Pattern("^OVERVIEW: ", ""), Pattern("^USAGE: ", "CÁCH DÙNG: "), Pattern("^ARGUMENTS:$", "THAM SỐ:"),
        Pattern("^OPTIONS:$", "TÙY CHỌN:"), Pattern("^SUBCOMMANDS:$", "CÁC LỆNH:"),
        Pattern("^(  -h, --help +)Show help information\\.$", "$1Hiện trang trợ giúp này."),
        Pattern("^(  --version +)Show the version\\.$", "$1Hiện phiên bản."),
        Pattern("^(  help +)Show subcommand help information\\.$", "$1Hiện trang trợ giúp của một lệnh."),
        Pattern("^  See '(.+?)' for detailed help\\.$", "  Xem '$1' để biết chi tiết."),
        Pattern("\\(values: ", "(giá trị: "), Pattern("default: ", "mặc định: "),
    ]
}
