import TestSupport

extension Scenario {
    /// Letters whose attachments bring programs along. None of these can run.
    static var documents: [Scenario] { [macroDocuments, droppers, mailedPrograms] }

    private static var macroDocuments: Scenario {
        var story = Story(port: 53010)
        let project = Payload.macroProject(["Auto" + "Open", "WScript." + "Shell"])
        story.mail("cong-van.doc", "application/msword", project)
        var zip = ZipBytes()
        zip.add("[Content_Types].xml", Array("<Types>drill</Types>".utf8))
        zip.add("word/vbaProject.bin", project)
        story.mail("bieu-mau.docm", "application/vnd.ms-word.document.macroEnabled.12", zip.bytes)
        let name = "4571756174696f6e2e33"
        story.mail(
            "thu-moi.rtf", "application/rtf",
            Array(#"{\rtf1 Thu moi dien tap. {\object\objemb\objupdate{\*\objdata "#.utf8)
                + Array("01050000\(name)00}}}".utf8))
        return Scenario("malware/macro-documents", story.frames)
    }

    private static var droppers: Scenario {
        var story = Story(port: 53020)
        var zip = ZipBytes()
        zip.add(
            "thong-bao.lnk",
            Payload.shortcut("powershell.exe", "-w hidden -c drill http://drill.invalid/inert.txt"))
        story.mail("thong-bao.zip", "application/zip", zip.bytes)
        // The words stand in comments, in an order in which they could not run.
        let lines = [
            "<html><!-- dien tap -->", "<script language=\"VBScript\">",
            "' s.Run drill", "' t.SaveToFile drill", "' CreateObject(\"ADODB.Stream\")",
            "' CreateObject(\"MSXML2.XMLHTTP\")", "' CreateObject(\"WScript." + "Shell\")",
            "</script></html>",
        ]
        story.mail("thu-moi.hta", "application/hta", Array(lines.joined(separator: "\r\n").utf8))
        return Scenario("malware/dropper-mail", story.frames)
    }

    private static var mailedPrograms: Scenario {
        var story = Story(port: 53030)
        var zip = ZipBytes()
        zip.add("hoa-don.pdf.exe", Payload.program(["UPX0", "UPX1"], strings: ["drill"]))
        story.mail("hoa-don.zip", "application/zip", zip.bytes)
        story.mail(
            "bao-gia.doc          .scr", "application/octet-stream",
            Payload.program([".MPRESS1", ".MPRESS2"], strings: ["drill"]))
        var locked = ZipBytes()
        locked.add("tai-lieu.exe", Payload.program([".text"], strings: ["drill"]), isEncrypted: true)
        story.mail("tai-lieu.zip", "application/zip", locked.bytes)
        return Scenario("malware/mailed-programs", story.frames)
    }
}
