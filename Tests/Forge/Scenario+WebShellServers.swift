import TestSupport

extension Scenario {
    /// Web shells for servers of .NET, ASP and Java. They are broken off, or stand behind what never holds.
    static var webShellServers: [Scenario] { [aspEvaluated, aspCommand, javaCommand, javaLoader] }

    private static func visit(_ port: UInt16, _ host: String) -> WebVisit {
        WebVisit("203.0.113.84", from: port, to: "198.51.100.12", 8080, host: host)
    }

    private static var aspEvaluated: Scenario {
        var visit = visit(51101, "vanban.example")
        visit.put(
            "/tai-len/a.aspx",
            "<%@ Page Language=\"Jscript\"%><% if (false) { ev" + "al(Request.Item[\"x\"],\"unsafe\"); } %>")
        visit.put("/tai-len/b.asp", "<%ev" + "al request(\"x\"")
        visit.put("/tai-len/c.asp", "<% exe" + "cute(request(\"x\")")
        visit.put(
            "/tai-len/d.aspx",
            "<% if (false) { System.Reflection.Assembly.Lo" + "ad(Convert.From(Request[\"x\"])); } %>")
        return Scenario("webshell/aspx-evaluated", visit.frames)
    }

    private static var aspCommand: Scenario {
        var visit = visit(51111, "vanban.example")
        let lines = [
            "<%@ Page Language=\"C#\" %>", "<% if (false) {",
            "var p = new ProcessStart" + "Info(\"cmd.exe\");",
            "p.Arguments = Request[\"x\"];", "p.RedirectStandard" + "Output = true;", "} %>",
        ]
        visit.put("/tai-len/e.aspx", lines.joined(separator: "\n"))
        return Scenario("webshell/aspx-command", visit.frames)
    }

    private static var javaCommand: Scenario {
        var visit = visit(51121, "motcua.example")
        visit.put(
            "/a.jsp/", "<% if (false) { Runtime.getRun" + "time().exec(request.getParameter(\"x\")); } %>")
        let lines = [
            "<%@ page import=\"java.io.*\" %>", "<% if (false) { String c = request.getParameter(\"x\");",
            "Process p = Runtime.getRun" + "time().exec(c);", "InputStream in = p.getInputStream(); } %>",
        ]
        visit.put("/b.jsp/", lines.joined(separator: "\n"))
        visit.put("/c.jsp/", #"<%@ page %><% // \u0067\u0065\u0074\u0052\u0075\u006e %>"#)
        return Scenario("webshell/jsp-command", visit.frames)
    }

    private static var javaLoader: Scenario {
        var visit = visit(51131, "motcua.example")
        let lines = [
            "<%@page import=\"java.util.*\"%>", "<%! class U extends Class" + "Loader {",
            "Class g(byte[] b) { return define" + "Class(b, 0, 0); } } %>",
            "<% if (false) { Base64.decode(request.getReader().readLine()); } %>",
        ]
        visit.put("/d.jsp/", lines.joined(separator: "\n"))
        let reflection = [
            "<%@page import=\"java.lang.reflect.*\"%>",
            "<% if (false) { L.class.getDeclaredMethod(\"define" + "Class\", b);",
            "Base64.decode(request.getParameter(\"x\")); } %>",
        ]
        visit.put("/e.jsp/", reflection.joined(separator: "\n"))
        return Scenario("webshell/jsp-loader", visit.frames)
    }
}
