// A database on its way as text: the first line that the program for it writes, and rows. A scheme without rows is
// documentation.

rule Database_Dump
{
    meta:
        id = "HD-0036"
        description = "Dump of an SQL database with its rows"
        description_vi = "Bản kết xuất cơ sở dữ liệu SQL truyền không mã hóa"
        severity = 2
        category = "leak"
        attack = "T1048.003"
        author = "Hải Đăng"
        date = "2026-11-28"
        reference = "https://attack.mitre.org/techniques/T1048/003/"
        scope = "object"
        hits = "exfiltration/database-dump"
        misses = "benign"

    strings:
        $mysql = /-- (MySQL|MariaDB|phpMyAdmin SQL) [Dd]ump /
        $mysql_rows = /INSERT INTO `[^`\r\n]{1,64}` (\([^)]{1,800}\) )?VALUES[ \r\n]{1,4}\(/
        $postgres = "-- PostgreSQL database dump"
        $postgres_rows = / FROM stdin;\r?\n[^\\\r\n]/
        $sqlserver = /INSERT (INTO )?\[dbo\]\.\[[^\]\r\n]{1,64}\] \([^)]{1,800}\) VALUES \(/ ascii wide
        $sqlserver_head = "SET IDENTITY_INSERT [dbo].[" ascii wide

    condition:
        ($mysql and $mysql_rows) or ($postgres and ($postgres_rows or $mysql_rows))
            or ($sqlserver_head and #sqlserver >= 3)
}
