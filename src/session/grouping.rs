//! Numbers that measure the same: put together by hand, taken as the program proposes, or told apart for good. What is proposed is found
//! on another thread; until then, and while it is found anew, what was found before and still fits is shown.

use std::sync::Arc;

use super::{Outcome, Session};
use crate::command::GroupChoice;
use crate::edit::Draft;
use crate::model::annotation::Mention;
use crate::model::group::Group;
use crate::model::house::ToldApart;
use crate::model::id::{GroupId, ProjectId, QuantityId};
use crate::model::lookup::Touched;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::unknown::Unknown;
use crate::suggest::{Proposal, same_measure};

/// What is proposed, and from which state of the project it was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Offered {
    proposals: Arc<Vec<Proposal>>,
    /// Grows with every step that may change what is proposed.
    state: u64,
    /// The state from which they were found; none before the first time.
    found: Option<u64>,
    /// The state that is looked through now.
    sought: Option<u64>,
}

/// A project to be looked through on another thread.
pub struct SoughtProposals {
    project: Project,
    state: u64,
}

/// What was found there.
pub struct FoundProposals {
    of: ProjectId,
    proposals: Vec<Proposal>,
    state: u64,
}

impl SoughtProposals {
    /// Looks through it.
    pub fn find(self) -> FoundProposals {
        FoundProposals { of: self.project.id(), proposals: same_measure(&self.project), state: self.state }
    }
}

impl Session {
    /// Numbers that perhaps measure the same, as far as they have been looked for.
    pub fn proposals(&self) -> &Arc<Vec<Proposal>> {
        &self.offered.proposals
    }

    /// The project to be looked through for numbers of the same, where something has changed since that was last done.
    pub fn take_sought_proposals(&mut self) -> Option<SoughtProposals> {
        let offered = &mut self.offered;
        if offered.found == Some(offered.state) || offered.sought.is_some() {
            return None;
        }
        offered.sought = Some(offered.state);
        Some(SoughtProposals { project: self.project.clone(), state: offered.state })
    }

    /// Takes over what was found; what fits no more is left out.
    pub fn take_found_proposals(&mut self, found: FoundProposals) {
        let FoundProposals { of, mut proposals, state } = found;
        if of != self.project.id() {
            return;
        }
        proposals.retain(|proposal| fits(&self.project, proposal));
        self.offered.sought = None;
        self.offered.found = Some(state);
        self.offered.proposals = Arc::new(proposals);
        self.counted += 1;
    }

    /// Lets go of a search that came to nothing; it is not begun again before something changes.
    pub fn drop_sought_proposals(&mut self) {
        self.offered.found = self.offered.sought.take().or(self.offered.found);
    }

    /// The same at once, where there is no other thread.
    pub fn find_proposals(&mut self) {
        if let Some(sought) = self.take_sought_proposals() {
            self.take_found_proposals(sought.find());
        }
    }

    /// Lets go of proposals that a step has made idle, and notes that they are to be looked for again.
    pub(super) fn look_for_proposals_again(&mut self, touched: &Touched) {
        let is_number = |mark: &crate::model::annotation::Annotation| matches!(mark.mention, Mention::Number(_));
        let touches_mark = || {
            let project = &self.project;
            touched.annotations.iter().any(|(id, old)| old.as_deref().into_iter().chain(project.annotations().get(id)).any(is_number))
        };
        let told_apart = |house: &crate::model::house::House| house.told_apart != self.project.house().told_apart;
        let is_touched = !touched.quantities.is_empty()
            || !touched.texts.is_empty()
            || touched.house.as_deref().is_some_and(told_apart)
            || touches_mark();
        if !is_touched {
            return;
        }
        self.offered.state += 1;
        if self.offered.proposals.iter().any(|proposal| !fits(&self.project, proposal)) {
            let left = self.offered.proposals.iter().filter(|proposal| fits(&self.project, proposal)).cloned().collect();
            self.offered.proposals = Arc::new(left);
        }
    }

