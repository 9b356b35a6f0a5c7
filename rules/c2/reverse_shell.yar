// A shell whose input and output are a socket: what starts it, and what it says first.

rule Reverse_Shell
{
    meta:
        id = "HD-0004"
        description = "Interactive shell over a plain connection, or the command that opens one"
        description_vi = "Shell ngược: máy bị chiếm mở phiên điều khiển ra ngoài"
        severity = 1
        category = "intrusion"
        attack = "T1059.004"
        author = "Hải Đăng"
        date = "2026-11-24"
        reference = "https://attack.mitre.org/techniques/T1059/004/"
        victim = "client"
        scope = "stream"
        hits = "c2/reverse-shell, c2/reverse-shell-injection"
        misses = "benign"

    strings:
        $command = /(ba|z|k|da)?sh(%20|[ +])-i(%20|[ +])[0-9]?(<|%3c)?(>|%3e)(&|%26)?(%20|[ +])?(\/|%2f)dev(\/|%2f)(tcp|udp)(\/|%2f)[0-9a-z.:-]{1,64}(\/|%2f)[0-9]{1,5}/ nocase
        // What shells say when there is no terminal, and their prompt right behind it. A page or a letter about it
        // has other words in between.
        $bash = /bash: no job control in this shell\r?\n(\x1b\][^\x07\n]{0,200}\x07)?([a-z0-9_.-]{1,32}@[^\r\n:]{1,64}:[^\r\n]{0,200}|\[[^\]\r\n]{3,100}\]|(ba|z|k|da)?sh-[0-9.]{1,8})[#$] /
        $other = /can't access tty; job control turned off\r?\n[^\r\n<]{0,60}[#$] /
        $windows = /Microsoft Windows \[Version [0-9.]{3,20}\]\r?\n\([cC]\) [^\r\n]{1,80}\r?\n\r?\n[A-Z]:\\[^\r\n<>]{0,200}>/

    condition:
        any of them
}
