//! The table of figures as plain rows: every number with its words, value, place, source and claim, grouped by what it
//! measures.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::{Claim, Status};
use crate::model::document::{Document, Span};
use crate::model::id::{ClaimId, DocumentId, QuantityId};
use crate::model::link::Role;
use crate::model::project::Project;
use crate::model::quantity::{Approximation, Quantity, Value};
use crate::model::source::SourceKind;
use crate::session::Session;
use crate::view::place::paragraph_words;
use crate::view::snippet::{Around, Snippet, snippet};
use crate::view::table::Sorting;
use crate::view::wording::{count, listed, number_word};

/// A row has room for about so many code points; the figure itself must be among them.
const ROOM_CHARS: usize = 44;
const MOST_BEFORE_CHARS: usize = 18;

/// Which figures are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those in claims that stand against another one with a figure of the same.
    Conflicts,
    /// Those with a value and no unit.
    NoUnit,
    /// Those whose claim names no source, and those in no claim.
    NoSource,
    /// Those without a value.
    NotRead,
}

impl Filter {
    /// All filters, in the order of their buttons.
    pub const ALL: [Filter; 5] = [Filter::All, Filter::Conflicts, Filter::NoUnit, Filter::NoSource, Filter::NotRead];

    /// The word on its button.
    pub fn word(self) -> &'static str {
        match self {
            Filter::All => "All",
            Filter::Conflicts => "Conflicts",
            Filter::NoUnit => "No unit",
            Filter::NoSource => "No source",
            Filter::NotRead => "Not read",
        }
    }

    /// What to say where it leaves nothing.
    pub fn nothing(self) -> &'static str {
        match self {
            Filter::All => "No numbers tagged yet. Select a figure and press N.",
            Filter::Conflicts => "No figures contradict each other.",
            Filter::NoUnit => "Every figure has a unit.",
            Filter::NoSource => "Every figure has a source.",
            Filter::NotRead => "Every figure is read.",
        }
    }
}

/// Who says a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceCell {
    /// Sources of its claim: kind of the first, and the names.
    Named(SourceKind, String),
    /// Its claim names none.
    Missing,
    /// It is in no claim.
    NoClaim,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRow {
    /// The number.
    pub number: QuantityId,
    /// Its words in their sentence.
    pub quote: Snippet,
    /// The figure alone: `2,200`; a dash where nothing was read.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// How exactly it is meant.
    pub approximation: Approximation,
    /// Letter of its article; blank where it has no mark.
    pub letter: String,
    /// Paragraph: `¶10`.
    pub paragraph: String,
    /// Who says it.
    pub source: SourceCell,
    /// The claim that holds it.
    pub claim: Option<(String, Status)>,
    /// What it measures.
    pub measured: String,
    /// Whether its claim contradicts another one that holds a figure of the same.
    pub is_in_conflict: bool,
    amount: Option<Decimal>,
}

impl NumberRow {
    /// Whether a filter shows it.
    pub fn passes(&self, filter: Filter) -> bool {
        match filter {
            Filter::All => true,
            Filter::Conflicts => self.is_in_conflict,
            Filter::NoUnit => self.amount.is_some() && self.unit.is_empty(),
            Filter::NoSource => !matches!(self.source, SourceCell::Named(..)),
            Filter::NotRead => self.amount.is_none(),
        }
    }

    /// The words of the source column.
    pub fn source_words(&self) -> &str {
        match &self.source {
            SourceCell::Named(_, names) => names,
            SourceCell::Missing => "none given",
            SourceCell::NoClaim => "in no claim",
        }
    }

    /// How exactly it is meant, and of what: `about, km`.
    pub fn meant(&self) -> String {
        let unit = if self.unit == "percent" { "%" } else { &self.unit };
        let words = if self.amount.is_some() { self.approximation.word() } else { "not read" };
        if unit.is_empty() { words.to_owned() } else { format!("{words}, {unit}") }
    }

    fn answers(&self, wanted: &str) -> bool {
        let claim = self.claim.as_ref().map_or("", |(label, _)| label);
        let fields = [&self.quote.text, &self.value, &self.unit, &self.measured, self.source_words(), claim];
        wanted.is_empty() || fields.iter().any(|field| field.to_lowercase().contains(wanted))
    }
}

