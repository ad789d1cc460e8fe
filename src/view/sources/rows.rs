//! The register as plain rows: every source with its articles, the claims that rest on it, and what is to be settled.

use std::collections::{BTreeMap, BTreeSet};

use crate::lint::{Rule, Subject};
use crate::model::annotation::Mention;
use crate::model::id::{ClaimId, SourceId};
use crate::model::link::Role;
use crate::model::source::{FirstHand, Source, SourceKind};
use crate::model::support::Supports;
use crate::session::Session;
use crate::view::table::Sorting;
use crate::view::wording::{count, listed};

/// Rules whose findings can be settled in the register.
pub const RULES: [Rule; 6] = [
    Rule::OnlyAnonymous,
    Rule::CircularSupport,
    Rule::OnlySecondary,
    Rule::PersonUnidentified,
    Rule::DocumentUnlocated,
    Rule::SourceUnused,
];

/// One entry of the register.
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
    /// Office or role.
    pub role: String,
    /// Letters of the articles that mention it, in order.
    pub letters: Vec<String>,
    /// Mentions in all articles.
    pub mentions: usize,
    /// Claims that rest on it.
    pub claims: usize,
    /// Those among them that are settled.
    pub settled: usize,
    /// The desk's grade.
    pub grade: String,
    /// Whether it speaks first hand.
    pub first_hand: FirstHand,
    /// What is to be settled; blank where nothing is.
    pub finding: String,
    /// The rule that says so.
    pub rule: Option<Rule>,
    /// What the grade means.
    pub grade_meaning: String,
    /// Which entry is perhaps the same: `Perhaps the same as “CNN”`; blank where none is.
    pub same: String,
    /// The rules that found something.
    pub rules: BTreeSet<Rule>,
}

impl SourceRow {
    fn answers(&self, wanted: &str) -> bool {
        let fields = [&self.name, &self.role, &self.grade, &self.finding];
        wanted.is_empty() || fields.iter().any(|field| field.to_lowercase().contains(wanted))
    }
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

    fn passes(&self, row: &SourceRow, wanted: &str) -> bool {
        let is_kind = self.kind.is_none_or(|kind| row.kind == kind);
        let is_found = self.rule.is_none_or(|rule| row.rules.contains(&rule));
        is_kind && is_found && (!self.is_same || !row.same.is_empty()) && row.answers(wanted)
    }
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
    let by_claims = by_claims(session);
    let mut rows: Vec<_> = session.project().sources().values().map(|source| row(session, source, &by_claims)).collect();
    let rank = |kind: SourceKind| SourceKind::ALL.iter().position(|other| *other == kind);
    rows.sort_by_cached_key(|row| (rank(row.kind), std::cmp::Reverse(row.claims), row.name.to_lowercase(), row.source));
    let mut register = Register { without_source: session.findings().count(Rule::NoSource), ..Register::default() };
    let same = same_words(session);
    for row in &mut rows {
        row.same = same.get(&row.source).cloned().unwrap_or_default();
    }
    register.same = same.len();
    for row in &rows {
        *register.kinds.entry(row.kind).or_default() += 1;
        for rule in &row.rules {
            *register.rules.entry(*rule).or_default() += 1;
        }
    }
    Register { rows, ..register }
}

/// What stands against sources because of the claims that rest on them, with the rule: what is graver comes first.
type ByClaims = BTreeMap<SourceId, BTreeMap<Rule, String>>;

fn by_claims(session: &Session) -> ByClaims {
    let (project, lookup) = (session.project(), session.lookup());
    let mut found = ByClaims::new();
    for (source, words) in words_by_source(session) {
        found.entry(source).or_default().insert(Rule::OnlyAnonymous, words);
    }
    let claims = |rule| {
        let findings = session.findings().of_rule(project, lookup, rule);
        findings.into_iter().filter_map(|finding| Some((project.claims().get(&claim_of(finding.subject)?)?, finding.words)))
    };
    for (claim, words) in claims(Rule::CircularSupport) {
        for circle in Supports::of(project, lookup, claim).circles() {
            for source in circle.supports.iter().map(|support| support.source).chain(circle.roots) {
                found.entry(source).or_default().entry(Rule::CircularSupport).or_insert_with(|| words.clone());
            }
        }
    }
    for (claim, _) in claims(Rule::OnlySecondary) {
        let label = project.claim_label(claim.id);
        for source in lookup.sources_of(project, claim.id) {
            let words = || format!("{label} rests on second-hand sources alone");
            found.entry(source).or_default().entry(Rule::OnlySecondary).or_insert_with(words);
        }
    }
    found
}

/// Which entry is perhaps the same as each, the first one of several.
fn same_words(session: &Session) -> BTreeMap<SourceId, String> {
    let mut words = BTreeMap::new();
    let sources = session.project().sources();
    for pair in session.same_sources() {
        for (id, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
            if let Some(other) = sources.get(&other) {
                words.entry(id).or_insert_with(|| format!("Perhaps the same as “{}”", other.name.trim()));
            }
        }
    }
    words
}

fn claim_of(subject: Subject) -> Option<ClaimId> {
    match subject {
        Subject::Record(Mention::Claim(id)) => Some(id),
        Subject::Record(_) | Subject::Document(_) => None,
    }
}

