//! What can be worked out again in all articles and groups, and between numbers that a checker has put together: found on another
//! thread and kept until something changes; and sums of the calculator, kept as evidence.

use std::sync::Arc;

use super::{Outcome, Refusal, Session};
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::Evidence;
use crate::model::count::count;
use crate::model::document::Language;
use crate::model::id::{ClaimId, DocumentId, EvidenceId, GroupId, ProjectId, QuantityId};
use crate::model::lookup::{Lookup, Touched};
use crate::model::project::Project;
use crate::model::quantity::arithmetic::answer_in;
use crate::model::stated::Stated;
use crate::suggest::checks::{Article, Check, in_group, judge};

/// What was worked out, and from which state of the project.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkedOut {
    checks: Arc<Vec<(DocumentId, Check)>>,
    together: Arc<Vec<Together>>,
    /// Grows with every step that may change what comes out.
    state: u64,
    /// The state from which they were found; none before the first time.
    found: Option<u64>,
    /// The state that is looked through now.
    sought: Option<u64>,
}

/// A check between numbers that stand in any sentences, and why they are put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// What it comes to.
    pub check: Check,
    /// Who says that the numbers belong together.
    pub origin: Origin,
}

/// Who says that numbers belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A checker has stated it.
    Stated(Stated),
    /// They measure the same.
    Group(GroupId),
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
    together: Vec<Together>,
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
        FoundChecks { of: self.project.id(), checks, together: together(&self.project, &self.lookup), state: self.state }
    }
}

/// What was stated, then what groups hold.
fn together(project: &Project, lookup: &Lookup) -> Vec<Together> {
    let stated = project.house().stated.iter().filter_map(|stated| {
        let check = judge(project, lookup, stated)?;
        Some(Together { check, origin: Origin::Stated(stated.clone()) })
    });
    let in_groups = project.groups().values().flat_map(|group| {
        let origin = Origin::Group(group.id);
        in_group(project, lookup, group).into_iter().map(move |check| Together { check, origin: origin.clone() })
    });
    stated.chain(in_groups).collect()
}

impl Session {
    /// What can be worked out again, in the order of articles and text, as far as it has been looked for.
    pub fn checks(&self) -> &Arc<Vec<(DocumentId, Check)>> {
        &self.worked_out.checks
    }

    /// What comes of numbers that were put together: what checkers have stated first, oldest first, then what groups hold.
    pub fn together(&self) -> &Arc<Vec<Together>> {
        &self.worked_out.together
    }

    /// What comes of numbers if they belong together like that; nothing where there are too few.
    pub fn judge(&self, stated: &Stated) -> Option<Check> {
        judge(&self.project, &self.lookup, stated)
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
        let FoundChecks { of, mut checks, mut together, state } = found;
        if of != self.project.id() {
            return;
        }
        checks.retain(|(document, _)| self.project.document(*document).is_some());
        together.retain(|row| is_there(&self.project, row));
        self.worked_out.sought = None;
        self.worked_out.found = Some(state);
        self.worked_out.checks = Arc::new(checks);
        self.worked_out.together = Arc::new(together);
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
        let is_stated = touched.house.as_deref().is_some_and(|house| house.stated != project.house().stated);
        let is_grouped = !touched.groups.is_empty() || is_stated;
        if !touched.quantities.is_empty() || !touched.documents.is_empty() || touched.order.is_some() || is_grouped || touches_mark() {
            self.worked_out.state += 1;
            if self.worked_out.together.iter().any(|row| !is_there(&self.project, row)) {
                Arc::make_mut(&mut self.worked_out.together).retain(|row| is_there(&self.project, row));
            }
            let is_gone = |(document, _): &(DocumentId, Check)| self.project.document(*document).is_none();
            if self.worked_out.checks.iter().any(is_gone) {
                Arc::make_mut(&mut self.worked_out.checks).retain(|row| !is_gone(row));
            }
        }
    }

    /// States that numbers belong together.
    pub(super) fn state_check(&mut self, stated: Stated) -> Outcome {
        let Some(relation) = stated.relation else { return Err("This version does not know how these belong together.".into()) };
        let project = &self.project;
        let is_repeated = |(at, id): (usize, &QuantityId)| stated.numbers.iter().take(at).any(|other| other == id);
        if !relation.takes(stated.numbers.len()) {
            return Err(Refusal(format!("“{}” needs {} numbers. Choose the others.", relation.word(), relation.least())));
        }
        if stated.numbers.iter().enumerate().any(is_repeated) {
            return Err("One of the numbers stands there twice. Choose another one.".into());
        }
        if !stated.numbers.iter().all(|id| project.quantities().contains_key(id)) {
            return Err("One of the numbers is gone. Choose another one.".into());
        }
        if project.house().stated.contains(&stated) {
            return Err("That is stated already. It stands among the checks.".into());
        }
        let label = format!("state a check of {}", count(stated.numbers.len(), "number"));
        self.step(|draft, _| {
            draft.set_house(|house| house.stated.push(stated))?;
            Ok(((), label))
        })
    }