/// What the figures of a group say together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Claims that hold them contradict one another: `A4 against B1 and E1`.
    Contradiction(String),
    /// All say the same: `All three say 1,500`.
    Agreement(String),
}

/// Figures that measure the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they measure; blank for those of which nobody has said it.
    pub measured: String,
    /// Their places in the table.
    pub rows: Vec<usize>,
    /// `3 figures, 3 articles`.
    pub remark: String,
    /// What they say together, where that is worth a line.
    pub verdict: Option<Verdict>,
}

impl Group {
    /// The heading.
    pub fn title(&self) -> &str {
        if self.measured.is_empty() { "Not said what is measured" } else { &self.measured }
    }
}

/// The whole table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberTable {
    /// All figures in the order of articles and text.
    pub rows: Vec<NumberRow>,
    /// Groups, those in conflict first; none where no figure says what it measures.
    pub groups: Vec<Group>,
    counts: BTreeMap<Filter, usize>,
    places: BTreeMap<QuantityId, usize>,
}

impl NumberTable {
    /// How many figures a filter shows.
    pub fn count(&self, filter: Filter) -> usize {
        self.counts.get(&filter).copied().unwrap_or(0)
    }

    /// The row of a number.
    pub fn row(&self, number: QuantityId) -> Option<&NumberRow> {
        self.places.get(&number).and_then(|at| self.rows.get(*at))
    }
}

/// A line of the table as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Heading of the group with that place.
    Group(usize),
    /// The figure with that place.
    Row(usize),
}

/// What is to be shown, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Which figures.
    pub filter: Filter,
    /// Only those that have this somewhere.
    pub typed: String,
    /// By which column.
    pub sorting: Sorting,
}

/// Looks through the project once.
pub fn table(session: &Session) -> NumberTable {
    let project = session.project();
    let place: BTreeMap<DocumentId, usize> = project.order().iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut found: Vec<_> = project.quantities().values().map(|quantity| (first_mark(session, quantity), quantity)).collect();
    found.sort_by_key(|(mark, quantity)| {
        let stands = mark.map(|mark| (place.get(&mark.document).copied(), mark.span.start()));
        (stands.is_none(), stands, quantity.id)
    });
    let conflicts = conflicts(session);
    let rows: Vec<_> = found.into_iter().map(|(mark, quantity)| row(session, mark, quantity, &conflicts)).collect();
    let groups = groups(session, &rows, &conflicts);
    let count = |filter| (filter, rows.iter().filter(|row: &&NumberRow| row.passes(filter)).count());
    let counts = Filter::ALL.into_iter().map(count).collect();
    let places = rows.iter().enumerate().map(|(at, row)| (row.number, at)).collect();
    NumberTable { rows, groups, counts, places }
}

fn first_mark<'a>(session: &'a Session, quantity: &Quantity) -> Option<&'a Annotation> {
    let id = session.lookup().mentions(Mention::Number(quantity.id)).first()?;
    session.project().annotations().get(id)
}

/// Claims that contradict others, each with those it is linked against. Wording that was changed or cut no longer stands
/// against anything.
type Conflicts = BTreeMap<ClaimId, BTreeSet<ClaimId>>;

fn conflicts(session: &Session) -> Conflicts {
    let mut conflicts = Conflicts::new();
    for link in session.project().links().values().filter(|link| link.role == Role::Contradicts) {
        if let (Mention::Claim(from), Mention::Claim(to)) = (link.from, link.to)
            && stands(session, from)
            && stands(session, to)
        {
            conflicts.entry(from).or_default().insert(to);
            conflicts.entry(to).or_default().insert(from);
        }
    }
    conflicts
}

fn stands(session: &Session, claim: ClaimId) -> bool {
    session.project().claims().get(&claim).is_some_and(|claim| !matches!(claim.status, Status::Changed | Status::Cut))
}

/// Whether a claim stands against another that holds a figure of the same: claims may differ over something else. Where
/// neither figure says what it measures, they may be of the same.
fn is_disputed(session: &Session, claim: &Claim, measured: &str, conflicts: &Conflicts) -> bool {
    let project = session.project();
    let holds_same = |other: &ClaimId| {
        let records = session.lookup().linked(project, Mention::Claim(*other), Role::Contains);
        let mut numbers = records.into_iter().filter_map(|record| match record {
            Mention::Number(id) => project.quantities().get(&id),
            Mention::Claim(_) | Mention::Source(_) => None,
        });
        numbers.any(|number| number.measured.trim() == measured)
    };
    conflicts.get(&claim.id).is_some_and(|others| others.iter().any(holds_same))
}