/// What stands against an anonymous source because of the claims that rest on it: `Only source for A10 and B3`,
/// `B12 rests on two anonymous sources`.
fn words_by_source(session: &Session) -> BTreeMap<SourceId, String> {
    let project = session.project();
    let found = session.findings().of_rule(project, session.lookup(), Rule::OnlyAnonymous);
    let mut alone: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
    let mut shared: BTreeMap<SourceId, String> = BTreeMap::new();
    for finding in &found {
        let Some(claim) = claim_of(finding.subject) else { continue };
        let label = project.claim_label(claim);
        let sources: BTreeSet<SourceId> = session.lookup().sources_of(project, claim).into_iter().collect();
        for source in &sources {
            if sources.len() == 1 {
                alone.entry(*source).or_default().push(label.clone());
            } else {
                let words = finding.words.strip_prefix("Rests on ").unwrap_or(&finding.words);
                shared.entry(*source).or_insert_with(|| format!("{label} rests on {words}"));
            }
        }
    }
    let mut words = shared;
    words.extend(alone.into_iter().map(|(source, labels)| (source, format!("Only source for {}", listed(&labels)))));
    words
}

fn row(session: &Session, source: &Source, by_claims: &ByClaims) -> SourceRow {
    let (project, lookup) = (session.project(), session.lookup());
    let record = Mention::Source(source.id);
    let marks: Vec<_> = lookup.mentions(record).iter().filter_map(|id| project.annotations().get(id)).collect();
    let mut letters: Vec<_> = marks.iter().map(|mark| project.letter(mark.document)).collect();
    letters.dedup();
    let claims: BTreeSet<_> = lookup.linked(project, record, Role::RestsOn).into_iter().collect();
    let is_settled = |record: &&Mention| match record {
        Mention::Claim(id) => project.claims().get(id).is_some_and(|claim| claim.is_settled()),
        Mention::Number(_) | Mention::Source(_) => false,
    };
    let mut found: BTreeMap<Rule, String> = by_claims.get(&source.id).cloned().unwrap_or_default();
    for finding in session.findings().about(Subject::Record(record)) {
        found.entry(finding.rule).or_insert(finding.words);
    }
    let is_unnamed = source.name.trim().is_empty();
    let rules = found.keys().copied().collect();
    // That two are one weighs most: who is the only source looks like several.
    let told = found.remove_entry(&Rule::CircularSupport).or_else(|| found.pop_first());
    let (rule, finding) = told.map_or((None, String::new()), |(rule, words)| (Some(rule), words));
    SourceRow {
        source: source.id,
        kind: source.kind,
        name: if is_unnamed { "No name yet".to_owned() } else { source.name.trim().to_owned() },
        is_unnamed,
        role: source.role.trim().to_owned(),
        letters,
        mentions: marks.len(),
        claims: claims.len(),
        settled: claims.iter().filter(is_settled).count(),
        grade: source.grade.trim().to_owned(),
        grade_meaning: project.house().grade_meaning(&source.grade),
        same: String::new(),
        first_hand: source.first_hand,
        rules,
        finding,
        rule,
    }
}

/// The lines that are shown: rows that pass, under the headings of their kinds.
pub fn lines(register: &Register, wish: &Wish) -> Vec<Line> {
    let wanted = wish.typed.trim().to_lowercase();
    let mut lines = Vec::new();
    for kind in SourceKind::ALL {
        let shown = |row: &SourceRow| row.kind == kind && wish.passes(row, &wanted);
        let rows: Vec<usize> = register.rows.iter().enumerate().filter(|(_, row)| shown(row)).map(|(at, _)| at).collect();
        if rows.is_empty() {
            continue;
        }
        let members = || rows.iter().filter_map(|at| register.rows.get(*at));
        let is_quiet = |at: &usize| register.rows.get(*at).is_some_and(|row| row.finding.is_empty());
        let quiet = rows.iter().filter(|at| is_quiet(at)).count();
        let is_folded = wish.folded.contains(&kind);
        let claims: usize = members().map(|row| row.claims).sum();
        let remark = format!("{}, {}", count(rows.len(), "source"), count(claims, "claim"));
        lines.push(Line::Kind(KindHead { kind, remark, quiet, is_folded }));
        let unfolded = rows.iter().copied().filter(|at| !is_folded || !is_quiet(at)).collect();
        lines.extend(sorted(register, unfolded, wish.sorting).into_iter().map(Line::Row));
    }
    lines
}

fn sorted(register: &Register, mut rows: Vec<usize>, sorting: Sorting) -> Vec<usize> {
    let Some(column) = sorting.column else { return rows };
    let row = |at: &usize| register.rows.get(*at);
    match column {
        // Most claims first: that is what the heading is clicked for.
        3 => rows.sort_by_key(|at| std::cmp::Reverse(row(at).map(|row| row.claims))),
        2 => rows.sort_by_cached_key(|at| row(at).map(|row| row.letters.clone())),
        // Blank fields come last.
        4 => rows.sort_by_cached_key(|at| row(at).map(|row| (row.grade.is_empty(), row.grade.clone()))),
        5 => rows.sort_by_key(|at| row(at).map(|row| row.first_hand)),
        6 => rows.sort_by_cached_key(|at| row(at).map(|row| (row.finding.is_empty(), row.finding.clone()))),
        _ => rows.sort_by_cached_key(|at| row(at).map(|row| row.name.to_lowercase())),
    }
    if sorting.is_backward {
        rows.reverse();
    }
    rows
}

/// What merging the first source into the second one does, in words.
pub fn merge_words(register: &Register, join: SourceId, keep: Option<SourceId>) -> String {
    let row = |id: SourceId| register.rows.iter().find(|row| row.source == id);
    let Some(joined) = row(join) else { return String::new() };
    match keep.filter(|keep| *keep != join).and_then(row) {
        None => format!("“{}” is to go into another entry. Choose that one.", joined.name),
        Some(kept) => {
            let moved = format!("{} and {}", count(joined.mentions, "mention"), count(joined.claims, "claim"));
            format!("“{}” goes into “{}”: {moved} move there, and what is blank there is filled.", joined.name, kept.name)
        }
    }
}
