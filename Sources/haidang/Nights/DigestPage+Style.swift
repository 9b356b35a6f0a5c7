extension DigestPage {
    /// How the page looks, on a screen and on paper. Text has a contrast of at least 4.5 to its ground (WCAG 2.2, AA).
    static let style: StaticString = """
        @page { size: A4; margin: 14mm 14mm; }
        * { box-sizing: border-box; }
        body { font-family: "Noto Sans", "Segoe UI", "DejaVu Sans", Arial, sans-serif; font-size: 10pt; line-height: 1.4; color: #111827; background: #ffffff; margin: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        main { max-width: 186mm; margin: 0 auto; padding: 2mm 4mm 8mm 4mm; }
        h1 { font-size: 19pt; line-height: 1.2; margin: 3mm 0 2mm 0; color: #0b3d6b; }
        h2 { font-size: 12.5pt; margin: 6mm 0 2mm 0; padding-bottom: 0.8mm; border-bottom: 0.5mm solid #0b3d6b; color: #0b3d6b; page-break-after: avoid; break-after: avoid; }
        p { orphans: 3; widows: 3; margin: 0 0 1mm 0; word-wrap: break-word; overflow-wrap: anywhere; }
        p.alarm { border-left: 1.5mm solid #b3121d; background: #fdecee; color: #7d0c14; padding: 1mm 3mm; font-weight: bold; }
        p.caution { border-left: 1.5mm solid #a84300; background: #fff4e5; color: #5c2600; padding: 1mm 3mm; font-weight: bold; }
        p.calm { border-left: 1.5mm solid #12592b; background: #e9f6ed; color: #12592b; padding: 1mm 3mm; font-weight: bold; }
        .hint, .detail { color: #4b5563; font-size: 9pt; }
        table { border-collapse: collapse; width: 100%; margin: 1mm 0 2mm 0; font-size: 9pt; }
        th, td { border-bottom: 0.2mm solid #c3cad4; padding: 0.8mm 2mm; text-align: left; vertical-align: top; word-wrap: break-word; overflow-wrap: anywhere; }
        td.n, th.n { text-align: right; white-space: nowrap; overflow-wrap: normal; }
        thead th { background: #e8edf3; color: #1f2937; border-bottom: 0.4mm solid #7d8a9a; overflow-wrap: normal; }
        thead { display: table-header-group; }
        table.whole, table.boxes { page-break-inside: avoid; break-inside: avoid; }
        tr { page-break-inside: avoid; break-inside: avoid; }
        td.alarm { color: #8f0e17; font-weight: bold; white-space: nowrap; overflow-wrap: normal; }
        td.caution { color: #7a3300; font-weight: bold; white-space: nowrap; overflow-wrap: normal; }
        td.strong { font-weight: bold; }
        table.facts th { width: 72mm; font-weight: normal; color: #374151; }
        table.facts td.n { width: 34mm; }
        table.boxes { margin: 3mm 0 0 0; }
        table.boxes td { width: 25%; border: 0.3mm solid #c3cad4; text-align: center; padding: 2mm 1mm; background: #f3f5f8; }
        table.boxes .number { font-size: 17pt; font-weight: bold; color: #0b3d6b; white-space: nowrap; }
        table.boxes .bad { color: #b3121d; }
        table.boxes .label { font-size: 9pt; color: #374151; }
        .picture { border: 0.3mm solid #c3cad4; padding: 1mm; margin: 2mm 0 1mm 0; page-break-inside: avoid; break-inside: avoid; }
        .picture svg { display: block; width: 100%; height: auto; }
        """
}
