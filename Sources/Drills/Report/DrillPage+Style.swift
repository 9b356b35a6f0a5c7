extension DrillPage {
    /// How the page looks, on a screen and on paper. Text has a contrast of at least 4.5 to its ground (WCAG 2.2, AA).
    static let style: StaticString = """
        @page { size: A4; margin: 16mm 14mm; }
        * { box-sizing: border-box; }
        body { font-family: "Noto Sans", "Segoe UI", "DejaVu Sans", Arial, sans-serif; font-size: 10.5pt; line-height: 1.45; color: #111827; background: #ffffff; margin: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        main { max-width: 186mm; margin: 0 auto; padding: 4mm 4mm 8mm 4mm; }
        .banner { background: #7a1020; color: #ffffff; text-align: center; padding: 2mm 4mm; letter-spacing: 0.04em; }
        .banner b { font-size: 13pt; letter-spacing: 0.12em; }
        .kind { color: #4b5563; margin: 4mm 0 0 0; font-size: 11pt; }
        h1 { font-size: 20pt; line-height: 1.2; margin: 1mm 0 3mm 0; }
        h2 { font-size: 14pt; margin: 9mm 0 2mm 0; padding-bottom: 1mm; border-bottom: 0.6mm solid #0b3d6b; color: #0b3d6b; page-break-after: avoid; break-after: avoid; }
        h3 { font-size: 11.5pt; margin: 6mm 0 1.5mm 0; page-break-after: avoid; break-after: avoid; }
        h4 { font-size: 10.5pt; margin: 3mm 0 1mm 0; page-break-after: avoid; break-after: avoid; }
        p { orphans: 3; widows: 3; margin: 0 0 2mm 0; word-wrap: break-word; overflow-wrap: anywhere; }
        ul { margin: 0 0 2mm 0; padding-left: 6mm; }
        li { margin-bottom: 1mm; word-wrap: break-word; overflow-wrap: anywhere; }
        .hint, .none { color: #4b5563; font-size: 9.5pt; }
        .lead { page-break-after: avoid; break-after: avoid; }
        .whole { page-break-inside: avoid; break-inside: avoid; }
        code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace; font-size: 9pt; background: #eef1f5; padding: 0 0.8mm; }
        .warn { border-left: 1.5mm solid #a84300; background: #fff4e5; color: #5c2600; padding: 1.5mm 3mm; font-weight: bold; }
        table { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm 0; font-size: 9.5pt; }
        th, td { border-bottom: 0.2mm solid #c3cad4; padding: 1mm 2mm; text-align: left; vertical-align: top; word-wrap: break-word; }
        table.facts td, table.board td:nth-child(2), table.silences td, table.strangers td:nth-child(2), table.roles td, table.people td:first-child, table.answers td, table.digests td { overflow-wrap: anywhere; }
        thead th { background: #e8edf3; color: #1f2937; border-bottom: 0.4mm solid #7d8a9a; }
        thead { display: table-header-group; }
        tr { page-break-inside: avoid; break-inside: avoid; }
        table.facts th { width: 38mm; font-weight: normal; color: #4b5563; }
        table.boxes td { width: 25%; border: 0.3mm solid #c3cad4; text-align: center; padding: 2.5mm 1mm; background: #f3f5f8; }
        table.boxes .number { font-size: 17pt; font-weight: bold; color: #0b3d6b; white-space: nowrap; }
        table.boxes .label { font-size: 9pt; color: #374151; }
        table.points { width: 70%; }
        table.points td + td, table.points th + th, table.sums td:last-child, table.sums th:last-child { text-align: right; white-space: nowrap; }
        table.points tr:last-child td { font-weight: bold; border-top: 0.4mm solid #7d8a9a; }
        table.board { font-size: 8.8pt; }
        table.board td:first-child, table.board td:last-child, table.silences td:last-child { white-space: nowrap; }
        table.digests td:last-child, pre, .hex, .command { font-family: "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace; }
        table.digests td { font-size: 8pt; }
        table.strangers td:first-child, table.strangers td:last-child { white-space: nowrap; }
        .picture { border: 0.3mm solid #c3cad4; padding: 1mm; page-break-inside: avoid; break-inside: avoid; }
        .picture svg { display: block; width: 100%; height: auto; }
        article { margin-bottom: 4mm; }
        .expectation, .miss { border: 0.3mm solid #c3cad4; border-left: 1.2mm solid #0b3d6b; padding: 2mm 3mm 0 3mm; margin: 2mm 0 3mm 0; }
        .miss { border-left-color: #b3121d; page-break-inside: avoid; break-inside: avoid; }
        .badge { display: inline-block; border: 0.3mm solid #111827; border-radius: 1mm; padding: 0 1.5mm; font-size: 8.8pt; font-weight: bold; white-space: nowrap; background: #ffffff; }
        .badge.found { color: #12592b; border-color: #12592b; background: #e9f6ed; }
        .badge.late { color: #7a3300; border-color: #a84300; background: #fff4e5; }
        .badge.other_rule { color: #173fae; border-color: #173fae; background: #eaf0fe; }
        .badge.wrong_category { color: #5420ad; border-color: #5420ad; background: #f2ecfd; }
        .badge.missed { color: #8f0e17; border-color: #8f0e17; background: #fdecee; }
        .badge.not_played { color: #374151; border-color: #4b5563; border-style: dashed; }
        .match { margin-bottom: 0.5mm; font-size: 9.5pt; }
        pre { white-space: pre-wrap; word-wrap: break-word; overflow-wrap: anywhere; margin: 0 0 2mm 0; padding: 1.5mm 2mm; background: #f3f5f8; border: 0.2mm solid #c3cad4; }
        pre.hex { font-size: 7.6pt; line-height: 1.5; white-space: pre; overflow: auto; page-break-inside: avoid; break-inside: avoid; }
        pre.command { font-size: 9pt; }
        .offset { color: #4b5563; }
        mark { background: #ffe08a; color: #111827; font-weight: bold; text-decoration: underline; }
        a { color: #0b4f9e; }
        @media screen and (max-width: 760px) {
        table.board, table.strangers, table.coverage, table.digests { display: block; overflow-x: auto; }
        table.board td:nth-child(2), table.strangers td:nth-child(2) { min-width: 45mm; }
        .picture { overflow-x: auto; }
        .picture svg { min-width: 680px; }
        }
        """
}
