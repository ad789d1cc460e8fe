//! The head of the report: the line under the title, and the five cards.

use super::desk::Desk;
use super::{Jump, Section, contradictions};
use crate::lint::{Rule, Subject};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Grade, Status};
use crate::model::lookup::SentenceState;

/// A card of the summary: `47 of 78` above `claims settled`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The figure.
    pub figure: usize,
    /// What stands beside it, smaller.
    pub beside: String,
    /// What stands below.
    pub below: String,
    /// Whether the figure is bad news.
    pub is_alarming: bool,
    /// The first line that the figure counts.
    pub jump: Option<Jump>,
}

/// `Five articles checked by RK, 21 November 2026, 14:32. House scale 1 to 5. Text frozen when opened.`
pub(super) fn byline(desk: &Desk<'_>) -> String {
    let checker = desk.person(&desk.input.checker);
    let articles = desk.language.say_with("byline-articles", &[("count", desk.documents().count().into())]);
    let scale = desk.project.scale();
    let values = [
        ("articles", articles.into()),
        ("checker", checker.as_str().into()),
        ("date", desk.date_and_time(desk.input.today).into()),
        ("scale", scale.name.trim().into()),
        ("best", Grade::ALL.len().into()),
    ];
    desk.language.say_with(if checker.is_empty() { "byline" } else { "byline-by" }, &values)
}

/// What the project holds that this copy does not: articles and parts by their names.
pub(super) fn left_out(desk: &Desk<'_>) -> String {
    let options = &desk.input.options;
    let articles = desk.project.order().len() - desk.documents().count();
    let articles = (articles > 0).then(|| desk.language.say_with("left-out-articles", &[("count", articles.into())]));
    // The history is told only where somebody asks for it.
    let is_missing = |section: &Section| *section != Section::History && !options.sections.contains(section);
    let parts = Section::ALL.into_iter().filter(is_missing).map(|section| section.title(desk.language).into_owned());
    let what: Vec<_> = articles.into_iter().chain(parts).collect();
    if what.is_empty() { String::new() } else { desk.language.say_with("left-out", &[("what", desk.language.list(&what).into())]) }
}

/// The five cards.
pub(super) fn cards(desk: &Desk<'_>) -> Vec<Card> {
    vec![settled(desk), badly_rated(desk), contradicting(desk), corrected(desk), untouched(desk)]
}

fn jump_to(claim: Option<&&Claim>) -> Option<Jump> {
    claim.map(|claim| Jump::Record(Mention::Claim(claim.id)))
}

fn settled(desk: &Desk<'_>) -> Card {
    let open: Vec<_> = desk.claims.iter().filter(|claim| !claim.is_settled()).collect();
    Card {
        figure: desk.claims.len() - open.len(),
        beside: desk.language.say_with("of-all", &[("all", desk.claims.len().into())]),
        below: desk.language.say_with("card-settled", &[("count", desk.claims.len().into())]),
        is_alarming: false,
        jump: jump_to(open.first().copied()),
    }
}

fn badly_rated(desk: &Desk<'_>) -> Card {
    let rated = desk.claims.iter().filter(|claim| claim.rating.is_some()).count();
    let is_bad = |claim: &&&Claim| claim.rating.as_ref().is_some_and(|rating| rating.grade.value() <= 2);
    let bad: Vec<_> = desk.claims.iter().filter(is_bad).collect();
    Card {
        figure: bad.len(),
        beside: desk.language.say_with("of-rated", &[("rated", rated.into())]),
        below: desk.language.say("card-badly-rated").into_owned(),
        is_alarming: !bad.is_empty(),
        jump: jump_to(bad.first().copied()),
    }
}

fn contradicting(desk: &Desk<'_>) -> Card {
    let pairs = contradictions::rows(desk);
    let live: Vec<_> = pairs.iter().filter(|pair| pair.is_live).collect();
    Card {
        figure: live.len(),
        beside: desk.language.say_with("of-pairs", &[("count", pairs.len().into())]),
        below: desk.language.say("card-contradicting").into_owned(),
        is_alarming: !live.is_empty(),
        jump: live.first().map(|pair| Jump::Record(Mention::Claim(pair.one.claim.claim))),
    }
}

fn corrected(desk: &Desk<'_>) -> Card {
    let proposed: Vec<_> = desk.claims.iter().filter(|claim| claim.correction.is_some()).collect();
    let made = proposed.iter().filter(|claim| matches!(claim.status, Status::Changed | Status::Cut)).count();
    Card {
        figure: proposed.len(),
        beside: desk.language.say_with("card-corrections", &[("count", proposed.len().into())]),
        below: desk.language.say_with("card-corrections-made", &[("made", made.into())]),
        is_alarming: false,
        jump: jump_to(proposed.first().copied()),
    }
}

fn untouched(desk: &Desk<'_>) -> Card {
    let articles = desk.documents().filter_map(|document| desk.lookup.document(document.id));
    let (untouched, all) = articles
        .fold((0, 0), |(untouched, all), article| (untouched + article.count(SentenceState::Untouched), all + article.sentences.len()));
    let first = desk.findings.iter().find(|finding| finding.rule == Rule::SentencesUntouched);
    Card {
        figure: untouched,
        beside: desk.language.say_with("of-all", &[("all", all.into())]),
        below: desk.language.say_with("card-untouched", &[("count", all.into())]),
        is_alarming: false,
        jump: first.and_then(|finding| match finding.subject {
            Subject::Document(id) => Some(Jump::Document(id)),
            Subject::Record(_) => None,
        }),
    }
}
