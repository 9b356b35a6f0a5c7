// Orders to machines in a botnet, and how such a botnet takes more of them.

rule IRC_Bot_Command
{
    meta:
        id = "HD-0058"
        description = "Order to a bot in an IRC channel: flood, scan, or fetch and run"
        description_vi = "Lệnh điều khiển botnet qua IRC: tấn công, quét hoặc tải mã"
        severity = 1
        category = "malware"
        attack = "T1071"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1071/"
        scope = "stream"
        hits = "c2/irc-bot"
        misses = "benign"

    strings:
        // To a channel, with the sign that bots listen for, and with what the order needs: a target and a number.
        $flood = /(PRIVMSG|TOPIC|332 [^ \r\n]{1,40}) [#&][^ \r\n]{1,50} :[.!@](\w{1,16}[ .]@?)?(udp|tcp|syn|http|ack|icmp|ddos)\.?(flood|random)[ ][0-9A-Za-z.:-]{4,80} [0-9]{1,6}/
        $scan = /(PRIVMSG|TOPIC|332 [^ \r\n]{1,40}) [#&][^ \r\n]{1,50} :[.!@](advscan|ntscan|asc)[ ][0-9a-z_]{3,20} [0-9]{1,4} [0-9]{1,4}/
        $fetch = /(PRIVMSG|TOPIC|332 [^ \r\n]{1,40}) [#&][^ \r\n]{1,50} :[.!@](download|update|execute)[ ](http|https|ftp):\/\/[^ \r\n]{4,160} [^ \r\n]{2,80} ?[01]?\r\n/

    condition:
        any of them
}

rule IoT_Loader_Command
{
    meta:
        id = "HD-0059"
        description = "Botnet loader at work: it tries a shell for BusyBox, or has a device fetch and run a program"
        description_vi = "Botnet đang chiếm thiết bị: dò BusyBox hoặc bắt thiết bị tải và chạy mã"
        severity = 1
        category = "malware"
        attack = "T1110.001"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://www.usenix.org/conference/usenixsecurity17/technical-sessions/presentation/antonakakis"
        scope = "stream"
        hits = "c2/iot-loader"
        misses = "benign"

    strings:
        // A program that no BusyBox has, so that its answer tells a real shell; on a line of its own, as terminals end
        // lines. The answer stands before a prompt.
        $probe = /\r\n\/bin\/busybox [A-Z]{3,12}\r\n/
        $answer = /\n[A-Z]{3,12}: applet not found\r\n[^\r\n<]{0,60}[#$>]/
        $request = / HTTP\/1\.[01]\r\n/
        // To a folder where everybody writes, fetch, make it a program, run it: inside one parameter.
        $fetch = /cd([ +]|%20|\$\{IFS\})(\/|%2f)(tmp|var(\/|%2f)run|dev(\/|%2f)shm)[^\r\n<>]{1,80}(wget|curl|tftp)([ +]|%20|\$\{IFS\})[^\r\n<>]{1,160}chmod([ +]|%20|\$\{IFS\})(777|0777|%2bx|\+x)[^\r\n<>]{1,80}/ nocase

    condition:
        $probe or $answer or ($request and $fetch)
}
