//! What the conversions of all rows share: places, ids, times and numbers, and what was mended on the way.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::edit::Record;
use crate::model::annotation::anchor::Found;
use crate::model::annotation::{Anchor, Mention};
use crate::model::document::offset::OffsetMap;
use crate::model::document::{Document, Span, Text};
use crate::model::id::{DocumentId, EvidenceId, NoId, Uid};
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::quantity::Value;
use crate::model::unknown::Unknown;
use crate::storage::warning::{Problem, RecordName};
use crate::storage::write::rows::Places;
use crate::storage::written::Written;
use crate::storage::{format, time};

/// A row of a table in the file.
pub trait Row: Written + Sized {
    /// The record that it becomes.
    type Live: Record;
    /// The list of the file in which it stands.
    const LIST: &'static str;
    /// The fields that this version knows.
    const FIELDS: &'static [&'static str];

    /// The row of a record.
    fn of(record: &Self::Live, places: &Places<'_>) -> Self;

    /// What this version does not know of it.
    fn unknown(&self) -> Unknown;

    /// Its id as written, and the words by which a checker knows it.
    fn identity(&self) -> (&str, &str);

    /// The record, which takes the words of the row over. What can be mended is mended and noted.
    ///
    /// # Errors
    /// Why it cannot stand in the project; the row is then whole.
    fn live(&mut self, notes: &mut Notes<'_>) -> Result<Self::Live, Problem>;

    /// What it is called in a warning.
    fn name(&self) -> RecordName {
        let (id, words) = self.identity();
        RecordName { kind: Self::Live::NAME, id: id.to_owned(), words: words.to_owned() }
    }
}

/// What is known while a row is read, and what is to be told about it.
pub struct Notes<'a> {
    /// The project so far.
    pub project: &'a Project,
    /// Where marks are sought.
    pub places: &'a Places<'a>,
    /// What was met in rows before.
    pub seen: &'a mut Seen,
    /// What was mended in this row.
    pub problems: Vec<Problem>,
}

/// What may stand only once and has no table that watches over it.
#[derive(Default)]
pub struct Seen {
    evidence: BTreeSet<EvidenceId>,
    /// Claim numbers of each article.
    numbers: BTreeSet<(DocumentId, u32)>,
    /// How many code points the last mark of each article that was found elsewhere had moved.
    shifts: BTreeMap<DocumentId, isize>,
    /// The highest evidence id in the file: the ids after it are free.
    highest_evidence: u64,
}

impl Seen {
    /// Looks through the evidence of all claims for the highest id.
    pub fn new(claims: &[format::Claim]) -> Self {
        let ids = claims.iter().flat_map(|claim| &claim.evidence).filter_map(|row| row.id.parse::<Uid>().ok());
        Seen { highest_evidence: ids.map(|id| id.0).max().unwrap_or(0), ..Seen::default() }
    }
}

/// Reads an id.
///
/// # Errors
/// When it is none.
pub fn id<T: FromStr<Err = NoId>>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(Problem::NoId)
}