    /// Puts numbers into a group, or takes them out of theirs. A group that is left empty goes.
    pub(super) fn group(&mut self, numbers: &[QuantityId], into: &GroupChoice) -> Outcome {
        self.step(|draft, maker| {
            let before: Vec<GroupId> = numbers.iter().filter_map(|id| draft.project().quantities().get(id)?.group).collect();
            let group = match into {
                GroupChoice::Nothing => None,
                GroupChoice::Known(id) if draft.project().groups().contains_key(id) => Some(*id),
                GroupChoice::Known(_) => return Err("That group is gone. Choose another one.".into()),
                GroupChoice::New(name) => Some(match named(draft.project(), name) {
                    Some(known) => known,
                    None => {
                        let group = Group::named(maker.id(), name.trim());
                        let id = group.id;
                        draft.add(group)?;
                        id
                    }
                }),
            };
            for number in numbers {
                draft.change::<Quantity>(*number, |number| {
                    if number.group != group {
                        number.apart.clear();
                    }
                    number.group = group;
                })?;
            }
            remove_empty(draft, &before)?;
            let title = group.and_then(|id| draft.project().groups().get(&id)).map(|group| group.title().to_owned());
            let label = match title {
                Some(title) => format!("put {} into “{title}”", crate::model::count::count(numbers.len(), "number")),
                None => format!("take {} out of its group", crate::model::count::count(numbers.len(), "number")),
            };
            Ok(((), label))
        })
    }

    /// Remembers that numbers do not measure the same.
    pub(super) fn tell_apart(&mut self, numbers: Vec<QuantityId>, from: Vec<QuantityId>) -> Outcome {
        self.step(|draft, _| {
            draft.set_house(|house| house.told_apart.push(ToldApart { numbers, from, unknown: Unknown::default() }))?;
            Ok(((), "tell numbers apart".to_owned()))
        })
    }
}

/// The group of that name, whatever its case.
fn named(project: &Project, name: &str) -> Option<GroupId> {
    let wanted = name.trim().to_lowercase();
    let is_it = |group: &&Group| group.name.trim().to_lowercase() == wanted;
    project.groups().values().find(is_it).map(|group| group.id)
}

/// Whether a proposal can still be taken: its numbers are there and in no group, and nobody has told them apart.
fn fits(project: &Project, proposal: &Proposal) -> bool {
    let is_free = |id: &QuantityId| project.quantities().get(id).is_some_and(|number| number.group.is_none());
    let is_there = proposal.into.is_none_or(|group| project.groups().contains_key(&group));
    let rows = &project.house().told_apart;
    let is_kept = |one: &QuantityId, other: &QuantityId| rows.iter().any(|row| row.keeps(*one, *other));
    let are_apart = match (proposal.into, proposal.numbers.as_slice()) {
        (Some(group), [first, ..]) => {
            let member = project.quantities().values().find(|number| number.group == Some(group));
            member.is_some_and(|member| is_kept(first, &member.id))
        }
        (None, [first, second, ..]) => is_kept(first, second),
        _ => false,
    };
    is_there && !are_apart && !proposal.numbers.is_empty() && proposal.numbers.iter().all(is_free)
}

