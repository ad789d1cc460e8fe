//! The table as a whole: groups with what their figures say, what is offered, and the rest; which of it is shown, in which order.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::rows::{NumberRow, first_mark, has_source, lacks_unit};
use crate::model::group::Judged;
use crate::model::id::{DocumentId, GroupId, QuantityId};
use crate::model::quantity::agreement::{Outcome, period};
use crate::session::Session;
use crate::suggest::Proposal;
use crate::view::table::Sorting;
use crate::view::wording::count;

/// Which figures are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those of groups in which somebody should look.
    Conflicts,
    /// Those without a unit.
    NoUnit,
    /// Those whose claim names no source.
    NoSource,
    /// Those without a value.
    NotRead,
}

impl Filter {
    /// All filters in the order of the chips.
    pub const ALL: [Filter; 5] = [Filter::All, Filter::Conflicts, Filter::NoUnit, Filter::NoSource, Filter::NotRead];

    /// The word on its chip.
    pub fn word(self) -> &'static str {
        match self {
            Filter::All => "All",
            Filter::Conflicts => "Conflicts",
            Filter::NoUnit => "No unit",
            Filter::NoSource => "No source",
            Filter::NotRead => "Not read",
        }
    }

    /// What is said where it leaves nothing.
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

/// A group as it heads its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupHead {
    /// The group.
    pub id: GroupId,
    /// What is measured.
    pub title: String,
    /// What a checker has noted about it.
    pub note: String,
    /// What its figures say together.
    pub judged: Arc<Judged>,
}

impl GroupHead {
    /// `January 2025 · 3 figures, 3 articles`. Reads the times of all its figures, so that it is for those in view.
    pub fn remark(&self) -> String {
        let members = &self.judged.members;
        let mut letters: Vec<&str> = members.iter().map(|member| member.letter.as_str()).collect();
        letters.dedup();
        let counted = format!("{}, {}", count(members.len(), "figure"), count(letters.len(), "article"));
        let period = period(members.iter().map(|member| member.time.as_str()));
        let parts = [period.as_str(), counted.as_str(), self.note.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// What a section of the table is.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    /// Figures of the same.
    Group(GroupHead),
    /// Figures that are perhaps of the same.
    Offer(Proposal),
    /// Figures that are in no group.
    Loose,
}

/// A section of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What it is.
    pub head: Head,
    /// Its figures in the order of articles and text.
    pub numbers: Vec<QuantityId>,
}

impl Section {
    /// What its figures say together, where it is a group.
    pub fn judged(&self) -> Option<&Judged> {
        match &self.head {
            Head::Group(group) => Some(&group.judged),
            Head::Offer(_) | Head::Loose => None,
        }
    }

    /// Whether it is a group in which somebody should look.
    pub fn is_warning(&self) -> bool {
        self.judged().is_some_and(|judged| judged.agreement.outcome.is_warning())
    }

    /// Its heading.
    pub fn title(&self) -> &str {
        match &self.head {
            Head::Group(group) => &group.title,
            Head::Offer(proposal) => &proposal.name,
            Head::Loose => "In no group",
        }
    }
}

/// The whole table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberTable {
    /// Groups, those in which somebody should look first; then offers; then what is in no group.
    pub sections: Vec<Section>,
    counts: BTreeMap<Filter, usize>,
    /// Figures that were read as values.
    pub read: usize,
    /// Whether any figure is in a group or offered for one.
    pub is_grouped: bool,
    /// Groups.
    pub groups: usize,
}

impl NumberTable {
    /// How many figures a filter shows; of conflicts, how many groups.
    pub fn count(&self, filter: Filter) -> usize {
        self.counts.get(&filter).copied().unwrap_or(0)
    }

    /// The section of a number that is in a group or in none; offers show theirs a second time.
    pub fn section_of(&self, session: &Session, number: QuantityId) -> Option<usize> {
        let group = session.project().quantities().get(&number)?.group;
        self.sections.iter().position(|section| match (&section.head, group) {
            (Head::Group(head), Some(group)) => head.id == group,
            (Head::Offer(proposal), None) => proposal.numbers.contains(&number),
            (Head::Loose, None) => section.numbers.contains(&number),
            _ => false,
        })
    }
}

/// A line of the table as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Heading of the section with that place.
    Head(usize),
    /// The two quotes that stand against each other in that section.
    Pair(usize),
    /// Headings of the columns of that section.
    Columns(usize),
    /// A figure of the section with that place.
    Row(usize, QuantityId),
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

