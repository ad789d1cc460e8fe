//! The register as plain rows: every source with its articles, the claims that rest on it, and what is to be settled.

use std::collections::{BTreeMap, BTreeSet};

use super::against::{rules, told};
use crate::lint::Rule;
use crate::model::annotation::Mention;
use crate::model::id::{ClaimId, SourceId};
use crate::model::link::Role;
use crate::model::source::{FirstHand, Source, SourceKind};
use crate::model::support::articles;
use crate::session::Session;
use crate::view::table::Sorting;
use crate::view::wording::count;

/// Rules whose findings can be settled in the register.
pub const RULES: [Rule; 6] = [
    Rule::OnlyAnonymous,
    Rule::CircularSupport,
    Rule::OnlySecondary,
    Rule::PersonUnidentified,
    Rule::DocumentUnlocated,
    Rule::SourceUnused,
];

/// One entry of the register: what its place among the others depends on. There may be thousands, and each step looks at all of them, so
/// what is drawn of the few that are seen is in [`SourceCells`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// The source.
    pub source: SourceId,
    /// Its kind.
    pub kind: SourceKind,
    /// Its name; never blank.
    pub name: String,
    /// Whether nobody has named it yet.
    pub is_unnamed: bool,
    /// Claims that rest on it.
    pub claims: usize,
    /// The rules that found something, the gravest first.
    pub rules: Vec<Rule>,
    /// Whether another entry is perhaps the same.
    pub is_same: bool,
}

/// The cells of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCells {
    /// Office or role.
    pub role: String,
    /// Letters of the articles that mention it, in order.
    pub letters: Vec<String>,
    /// Those of its claims that are settled.
    pub settled: usize,
    /// The desk's grade.
    pub grade: String,
    /// What the grade means.
    pub grade_meaning: String,
    /// Whether it speaks first hand.
    pub first_hand: FirstHand,
    /// What is to be settled; blank where nothing is.
    pub finding: String,
    /// The rule that says so.
    pub rule: Option<Rule>,
    /// Which entry is perhaps the same: `Perhaps the same as “CNN”`; blank where none is.
    pub same: String,
}

impl SourceCells {
    /// Looks up what is drawn of an entry; nothing where it is gone.
    pub fn of(session: &Session, row: &SourceRow) -> Option<Self> {
        let (project, lookup) = (session.project(), session.lookup());
        let source = project.sources().get(&row.source)?;
        let is_settled = |id: &ClaimId| project.claims().get(id).is_some_and(|claim| claim.is_settled());
        let articles = articles(project, lookup, row.source);
        let (rule, finding) = told(session, row.source, &row.rules).map_or((None, String::new()), |(rule, words)| (Some(rule), words));
        Some(SourceCells {
            role: source.role.trim().to_owned(),
            letters: articles.into_iter().map(|id| project.letter(id)).collect(),
            settled: claims_on(session, row.source).iter().filter(|id| is_settled(id)).count(),
            grade: source.grade.trim().to_owned(),
            grade_meaning: project.house().grade_meaning(&source.grade),
            first_hand: source.first_hand,
            finding,
            rule,
            same: same_words(session, row.source),
        })
    }
}

/// The claims that rest on a source, each once.
fn claims_on(session: &Session, source: SourceId) -> Vec<ClaimId> {
    let links = session.lookup().links(Mention::Source(source)).iter().filter_map(|id| session.project().links().get(id));
    let resting = links.filter(|link| link.role == Role::RestsOn).map(|link| link.from);
    let mut claims: Vec<ClaimId> = resting.filter_map(|record| if let Mention::Claim(id) = record { Some(id) } else { None }).collect();
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// The whole register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// All sources by kind, those that carry most claims first.
    pub rows: Vec<SourceRow>,
    /// Claims that name no source.
    pub without_source: usize,
    /// Sources of which another is perhaps the same.
    pub same: usize,
    kinds: BTreeMap<SourceKind, usize>,
    rules: BTreeMap<Rule, usize>,
}

impl Register {
    /// How many sources of a kind there are.
    pub fn of_kind(&self, kind: SourceKind) -> usize {
        self.kinds.get(&kind).copied().unwrap_or(0)
    }

    /// How many sources a rule has found something about.
    pub fn of_rule(&self, rule: Rule) -> usize {
        self.rules.get(&rule).copied().unwrap_or(0)
    }
}

/// What is to be shown, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Only this kind.
    pub kind: Option<SourceKind>,
    /// Only those about which this rule has found something.
    pub rule: Option<Rule>,
    /// Only those of which another one is perhaps the same.
    pub is_same: bool,
    /// Only those that have this somewhere.
    pub typed: String,
    /// By which column.
    pub sorting: Sorting,
    /// Kinds whose sources without findings are folded away.
    pub folded: BTreeSet<SourceKind>,
}

impl Wish {
    /// Whether all sources are shown.
    pub fn is_open(&self) -> bool {
        self.kind.is_none() && self.rule.is_none() && !self.is_same && self.typed.trim().is_empty()
    }

    fn passes(&self, session: &Session, row: &SourceRow, wanted: &str) -> bool {
        let is_kind = self.kind.is_none_or(|kind| row.kind == kind);
        let is_found = self.rule.is_none_or(|rule| row.rules.contains(&rule));
        is_kind && is_found && (!self.is_same || row.is_same) && answers(session, row, wanted)
    }
}

/// Whether an entry has the words that were typed somewhere.
fn answers(session: &Session, row: &SourceRow, wanted: &str) -> bool {
    let has = |field: &str| field.to_lowercase().contains(wanted);
    let source = session.project().sources().get(&row.source);
    let is_in_fields = || source.is_some_and(|source| has(&source.role) || has(&source.grade));
    let is_told = || told(session, row.source, &row.rules).is_some_and(|(_, words)| has(&words));
    wanted.is_empty() || has(&row.name) || is_in_fields() || is_told()
}