impl Notes<'_> {
    /// Reads a time; a blank or broken one becomes 1970.
    pub fn time(&mut self, field: &'static str, text: &str) -> Moment {
        time::read(text).unwrap_or_else(|| {
            self.problems.push(Problem::NoTime { field, value: text.to_owned() });
            Moment::default()
        })
    }

    /// An article that must be in the project.
    ///
    /// # Errors
    /// When it is not, or the id is none.
    pub fn document(&self, text: &str) -> Result<&Document, Problem> {
        let found = self.project.document(id(text)?);
        found.ok_or_else(|| Problem::Dangling(format!("the article {text}")))
    }

    /// A record that must be in the project.
    ///
    /// # Errors
    /// When it is not, the id is none, or the kind is `unknown`.
    pub fn mention(&self, row: &format::Mention, unknown: Option<&str>) -> Result<Mention, Problem> {
        let mention = mention(row, unknown)?;
        let (format::Mention::Claim(id) | format::Mention::Number(id) | format::Mention::Source(id)) = row;
        let missing = || Problem::Dangling(format!("the {} {id}", mention.tag().word()));
        self.project.has(mention).then_some(mention).ok_or_else(missing)
    }

    /// Finds the words of a place in an article, and notes when they stand elsewhere than the file says.
    ///
    /// # Errors
    /// When the words are nowhere in it.
    pub fn span(&mut self, document: DocumentId, place: &format::Place) -> Result<Span, Problem> {
        let lost = || Problem::Lost(self.project.document(document).map_or_else(String::new, |document| document.title().to_owned()));
        let Some((text, map)) = self.places.get(document) else {
            return Err(lost());
        };
        let format::Place { start, end, exact, prefix, suffix, unknown: _ } = place.clone();
        let anchor = Anchor { start_char: start, end_char: end, exact, prefix, suffix };
        match seek(&anchor, text, map, self.seen.shifts.entry(document).or_default()) {
            Found::Exact(span) => Ok(span),
            Found::Moved(span) => {
                self.problems.push(Problem::Moved { from_char: start, to_char: map.char_from_byte(span.start()) });
                Ok(span)
            }
            Found::Lost => Err(lost()),
        }
    }

    /// Reads a value; one that is no number is noted and left blank.
    pub fn value(&mut self, row: &format::Value) -> Option<Value> {
        let mut decimal = |text: &str| {
            let value = Decimal::from_str_exact(text).ok();
            if value.is_none() {
                self.problems.push(Problem::NoNumber(text.to_owned()));
            }
            value
        };
        let low = decimal(&row.low)?;
        let high = match &row.high {
            Some(high) => Some(decimal(high)?),
            None => None,
        };
        Some(Value { low, high })
    }

    /// The id of an evidence row; a broken or taken one is replaced by a free one, so that no evidence is lost.
    pub fn evidence_id(&mut self, text: &str) -> EvidenceId {
        if let Ok(id) = text.parse()
            && self.seen.evidence.insert(id)
        {
            return id;
        }
        self.problems.push(Problem::NewId(text.to_owned()));
        loop {
            self.seen.highest_evidence = self.seen.highest_evidence.wrapping_add(1);
            let id = EvidenceId(Uid(self.seen.highest_evidence));
            if self.seen.evidence.insert(id) {
                return id;
            }
        }
    }

    /// Notes a claim number that another claim of the article has.
    pub fn claim_number(&mut self, home: DocumentId, number: u32) {
        if !self.seen.numbers.insert((home, number)) {
            self.problems.push(Problem::SameNumber(number));
        }
    }
}

/// Finds a place. Marks behind a word that was changed by hand have all moved equally far, so before the whole text is searched
/// for a quote (a second for 1,000 marks in a megabyte), it is looked for where the mark before it went.
fn seek(anchor: &Anchor, text: &Text, map: &OffsetMap<'_>, shift: &mut isize) -> Found {
    if let Some(span) = anchor.stands(text, map) {
        return Found::Exact(span);
    }
    let start_char = anchor.start_char.saturating_add_signed(*shift);
    let shifted = Anchor { start_char, end_char: anchor.end_char.saturating_add_signed(*shift), ..anchor.clone() };
    if let Some(span) = shifted.stands(text, map)
        && Anchor::of(text, span, map) == shifted
    {
        return Found::Moved(span);
    }
    let found = anchor.find(text, map);
    if let Found::Moved(span) = found {
        *shift = map.char_from_byte(span.start()).wrapping_sub(anchor.start_char).cast_signed();
    }
    found
}

/// The record that a row points to, whether or not it is there.
///
/// # Errors
/// When the id is none, or the kind is `unknown`.
pub fn mention(row: &format::Mention, unknown: Option<&str>) -> Result<Mention, Problem> {
    if let Some(kind) = unknown {
        return Err(Problem::UnknownKind(kind.to_owned()));
    }
    Ok(match row {
        format::Mention::Claim(text) => Mention::Claim(id(text)?),
        format::Mention::Number(text) => Mention::Number(id(text)?),
        format::Mention::Source(text) => Mention::Source(id(text)?),
    })
}
