//! Steps as a journal writes them: the records of the file format, both sides of each swap, and the way back to edits. Reading is
//! exact: it goes along with the project, and a step that does not fit it to the letter is refused.

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::texts::Reading;
use crate::edit::{Edit, Record, Swap, Transaction};
use crate::model::annotation::Annotation;
use crate::model::change::Change;
use crate::model::claim::Claim;
use crate::model::document::{Document, Text};
use crate::model::exclusion::Exclusion;
use crate::model::flag::Flag;
use crate::model::group::Group;
use crate::model::house::House;
use crate::model::id::{DocumentId, NoId};
use crate::model::link::Link;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::model::unknown::{Kept, Unknown};
use crate::storage::read::convert::{Notes, Row, Seen};
use crate::storage::read::house::{house as house_of, scale as scale_of};
use crate::storage::write::rows::{self, Places};
use crate::storage::written::{Lines, Written as _};
use crate::storage::{format, time};

/// A step of the journal does not fit the project.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a step of the journal does not fit the project")]
pub struct Misfit;

/// A step.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PartRow {
    /// What the checker did, as the menu says it.
    pub label: String,
    /// When (RFC 3339, UTC).
    pub at: String,
    /// Who.
    pub by: String,
    /// The edits in order.
    pub edits: Vec<EditRow>,
}

/// A record as it was and as it is to be.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SwapRow<T> {
    before: Option<T>,
    after: Option<T>,
}

/// One change of the project. An article stands here without its words, which are named by their SHA-256.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum EditRow {
    /// The project's name.
    Name(SwapRow<String>),
    /// The house scale, as programs wrote it that knew nothing else of the house; only read.
    Scale(SwapRow<format::Scale>),
    /// What the desk has decided.
    House(SwapRow<format::House>),
    /// The order of the articles.
    Order(SwapRow<Vec<String>>),
    /// An article.
    Document(Box<SwapRow<format::Document>>),
    /// A mark.
    Annotation(SwapRow<format::Annotation>),
    /// A claim.
    Claim(Box<SwapRow<format::Claim>>),
    /// An entry of the register.
    Source(SwapRow<format::Source>),
    /// What several numbers measure.
    Group(SwapRow<format::Group>),
    /// A number.
    Quantity(SwapRow<format::Quantity>),
    /// A link.
    Link(SwapRow<format::Link>),
    /// A not-checkable passage.
    Exclusion(SwapRow<format::Exclusion>),
    /// A line of history.
    Change(SwapRow<format::Change>),
    /// A flag.
    Flag(SwapRow<format::Flag>),
    /// What a newer version wrote into the file and this one keeps.
    Kept(SwapRow<KeptRow>),
}

/// What is kept of a file without being understood, word for word.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptRow {
    version: u32,
    least_reader: u32,
    fields: Vec<(String, String)>,
    records: Vec<(String, String)>,
}

/// A kind of record with a row of its own.
trait Journalled: Record<Id: FromStr<Err = NoId>> {
    type Row: Row<Live = Self> + Clone;

    /// The article that it marks words in.
    fn marked_in(&self) -> Option<DocumentId> {
        None
    }

    /// The same of its row.
    fn row_marked_in(_: &Self::Row) -> Option<DocumentId> {
        None
    }

    fn row(&self, places: &Places<'_>) -> Self::Row {
        Self::Row::of(self, places)
    }

    /// The record of a row, as it stands in no project yet.
    fn live(row: &Self::Row, project: &Project, reading: &Reading<'_>) -> Result<Self, Misfit> {
        let places = reading.places(project, Self::row_marked_in(row));
        exactly(row, project, &places)
    }
}

/// The record of a row of which nothing had to be mended.
fn exactly<R: Row + Clone>(row: &R, project: &Project, places: &Places<'_>) -> Result<R::Live, Misfit> {
    let mut seen = Seen::default();
    let mut notes = Notes { project, places, seen: &mut seen, problems: Vec::new() };
    let live = row.clone().live(&mut notes).map_err(|_| Misfit)?;
    if notes.problems.is_empty() { Ok(live) } else { Err(Misfit) }
}

