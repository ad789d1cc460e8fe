//! What can be worked out again with a number, as the inspector shows it.

use crate::model::annotation::Mention;
use crate::model::id::QuantityId;
use crate::session::Session;
use crate::suggest::checks::{Article, Check, Verdict, in_group};

/// A check in two lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckLine {
    /// What it comes to.
    pub verdict: Verdict,
    /// `2 C-17s + 2 C-130s = 4`.
    pub equation: String,
    /// `Written 4 aircraft.`
    pub working: String,
}

impl CheckLine {
    /// As the inspector shows it.
    pub fn of(check: Check) -> Self {
        CheckLine { verdict: check.verdict, equation: check.equation, working: check.working }
    }

    /// Both lines in one, for who cannot see it.
    pub fn spoken(&self) -> String {
        format!("{}: {}. {}", self.verdict.words(), self.equation, self.working)
    }
}

/// The checks of a number: what a checker has stated, what its group holds, and what its sentences say.
pub fn checks_of(session: &Session, number: QuantityId) -> Vec<CheckLine> {
    let (project, lookup) = (session.project(), session.lookup());
    let stated = project.house().stated.iter().filter(|stated| stated.holds(number)).filter_map(|stated| session.judge(stated));
    let group = project.quantities().get(&number).and_then(|number| project.groups().get(&number.group?));
    let in_group = group.into_iter().flat_map(|group| in_group(project, lookup, group));
    let marks = lookup.mentions(Mention::Number(number)).iter().filter_map(|mark| project.annotations().get(mark));
    let in_sentences = marks.filter(|mark| !mark.is_lost()).flat_map(|mark| {
        let document = project.document(mark.document);
        let place = document.and_then(|document| Some((document, document.text.sentence_around(mark.span.start())?)));
        place.map(|(document, sentence)| Article::around(project, lookup, (document, sentence)).checks_in(sentence)).unwrap_or_default()
    });
    let mut found: Vec<CheckLine> = Vec::new();
    for check in stated.chain(in_group).chain(in_sentences).filter(|check| check.numbers.contains(&number)) {
        let line = CheckLine::of(check);
        if !found.contains(&line) {
            found.push(line);
        }
    }
    found
}
