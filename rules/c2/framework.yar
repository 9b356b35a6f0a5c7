// What frameworks for remote control do as long as their operator leaves the settings as they came.

rule C2_Framework_Default_Profile
{
    meta:
        id = "HD-0056"
        description = "Request or named pipe of a remote control framework with its default settings"
        description_vi = "Dấu hiệu mặc định của bộ công cụ điều khiển từ xa (Cobalt Strike, Empire)"
        severity = 1
        category = "intrusion"
        attack = "T1071.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/software/S0154/"
        scope = "stream"
        hits = "c2/framework-profile"
        misses = "benign"

    strings:
        // The answer to a task, with its fields in the order of the profile.
        $submit = /POST \/submit\.php\?id=[0-9]{1,10} HTTP\/1\.1\r\nAccept: \*\/\*\r\nContent-Type: application\/octet-stream\r\n/
        $session = /GET \/(admin\/get|news|login\/process)\.php HTTP\/1\.1\r\nCookie: session=[A-Za-z0-9+\/]{27}=\r\nUser-Agent: Mozilla\/5\.0 \(Windows NT 6\.1; WOW64; Trident\/7\.0; rv:11\.0\) like Gecko\r\n/
        // Pipes between beacons, as a client of file shares opens them.
        $pipe = /(MSSE-[0-9]{1,5}-server|msagent_[0-9a-f]{2,4}|postex_(ssh_)?[0-9a-f]{4})/ wide

    condition:
        any of them
}