    /// Takes back what was stated.
    pub(super) fn drop_check(&mut self, stated: &Stated) -> Outcome {
        if !self.project.house().stated.contains(stated) {
            return Err("That check is gone already.".into());
        }
        self.step(|draft, _| {
            draft.set_house(|house| house.stated.retain(|other| other != stated))?;
            Ok(((), "take back a stated check".to_owned()))
        })
    }

    /// Keeps a line of the calculator with its result and its working as evidence of a claim.
    pub(super) fn keep_sum(&mut self, claim: ClaimId, line: &str, language: Language) -> Outcome {
        let told = answer_in(line, language).map_err(|trouble| Refusal(trouble.words))?.told(line);
        let row: EvidenceId = self.ids.next(self.now);
        let evidence = Evidence { text: told, ..Evidence::new(row) };
        self.change_claim(claim, "keep a sum as evidence of", |claim| claim.evidence.push(evidence))?;
        self.say(format!("Kept as evidence of {}.", self.project.claim_label(claim)), false);
        Ok(())
    }
}

/// Whether the reason for which numbers were put together still stands.
fn is_there(project: &Project, row: &Together) -> bool {
    match &row.origin {
        Origin::Stated(stated) => project.house().stated.contains(stated),
        Origin::Group(group) => project.groups().contains_key(group),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Action, Command, Field};
    use crate::edit::transaction::Visit;
    use crate::model::stated::Relation;
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

    fn told(session: &mut Session) -> Vec<(Verdict, String)> {
        session.find_checks();
        session.together().iter().map(|row| (row.check.verdict, row.check.equation.clone())).collect()
    }

    #[test]
    fn what_is_stated_is_judged_again_with_each_change_and_taken_back_with_its_number() {
        let mut session = Session::new(
            project("It sent [4 aircraft|number]. One saw [2 C-17s|number].\nThen [2 C-130s|number] came."),
            None,
            IdSource::new(3),
        );
        let numbers = ["4 aircraft", "2 C-17s", "2 C-130s"].map(|words| crate::testing::number(session.project(), words));
        let stated = Stated::new(Relation::Sum, numbers.to_vec());
        session.run(Command::StateCheck(stated.clone()), NOW);
        let holds = [(Verdict::Holds, "2 C-17s + 2 C-130s = 4".to_owned())];
        assert_eq!(told(&mut session), holds);
        assert_eq!(session.history().undo_label(), Some("state a check of 3 numbers"));
        session.run(Command::Type { field: Field::QuantityValue(numbers[1]), text: "3".into(), visit: Visit(1) }, NOW);
        assert_eq!(told(&mut session), [(Verdict::Fails, "3 C-17s + 2 C-130s = 5".to_owned())]);
        session.run(Command::Run(Action::Undo), NOW);
        let mark = session.lookup().mentions(Mention::Number(numbers[2]))[0];
        session.run(Command::RemoveMark(mark), NOW);
        assert!(session.together().is_empty() && session.project().house().stated.is_empty(), "what is stated of it goes with a number");
        session.run(Command::Run(Action::Undo), NOW);
        assert_eq!(told(&mut session), holds);
        session.run(Command::DropCheck(stated), NOW);
        assert!(session.together().is_empty() && told(&mut session).is_empty());
        session.run(Command::Run(Action::Undo), NOW);
        assert_eq!(told(&mut session), holds);
    }

    #[test]
    fn what_cannot_be_stated_is_refused_in_words() {
        let mut session = session();
        let numbers = ["four aircraft", "two C-17s"].map(|words| crate::testing::number(session.project(), words));
        let mut refused = |relation, numbers: &[QuantityId]| {
            session.run(Command::StateCheck(Stated::new(relation, numbers.to_vec())), NOW);
            (session.project().house().stated.len(), session.notice().map(|notice| notice.words.clone()).unwrap_or_default())
        };
        assert_eq!(refused(Relation::Sum, &numbers), (0, "“Sum” needs 3 numbers. Choose the others.".to_owned()));
        assert_eq!(refused(Relation::Part, &[numbers[0], numbers[0]]).1, "One of the numbers stands there twice. Choose another one.");
        assert_eq!(refused(Relation::Part, &numbers).0, 1);
        assert_eq!(refused(Relation::Part, &numbers), (1, "That is stated already. It stands among the checks.".to_owned()));
    }

    #[test]
    fn a_sum_is_kept_with_its_working_as_a_step() {
        let mut session = session();
        let claim = *session.project().claims().keys().next().unwrap();
        session.run(Command::KeepSum { claim, line: "30 % of 140 mi".into(), language: Language::English }, NOW);
        let kept = |session: &Session| session.project().claims()[&claim].evidence.iter().map(|row| row.text.clone()).collect::<Vec<_>>();
        assert_eq!(kept(&session), ["30 % of 140 mi = 42 mi (30 ÷ 100 × 140 = 42 mi)"]);
        session.run(Command::Run(Action::Undo), NOW);
        assert!(kept(&session).is_empty());
        session.run(Command::KeepSum { claim, line: "30 % of".into(), language: Language::English }, NOW);
        assert!(kept(&session).is_empty(), "what comes to nothing is no evidence");
    }
}