/// A line of the table as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Heading of a kind.
    Kind(KindHead),
    /// The source with that place.
    Row(usize),
}

/// The heading of a kind with what is below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindHead {
    /// The kind.
    pub kind: SourceKind,
    /// `8 sources, 21 claims`.
    pub remark: String,
    /// Sources without findings, which can be folded away.
    pub quiet: usize,
    /// Whether they are.
    pub is_folded: bool,
}

/// Looks through the register once.
pub fn register(session: &Session) -> Register {
    let mut rows: Vec<_> = session.project().sources().values().map(|source| row(session, source)).collect();
    let rank = |kind: SourceKind| SourceKind::ALL.iter().position(|other| *other == kind);
    rows.sort_by_cached_key(|row| (rank(row.kind), std::cmp::Reverse(row.claims), row.name.to_lowercase(), row.source));
    let mut register = Register { without_source: session.findings().count(Rule::NoSource), ..Register::default() };
    for row in &rows {
        register.same += usize::from(row.is_same);
        *register.kinds.entry(row.kind).or_default() += 1;
        for rule in &row.rules {
            *register.rules.entry(*rule).or_default() += 1;
        }
    }
    Register { rows, ..register }
}

/// Which entry is perhaps the same, the first one of several: `Perhaps the same as “CNN”`.
fn same_words(session: &Session, id: SourceId) -> String {
    let other = session.same_as(id).next().and_then(|(other, _)| session.project().sources().get(&other));
    other.map_or_else(String::new, |other| format!("Perhaps the same as “{}”", other.name.trim()))
}

fn row(session: &Session, source: &Source) -> SourceRow {
    let is_unnamed = source.name.trim().is_empty();
    SourceRow {
        source: source.id,
        kind: source.kind,
        name: if is_unnamed { "No name yet".to_owned() } else { source.name.trim().to_owned() },
        is_unnamed,
        claims: claims_on(session, source.id).len(),
        rules: rules(session, source.id),
        is_same: session.same_as(source.id).next().is_some(),
    }
}

/// The lines that are shown: rows that pass, under the headings of their kinds.
pub fn lines(session: &Session, register: &Register, wish: &Wish) -> Vec<Line> {
    let wanted = wish.typed.trim().to_lowercase();
    let mut lines = Vec::new();
    for kind in SourceKind::ALL {
        let shown = |row: &SourceRow| row.kind == kind && wish.passes(session, row, &wanted);
        let rows: Vec<usize> = register.rows.iter().enumerate().filter(|(_, row)| shown(row)).map(|(at, _)| at).collect();
        if rows.is_empty() {
            continue;
        }
        let members = || rows.iter().filter_map(|at| register.rows.get(*at));
        let is_quiet = |at: &usize| register.rows.get(*at).is_some_and(|row| row.rules.is_empty());
        let quiet = rows.iter().filter(|at| is_quiet(at)).count();
        let is_folded = wish.folded.contains(&kind);
        let claims: usize = members().map(|row| row.claims).sum();
        let remark = format!("{}, {}", count(rows.len(), "source"), count(claims, "claim"));
        lines.push(Line::Kind(KindHead { kind, remark, quiet, is_folded }));
        let unfolded = rows.iter().copied().filter(|at| !is_folded || !is_quiet(at)).collect();
        lines.extend(sorted(session, register, unfolded, wish.sorting).into_iter().map(Line::Row));
    }
    lines
}

fn sorted(session: &Session, register: &Register, mut rows: Vec<usize>, sorting: Sorting) -> Vec<usize> {
    let Some(column) = sorting.column else { return rows };
    let row = |at: &usize| register.rows.get(*at);
    let source = |at: &usize| session.project().sources().get(&row(at)?.source);
    let articles = |at: &usize| Some(articles(session.project(), session.lookup(), row(at)?.source));
    let ranks = |at: &usize| articles(at).map(|articles| articles.into_iter().map(|id| session.project().rank(id)).collect::<Vec<_>>());
    let finding = |at: &usize| row(at).and_then(|row| told(session, row.source, &row.rules)).map(|(_, words)| words);
    match column {
        // Most claims first: that is what the heading is clicked for.
        3 => rows.sort_by_key(|at| std::cmp::Reverse(row(at).map(|row| row.claims))),
        2 => rows.sort_by_cached_key(ranks),
        // Blank fields come last.
        4 => rows.sort_by_cached_key(|at| source(at).map(|source| (source.grade.trim().is_empty(), source.grade.trim().to_owned()))),
        5 => rows.sort_by_key(|at| source(at).map(|source| source.first_hand)),
        6 => rows.sort_by_cached_key(|at| finding(at).map_or((true, String::new()), |words| (false, words))),
        _ => rows.sort_by_cached_key(|at| row(at).map(|row| row.name.to_lowercase())),
    }
    if sorting.is_backward {
        rows.reverse();
    }
    rows
}

/// What merging the first source into the second one does, in words.
pub fn merge_words(session: &Session, register: &Register, (join, keep): (SourceId, Option<SourceId>)) -> String {
    let row = |id: SourceId| register.rows.iter().find(|row| row.source == id);
    let Some(joined) = row(join) else { return String::new() };
    match keep.filter(|keep| *keep != join).and_then(row) {
        None => format!("“{}” is to go into another entry. Choose that one.", joined.name),
        Some(kept) => {
            let mentions = session.lookup().mentions(Mention::Source(join)).len();
            let moved = format!("{} and {}", count(mentions, "mention"), count(joined.claims, "claim"));
            format!("“{}” goes into “{}”: {moved} move there, and what is blank there is filled.", joined.name, kept.name)
        }
    }
}
