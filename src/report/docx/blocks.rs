//! The report's parts as paragraphs and tables.

use super::xml::{RunLook, Xml};
use super::{Writer, bookmark_name, closed, styles};
use crate::report::export::ExportError;
use crate::report::flow::{Block, CardBlock, Cell, Column, Item, Link, Look, Row, Run, Swatch};
use crate::report::palette::{GRADES, INK_MUTED, LINE, WARN};

/// Width of a table in the unit of its columns: fiftieths of a per cent.
const WHOLE: f32 = 5000.0;

impl Writer<'_> {
    /// Prints a block; the annotated articles are printed elsewhere.
    pub(super) fn block(&mut self, block: &Block) -> Result<(), ExportError> {
        match block {
            Block::Cards { cards } => self.cards(cards),
            Block::Legend { swatches } => self.legend(swatches),
            Block::Paragraph { words } => {
                self.body.open_paragraph("", false);
                self.words(words);
                self.body.close_paragraph();
            }
            Block::List { items } => items.iter().for_each(|item| self.item(item)),
            Block::Table { columns, rows } => self.table(columns, rows),
            Block::Pair { one, other, is_live, note } => self.pair((one, other), *is_live, note),
            Block::Plot { svg, words } => self.plot(svg, words)?,
            Block::Articles => {}
        }
        Ok(())
    }

    /// Words in the body, with their links.
    pub(super) fn words(&mut self, words: &[Run]) {
        for run in words {
            let look = run_look(run);
            match &run.link {
                Some(Link::Place { name }) => {
                    self.body.put(format_args!("<w:hyperlink w:anchor=\"{}\" w:history=\"1\">", bookmark_name(name)));
                }
                Some(Link::Web { address }) => {
                    let number = self.address(address);
                    self.body.put(format_args!("<w:hyperlink r:id=\"rIdW{number}\" w:history=\"1\">"));
                }
                None => {}
            }
            let is_web = matches!(run.link, Some(Link::Web { .. }));
            let look = if is_web { RunLook { style: "Hyperlink", ..look } } else { look };
            self.body.run(&closed(&run.text), &look);
            if run.link.is_some() {
                self.body.raw("</w:hyperlink>");
            }
        }
    }

    fn line(&mut self, style: &str, words: &[Run]) {
        self.body.open_paragraph(style, false);
        self.words(words);
        self.body.close_paragraph();
    }

    fn item(&mut self, item: &Item) {
        self.body.open_paragraph(styles::BULLET, false).run("•\u{2002}", &RunLook::default());
        self.words(&item.words);
        self.body.close_paragraph();
        item.lines.iter().for_each(|line| self.line(styles::SUB_LINE, line));
    }

    fn open_table(&mut self, shares: &[f32]) {
        let bidi = if self.anchors.language.is_right_to_left() { "<w:bidiVisual/>" } else { "" };
        self.body.put(format_args!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/>{bidi}<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        ));
        // Columns of the grid count in twips; those of a page between its margins are enough to tell their shares.
        let (width, _) = super::page(self.export.report.options.paper);
        let inside = width.saturating_sub(2 * super::MARGIN) as f32;
        let all: f32 = shares.iter().sum::<f32>().max(f32::EPSILON);
        for share in shares {
            self.body.put(format_args!("<w:gridCol w:w=\"{}\"/>", (inside * share / all).round()));
        }
        self.body.raw("</w:tblGrid>");
    }

    fn open_cell(&mut self, share: f32, columns: usize) {
        let width = (WHOLE * share).round();
        self.body.put(format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"pct\"/>"));
        if columns > 1 {
            self.body.put(format_args!("<w:gridSpan w:val=\"{columns}\"/>"));
        }
        self.body.raw("</w:tcPr>");
    }

    /// A table ends. What follows is a paragraph, or two tables would grow into one.
    fn close_table(&mut self) {
        self.body.raw("</w:tbl>").open_paragraph(styles::SMALL, false).close_paragraph();
    }

    fn cards(&mut self, cards: &[CardBlock]) {
        if cards.is_empty() {
            return;
        }
        let share = 1.0 / cards.len() as f32;
        self.open_table(&vec![share; cards.len()]);
        self.body.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for card in cards {
            self.open_cell(share, 1);
            let figure = RunLook { colour: card.is_alarming.then_some(WARN), ..RunLook::default() };
            self.body.open_paragraph(styles::FIGURE, false).run(&card.figure, &figure).close_paragraph();
            for words in [&card.beside, &card.below] {
                self.body.open_paragraph(styles::SMALL, false).run(words, &RunLook::default()).close_paragraph();
            }
            self.body.raw("</w:tc>");
        }
        self.body.raw("</w:tr>");
        self.close_table();
    }

    fn legend(&mut self, swatches: &[Swatch]) {
        self.body.open_paragraph(styles::SMALL, false);
        for swatch in swatches {
            self.body.run("\u{2002}\u{2002}", &swatch_look(swatch.grade));
            self.body.run(&format!(" {}   ", closed(&swatch.words)), &RunLook::default());
        }
        self.body.close_paragraph();
    }

    fn table(&mut self, columns: &[Column], rows: &[Row]) {
        let shares: Vec<f32> = columns.iter().map(|column| column.share).collect();
        self.open_table(&shares);
        if columns.iter().any(|column| !column.title.is_empty()) {
            self.body.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            for column in columns {
                self.open_cell(column.share, 1);
                let style = if column.is_figures { styles::TABLE_HEAD_FIGURE } else { styles::TABLE_HEAD };
                self.body.open_paragraph(style, false).run(&column.title, &RunLook::default()).close_paragraph();
                self.body.raw("</w:tc>");
            }
            self.body.raw("</w:tr>");
        }
        rows.iter().for_each(|row| self.row(columns, row));
        self.close_table();
    }

    fn row(&mut self, columns: &[Column], row: &Row) {
        self.body.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let mut place = row.anchor.as_deref();
        if row.is_group {
            self.open_cell(1.0, columns.len());
            self.cell(row.cells.first(), false, place.take());
            self.body.raw("</w:tc></w:tr>");
            return;
        }
        for (at, column) in columns.iter().enumerate() {
            self.open_cell(column.share, 1);
            self.cell(row.cells.get(at), column.is_figures, place.take());
            self.body.raw("</w:tc>");
        }
        self.body.raw("</w:tr>");
    }

    /// The paragraphs of a cell. Word wants one in every cell.
    fn cell(&mut self, cell: Option<&Cell>, is_figure: bool, place: Option<&str>) {
        let style = if is_figure { styles::TABLE_FIGURE } else { styles::TABLE_TEXT };
        let empty = [Vec::new()];
        let lines = match cell {
            Some(Cell::Lines { lines }) if !lines.is_empty() => lines.as_slice(),
            _ => &empty,
        };
        for (at, line) in lines.iter().enumerate() {
            self.body.open_paragraph(style, false);
            if let Some(place) = place.filter(|_| at == 0) {
                self.bookmark(place);
            }
            self.words(line);
            match cell {
                Some(Cell::Ratings { counts, .. }) => {
                    for (grade, count) in counts {
                        self.body.run(&format!("\u{2002}{count}\u{2002}"), &swatch_look(*grade));
                    }
                }
                Some(Cell::Read { words, .. }) => {
                    self.body.run(words, &RunLook::default());
                }
                _ => {}
            }
            self.body.close_paragraph();
        }
    }

    /// Two claims against one another, side by side.
    fn pair(&mut self, (one, other): (&[Vec<Run>], &[Vec<Run>]), is_live: bool, note: &str) {
        self.open_table(&[0.47, 0.06, 0.47]);
        self.body.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (at, side) in [one, other].into_iter().enumerate() {
            if at == 1 {
                self.open_cell(0.06, 1);
                let sign = RunLook { is_bold: true, colour: Some(if is_live { WARN } else { INK_MUTED }), ..RunLook::default() };
                self.body.open_paragraph(styles::TABLE_TEXT, false).run("≠", &sign).close_paragraph().raw("</w:tc>");
            }
            self.open_cell(0.47, 1);
            side.iter().for_each(|line| self.line(styles::TABLE_TEXT, line));
            if side.is_empty() {
                self.line(styles::TABLE_TEXT, &[]);
            }
            self.body.raw("</w:tc>");
        }
        self.body.raw("</w:tr>");
        if !note.is_empty() {
            self.body.raw("<w:tr>");
            self.open_cell(1.0, 3);
            self.body.open_paragraph(styles::TABLE_TEXT, false).run(&closed(note), &RunLook::default()).close_paragraph();
            self.body.raw("</w:tc></w:tr>");
        }
        self.close_table();
    }
}

