// Programs that carry connections inside another connection, by what they say before they encrypt or instead of it.
// Administrators use them too; whoever did not announce one has to explain it.

rule Chisel_Tunnel
{
    meta:
        id = "HD-0050"
        description = "Chisel: a tunnel over a WebSocket"
        description_vi = "Đường hầm Chisel qua WebSocket"
        severity = 2
        category = "policy"
        attack = "T1572"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1572/"
        scope = "stream"
        hits = "c2/chisel-tunnel"
        misses = "benign"

    strings:
        $protocol = /\nSec-WebSocket-Protocol:[ \t]{0,4}chisel-v[0-9]/ nocase
        $greeting = /SSH-chisel-v[0-9]{1,2}-(server|client)\r?\n/

    condition:
        any of them
}

rule FRP_Tunnel
{
    meta:
        id = "HD-0051"
        description = "frp: a machine inside offers its services to a server outside"
        description_vi = "Đường hầm frp: máy bên trong mở dịch vụ ra máy chủ bên ngoài"
        severity = 2
        category = "policy"
        attack = "T1572"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/software/S1144/"
        scope = "stream"
        hits = "c2/frp-tunnel"
        misses = "benign"

    strings:
        // The login's key is an MD5 over the secret and the time behind it; a page has dots there or line breaks.
        $login = /"privilege_key":"[0-9a-f]{32}","timestamp":[0-9]{9,11}/
        $answer = /\{"version":"0\.[0-9.]{3,7}","run_id":"[0-9a-f]{16}"/

    condition:
        any of them
}

rule SSH_In_HTTP
{
    meta:
        id = "HD-0053"
        description = "SSH inside an HTTP connection: a tunnel through a proxy or past a filter"
        description_vi = "SSH ẩn trong kết nối HTTP: đường hầm vượt proxy hoặc tường lửa"
        severity = 2
        category = "policy"
        attack = "T1572"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1572/"
        scope = "stream"
        hits = "c2/ssh-in-http"
        misses = "benign"

    strings:
        // The answer to CONNECT or to an upgrade, its fields, and the greeting where a body would begin.
        $greeting = /HTTP\/1\.[01] (200 (Connection )?Established|101 [^\r\n]{2,60})\r\n([^\r\n]{1,200}\r\n){0,8}\r\nSSH-2\.0-[^\r\n]{2,80}/ nocase

    condition:
        $greeting
}
