//! The table of claims, problems first, with the filters that the window offers.

use std::cmp::Reverse;

use super::desk::Desk;
use super::options::ClaimFilter;
use super::words::join_filled;
use super::{ClaimRef, Language};
use crate::lint::Rule;
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Grade, SignedRating, Status};
use crate::model::id::ClaimId;
use crate::model::link::Role;

/// A grade with its word and the reason given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatingFace {
    /// Place on the scale.
    pub grade: Grade,
    /// The scale's word for it.
    pub word: String,
    /// Why; blank where nothing was given.
    pub reason: String,
}

impl RatingFace {
    /// Number and word: `1 Wrong`.
    pub fn label(&self) -> String {
        format!("{} {}", self.grade.value(), self.word)
    }
}

/// What a claim rests on, or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestsOn {
    /// `Texas Military Department`, `one anonymous source`; blank where there is nothing to say.
    pub words: String,
    /// Whether the words are a finding.
    pub is_warning: bool,
}

/// One claim in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    /// The claim.
    pub claim: ClaimId,
    /// What it is called: `A14`.
    pub label: String,
    /// The words of its first mention.
    pub quote: String,
    /// Right or wrong.
    pub rating: Option<RatingFace>,
    /// What other people made of it, in words.
    pub other_ratings: Vec<String>,
    /// How far its checking is.
    pub status: Status,
    /// What it rests on.
    pub rests_on: RestsOn,
}

impl ClaimRow {
    /// The claim by its name.
    pub fn claim_ref(&self) -> ClaimRef {
        ClaimRef { claim: self.claim, label: self.label.clone() }
    }
}

/// A choice of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The words on its button.
    pub name: String,
    /// The rows it shows, as places in the table.
    pub rows: Vec<usize>,
}

/// The table of claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimTable {
    /// All claims, problems first.
    pub rows: Vec<ClaimRow>,
    /// The filters; the first one shows everything.
    pub filters: Vec<Filter>,
    /// The filter that the report is printed with, as a place among them.
    pub chosen: usize,
}

impl ClaimTable {
    /// The rows that are printed, in order.
    pub fn printed(&self) -> impl Iterator<Item = &ClaimRow> {
        let rows = self.filters.get(self.chosen).map_or(&[][..], |filter| &filter.rows);
        rows.iter().filter_map(|at| self.rows.get(*at))
    }
}

