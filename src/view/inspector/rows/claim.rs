//! A claim as the inspector shows it.

use super::beside::{BesideRow, beside};
use super::history::{HistoryRow, history};
use super::{ClaimLine, MentionRow, claim_line, findings_about, mentions, place};
use crate::lint::{Finding, Rule, Severity};
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::correction::Piece;
use crate::model::claim::{
    Claim, ClaimKind, Correction, Evidence, Pointer, Rating, Risks, Said, Scale, ScaleValue, SignedRating, Stance, Status,
};
use crate::model::exclusion::Reason;
use crate::model::id::{AnnotationId, ClaimId, LinkId, QuantityId, SourceId};
use crate::model::link::{Link, Role};
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::source::{FirstHand, SourceKind};
use crate::model::support::Supports;
use crate::session::Session;
use crate::view::wording::count;

/// A claim with all that hangs on it.
#[derive(Clone, Debug)]
pub struct ClaimRows {
    /// Which claim.
    pub id: ClaimId,
    /// The mention that is shown.
    pub mark: Option<Annotation>,
    /// What stands beside its words in the file they came from.
    pub beside: Vec<BesideRow>,
    /// `Claim A14`.
    pub title: String,
    /// `¶10, sentence 2`.
    pub place: String,
    /// The words of the mention, to the letter.
    pub quote: String,
    /// The claim in full.
    pub restatement: String,
    /// What sort of thing it says.
    pub kind: ClaimKind,
    /// Who said it, where and when.
    pub said: Said,
    /// Why it must be right before all others.
    pub risks: Risks,
    /// Why it cannot be checked, where it cannot.
    pub not_checkable: Option<Reason>,
    /// Whether nothing is left to do.
    pub is_settled: bool,
    /// How far it is.
    pub status: Status,
    /// Since when, and by whom it was brought there: a moment and a name.
    pub since: (Moment, String),
    /// Its rating.
    pub rating: Option<Rating>,
    /// What other people made of it: `MB rated it 4 Mostly right: Nearly.`
    pub other_ratings: Vec<String>,
    /// The scale in use.
    pub scale: Scale,
    /// The value of that scale with which it is rated.
    pub rated: Option<usize>,
    /// Its rating in words where the scale in use has no such value: `Rated 2 Half true on “Radio scale”.`
    pub outdated: Option<String>,
    /// What the rating lacks: `1 Wrong needs a reason.`
    pub rating_lack: Option<String>,
    /// What a rule says about status and rating.
    pub settling: Vec<(Rule, String)>,
    /// The numbers in it.
    pub numbers: Vec<NumberRow>,
    /// The sources it rests on.
    pub sources: Vec<SourceRow>,
    /// How many of those that speak for it are independent: `3 sources speak for it, 1 of them independent`; blank where one does.
    pub independent: String,
    /// What a rule says about its sources.
    pub sourcing: Vec<(Rule, String)>,
    /// Its evidence.
    pub evidence: Vec<EvidenceRow>,
    /// What a rule says about that.
    pub evidencing: Vec<(Rule, String)>,
    /// The wording that should stand there, and who has agreed to it.
    pub correction: Option<Correction>,
    /// How that differs from what stands there.
    pub difference: Vec<Piece>,
    /// What a rule says about that.
    pub correcting: Vec<(Rule, String)>,
    /// The margin note.
    pub note: String,
    /// Links to other claims.
    pub links: Vec<LinkRow>,
    /// What a rule says about those.
    pub contradictions: Vec<(Rule, String)>,
    /// All mentions.
    pub mentions: Vec<MentionRow>,
    /// Its history.
    pub history: Vec<HistoryRow>,
}

/// A number in a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRow {
    /// Which number.
    pub id: QuantityId,
    /// As written.
    pub words: String,
    /// As read: `3,200 km`.
    pub reading: String,
    /// How exactly it is meant.
    pub approximation: &'static str,
    /// What the rules say about it.
    pub findings: Vec<String>,
}

/// A source that a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// The link between the two.
    pub link: LinkId,
    /// Which source.
    pub id: SourceId,
    /// Its kind.
    pub kind: SourceKind,
    /// Its name.
    pub name: String,
    /// `Anonymous · first hand · C3`.
    pub detail: String,
}

/// A row of evidence, with what it points at looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The row itself.
    pub row: Evidence,
    /// The source that it comes from: `Texas Military Department`.
    pub source: Option<String>,
    /// What it points at: `E2`, `article B`; words on what is gone.
    pub pointer: Option<String>,
    /// How its quote stands to the words of the claim, where it has one.
    pub verdict: Option<String>,
}

