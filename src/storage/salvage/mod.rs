//! Salvage: what can be read of a file that is damaged. The file is taken apart by its lines, each record is read by itself, and the
//! good ones are put together to a whole file again; the rest is told with its place and kept.

mod aside;
mod pieces;
#[cfg(test)]
mod tests;

pub use aside::set_aside;

use ron::error::SpannedError;
use ron::value::RawValue;

use self::pieces::{Kind, Piece, pieces};
use super::legible;
use super::migrate;
use super::read::Position;
use super::record::parse;

/// What could be read of a file.
#[derive(Debug, Default)]
pub struct Salvaged {
    /// A whole file of the same version with all that could be read.
    pub text: String,
    /// How many records it holds.
    pub records: usize,
    /// Stretches that could not be read.
    pub damage: Vec<Damage>,
    /// Records that are sound RON but not as their list wants them.
    pub strange: Vec<Damage>,
}

/// A stretch of a file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The list in which it stands; blank where it stands in none.
    pub list: String,
    /// Where the fault is.
    pub position: Position,
    /// What is wrong, as the parser says it.
    pub fault: String,
    /// The stretch as it stands in the file; bytes that are no text are replaced.
    pub text: String,
}

/// Reads what can be read of a file of that version.
pub fn salvage(bytes: &[u8], version: u32) -> Salvaged {
    let mut salvage = Salvage { version, lists: Vec::new(), fields: String::new(), id: None, openings: 0, done: Salvaged::default() };
    let mut pieces = pieces(bytes).into_iter();
    for piece in pieces.by_ref() {
        if salvage.take(&piece).is_none() {
            salvage.refuse(&piece, "another project follows here", None);
            break;
        }
    }
    for piece in pieces {
        salvage.refuse(&piece, "it belongs to another project", None);
    }
    salvage.finish()
}

struct Salvage {
    version: u32,
    /// The good records of each list, in the order in which the lists were met.
    lists: Vec<(String, String)>,
    fields: String,
    id: Option<String>,
    openings: usize,
    done: Salvaged,
}

impl Salvage {
    /// Takes a piece; nothing where it begins another project.
    fn take(&mut self, piece: &Piece) -> Option<()> {
        match &piece.kind {
            Kind::Opening => self.openings += 1,
            Kind::Field(name) if name == "id" && self.id.is_some() => {
                // A file may stand behind another, or behind the beginning of itself.
                if parse::<String>(&piece.text).is_ok_and(|id| self.id.as_ref() != Some(&id)) {
                    return None;
                }
            }
            Kind::Field(name) => self.take_field(name, piece),
            Kind::Record(list) => self.take_record(list, piece),
            Kind::Unknown => self.refuse(piece, "it is no part of a project", None),
        }
        Some(())
    }

    fn take_field(&mut self, name: &str, piece: &Piece) {
        if self.openings > 1 || matches!(name, "version" | "least_reader") {
            return;
        }
        let checked = if piece.is_torn { Err(None) } else { migrate::check_field(self.version, name, &piece.text).map_err(Some) };
        match checked {
            Ok(()) if self.fields.contains(&format!("\n  {name}: ")) => self.refuse(piece, "it stands here twice", None),
            Ok(()) => {
                if name == "id" {
                    self.id = parse(&piece.text).ok();
                }
                self.fields.push_str(&format!("\n  {name}: {},", piece.text));
            }
            Err(error) => self.refuse(piece, NO_TEXT, error),
        }
    }

    fn take_record(&mut self, list: &str, piece: &Piece) {
        let checked = if piece.is_torn { Err(None) } else { migrate::check_record(self.version, list, &piece.text).map_err(Some) };
        let Err(error) = checked else { return self.keep(list, &piece.text) };
        if list == "documents"
            && let Some(text) = self.mend_article(piece)
        {
            return self.keep(list, &text);
        }
        let place = error.as_ref().map(|error| (place(piece, error), error.code.to_string()));
        let is_sound = !piece.is_torn && RawValue::from_ron(&piece.text).is_ok();
        match place {
            Some((position, fault)) if is_sound => {
                let text = piece.text.trim().to_owned();
                self.done.strange.push(Damage { list: list.to_owned(), position, fault, text });
            }
            _ => self.refuse(piece, NO_TEXT, error),
        }
    }