fn claim_of(session: &Session, number: QuantityId) -> Option<&Claim> {
    let holders = session.lookup().linked(session.project(), Mention::Number(number), Role::Contains);
    holders.into_iter().find_map(|record| match record {
        Mention::Claim(id) => session.project().claims().get(&id),
        Mention::Number(_) | Mention::Source(_) => None,
    })
}

fn row(session: &Session, mark: Option<&Annotation>, quantity: &Quantity, conflicts: &Conflicts) -> NumberRow {
    let project = session.project();
    let document = mark.and_then(|mark| project.document(mark.document));
    let stands = mark.zip(document);
    let claim = claim_of(session, quantity.id);
    let others = session.lookup().mentions(Mention::Number(quantity.id)).len().saturating_sub(1);
    let more = if others > 0 { format!(" +{others}") } else { String::new() };
    NumberRow {
        number: quantity.id,
        quote: stands.map_or_else(Snippet::default, |(mark, document)| quoted(project, mark, document)),
        value: quantity.value.map_or_else(|| "–".to_owned(), figure),
        unit: quantity.unit.clone(),
        approximation: quantity.approximation,
        letter: mark.map_or_else(String::new, |mark| project.letter(mark.document)),
        paragraph: stands.map_or_else(String::new, |(mark, document)| {
            (if mark.is_lost() { "lost".to_owned() } else { paragraph_words(document, mark.span.start()) }) + &more
        }),
        source: claim.map_or(SourceCell::NoClaim, |claim| source(session, claim)),
        claim: claim.map(|claim| (project.claim_label(claim.id), claim.status)),
        measured: quantity.measured.trim().to_owned(),
        is_in_conflict: claim.is_some_and(|claim| is_disputed(session, claim, quantity.measured.trim(), conflicts)),
        amount: quantity.value.map(|value| value.low),
    }
}

/// A value as a narrow column has room for it: `1,500`, `10–20`, `90–120 million`. A figure is never cut.
pub(super) fn figure(value: Value) -> String {
    let million = Decimal::from(1_000_000);
    let ends: Vec<Decimal> = std::iter::once(value.low).chain(value.high).collect();
    let is_round = |end: &Decimal| *end >= million && (*end / Decimal::from(100_000)).fract().is_zero();
    let (unit, word) = if ends.iter().all(is_round) { (million, " million") } else { (Decimal::ONE, "") };
    let written: Vec<_> = ends.iter().map(|end| Value::one(*end / unit).to_string()).collect();
    format!("{}{word}", written.join("–"))
}

/// The figure in its sentence; one that has lost its place stands in none.
fn quoted(project: &Project, mark: &Annotation, document: &Document) -> Snippet {
    if !mark.is_lost() {
        return in_sentence(document, mark.span);
    }
    let text = project.quote(mark).split_whitespace().collect::<Vec<_>>().join(" ");
    Snippet { core: 0..text.len(), text }
}

/// The figure with words before it as far as the row has room, and words after it.
fn in_sentence(document: &Document, span: Span) -> Snippet {
    let own = document.text.slice(span).chars().count();
    let before_chars = ROOM_CHARS.saturating_sub(own).min(MOST_BEFORE_CHARS);
    snippet(&document.text, span, Around { before_chars, after_chars: 60 })
}

fn source(session: &Session, claim: &Claim) -> SourceCell {
    let project = session.project();
    let ids = session.lookup().sources_of(project, claim.id);
    let sources: Vec<_> = ids.iter().filter_map(|id| project.sources().get(id)).collect();
    match sources.first() {
        None => SourceCell::Missing,
        Some(first) => {
            let names: Vec<_> = sources.iter().map(|source| source.name.as_str()).collect();
            SourceCell::Named(first.kind, names.join(", "))
        }
    }
}

fn groups(session: &Session, rows: &[NumberRow], conflicts: &Conflicts) -> Vec<Group> {
    let mut order: Vec<&str> = Vec::new();
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let group = places.entry(&row.measured).or_default();
        if group.is_empty() {
            order.push(&row.measured);
        }
        group.push(at);
    }
    if order.iter().all(|measured| measured.is_empty()) {
        return Vec::new();
    }
    let mut groups: Vec<Group> = order
        .into_iter()
        .filter_map(|measured| places.remove(measured).map(|places| group(session, measured, places, (rows, conflicts))))
        .collect();
    groups.sort_by_key(|group| (group.measured.is_empty(), !matches!(group.verdict, Some(Verdict::Contradiction(_)))));
    groups
}