/// Words elsewhere, without links: comments and footnotes.
pub(super) fn plain_words(xml: &mut Xml, words: &[Run]) {
    for run in words {
        xml.run(&closed(&run.text), &run_look(run));
    }
}

fn run_look(run: &Run) -> RunLook {
    let plain = RunLook::default();
    match run.look {
        Look::Plain => plain,
        Look::Strong => RunLook { is_bold: true, ..plain },
        Look::Quiet => RunLook { colour: Some(INK_MUTED), ..plain },
        Look::Quote => RunLook { style: "Verbatim", ..plain },
        Look::Struck => RunLook { is_struck: true, colour: Some(WARN), ..plain },
        Look::Added => RunLook { is_bold: true, underline: Some(("single", crate::report::palette::INK)), ..plain },
        Look::Warning => RunLook { colour: Some(WARN), ..plain },
        Look::Grade => RunLook { is_bold: true, ..swatch_look(run.text.trim().parse().ok()) },
    }
}

/// The ground of a grade; a hairline's colour for what is not rated.
fn swatch_look(grade: Option<u8>) -> RunLook {
    let face = grade.and_then(|grade| GRADES.get(usize::from(grade).checked_sub(1)?));
    match face {
        Some((ground, ink)) => RunLook { ground: Some(*ground), colour: Some(*ink), ..RunLook::default() },
        None => RunLook { ground: Some(LINE), ..RunLook::default() },
    }
}
