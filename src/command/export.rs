//! The forms that a report can be handed over in.

/// The form of an exported report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportFormat {
    /// One self-contained HTML file.
    Html,
    /// Pages with footnotes.
    Pdf,
    /// A Word document with comments and tracked changes.
    Docx,
    /// Markdown with footnotes.
    Markdown,
    /// Tables as comma-separated values, a file each.
    Csv,
    /// The same tables in one workbook.
    Xlsx,
    /// The whole project for other programs.
    Json,
    /// The verdicts as schema.org has them, for search engines.
    ClaimReview,
    /// Plots as vectors, a file each.
    Svg,
    /// Plots as pictures, a file each.
    Png,
    /// Letters as plain text, a file each.
    Letters,
}

struct Row {
    code: &'static str,
    name: &'static str,
    remark: &'static str,
    endings: &'static [&'static str],
}

impl ExportFormat {
    /// All forms, in the order in which they are offered.
    pub const ALL: [ExportFormat; 11] = [
        ExportFormat::Html,
        ExportFormat::Pdf,
        ExportFormat::Docx,
        ExportFormat::Markdown,
        ExportFormat::Csv,
        ExportFormat::Xlsx,
        ExportFormat::ClaimReview,
        ExportFormat::Json,
        ExportFormat::Svg,
        ExportFormat::Png,
        ExportFormat::Letters,
    ];

    fn row(self) -> Row {
        let (code, name, remark, endings): (_, _, _, &[&str]) = match self {
            ExportFormat::Html => ("html", "HTML", "Report and annotated articles, one file", &["html"]),
            ExportFormat::Pdf => ("pdf", "PDF", "The same, paged, with numbered footnotes", &["pdf"]),
            ExportFormat::Docx => ("docx", "DOCX", "Highlights, comments, footnotes, tracked changes", &["docx"]),
            ExportFormat::Markdown => ("markdown", "Markdown", "Report and claim list, with footnotes", &["md"]),
            ExportFormat::Csv => ("csv", "CSV", "Claims, numbers, sources, links, changes", &["csv"]),
            ExportFormat::Xlsx => ("xlsx", "XLSX", "The same tables in one workbook", &["xlsx"]),
            ExportFormat::Json => ("json", "JSON", "The whole project, with a published schema", &["json"]),
            ExportFormat::ClaimReview => ("claimreview", "ClaimReview", "Rated claims as JSON-LD", &["jsonld"]),
            ExportFormat::Svg => ("svg", "Plots, SVG", "Ratings and figures as vectors", &["svg"]),
            ExportFormat::Png => ("png", "Plots, PNG", "Ratings and figures as pictures", &["png"]),
            ExportFormat::Letters => ("letters", "Letters", "To writers and editor, plain text", &["txt"]),
        };
        Row { code, name, remark, endings }
    }

    /// Its word on the command line and in the settings.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The form of a word.
    pub fn of_code(code: &str) -> Option<Self> {
        ExportFormat::ALL.into_iter().find(|format| format.code() == code)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// What is in it.
    pub fn remark(self) -> &'static str {
        self.row().remark
    }

    /// File name ending, without the dot.
    pub fn extension(self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }

    /// The same as a list, as dialogs want it.
    pub fn endings(self) -> &'static [&'static str] {
        self.row().endings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_known_by_its_word_and_has_its_ending() {
        for format in ExportFormat::ALL {
            assert_eq!(ExportFormat::of_code(format.code()), Some(format));
            assert!(!format.extension().is_empty() && !format.name().is_empty() && !format.remark().is_empty());
        }
        assert_eq!(ExportFormat::of_code("wax tablet"), None);
    }
}