fn group(session: &Session, measured: &str, places: Vec<usize>, (rows, conflicts): (&[NumberRow], &Conflicts)) -> Group {
    let members: Vec<&NumberRow> = places.iter().filter_map(|at| rows.get(*at)).collect();
    let letters: BTreeSet<&str> = members.iter().map(|row| row.letter.as_str()).collect();
    let remark = format!("{}, {}", count(members.len(), "figure"), count(letters.len(), "article"));
    let verdict = if measured.is_empty() { None } else { verdict(session, &members, conflicts) };
    Group { measured: measured.to_owned(), rows: places, remark, verdict }
}

fn verdict(session: &Session, members: &[&NumberRow], conflicts: &Conflicts) -> Option<Verdict> {
    let claims: BTreeSet<ClaimId> = members.iter().filter_map(|row| claim_of(session, row.number)).map(|claim| claim.id).collect();
    let label = |id: &ClaimId| session.project().claim_label(*id);
    // Each pair is told once, by the claim that comes first.
    let mut told: Vec<String> = Vec::new();
    let mut seen: BTreeSet<ClaimId> = BTreeSet::new();
    for claim in claims.iter().filter(|claim| conflicts.contains_key(claim)) {
        let others = conflicts.get(claim).into_iter().flatten().filter(|other| claims.contains(other) && !seen.contains(other));
        let others: Vec<String> = others.map(label).collect();
        seen.insert(*claim);
        if !others.is_empty() {
            told.push(format!("{} against {}", label(claim), listed(&others)));
        }
    }
    if !told.is_empty() {
        return Some(Verdict::Contradiction(told.join("; ")));
    }
    let first = members.first()?;
    let agree =
        members.len() > 1 && first.amount.is_some() && members.iter().all(|row| (&row.value, &row.unit) == (&first.value, &first.unit));
    let all = if members.len() == 2 { "Both".to_owned() } else { format!("All {}", number_word(members.len())) };
    agree.then(|| Verdict::Agreement(format!("{all} say {}", first.value)))
}

/// The lines that are shown: rows that pass, under the headings of their groups, in the order wished for.
pub fn lines(table: &NumberTable, wish: &Wish) -> Vec<Line> {
    let wanted = wish.typed.trim().to_lowercase();
    let shows = |at: &usize| table.rows.get(*at).is_some_and(|row| row.passes(wish.filter) && row.answers(&wanted));
    if table.groups.is_empty() {
        let rows = (0..table.rows.len()).filter(shows).collect();
        return sorted(table, rows, wish.sorting).into_iter().map(Line::Row).collect();
    }
    let mut lines = Vec::new();
    for (at, group) in table.groups.iter().enumerate() {
        let rows = sorted(table, group.rows.iter().copied().filter(shows).collect(), wish.sorting);
        if !rows.is_empty() {
            lines.push(Line::Group(at));
            lines.extend(rows.into_iter().map(Line::Row));
        }
    }
    lines
}

fn sorted(table: &NumberTable, mut rows: Vec<usize>, sorting: Sorting) -> Vec<usize> {
    let Some(column) = sorting.column else { return rows };
    let words = |at: usize| {
        table.rows.get(at).map(|row| match column {
            0 => row.quote.text.get(row.quote.core.clone()).unwrap_or("").to_lowercase(),
            4 => row.source_words().to_lowercase(),
            5 => row.claim.as_ref().map_or_else(|| "~".to_owned(), |(label, status)| format!("{status:?} {label:>8}")),
            _ => String::new(),
        })
    };
    match column {
        // Figures without a value come last.
        1 => rows.sort_by_key(|at| table.rows.get(*at).map(|row| (row.amount.is_none(), row.amount))),
        2 => rows.sort_by_key(|at| table.rows.get(*at).map(|row| row.approximation)),
        3 => rows.sort_unstable(),
        _ => rows.sort_by_cached_key(|at| words(*at)),
    }
    if sorting.is_backward {
        rows.reverse();
    }
    rows
}