macro_rules! journalled {
    ($($live:ident)+) => {$(
        impl Journalled for $live {
            type Row = format::$live;
        }
    )+};
}

macro_rules! journalled_in_document {
    ($($live:ident)+) => {$(
        impl Journalled for $live {
            type Row = format::$live;

            fn marked_in(&self) -> Option<DocumentId> {
                Some(self.document)
            }

            fn row_marked_in(row: &format::$live) -> Option<DocumentId> {
                row.document.parse().ok()
            }
        }
    )+};
}

journalled! { Claim Source Group Quantity Link Change Flag }
journalled_in_document! { Annotation Exclusion }

impl Journalled for Document {
    type Row = format::Document;

    fn row(&self, places: &Places<'_>) -> format::Document {
        let mut row = format::Document { text: Lines::default(), ..format::Document::of(self, places) };
        row.earlier.0.iter_mut().for_each(|draft| draft.text = Lines::default());
        row
    }

    fn live(row: &format::Document, project: &Project, reading: &Reading<'_>) -> Result<Document, Misfit> {
        let id = row.id.parse().map_err(|_| Misfit)?;
        let standing = project.document(id).map(|document| &document.text);
        let same = standing.filter(|text| text.hash().to_string() == row.sha256).cloned();
        let text = same.or_else(|| reading.frozen(id, row)).ok_or(Misfit)?;
        let mut row = row.clone();
        // What is said of the words is counted in them.
        row.text = lines(&text);
        for draft in &mut row.earlier.0 {
            let id = draft.id.parse().map_err(|_| Misfit)?;
            draft.text = lines(&reading.frozen(id, draft).ok_or(Misfit)?);
        }
        let document = exactly(&row, project, &Places::default())?;
        Ok(Document { text, ..document })
    }
}

fn lines(text: &Text) -> Lines {
    Lines(text.as_str().split('\n').map(str::to_owned).collect())
}

/// Which way a step is gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As it was done.
    Forth,
    /// As it is taken back.
    Back,
}

impl Way {
    fn of(self, edit: &Edit) -> Edit {
        match self {
            Way::Forth => edit.clone(),
            Way::Back => edit.inverse(),
        }
    }
}

/// The places of articles while the edits of a step are gone through, in which a text may give way to another.
struct Written<'a>(BTreeMap<DocumentId, (&'a Text, Option<Places<'a>>)>);

impl<'a> Written<'a> {
    fn new(step: &'a Transaction, texts: &'a [(DocumentId, Text)]) -> Self {
        let mut now: BTreeMap<_, _> = texts.iter().map(|(id, text)| (*id, (text, None))).collect();
        // What the step begins with is what it first expects.
        for edit in step.edits.iter().rev() {
            if let Edit::PutDocument(Swap { before: Some(before), .. }) = edit {
                now.insert(before.id, (&before.text, None));
            }
        }
        Written(now)
    }

    fn note(&mut self, edit: &'a Edit) {
        if let Edit::PutDocument(Swap { after: Some(after), .. }) = edit
            && self.0.get(&after.id).is_none_or(|(text, _)| text.hash() != after.text.hash())
        {
            self.0.insert(after.id, (&after.text, None));
        }
    }

    /// Both sides of a record's swap.
    fn both<T: Journalled>(&mut self, swap: &Swap<T>) -> SwapRow<T::Row> {
        SwapRow {
            before: swap.before.as_deref().map(|record| self.row(record)),
            after: swap.after.as_deref().map(|record| self.row(record)),
        }
    }

    fn row<T: Journalled>(&mut self, record: &T) -> T::Row {
        let nowhere = Places::default();
        let places = match record.marked_in().and_then(|id| Some((id, self.0.get_mut(&id)?))) {
            Some((id, (text, places))) => &*places.get_or_insert_with(|| Places::of([(id, *text)].into_iter())),
            None => &nowhere,
        };
        record.row(places)
    }
}

