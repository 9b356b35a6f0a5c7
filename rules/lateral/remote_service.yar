// From one machine to the next by the means of Windows itself: a service is made on the other machine, a command runs,
// and what it prints is fetched from a share. Administrators have these programs too; who ran it is the question.

rule Remote_Service_Tool
{
    meta:
        id = "HD-0068"
        description = "Service or pipe of a program that runs commands on other machines (PsExec and kin)"
        description_vi = "Công cụ chạy lệnh từ xa qua SMB (PsExec, RemCom, winexe…)"
        severity = 2
        category = "intrusion"
        attack = "T1569.002"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1569/002/"
        scope = "stream"
        hits = "lateral/remote-service"
        misses = "benign"

    strings:
        // Names of files, services and pipes are in UTF-16 there; texts about them seldom are.
        $psexec = "PSEXESVC" wide
        $remcom = "RemCom_communicaton" wide
        $remcom_pipe = /RemCom_std(in|out|err)/ wide
        $winexe = "winexesvc" wide nocase
        $paexec = /PAExec(-[0-9]{1,6}-|\.exe)/ wide
        $csexec = "csexecsvc" wide nocase

    condition:
        any of them
}

rule Service_Runs_Command
{
    meta:
        id = "HD-0069"
        description = "A service whose program is a command line is made on another machine"
        description_vi = "Tạo dịch vụ từ xa để chạy dòng lệnh trên máy khác"
        severity = 1
        category = "intrusion"
        attack = "T1543.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1543/003/"
        scope = "stream"
        hits = "lateral/remote-service"
        misses = "benign"

    strings:
        // The interface of the service control manager, 367abb81-9844-35f1-ad32-98f038001003.
        $interface = { 81 BB 7A 36 44 98 F1 35 AD 32 98 F0 38 00 10 03 }
        $command = /(%COMSPEC%|cmd\.exe|powershell(\.exe)?)"? {1,4}[\/-](c|q|b|e|w|nop|noni)/ wide nocase

    condition:
        all of them
}

rule Remote_Command_Output
{
    meta:
        id = "HD-0070"
        description = "Command whose output goes to a share of its own machine (wmiexec, smbexec)"
        description_vi = "Lệnh từ xa ghi kết quả ra thư mục chia sẻ quản trị (wmiexec, smbexec)"
        severity = 1
        category = "intrusion"
        attack = "T1047"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1047/"
        scope = "stream"
        hits = "lateral/remote-service"
        misses = "benign"

    strings:
        $output = /> ?\\\\(127\.0\.0\.1|localhost|%COMPUTERNAME%)\\[A-Z]{1,8}\$\\[^ \r\n\\]{4,40} 2\^?>\^?&1/ wide nocase
        // The file it is fetched from: two lines and the time, to a fraction of a second.
        $file = /__1[0-9]{9}\.[0-9]{5,7}/ wide

    condition:
        any of them
}