/// Removes those of the groups in which no number is left.
pub(super) fn remove_empty(draft: &mut Draft<'_>, groups: &[GroupId]) -> Outcome {
    for group in groups {
        let has_member = draft.project().quantities().values().any(|number| number.group == Some(*group));
        if !has_member {
            draft.remove::<Group>(*group)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Action, Command};
    use crate::session::IdSource;
    use crate::testing::{Desk, NOW};

    fn session() -> Session {
        let mut desk = Desk::default();
        desk.article("There are already [20 rescue boats|number] on the river.");
        desk.article("There were [30 rescue boats|number] on the river. It drowned [40 cows|number].");
        Session::new(desk.project, None, IdSource::new(7))
    }

    fn number(session: &Session, words: &str) -> QuantityId {
        crate::testing::number(session.project(), words)
    }

    fn grouped(session: &Session) -> Vec<(String, usize)> {
        let groups = session.project().groups().values();
        groups.map(|group| (group.name.clone(), session.lookup().members(group.id).len())).collect()
    }

    #[test]
    fn numbers_are_put_together_moved_and_taken_out_and_an_empty_group_goes() {
        let mut session = session();
        let (one, other) = (number(&session, "20 rescue boats"), number(&session, "30 rescue boats"));
        session.run(Command::Group { numbers: vec![one], into: GroupChoice::New(" Boats ".into()) }, NOW);
        session.run(Command::Group { numbers: vec![other], into: GroupChoice::New("boats".into()) }, NOW);
        assert_eq!(grouped(&session), [("Boats".to_owned(), 2)]);
        assert_eq!(session.history().undo_label(), Some("put 1 number into “Boats”"));
        session.run(Command::Group { numbers: vec![one, other], into: GroupChoice::New("Rescue".into()) }, NOW);
        assert_eq!(grouped(&session), [("Rescue".to_owned(), 2)]);
        session.run(Command::Group { numbers: vec![one, other], into: GroupChoice::Nothing }, NOW);
        assert!(grouped(&session).is_empty());
        session.run(Command::Run(Action::Undo), NOW);
        assert_eq!(grouped(&session), [("Rescue".to_owned(), 2)]);
        let line = session.project().changes().values().rev().find(|line| line.field == "group").unwrap();
        assert_eq!((line.before.as_str(), line.after.as_str()), ("Boats", "Rescue"));
    }

    #[test]
    fn the_last_number_of_a_group_takes_it_along() {
        let mut session = session();
        let one = number(&session, "20 rescue boats");
        session.run(Command::Group { numbers: vec![one], into: GroupChoice::New("Boats".into()) }, NOW);
        let mark = session.lookup().mentions(Mention::Number(one))[0];
        session.run(Command::RemoveMark(mark), NOW);
        assert!(session.project().groups().is_empty());
        session.run(Command::Run(Action::Undo), NOW);
        assert_eq!(grouped(&session), [("Boats".to_owned(), 1)]);
    }

    #[test]
    fn what_is_proposed_can_be_taken_or_dropped_and_stays_dropped() {
        let mut session = session();
        assert!(session.proposals().is_empty(), "nobody has looked yet");
        session.find_proposals();
        let proposal = session.proposals()[0].clone();
        assert_eq!(proposal.numbers.len(), 2);
        session.run(Command::Group { numbers: proposal.numbers.clone(), into: GroupChoice::New(proposal.name.clone()) }, NOW);
        assert!(session.proposals().is_empty(), "what is taken is offered no more");
        session.run(Command::Run(Action::Undo), NOW);
        session.find_proposals();
        assert_eq!(session.proposals().len(), 1);
        session.run(Command::TellApart { numbers: proposal.numbers, from: Vec::new() }, NOW);
        assert!(session.proposals().is_empty());
        session.find_proposals();
        assert!(session.proposals().is_empty());
        session.run(Command::Run(Action::Undo), NOW);
        session.find_proposals();
        assert_eq!(session.proposals().len(), 1);
    }

    #[test]
    fn nothing_is_looked_for_twice_and_what_came_late_is_left_out_where_it_fits_no_more() {
        let mut session = session();
        let sought = session.take_sought_proposals().unwrap();
        assert!(session.take_sought_proposals().is_none(), "one thread looks");
        let one = number(&session, "20 rescue boats");
        session.run(Command::Group { numbers: vec![one], into: GroupChoice::New("Boats".into()) }, NOW);
        session.take_found_proposals(sought.find());
        assert!(session.proposals().is_empty());
        session.find_proposals();
        assert!(session.proposals()[0].into.is_some(), "the other boats belong to them");
        assert!(session.take_sought_proposals().is_none());
    }
}