/// Looks through the project once. What its groups say is known already.
pub fn table(session: &Session) -> NumberTable {
    let project = session.project();
    let mut groups: Vec<Section> = project.groups().keys().filter_map(|id| group_section(session, *id)).collect();
    groups.sort_by_key(|section| match section.judged().map(|judged| judged.agreement.outcome) {
        Some(Outcome::Differ) => 0,
        Some(outcome) if outcome.is_warning() => 1,
        _ => 2,
    });
    let number_of_groups = groups.len();
    let conflicts = groups.iter().filter(|section| section.is_warning()).count();
    let offers: Vec<Section> = session.proposals().iter().map(offer_section).collect();
    // What is offered stands there, not a second time below.
    let mut offered: Vec<QuantityId> = offers.iter().flat_map(|section| section.numbers.iter().copied()).collect();
    offered.sort_unstable();
    let loose = loose(session, &offered);
    let is_grouped = number_of_groups + offers.len() > 0;
    let mut sections = groups;
    sections.extend(offers);
    if !loose.is_empty() {
        sections.push(Section { head: Head::Loose, numbers: loose });
    }
    let quantities = project.quantities();
    let counts = [
        (Filter::All, quantities.len()),
        (Filter::Conflicts, conflicts),
        (Filter::NoUnit, quantities.values().filter(|number| lacks_unit(number)).count()),
        (Filter::NoSource, quantities.keys().filter(|id| !has_source(session, **id)).count()),
        (Filter::NotRead, quantities.values().filter(|number| number.value.is_none()).count()),
    ];
    let counts = BTreeMap::from(counts);
    let read = quantities.len() - counts.get(&Filter::NotRead).copied().unwrap_or(0);
    NumberTable { sections, counts, read, is_grouped, groups: number_of_groups }
}

fn group_section(session: &Session, id: GroupId) -> Option<Section> {
    let group = session.project().groups().get(&id)?;
    let judged = Arc::clone(session.findings().judged(id)?);
    let numbers = judged.members.iter().map(|member| member.number).collect();
    Some(Section {
        head: Head::Group(GroupHead { id, title: group.title().to_owned(), note: group.note.trim().to_owned(), judged }),
        numbers,
    })
}

fn offer_section(proposal: &Proposal) -> Section {
    Section { head: Head::Offer(proposal.clone()), numbers: proposal.numbers.clone() }
}

/// The numbers that are in no group and not offered, in the order of articles and text.
fn loose(session: &Session, offered: &[QuantityId]) -> Vec<QuantityId> {
    let project = session.project();
    let place: BTreeMap<DocumentId, usize> = project.order().iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let free = project.quantities().values().filter(|number| number.group.is_none() && offered.binary_search(&number.id).is_err());
    let key = |id: QuantityId| {
        let stands = first_mark(session, id).map(|mark| (place.get(&mark.document).copied(), mark.span.start()));
        (stands.is_none(), stands, id)
    };
    let mut keyed: Vec<_> = free.map(|number| key(number.id)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(.., id)| id).collect()
}

/// The lines that are shown: figures that pass, under the headings of their sections, in the order wished for.
pub fn lines(session: &Session, table: &NumberTable, wish: &Wish) -> Vec<Line> {
    let wanted = wish.typed.trim().to_lowercase();
    let mut lines = Vec::new();
    for (at, section) in table.sections.iter().enumerate() {
        let is_titled = !wanted.is_empty() && section.title().to_lowercase().contains(&wanted);
        let shows = |id: &&QuantityId| passes(session, (section, **id), wish.filter) && (is_titled || answers(session, **id, &wanted));
        let numbers: Vec<QuantityId> = section.numbers.iter().filter(shows).copied().collect();
        if numbers.is_empty() {
            continue;
        }
        if table.is_grouped {
            lines.push(Line::Head(at));
        }
        if section.judged().is_some_and(|judged| judged.quoted_pair().is_some()) {
            lines.push(Line::Pair(at));
        }
        lines.push(Line::Columns(at));
        lines.extend(sorted(session, numbers, wish.sorting).into_iter().map(|number| Line::Row(at, number)));
    }
    lines
}

fn passes(session: &Session, (section, id): (&Section, QuantityId), filter: Filter) -> bool {
    let number = session.project().quantities().get(&id);
    match filter {
        Filter::All => true,
        Filter::Conflicts => section.is_warning(),
        Filter::NoUnit => number.is_some_and(lacks_unit),
        Filter::NoSource => !has_source(session, id),
        Filter::NotRead => number.is_some_and(|number| number.value.is_none()),
    }
}

fn answers(session: &Session, id: QuantityId, wanted: &str) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let Some(row) = NumberRow::of(session, id) else { return false };
    let measured = session.project().quantities().get(&id).map_or("", |number| number.measured.as_str());
    let claim = row.claim.as_ref().map_or("", |(label, _)| label);
    let fields = [&row.quote.text, &row.value, &row.unit, measured, row.source_words(), claim];
    fields.iter().any(|field| field.to_lowercase().contains(wanted))
}

fn sorted(session: &Session, mut numbers: Vec<QuantityId>, sorting: Sorting) -> Vec<QuantityId> {
    let Some(column) = sorting.column else { return numbers };
    let number = |id: &QuantityId| session.project().quantities().get(id);
    let words = |id: &QuantityId| {
        NumberRow::of(session, *id).map(|row| match column {
            0 => row.words().to_lowercase(),
            4 => row.source_words().to_lowercase(),
            _ => row.claim.as_ref().map_or_else(|| "~".to_owned(), |(label, status)| format!("{status:?} {label:>8}")),
        })
    };
    match column {
        // Figures without a value come last.
        1 => numbers.sort_by_key(|id| {
            let low = number(id).and_then(|number| number.value).map(|value| value.low);
            (low.is_none(), low)
        }),
        2 => numbers.sort_by_key(|id| number(id).map(|number| number.approximation)),
        3 => {}
        _ => numbers.sort_by_cached_key(words),
    }
    if sorting.is_backward {
        numbers.reverse();
    }
    numbers
}
