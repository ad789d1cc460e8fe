//! Sums, shares, conversions and spans of time that were worked out again, with their working.

use std::collections::BTreeSet;

use super::desk::Desk;
use super::{ClaimRef, Jump, Language};
use crate::lint::worked_out::{Check, Verdict, worked_out};
use crate::model::annotation::Mention;
use crate::model::id::QuantityId;

/// Something that was worked out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// What it comes to.
    pub verdict: Verdict,
    /// `2 C-17s + 2 C-130s = 4`.
    pub equation: String,
    /// What is written, and by how much it is off, in English; blank in other languages, where the equation says it.
    pub words: String,
    /// Where the first of its numbers stands: `A ¶10`.
    pub place: String,
    /// That number, to jump to.
    pub jump: Jump,
    /// The claims that hold its numbers, each once.
    pub claims: Vec<ClaimRef>,
}

impl Working {
    /// The sign of what it comes to: a tick, a cross or a question mark.
    pub fn sign(&self) -> &'static str {
        match self.verdict {
            Verdict::Holds => "✓",
            Verdict::Fails => "✗",
            Verdict::Open => "?",
        }
    }

    /// What it comes to in words.
    pub fn verdict_in(&self, language: Language) -> std::borrow::Cow<'static, str> {
        language.say(match self.verdict {
            Verdict::Holds => "check-holds",
            Verdict::Fails => "check-fails",
            Verdict::Open => "check-open",
        })
    }
}

/// What does not hold first, then questions, then what holds; within these what was found in the order of the text, then what the checker
/// stated and what groups hold. Only what is about numbers that are marked.
pub(super) fn rows(desk: &Desk<'_>) -> Vec<Working> {
    let mut found = worked_out(desk.project, desk.lookup, desk.documents());
    // A conversion of one sentence is one of its group, too.
    let mut told = BTreeSet::new();
    found.retain(|check| told.insert((check.equation.clone(), check.working.clone(), check.numbers.first().copied())));
    let mut rows: Vec<_> = found.into_iter().filter_map(|check| row(desk, check)).collect();
    let rank = |verdict| match verdict {
        Verdict::Fails => 0,
        Verdict::Open => 1,
        Verdict::Holds => 2,
    };
    rows.sort_by_key(|row| rank(row.verdict));
    rows
}

fn row(desk: &Desk<'_>, check: Check) -> Option<Working> {
    let first = check.numbers.iter().copied().find(|number| desk.is_mentioned(Mention::Number(*number)))?;
    let place = desk.places(Mention::Number(first)).into_iter().next();
    Some(Working {
        verdict: check.verdict,
        claims: claims(desk, &check.numbers),
        equation: check.equation,
        words: if desk.language == Language::English { check.working } else { String::new() },
        place: place.map_or_else(String::new, |place| place.words),
        jump: Jump::Record(Mention::Number(first)),
    })
}

fn claims(desk: &Desk<'_>, numbers: &[QuantityId]) -> Vec<ClaimRef> {
    let mut claims: Vec<ClaimRef> = Vec::new();
    for claim in numbers.iter().flat_map(|number| desk.claims_of(*number)) {
        if !claims.contains(&claim) {
            claims.push(claim);
        }
    }
    claims
}

#[cfg(test)]
mod tests {
    use crate::report::tests::build;
    use crate::testing::Desk;

    #[test]
    fn what_does_not_hold_comes_first_with_its_working_and_its_claims() {
        let mut desk = Desk::default();
        desk.article(
            "Title\n[They sent [four aircraft|number four]: [two|number a] planes and [two|number b] helicopters|claim].\n\
             [The road is [10 miles (16 km)|number road] long|claim]. [It is [10 miles (30 km)|number wrong] to the sea|claim].",
        );
        let rows = build(&desk).workings;
        let told: Vec<_> = rows.iter().map(|row| (row.sign(), row.place.as_str(), row.claims.len())).collect();
        assert_eq!(told.first(), Some(&("✗", "A ¶2", 1)), "{rows:#?}");
        assert!(told.iter().any(|row| row.0 == "✓") && rows[0].words.contains("30"), "{rows:#?}");
    }
}