pub(super) fn table(desk: &Desk<'_>) -> ClaimTable {
    let mut claims = desk.claims.clone();
    // A stable sort keeps the order of labels among equals.
    claims.sort_by_cached_key(|claim| urgency(desk, claim));
    let rows = claims.iter().map(|claim| row(desk, claim)).collect();
    let places = |wanted: &dyn Fn(&Claim) -> bool| {
        let found = claims.iter().enumerate().filter(|(_, claim)| wanted(claim));
        found.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let language = desk.language;
    let filter = |filter: ClaimFilter| match filter {
        ClaimFilter::All => (language.say("filter-problems"), places(&|_| true)),
        ClaimFilter::Open => (language.status(Status::Open), places(&|claim| claim.status == Status::Open)),
        ClaimFilter::Asked => (language.status(Status::Asked), places(&|claim| claim.status == Status::Asked)),
        ClaimFilter::NoSource => (language.say("filter-no-source"), places(&|claim| desk.finding(claim.id, Rule::NoSource).is_some())),
        ClaimFilter::Changed => (language.status(Status::Changed), places(&|claim| claim.status == Status::Changed)),
    };
    let filters = ClaimFilter::ALL.map(filter).map(|(name, rows)| Filter { name: name.into_owned(), rows });
    let chosen = ClaimFilter::ALL.iter().position(|filter| *filter == desk.input.options.filter).unwrap_or(0);
    ClaimTable { rows, filters: filters.into(), chosen }
}

/// How soon a claim should be looked at: the wrong ones, then what is unsettled and suspect, unsettled, suspect, and the rest;
/// within these by grade, unrated claims last.
fn urgency(desk: &Desk<'_>, claim: &Claim) -> (u8, u8) {
    let grade = claim.rating.as_ref().map_or(u8::MAX, |rating| rating.grade.value());
    let is_suspect = rests_on(desk, claim).is_warning;
    let tier = match (grade <= 2, !claim.is_settled(), is_suspect) {
        (true, _, _) => 0,
        (_, true, true) => 1,
        (_, true, false) => 2,
        (_, false, true) => 3,
        (_, false, false) => 4,
    };
    (tier, grade)
}

fn row(desk: &Desk<'_>, claim: &Claim) -> ClaimRow {
    ClaimRow {
        claim: claim.id,
        label: desk.project.claim_label(claim.id),
        quote: desk.quote(Mention::Claim(claim.id)),
        rating: claim.rating.as_ref().map(|rating| desk.rating_face(rating)),
        other_ratings: claim.other_ratings.iter().map(|other| other_rating(desk, other)).collect(),
        status: claim.status,
        rests_on: rests_on(desk, claim),
    }
}

/// What another person made of a claim: `4 Mostly right by MB: Nearly.`
fn other_rating(desk: &Desk<'_>, other: &SignedRating) -> String {
    let by = if other.by.trim().is_empty() { desk.language.say("somebody-else").into_owned() } else { desk.person(&other.by) };
    let face = desk.rating_face(&other.rating);
    let key = if face.reason.is_empty() { "other-rating" } else { "other-rating-why" };
    desk.language.say_with(key, &[("rating", face.label().into()), ("by", by.into()), ("reason", face.reason.as_str().into())])
}

/// What a claim rests on; a finding goes before the names.
pub(super) fn rests_on(desk: &Desk<'_>, claim: &Claim) -> RestsOn {
    match warning(desk, claim) {
        Some(words) => RestsOn { words, is_warning: true },
        None => RestsOn { words: support(desk, claim), is_warning: false },
    }
}

fn warning(desk: &Desk<'_>, claim: &Claim) -> Option<String> {
    if desk.finding(claim.id, Rule::RatingWithoutReason).is_some() {
        return Some(desk.language.say("rests-without-reason").into_owned());
    }
    let against = desk.linked_claims(claim.id, Role::Contradicts).into_iter().filter(|other| desk.stands(other.claim));
    let against: Vec<_> = against.map(|other| other.label).collect();
    if !against.is_empty() && desk.stands(claim.id) {
        return Some(desk.language.say_with("rests-contradicts", &[("claims", desk.language.list(&against).into())]));
    }
    if let Some(words) = desk.finding(claim.id, Rule::OnlyAnonymous) {
        return Some(match desk.language {
            Language::English => words.strip_prefix("Rests on ").unwrap_or(words).to_owned(),
            language => language.say("rests-anonymous").into_owned(),
        });
    }
    desk.finding(claim.id, Rule::NoSource).map(|_| desk.language.say("rests-no-source").into_owned())
}

/// Names of sources; else the strongest evidence; else the claim that says the same.
fn support(desk: &Desk<'_>, claim: &Claim) -> String {
    let mut names: Vec<_> = desk.lookup.sources_of(desk.project, claim.id);
    names.dedup();
    let names = names.iter().filter_map(|id| desk.project.sources().get(id)).map(|source| source.name.trim().to_owned());
    let names = desk.language.list(&names.collect::<Vec<_>>());
    if !names.is_empty() {
        return names;
    }
    let evidence = claim.evidence.iter().min_by_key(|row| (row.stance, Reverse(row.text.is_empty())));
    let evidence = evidence.map_or_else(String::new, |row| join_filled(&[&row.text, &row.locator], ", "));
    if !evidence.is_empty() {
        return evidence;
    }
    let same = desk.linked_claims(claim.id, Role::Same).into_iter().map(|other| other.label).collect::<Vec<_>>();
    match same.is_empty() {
        true => String::new(),
        false => desk.language.say_with("rests-same", &[("claims", desk.language.list(&same).into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::Rating;
    use crate::model::lookup::Lookup;
    use crate::report::{BuildInput, build};
    use crate::testing::{Desk as Article, NOW};

    #[test]
    fn ratings_of_other_people_stand_beside_the_one_that_counts() {
        let mut desk = Article::default();
        desk.article("T\n[It rained|claim].");
        let claim = desk.claim("A1");
        let rating = |grade, reason: &str| Grade::new(grade).map(|grade| Rating::new(grade, reason));
        desk.change(claim, |claim: &mut Claim| {
            claim.rating = rating(2, "Fewer.");
            let signed = |rating, by: &str| SignedRating { rating, by: by.to_owned(), at: NOW, unknown: Default::default() };
            claim.other_ratings = vec![signed(rating(4, "Nearly.").unwrap(), "MB"), signed(rating(3, "").unwrap(), "")];
        });
        let input = BuildInput { today: NOW, checker: String::new(), offset: jiff::tz::Offset::UTC, options: Default::default() };
        let report = build(&desk.project, &Lookup::new(&desk.project), &input);
        let expected = ["4 Mostly right by MB: Nearly.", "3 Mixed by somebody else"];
        assert_eq!(report.claims.rows[0].other_ratings, expected);
        for printed in [crate::report::html(&report), crate::report::markdown(&report).0] {
            assert!(expected.iter().all(|words| printed.contains(words)), "{printed}");
        }
    }
}
