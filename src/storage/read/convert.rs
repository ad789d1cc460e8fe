//! What the conversions of all rows share: places, ids, times and numbers, and what was mended on the way.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::edit::Record;
use crate::model::annotation::reanchor::{Found, Ground, Trail};
use crate::model::annotation::{Anchor, Doubt, Fate, Mention};
use crate::model::document::{Document, Span};
use crate::model::id::{DocumentId, EvidenceId, NoId, Uid};
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::quantity::Value;
use crate::model::unknown::Unknown;
use crate::storage::warning::{Problem, RecordName};
use crate::storage::write::rows::Places;
use crate::storage::written::{LeftOut, Written};
use crate::storage::{format, time};

/// A row of a table in the file.
pub trait Row: Written + PartialEq + Sized {
    /// The record that it becomes.
    type Live: Record<Id: FromStr>;
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
    /// Articles whose text is not the one that was saved.
    pub changed: BTreeSet<DocumentId>,
    /// What was learnt in each article from the places sought before.
    trails: BTreeMap<DocumentId, Trail>,
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

    /// The id of something that evidence points at, whether or not it is there; one that is none is noted and let go.
    pub fn pointed<T: FromStr<Err = NoId>>(&mut self, text: &str) -> Option<T> {
        let found = text.parse().map_err(|error| self.problems.push(Problem::NoId(error)));
        found.ok()
    }

    /// Finds the words of a place in an article. What is found elsewhere, changed or nowhere is noted, and in doubt from then on.
    pub fn place(&mut self, document: DocumentId, row: &format::Place, doubt: &LeftOut<format::Doubt>) -> (Span, Option<Box<Doubt>>) {
        let stated = doubt.0.as_ref().map(|doubt| Doubt { fate: doubt.fate.into(), was: anchor(&doubt.was) });
        let Some((text, map)) = self.places.get(document) else {
            // Only articles of the project are asked for.
            return (Span::between(0, 0), stated.map(Box::new));
        };
        let is_changed = self.seen.changed.contains(&document);
        let place = anchor(row);
        if let Some(stated) = stated.clone().filter(|stated| stated.is_lost() && !is_changed) {
            let guess = text.floor(map.byte_from_char(place.start_char).unwrap_or(text.len()));
            return (Span::between(guess, guess), Some(Box::new(stated)));
        }
        let mut ground = Ground::new(text, map, is_changed, self.seen.trails.entry(document).or_default());
        if let Some(stated) = stated.as_ref().filter(|_| is_changed)
            && let Found::Kept(span) = ground.find(&stated.was)
        {
            // The text is again what it was.
            return (span, None);
        }
        let sought = stated.as_ref().filter(|stated| stated.is_lost()).map_or(&place, |stated| &stated.was);
        let (span, fate) = match ground.find(sought) {
            Found::Kept(span) => return (span, stated.map(Box::new)),
            Found::Moved(span) => (span, Fate::Moved),
            Found::Changed(span) => (span, Fate::Changed),
            Found::Lost(guess) => (Span::between(guess, guess), Fate::Lost),
        };
        let problem = match fate {
            Fate::Moved => Problem::Moved { from_char: sought.start_char, to_char: map.char_from_byte(span.start()) },
            Fate::Changed => Problem::Changed { was: sought.exact.clone(), now: text.slice(span).to_owned() },
            Fate::Lost => Problem::Lost(self.project.document(document).map_or_else(String::new, |document| document.title().to_owned())),
        };
        self.problems.push(problem);
        // What was changed before has not merely moved now.
        let before = stated.clone().filter(|stated| !stated.is_lost());
        let fate = before.as_ref().map_or(fate, |before| before.fate.max(fate));
        (span, Some(Box::new(Doubt { fate, was: before.map_or_else(|| sought.clone(), |before| before.was) })))
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

fn anchor(row: &format::Place) -> Anchor {
    let format::Place { start, end, exact, prefix, suffix, unknown: _ } = row.clone();
    Anchor { start_char: start, end_char: end, exact, prefix, suffix }
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
