//! The tables as sheets of one workbook: heads that stay in view, filters, numbers as numbers, words never as formulas, status and rating
//! in the colours of the program.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{Cell, Table, losses, tables};
use crate::model::claim::{Grade, Status};
use crate::report::export::{Export, ExportError};
use crate::report::forms::Printed;
use crate::report::language::Language;

/// Most characters that a cell holds, UTF-16 units (Excel specifications and limits).
const MOST_UNITS: usize = 32_767;
/// Most rows of a sheet, its head among them.
const MOST_ROWS: usize = 1_048_576;
/// Columns from this width on hold sentences: they are wrapped.
const WRAPPED: u8 = 30;
/// Digits that a number of a spreadsheet keeps.
const DIGITS: usize = 15;
/// Rows between two looks at whether somebody stopped it.
const STRIDE: usize = 256;

/// The workbook. `progress` hears how far it is, from 0 to 1, and answers whether to go on. Sheets run from right to left where the language of
/// the report does.
///
/// # Errors
/// When it was stopped, or the workbook could not be put together.
pub fn xlsx(export: &Export<'_>, progress: &dyn Fn(f32) -> bool) -> Result<Printed, ExportError> {
    let tables = tables(export);
    let mut book = Workbook::new();
    book.set_properties(&properties(export));
    let (mut done, all) = (0, tables.iter().map(|table| table.rows.len()).sum::<usize>().max(1));
    let mut cut = 0;
    let (looks, language) = (Looks::new(), export.report.language());
    for table in &tables {
        let sheet = book.add_worksheet();
        head(sheet, table, &looks, language).map_err(failed)?;
        for (at, row) in table.rows.iter().take(MOST_ROWS - 1).enumerate() {
            for (column, cell) in row.iter().enumerate() {
                let width = table.columns.get(column).map_or(0, |column| column.width);
                cut += usize::from(put(sheet, (at + 1, column), (cell, width), &looks).map_err(failed)?);
            }
            done += 1;
            if done % STRIDE == 0 && !progress(0.8 * done as f32 / all as f32) {
                return Err(ExportError::Cancelled);
            }
        }
    }
    let bytes = book.save_to_buffer().map_err(failed)?;
    if !progress(1.0) {
        return Err(ExportError::Cancelled);
    }
    let mut losses = losses(export);
    losses.extend((cut > 0).then(|| format!("{} cut short, since a cell holds 32,767 characters.", texts(cut))));
    let long = tables.iter().filter(|table| table.rows.len() >= MOST_ROWS);
    losses.extend(long.map(|table| format!("The sheet “{}” ends after 1,048,576 rows.", table.name)));
    Ok(Printed::one(bytes, losses))
}

fn texts(count: usize) -> String {
    if count == 1 { "1 text was".to_owned() } else { format!("{count} texts were") }
}

fn failed(error: XlsxError) -> ExportError {
    ExportError::Failed { form: "XLSX file", why: error.to_string() }
}

/// Title, checker and the moment of the report: no clock is read.
fn properties(export: &Export<'_>) -> DocProperties {
    let seconds = export.input.today.epoch_ms.div_euclid(1000);
    let made = ExcelDateTime::from_timestamp(seconds).or_else(|_| ExcelDateTime::from_timestamp(0)).unwrap_or_default();
    DocProperties::new().set_title(&export.report.title).set_author(&export.report.checker).set_creation_datetime(&made)
}

/// How cells look.
struct Looks {
    head: Format,
    plain: Format,
    wrapped: Format,
    grades: [Format; 5],
    statuses: [Format; 6],
}

impl Looks {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let filled = |ground: u32, ink: u32| top().set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(ink));
        Looks {
            head: top().set_bold().set_background_color(Color::RGB(0x00E2_E4E0)).set_border_bottom(rust_xlsxwriter::FormatBorder::Thin),
            plain: top(),
            wrapped: top().set_text_wrap(),
            grades: super::super::palette::GRADES.map(|(ground, ink)| filled(ground, ink)),
            statuses: super::super::palette::STATUSES.map(|(ground, ink)| filled(ground, ink)),
        }
    }

    fn grade(&self, grade: Grade) -> &Format {
        self.grades.get(grade.index()).unwrap_or(&self.plain)
    }

    fn status(&self, status: Status) -> &Format {
        let at = Status::ALL.iter().position(|other| *other == status);
        at.and_then(|at| self.statuses.get(at)).unwrap_or(&self.plain)
    }
}

fn head(sheet: &mut Worksheet, table: &Table, looks: &Looks, language: Language) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?;
    sheet.set_right_to_left(language.is_right_to_left());
    sheet.set_freeze_panes(1, 1)?;
    for (at, column) in table.columns.iter().enumerate() {
        let at = at as u16;
        sheet.set_column_width(at, f64::from(column.width))?;
        sheet.write_string_with_format(0, at, column.head_in(language), &looks.head)?;
    }
    let last_column = table.columns.len().saturating_sub(1) as u16;
    sheet.autofilter(0, 0, table.rows.len().min(MOST_ROWS - 1) as u32, last_column)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// Writes a cell; says whether its words had to be cut short.
fn put(sheet: &mut Worksheet, (row, column): (usize, usize), (cell, width): (&Cell, u8), looks: &Looks) -> Result<bool, XlsxError> {
    let (row, column) = (row as u32, column as u16);
    let look = if width >= WRAPPED { &looks.wrapped } else { &looks.plain };
    match cell {
        Cell::Text(words) if words.is_empty() => {}
        Cell::Text(words) => {
            let (words, is_cut) = fitting(words);
            sheet.write_string_with_format(row, column, words, look)?;
            return Ok(is_cut);
        }
        Cell::Number(number) => {
            // A spreadsheet would round more digits: then the figure stands there as words.
            let plain = number.normalize().to_string();
            let digits = plain.chars().filter(char::is_ascii_digit).count();
            match number.to_f64().filter(|_| digits <= DIGITS) {
                Some(number) => sheet.write_number_with_format(row, column, number, look)?,
                None => sheet.write_string_with_format(row, column, &plain, look)?,
            };
        }
        Cell::Status(status) => {
            sheet.write_string_with_format(row, column, status.word().to_lowercase(), looks.status(*status))?;
        }
        Cell::Grade(grade) => {
            sheet.write_number_with_format(row, column, grade.value(), looks.grade(*grade))?;
        }
    }
    Ok(false)
}

/// As many of the words as a cell holds.
fn fitting(words: &str) -> (&str, bool) {
    // No text has more units of UTF-16 than bytes of UTF-8.
    if words.len() <= MOST_UNITS {
        return (words, false);
    }
    let mut units = 0;
    let end = words.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > MOST_UNITS
    });
    end.and_then(|(end, _)| words.get(..end)).map_or((words, false), |words| (words, true))
}