impl EvidenceRow {
    fn of(session: &Session, row: &Evidence) -> Self {
        let project = session.project();
        let gone = || "something that is no longer in the project".to_owned();
        let source = row.source.map(|id| project.sources().get(&id).map_or_else(gone, |source| source.name.clone()));
        let pointer = row.pointer.map(|pointer| match pointer {
            Pointer::Claim(id) if project.claims().contains_key(&id) => project.claim_label(id),
            Pointer::Passage(id) if project.document(id).is_some() => format!("article {}", project.letter(id)),
            Pointer::Claim(_) | Pointer::Passage(_) => gone(),
        });
        EvidenceRow { row: row.clone(), source, pointer, verdict: None }
    }

    /// The line under its words: `Organisation files · E2 · page 4 · seen 21 Jan 2025`.
    pub fn detail(&self) -> String {
        let seen = if self.row.seen.trim().is_empty() { String::new() } else { format!("seen {}", self.row.seen.trim()) };
        let file = self.row.file.as_deref().map_or("", |file| file.name());
        let (source, pointer) = (self.source.as_deref().unwrap_or(""), self.pointer.as_deref().unwrap_or(""));
        let parts = [source, pointer, self.row.url.trim(), self.row.locator.trim(), file, &seen];
        let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join(" · ")
    }

    /// What it says, in a line.
    pub fn words(&self) -> &str {
        let fields = [&self.row.text, &self.row.quote, &self.row.question];
        fields.into_iter().map(|field| field.trim()).find(|field| !field.is_empty()).unwrap_or("Not described yet")
    }
}

/// A link to another claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// Which link.
    pub link: LinkId,
    /// What this claim is to the other: `contradicts`, `supported by`.
    pub words: &'static str,
    /// The role itself.
    pub role: Role,
    /// The other claim.
    pub other: ClaimLine,
}

impl ClaimRows {
    /// Looks a claim up; nothing where it is gone.
    pub fn of(session: &Session, id: ClaimId, mark: Option<AnnotationId>, findings: &[Finding]) -> Option<Self> {
        let project = session.project();
        let claim = project.claims().get(&id)?;
        let record = Mention::Claim(id);
        let mark = mark.and_then(|mark| project.annotations().get(&mark)).cloned();
        let quote = mark.as_ref().map_or("", |mark| project.quote(mark)).to_owned();
        let found = findings_about(findings, record);
        let words_of = |rules: &[Rule]| -> Vec<(Rule, String)> { found.iter().filter(|(rule, _)| rules.contains(rule)).cloned().collect() };
        Some(ClaimRows {
            id,
            title: format!("Claim {}", project.claim_label(id)),
            beside: mark.as_ref().and_then(|mark| Some(beside(session.project().document(mark.document)?, mark.span))).unwrap_or_default(),
            place: place(session, mark.as_ref()),
            restatement: claim.restatement.clone(),
            kind: claim.kind,
            said: claim.said(),
            risks: claim.risks,
            not_checkable: claim.not_checkable,
            is_settled: claim.is_settled(),
            status: claim.status,
            since: (claim.status_since, claim.status_by.clone()),
            rating: claim.rating.clone(),
            other_ratings: claim.other_ratings.iter().map(|other| other_rating(session, other)).collect(),
            scale: project.scale().clone(),
            rated: claim.rating.as_ref().and_then(|rating| rated(project, rating)),
            outdated: outdated(project, claim),
            rating_lack: rating_lack(session, claim),
            settling: words_of(&[Rule::SettledUnrated, Rule::RatedUnsettled, Rule::RatingOutdated, Rule::AskedOverdue]),
            numbers: numbers(session, id, findings),
            sources: sources(session, id),
            independent: independent(session, claim),
            sourcing: words_of(&[Rule::OnlyAnonymous, Rule::OnlySecondary, Rule::CircularSupport]),
            evidence: claim.evidence.iter().map(|row| EvidenceRow::of(session, row)).collect(),
            evidencing: words_of(&[Rule::ContradictionUnanswered, Rule::QuoteAltered, Rule::RatingUnfindable, Rule::EvidenceEarly]),
            correcting: words_of(&[Rule::CorrectionUnagreed]),
            correction: claim.correction.clone(),
            difference: claim.correction.as_ref().map_or_else(Vec::new, |correction| correction.difference(&quote)),
            note: claim.note.clone(),
            links: links(session, id),
            contradictions: words_of(&[Rule::ConfirmedContradiction]),
            mentions: mentions(session, record, mark.as_ref().map(|mark| mark.id)),
            history: history(session, record),
            mark,
            quote,
        })
    }

