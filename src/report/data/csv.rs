//! Tables as comma-separated values: RFC 4180 in UTF-8 with a byte order mark, which spreadsheets need to see that. No cell is a formula.

use super::{Cell, Table, losses, tables};
use crate::report::export::Export;
use crate::report::forms::{Printed, PrintedFile};
use crate::report::language::Language;

/// Tells spreadsheets that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Signs at which a spreadsheet may take words for a formula (OWASP, CSV injection), the wide ones of East Asia among them.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Prints the project as tables, a file each.
pub fn csv(export: &Export<'_>) -> Printed {
    let files = tables(export)
        .iter()
        .map(|table| PrintedFile { suffix: format!("-{}", table.name), bytes: file(table, export.report.language()) })
        .collect();
    let mut losses = losses(export);
    losses.push("Colours and widths of columns cannot stand in a CSV file.".to_owned());
    Printed { files, losses }
}

/// A table as a file.
fn file(table: &Table, language: Language) -> Vec<u8> {
    let mut out = format!("{BYTE_ORDER_MARK}{}", line(table.columns.iter().map(|column| cell(&column.head_in(language)))));
    for row in &table.rows {
        out.push_str(&line(row.iter().map(printed)));
    }
    out.into_bytes()
}

/// A line with its end.
pub(in crate::report) fn line(cells: impl Iterator<Item = String>) -> String {
    format!("{}\r\n", cells.collect::<Vec<_>>().join(","))
}

fn printed(value: &Cell) -> String {
    match value {
        Cell::Text(words) => cell(words),
        Cell::Number(number) => number.to_string(),
        Cell::Status(status) => status.word().to_lowercase(),
        Cell::Grade(grade) => grade.value().to_string(),
    }
}

/// Words as a cell: quoted where they need it, and behind an apostrophe where a spreadsheet would take them for a formula. A zero byte,
/// at which readers end, is told as the sign for what cannot be told.
pub(in crate::report) fn cell(words: &str) -> String {
    let words = words.replace('\0', "\u{fffd}");
    let words = if words.starts_with(FORMULA) { format!("'{words}") } else { words };
    if words.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", words.replace('"', "\"\"")) } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_is_one_cell() {
        let cells = ["=1+1", "+1", "-1", "@a", "\ta", "＝1", "a-b", "a,b", "a\"b", "a\nb", "a\0b"].map(cell);
        let expected =
            ["'=1+1", "'+1", "'-1", "'@a", "'\ta", "'＝1", "a-b", "\"a,b\"", "\"a\"\"b\"", "\"a\nb\"", "a\u{fffd}b"].map(str::to_owned);
        assert_eq!(cells, expected);
        assert_eq!(printed(&Cell::Number("-3.50".parse().unwrap())), "-3.50");
    }
}