impl PartRow {
    /// The row of a step. `texts` are of the articles in which it marks words, as they are after it.
    pub fn of(step: &Transaction, texts: &[(DocumentId, Text)]) -> Self {
        let mut written = Written::new(step, texts);
        let edits = step.edits.iter().map(|edit| EditRow::of(edit, &mut written)).collect();
        PartRow { label: step.label.clone(), at: time::write(step.at), by: step.by.clone(), edits }
    }

    /// Carries the step out on a project, or takes it back there, and gives it.
    ///
    /// # Errors
    /// Where it does not fit; the project is then as it was.
    pub fn walk(&self, way: Way, project: &mut Project, reading: &Reading<'_>) -> Result<Transaction, Misfit> {
        let mut edits: Vec<Edit> = Vec::new();
        for at in 0..self.edits.len() {
            let at = if way == Way::Forth { at } else { self.edits.len() - 1 - at };
            let edit = self.edits.get(at).ok_or(Misfit).and_then(|row| row.edit(way, project, reading));
            let walked = edit.and_then(|edit| way.of(&edit).apply(project).map(|()| edit).map_err(|_| Misfit));
            match walked {
                Ok(edit) => edits.push(edit),
                Err(misfit) => {
                    for edit in edits.iter().rev() {
                        // The inverse of an edit that was just applied always fits.
                        let _ = way.of(edit).inverse().apply(project);
                    }
                    return Err(misfit);
                }
            }
        }
        if way == Way::Back {
            edits.reverse();
        }
        let (label, by) = (self.label.clone(), self.by.clone());
        Ok(Transaction { label, at: time::read(&self.at).unwrap_or_default(), by, edits, visit: None })
    }
}

impl EditRow {
    fn of<'a>(edit: &'a Edit, written: &mut Written<'a>) -> Self {
        written.note(edit);
        match edit {
            Edit::Rename(swap) => EditRow::Name(both(swap, String::clone)),
            Edit::SetHouse(swap) => EditRow::House(both(swap, rows::house)),
            Edit::Reorder(swap) => EditRow::Order(both(swap, |order| order.iter().map(ToString::to_string).collect())),
            Edit::PutDocument(swap) => EditRow::Document(Box::new(written.both(swap))),
            Edit::PutAnnotation(swap) => EditRow::Annotation(written.both(swap)),
            Edit::PutClaim(swap) => EditRow::Claim(Box::new(written.both(swap))),
            Edit::PutSource(swap) => EditRow::Source(written.both(swap)),
            Edit::PutGroup(swap) => EditRow::Group(written.both(swap)),
            Edit::PutQuantity(swap) => EditRow::Quantity(written.both(swap)),
            Edit::PutLink(swap) => EditRow::Link(written.both(swap)),
            Edit::PutExclusion(swap) => EditRow::Exclusion(written.both(swap)),
            Edit::PutChange(swap) => EditRow::Change(written.both(swap)),
            Edit::PutFlag(swap) => EditRow::Flag(written.both(swap)),
            Edit::Keep(swap) => EditRow::Kept(both(swap, |kept| KeptRow {
                version: kept.version,
                least_reader: kept.least_reader,
                fields: kept.fields.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
                records: kept.records.to_vec(),
            })),
        }
    }

    /// The edit, for a project to which it is about to be done.
    fn edit(&self, way: Way, project: &Project, reading: &Reading<'_>) -> Result<Edit, Misfit> {
        match self {
            EditRow::Name(row) => Ok(Edit::Rename(Swap::new(row.before.clone(), row.after.clone()))),
            EditRow::Scale(row) => values(row, |row| with_scale(row, project)).map(Edit::SetHouse),
            EditRow::House(row) => values(row, house).map(Edit::SetHouse),
            EditRow::Order(row) => values(row, |row| order(row)).map(Edit::Reorder),
            EditRow::Document(row) => record::<Document>(row, way, project, reading),
            EditRow::Annotation(row) => record::<Annotation>(row, way, project, reading),
            EditRow::Claim(row) => record::<Claim>(row, way, project, reading),
            EditRow::Source(row) => record::<Source>(row, way, project, reading),
            EditRow::Group(row) => record::<Group>(row, way, project, reading),
            EditRow::Quantity(row) => record::<Quantity>(row, way, project, reading),
            EditRow::Link(row) => record::<Link>(row, way, project, reading),
            EditRow::Exclusion(row) => record::<Exclusion>(row, way, project, reading),
            EditRow::Change(row) => record::<Change>(row, way, project, reading),
            EditRow::Flag(row) => record::<Flag>(row, way, project, reading),
            EditRow::Kept(row) => values(row, |row| Ok(kept(row))).map(Edit::Keep),
        }
    }

    /// The articles that it puts or takes out, with their earlier drafts.
    pub fn documents(&self) -> impl Iterator<Item = &format::Document> {
        let sides = match self {
            EditRow::Document(row) => [row.before.as_ref(), row.after.as_ref()],
            _ => [None, None],
        };
        sides.into_iter().flatten().flat_map(|document| document.earlier.0.iter().chain([document]))
    }
}