    /// `2 against, 1 for`, for the head of the evidence.
    pub fn evidence_remark(&self) -> String {
        let waiting = self.evidence.iter().filter(|row| row.row.is_waiting()).count();
        let of = |stance: Stance| self.evidence.iter().filter(|row| row.row.stance == stance && !row.row.is_waiting()).count();
        let (against, supports, context) = (of(Stance::Contradicts), of(Stance::Supports), of(Stance::Context));
        let parts = [(against, "against"), (supports, "for"), (context, "context"), (waiting, "waiting")];
        let said: Vec<_> = parts.iter().filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}")).collect();
        said.join(", ")
    }

    /// `6 changes`, for the head of the history.
    pub fn history_remark(&self) -> String {
        if self.history.is_empty() { String::new() } else { count(self.history.len(), "change") }
    }
}

fn other_rating(session: &Session, other: &SignedRating) -> String {
    let by = if other.by.trim().is_empty() { "Somebody else" } else { other.by.trim() };
    let label = session.project().rating_label(&other.rating);
    match other.rating.reason.trim() {
        "" => format!("{by} rated it {label}."),
        reason => format!("{by} rated it {label}: {reason}"),
    }
}

/// The value of the scale in use with which a claim is rated.
fn rated(project: &Project, rating: &Rating) -> Option<usize> {
    let is_of_it = rating.scale.is_empty() || rating.scale == project.scale().name;
    let is_it = |value: &&ScaleValue| value.place == rating.grade && (rating.word.is_empty() || rating.word == value.word);
    project.scale().values.iter().position(|value| is_of_it && is_it(&value))
}

fn outdated(project: &Project, claim: &Claim) -> Option<String> {
    let rating = claim.rating.as_ref().filter(|rating| rated(project, rating).is_none())?;
    let of = if rating.scale.is_empty() { String::new() } else { format!(" on “{}”", rating.scale) };
    Some(format!("Rated {}{of}.", project.rating_label(rating)))
}

fn rating_lack(session: &Session, claim: &Claim) -> Option<String> {
    let rating = claim.rating.as_ref().filter(|rating| rating.reason.trim().is_empty())?;
    Some(format!("{} needs a reason.", session.project().rating_label(rating)))
}

fn numbers(session: &Session, claim: ClaimId, findings: &[Finding]) -> Vec<NumberRow> {
    let project = session.project();
    let linked = session.lookup().linked(project, Mention::Claim(claim), Role::Contains);
    let row = |record: Mention| {
        let Mention::Number(id) = record else { return None };
        let quantity = project.quantities().get(&id)?;
        Some(NumberRow {
            id,
            words: super::on_one_line(session.lookup().quote(project, record)),
            reading: quantity.reading(),
            approximation: quantity.approximation.word(),
            findings: warnings_about(findings, record),
        })
    };
    linked.into_iter().filter_map(row).collect()
}

/// What must be looked at in a number; that nobody has described it yet is told where it is shown itself.
fn warnings_about(findings: &[Finding], record: Mention) -> Vec<String> {
    let found = findings_about(findings, record).into_iter();
    found.filter(|(rule, _)| rule.severity() != Severity::Note).map(|(_, words)| words).collect()
}

fn sources(session: &Session, claim: ClaimId) -> Vec<SourceRow> {
    let project = session.project();
    let links = session.lookup().links(Mention::Claim(claim)).iter().filter_map(|id| project.links().get(id));
    let row = |link: &Link| {
        let Mention::Source(id) = link.to else { return None };
        let source = project.sources().get(&id)?;
        let first_hand = match source.first_hand {
            FirstHand::Yes => "first hand",
            FirstHand::No => "not first hand",
            FirstHand::Unclear => "",
        };
        // Source, cue and what is said are one record: the last is the claim itself.
        let cue = if link.cue.is_empty() { String::new() } else { format!("“{}”", link.cue) };
        let parts = [cue.as_str(), source.kind.word(), source.role.trim(), first_hand, source.grade.trim()];
        let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(SourceRow { link: link.id, id, kind: source.kind, name: source.name.clone(), detail: said.join(" · ") })
    };
    links.filter(|link| link.role == Role::RestsOn).filter_map(row).collect()
}

fn independent(session: &Session, claim: &Claim) -> String {
    let supports = Supports::of(session.project(), session.lookup(), claim);
    let (all, independent) = (supports.all.len(), supports.independent());
    match (all, independent) {
        (0 | 1, _) => String::new(),
        (all, one) if all == one => format!("{all} independent sources"),
        (all, one) => format!("{all} sources speak for it, only {one} independent"),
    }
}

fn links(session: &Session, claim: ClaimId) -> Vec<LinkRow> {
    let project = session.project();
    let record = Mention::Claim(claim);
    let links = session.lookup().links(record).iter().filter_map(|id| project.links().get(id));
    let row = |link: &Link| {
        let Mention::Claim(other) = link.other_end(record) else { return None };
        let words = match link.role {
            Role::Supports if link.to == record => "supported by",
            role => role.word(),
        };
        Some(LinkRow { link: link.id, words, role: link.role, other: claim_line(session, other)? })
    };
    links.filter_map(row).collect()
}
