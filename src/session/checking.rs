//! What can be worked out again in all articles, found on another thread and kept until something changes; and sums of the calculator,
//! kept as evidence.

use std::sync::Arc;

use super::{Outcome, Session};
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::Evidence;
use crate::model::id::{ClaimId, DocumentId, EvidenceId, ProjectId};
use crate::model::lookup::{Lookup, Touched};
use crate::model::project::Project;
use crate::model::quantity::arithmetic::answer;
use crate::suggest::checks::{Article, Check};

/// What was worked out, and from which state of the project.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkedOut {
    checks: Arc<Vec<(DocumentId, Check)>>,
    /// Grows with every step that may change what comes out.
    state: u64,
    /// The state from which they were found; none before the first time.
    found: Option<u64>,
    /// The state that is looked through now.
    sought: Option<u64>,
}

/// A project to be looked through on another thread.
pub struct SoughtChecks {
    project: Project,
    lookup: Arc<Lookup>,
    state: u64,
}

/// What was found there.
pub struct FoundChecks {
    of: ProjectId,
    checks: Vec<(DocumentId, Check)>,
    state: u64,
}

impl SoughtChecks {
    /// Looks through it, article by article in their order.
    pub fn find(self) -> FoundChecks {
        let of_article = |document| {
            let found = Article::of(&self.project, &self.lookup, document).checks();
            found.into_iter().map(|check| (document.id, check))
        };
        let checks = self.project.documents().flat_map(of_article).collect();
        FoundChecks { of: self.project.id(), checks, state: self.state }
    }
}

impl Session {
    /// What can be worked out again, in the order of articles and text, as far as it has been looked for.
    pub fn checks(&self) -> &Arc<Vec<(DocumentId, Check)>> {
        &self.worked_out.checks
    }

    /// Whether somebody has looked, so that an empty list means that there is nothing.
    pub fn are_checks_known(&self) -> bool {
        self.worked_out.found.is_some()
    }

    /// The project to be looked through, where something has changed since that was last done.
    pub fn take_sought_checks(&mut self) -> Option<SoughtChecks> {
        let worked_out = &mut self.worked_out;
        if worked_out.found == Some(worked_out.state) || worked_out.sought.is_some() {
            return None;
        }
        worked_out.sought = Some(worked_out.state);
        Some(SoughtChecks { project: self.project.clone(), lookup: Arc::clone(&self.lookup), state: worked_out.state })
    }

    /// Takes over what was found.
    pub fn take_found_checks(&mut self, found: FoundChecks) {
        let FoundChecks { of, mut checks, state } = found;
        if of != self.project.id() {
            return;
        }
        checks.retain(|(document, _)| self.project.document(*document).is_some());
        self.worked_out.sought = None;
        self.worked_out.found = Some(state);
        self.worked_out.checks = Arc::new(checks);
        self.counted += 1;
    }

    /// Lets go of a search that came to nothing; it is not begun again before something changes.
    pub fn drop_sought_checks(&mut self) {
        self.worked_out.found = self.worked_out.sought.take().or(self.worked_out.found);
    }

    /// The same at once, where there is no other thread.
    pub fn find_checks(&mut self) {
        if let Some(sought) = self.take_sought_checks() {
            self.take_found_checks(sought.find());
        }
    }

    /// Notes that a step may have changed what comes out.
    pub(super) fn look_for_checks_again(&mut self, touched: &Touched) {
        let is_number = |mark: &Annotation| matches!(mark.mention, Mention::Number(_));
        let project = &self.project;
        let touches_mark =
            || touched.annotations.iter().any(|(id, old)| old.as_deref().into_iter().chain(project.annotations().get(id)).any(is_number));
        if !touched.quantities.is_empty() || !touched.documents.is_empty() || touched.order.is_some() || touches_mark() {
            self.worked_out.state += 1;
            let is_gone = |(document, _): &(DocumentId, Check)| self.project.document(*document).is_none();
            if self.worked_out.checks.iter().any(is_gone) {
                Arc::make_mut(&mut self.worked_out.checks).retain(|row| !is_gone(row));
            }
        }
    }

    /// Keeps a line of the calculator with its result and its working as evidence of a claim.
    pub(super) fn keep_sum(&mut self, claim: ClaimId, line: &str) -> Outcome {
        let told = answer(line).map_err(|trouble| super::Refusal(trouble.words))?.told(line);
        let row: EvidenceId = self.ids.next(self.now);
        let evidence = Evidence { text: told, ..Evidence::new(row) };
        self.change_claim(claim, "keep a sum as evidence of", |claim| claim.evidence.push(evidence))?;
        self.say(format!("Kept as evidence of {}.", self.project.claim_label(claim)), false);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Action, Command, Field};
    use crate::edit::transaction::Visit;
    use crate::session::IdSource;
    use crate::suggest::checks::Verdict;
    use crate::testing::{NOW, project};

    fn session() -> Session {
        let marked = "It sent [four aircraft|number] in total — [two C-17s|number] and two C-130s. [It rained|claim].";
        Session::new(project(marked), None, IdSource::new(3))
    }

    fn verdicts(session: &Session) -> Vec<Verdict> {
        session.checks().iter().map(|(_, check)| check.verdict).collect()
    }

    #[test]
    fn a_value_typed_wrong_is_found_and_a_step_back_mends_it() {
        let mut session = session();
        assert!(session.checks().is_empty() && !session.are_checks_known(), "nobody has looked yet");
        session.find_checks();
        assert_eq!(verdicts(&session), [Verdict::Holds]);
        let number = crate::testing::number(session.project(), "two C-17s");
        session.run(Command::Type { field: Field::QuantityValue(number), text: "20".into(), visit: Visit(1) }, NOW);
        session.find_checks();
        assert_eq!(verdicts(&session), [Verdict::Fails]);
        session.run(Command::Run(Action::Undo), NOW);
        session.find_checks();
        assert_eq!(verdicts(&session), [Verdict::Holds]);
        assert!(session.take_sought_checks().is_none(), "nothing is looked for twice");
    }

    #[test]
    fn a_sum_is_kept_with_its_working_as_a_step() {
        let mut session = session();
        let claim = *session.project().claims().keys().next().unwrap();
        session.run(Command::KeepSum { claim, line: "30 % of 140 mi".into() }, NOW);
        let kept = |session: &Session| session.project().claims()[&claim].evidence.iter().map(|row| row.text.clone()).collect::<Vec<_>>();
        assert_eq!(kept(&session), ["30 % of 140 mi = 42 mi (30 ÷ 100 × 140 = 42 mi)"]);
        session.run(Command::Run(Action::Undo), NOW);
        assert!(kept(&session).is_empty());
        session.run(Command::KeepSum { claim, line: "30 % of".into() }, NOW);
        assert!(kept(&session).is_empty(), "what comes to nothing is no evidence");
    }
}