    fn keep(&mut self, list: &str, text: &str) {
        self.done.records += 1;
        let at = self.lists.iter().position(|(name, _)| name == list).unwrap_or_else(|| {
            self.lists.push((list.to_owned(), String::new()));
            self.lists.len() - 1
        });
        if let Some((_, records)) = self.lists.get_mut(at) {
            records.push_str(text);
            records.push_str(",\n");
        }
    }

    /// An article whose fields are sound, with its bad lines as well as they can be read; the hash of the text tells that they changed.
    fn mend_article(&mut self, piece: &Piece) -> Option<String> {
        let start = piece.text.lines().position(|line| line.ends_with("text: ["))?;
        let (mut text, mut bad, mut is_inside) = (String::new(), Vec::new(), false);
        for (at, line) in piece.text.lines().enumerate() {
            let words = line.trim();
            is_inside = (is_inside && !words.starts_with(']')) || at == start;
            let is_line = is_inside && at > start;
            if is_line && (line.contains('\u{fffd}') || parse::<String>(words.trim_end_matches(',')).is_err()) {
                bad.push((at, line));
                text.push_str("      ");
                legible::quote(words.trim_end_matches(',').trim_matches('"'), &mut text);
                text.push_str(",\n");
            } else {
                text.push_str(line);
                text.push_str(if is_line && !line.ends_with(',') { ",\n" } else { "\n" });
            }
        }
        // A file that was cut off in an article ends without its brackets.
        let ends = ["", "])", "],)"];
        let whole =
            ends.iter().map(|end| format!("{text}{end}")).find(|text| migrate::check_record(self.version, "documents", text).is_ok())?;
        if bad.is_empty() {
            bad.push((piece.text.lines().count().saturating_sub(1), ""));
        }
        for (at, line) in bad {
            let position = Position { line: piece.line + at, column: line.len() - line.trim_start().len() + 1 };
            let fault = if line.is_empty() { "the article ends here" } else { "a line of the article" };
            self.done.damage.push(Damage { list: "documents".into(), position, fault: fault.into(), text: line.into() });
        }
        Some(whole)
    }

    fn refuse(&mut self, piece: &Piece, fault: &str, error: Option<SpannedError>) {
        let (position, fault) = match error {
            Some(error) => (place(piece, &error), error.code.to_string()),
            None => {
                let torn = piece.text.find('\u{fffd}').unwrap_or(0);
                let within = Position::of_byte(&piece.text, torn);
                (Position { line: piece.line + within.line - 1, ..within }, fault.to_owned())
            }
        };
        let list = if let Kind::Record(list) = &piece.kind { list.clone() } else { String::new() };
        self.done.damage.push(Damage { list, position, fault, text: piece.text.trim().to_owned() });
    }

    fn finish(mut self) -> Salvaged {
        let lists: String = self.lists.iter().map(|(name, records)| format!("\n  {name}: [\n{records}  ],")).collect();
        self.done.text = format!("(\n  version: {},{}{lists}\n)\n", self.version, self.fields);
        self.done
    }
}

/// What is wrong with bytes that are no text.
const NO_TEXT: &str = "it is no text";

/// Where the parser stopped, counted in the file.
fn place(piece: &Piece, error: &SpannedError) -> Position {
    let before = match &piece.kind {
        Kind::Field(name) if error.span.start.line == 1 => name.len() + 4,
        _ => 0,
    };
    Position { line: piece.line + error.span.start.line - 1, column: error.span.start.col + before }
}
