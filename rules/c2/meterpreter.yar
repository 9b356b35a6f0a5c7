// The best-known remote control of attackers and testers, where it still talks in the clear: its packets are fields of
// length, type and value, and its stages are sent as they are.

rule Meterpreter_Session
{
    meta:
        id = "HD-0049"
        description = "Meterpreter: a command in the clear, or a stage on its way"
        description_vi = "Meterpreter: lệnh điều khiển ở dạng rõ, hoặc mã giai đoạn hai đang được tải"
        severity = 1
        category = "intrusion"
        attack = "T1059"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1620/"
        victim = "client"
        scope = "stream"
        hits = "c2/meterpreter-session"
        misses = "benign"

    strings:
        // A method's name (type 0x00010001) of the extensions stdapi_, core_ or priv_, and right behind it the
        // request's number: 41 bytes of type 0x00010002.
        $command = { 00 01 00 01 ( 73 74 64 61 70 69 5F | 63 6F 72 65 5F | 70 72 69 76 5F ) [3-48] 00 00 00 00 29 00 01 00 02 }
        // The first stage in Python: a length of four bytes, then so much of code to run.
        $length = /\.unpack\(['"]>I['"],[ ]?[a-z]{1,8}\.recv\(4\)\)\[0\]/
        $code = "exec(zlib.decompress(base64.b64decode("
        $loader = "ReflectiveLoader"
        $server = /metsrv(\.x(86|64))?\.dll/

    condition:
        $command or ($length and $code) or ($loader and $server)
}
