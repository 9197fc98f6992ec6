/// What says that data are made up, on pages and in files.
extension Words {
    /// The first thing on a page.
    var syntheticBanner: HTML {
        .element("p", [("class", "synthetic"), ("role", "note")], text: text(.syntheticMark))
    }

    /// The look of the banner, and the mark at the foot of each printed page. Other pages hold nothing of the kind.
    var syntheticStyle: HTML {
        .style(
            """
            .synthetic { max-width: none; margin: 0 0 12px; padding: 6px 12px; border: 2px solid; border-color: var(--warm);
              color: var(--warm); font-weight: 700; text-align: center; }
            @media print { @page { @bottom-center {
              content: "\(text(.syntheticMark))"; font-size: 9pt; font-weight: bold; white-space: nowrap;
            } } }

            """)
    }

    /// A heading behind the mark, where the data are made up.
    func heading(_ title: String, isSynthetic: Bool) -> String {
        isSynthetic ? "\(text(.syntheticMark)) · \(title)" : title
    }
}