fn both<T, R>(swap: &Swap<T>, row: impl Fn(&T) -> R) -> SwapRow<R> {
    SwapRow { before: swap.before.as_deref().map(&row), after: swap.after.as_deref().map(&row) }
}

fn values<R, T>(row: &SwapRow<R>, value: impl Fn(&R) -> Result<T, Misfit>) -> Result<Swap<T>, Misfit> {
    Ok(Swap::new(row.before.as_ref().map(&value).transpose()?, row.after.as_ref().map(&value).transpose()?))
}

/// The house of a project with another scale in use.
fn with_scale(row: &format::Scale, project: &Project) -> Result<House, Misfit> {
    let scale = scale_of(row.clone(), &mut Vec::new()).ok_or(Misfit)?;
    let mut house = project.house().clone();
    house.change_scale(|own| own.clone_from(&scale));
    Ok(house)
}

fn house(row: &format::House) -> Result<House, Misfit> {
    let (house, problems) = house_of(row.clone());
    if problems.is_empty() { Ok(house) } else { Err(Misfit) }
}

fn kept(row: &KeptRow) -> Kept {
    let KeptRow { version, least_reader, fields, records } = row.clone();
    Kept { version, least_reader, fields: Unknown::new(fields), records: Arc::new(records) }
}

fn order(row: &[String]) -> Result<Vec<DocumentId>, Misfit> {
    row.iter().map(|id| id.parse().map_err(|_| Misfit)).collect()
}

/// The edit of a record: the side that must stand there is taken from the project, and must be the row to the letter.
fn record<T: Journalled>(row: &SwapRow<T::Row>, way: Way, project: &Project, reading: &Reading<'_>) -> Result<Edit, Misfit> {
    let (from, to) = match way {
        Way::Forth => (&row.before, &row.after),
        Way::Back => (&row.after, &row.before),
    };
    let from = from.as_ref().map(|row| standing::<T>(row, project, reading)).transpose()?;
    let to = to.as_ref().map(|row| T::live(row, project, reading)).transpose()?;
    Ok(T::edit(match way {
        Way::Forth => Swap::new(from, to),
        Way::Back => Swap::new(to, from),
    }))
}

fn standing<T: Journalled>(row: &T::Row, project: &Project, reading: &Reading<'_>) -> Result<T, Misfit> {
    let id = row.identity().0.parse().map_err(|_| Misfit)?;
    let record = T::table(project).get(&id).ok_or(Misfit)?;
    let places = reading.places(project, T::row_marked_in(row));
    if record.row(&places).to_ron() == row.to_ron() { Ok(record.clone()) } else { Err(Misfit) }
}
