//! The head of the report: the line under the title, and the five cards.

use super::desk::Desk;
use super::words::{capitalised, count, noun, number_word};
use super::{Jump, contradictions};
use crate::lint::{Rule, Subject};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Status};
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
    let number = desk.project.order().len();
    let articles = format!("{} {}", capitalised(&number_word(number)), noun(number, "article"));
    let checker = desk.input.checker.trim();
    let by = if checker.is_empty() { String::new() } else { format!(" by {checker}") };
    let date = desk.date_and_time(desk.input.today);
    let scale = desk.project.scale().name.trim();
    format!("{articles} checked{by}, {date}. {scale} 1 to 5. Text frozen when opened.")
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
        beside: format!("of {}", desk.claims.len()),
        below: format!("{} settled", noun(desk.claims.len(), "claim")),
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
        beside: format!("of {rated} rated"),
        below: "rated 1 or 2".to_owned(),
        is_alarming: !bad.is_empty(),
        jump: jump_to(bad.first().copied()),
    }
}

fn contradicting(desk: &Desk<'_>) -> Card {
    let pairs = contradictions::rows(desk);
    let live: Vec<_> = pairs.iter().filter(|pair| pair.is_live).collect();
    Card {
        figure: live.len(),
        beside: format!("of {}", count(pairs.len(), "pair")),
        below: "still contradict".to_owned(),
        is_alarming: !live.is_empty(),
        jump: live.first().map(|pair| Jump::Record(Mention::Claim(pair.one.claim.claim))),
    }
}

fn corrected(desk: &Desk<'_>) -> Card {
    let proposed: Vec<_> = desk.claims.iter().filter(|claim| claim.correction.is_some()).collect();
    let made = proposed.iter().filter(|claim| matches!(claim.status, Status::Changed | Status::Cut)).count();
    Card {
        figure: proposed.len(),
        beside: noun(proposed.len(), "correction"),
        below: format!("proposed, {made} made"),
        is_alarming: false,
        jump: jump_to(proposed.first().copied()),
    }
}

fn untouched(desk: &Desk<'_>) -> Card {
    let articles = desk.project.order().iter().filter_map(|id| desk.lookup.document(*id));
    let (untouched, all) = articles
        .fold((0, 0), |(untouched, all), article| (untouched + article.count(SentenceState::Untouched), all + article.sentences.len()));
    let first = desk.findings.iter().find(|finding| finding.rule == Rule::SentencesUntouched);
    Card {
        figure: untouched,
        beside: format!("of {all}"),
        below: format!("{} untouched", noun(all, "sentence")),
        is_alarming: false,
        jump: first.and_then(|finding| match finding.subject {
            Subject::Document(id) => Some(Jump::Document(id)),
            Subject::Record(_) => None,
        }),
    }
}
