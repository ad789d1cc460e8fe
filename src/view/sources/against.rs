//! What is to be settled about a source, in words: what the rules say about it, and about the claims that rest on it.

use crate::lint::{Rule, Subject};
use crate::model::annotation::Mention;
use crate::model::id::{ClaimId, SourceId};
use crate::session::Session;
use crate::view::wording::listed;

/// The rules that have something against a source, the gravest first.
pub(super) fn rules(session: &Session, source: SourceId) -> Vec<Rule> {
    let findings = session.findings();
    // What claims say comes sorted, and mostly from one rule.
    let mut rules: Vec<Rule> = Vec::new();
    for rule in findings.against(source).map(|(rule, ..)| rule).chain(findings.rules(Subject::Record(Mention::Source(source)))) {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    rules.sort_unstable();
    rules
}

/// What is told first, in words. That two are one weighs most: who is the only source looks like several.
pub(super) fn told(session: &Session, source: SourceId, rules: &[Rule]) -> Option<(Rule, String)> {
    let rule = *rules.iter().find(|rule| **rule == Rule::CircularSupport).or(rules.first())?;
    let mut against = session.findings().against(source).filter(|(other, ..)| *other == rule).map(|(_, claim, nth)| (claim, nth));
    // Of several claims the oldest speaks for all.
    let words = match (against.next(), rule) {
        (None, _) => session.findings().words(Subject::Record(Mention::Source(source)), (rule, 0)).to_owned(),
        (Some(first), Rule::OnlyAnonymous) => only_anonymous(session, source, against.chain([first]).map(|(claim, _)| claim).collect()),
        (Some((claim, _)), Rule::OnlySecondary) => format!("{} rests on second-hand sources alone", session.project().claim_label(claim)),
        (Some((claim, nth)), _) => session.findings().words(Subject::Record(Mention::Claim(claim)), (rule, nth)).to_owned(),
    };
    Some((rule, words))
}

/// Where a claim stands in the order of labels.
fn place(session: &Session, id: ClaimId) -> Option<(usize, u32)> {
    let claim = session.project().claims().get(&id)?;
    Some((session.project().rank(claim.home), claim.number))
}

/// `Only source for A10 and B3`; where it is for none, `B12 rests on two anonymous sources`.
fn only_anonymous(session: &Session, source: SourceId, mut claims: Vec<ClaimId>) -> String {
    let label = |claim: &ClaimId| session.project().claim_label(*claim);
    claims.sort_by_cached_key(|claim| (place(session, *claim), *claim));
    let rests_on = |claim: &ClaimId| session.lookup().sources_of(session.project(), *claim);
    let alone: Vec<String> = claims.iter().filter(|claim| rests_on(claim).iter().all(|other| *other == source)).map(label).collect();
    match claims.first().filter(|_| alone.is_empty()) {
        Some(first) => {
            let said = session.findings().words(Subject::Record(Mention::Claim(*first)), (Rule::OnlyAnonymous, 0));
            format!("{} rests on {}", label(first), said.strip_prefix("Rests on ").unwrap_or(said))
        }
        None => format!("Only source for {}", listed(&alone)),
    }
}
