//! Going back to an earlier state of a record: what stood in a field before a change of the history, put back as an ordinary step.

use super::{Outcome, Refusal, Session};
use crate::edit::{Draft, Edit};
use crate::merge;
use crate::model::annotation::Mention;
use crate::model::change::Change;
use crate::model::claim::{Claim, Grade, Rating};
use crate::model::id::ChangeId;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;

/// The record as it was before a change, where the steps that undo knows still hold it.
enum Earlier {
    Claim(Box<Claim>),
    Source(Box<Source>),
    Number(Box<Quantity>),
}

impl Session {
    /// Whether what stood there before a change can be put back.
    pub fn can_restore(&self, change: &Change) -> bool {
        let is_field = self.project.has(change.subject) && !matches!(change.field.as_str(), "claim" | "sign-off");
        is_field && (self.earlier(change).is_some() || can_be_read(&self.project, change))
    }

    /// Puts back what stood in a field before a change.
    pub(super) fn restore_field(&mut self, id: ChangeId) -> Outcome {
        let Some(change) = self.project.changes().get(&id).cloned() else { return Err("This line of the history is gone.".into()) };
        let earlier = self.earlier(&change);
        let name = match change.subject {
            Mention::Claim(id) => self.project.claim_label(id),
            Mention::Source(_) => "a source".to_owned(),
            Mention::Number(_) => "a number".to_owned(),
        };
        self.step(|draft, _| {
            let is_done = match &earlier {
                Some(earlier) => put_back(draft, &change, earlier)?,
                None => read_back(draft, &change)?,
            };
            if !is_done {
                let words = format!("What “{}” was before cannot be told from the history alone. A backup may hold it.", change.field);
                return Err(Refusal(words));
            }
            Ok(((), format!("restore the {} of {name}", change.field)))
        })
    }

    /// The record before the step that wrote a line of history.
    fn earlier(&self, change: &Change) -> Option<Earlier> {
        let step = self.history.steps().find(|step| {
            let is_line =
                |edit: &Edit| matches!(edit, Edit::PutChange(swap) if swap.after.as_deref().is_some_and(|line| line.id == change.id));
            step.edits.iter().rev().any(is_line)
        })?;
        // A record that is changed twice in a step was first what the first edit expects.
        step.edits.iter().find_map(|edit| match (edit, change.subject) {
            (Edit::PutClaim(swap), Mention::Claim(id)) => swap.before.clone().filter(|claim| claim.id == id).map(Earlier::Claim),
            (Edit::PutSource(swap), Mention::Source(id)) => swap.before.clone().filter(|source| source.id == id).map(Earlier::Source),
            (Edit::PutQuantity(swap), Mention::Number(id)) => swap.before.clone().filter(|number| number.id == id).map(Earlier::Number),
            _ => None,
        })
    }
}

/// Copies the field from the record as it was. False where there is no such field.
fn put_back(draft: &mut Draft<'_>, change: &Change, earlier: &Earlier) -> Result<bool, Refusal> {
    let mut is_done = false;
    match (earlier, change.subject) {
        (Earlier::Claim(from), Mention::Claim(id)) => {
            draft.change::<Claim>(id, |claim| is_done = copy_of_claim(&change.field, from, claim))?
        }
        (Earlier::Source(from), Mention::Source(id)) => {
            draft.change::<Source>(id, |source| {
                is_done = merge::copy_field(&change.field, &**from, source) || copy_of_source(&change.field, from, source)
            })?;
        }
        (Earlier::Number(from), Mention::Number(id)) => {
            draft.change::<Quantity>(id, |number| is_done = merge::copy_field(&change.field, &**from, number))?;
        }
        _ => {}
    }
    Ok(is_done)
}

fn copy_of_claim(field: &str, from: &Claim, claim: &mut Claim) -> bool {
    match field {
        "rating" | "reason" => claim.rating.clone_from(&from.rating),
        "evidence" => claim.evidence.clone_from(&from.evidence),
        "correction" | "agreed to the correction" => claim.correction.clone_from(&from.correction),
        "risks" => claim.risks = from.risks,
        _ => return merge::copy_field(field, from, claim),
    }
    true
}

fn copy_of_source(field: &str, from: &Source, source: &mut Source) -> bool {
    match field {
        "rests on" => source.rests_on.clone_from(&from.rests_on),
        "files" => source.files.clone_from(&from.files),
        _ => return false,
    }
    true
}

/// Reads the field from the words of the history. False where words do not say enough.
fn read_back(draft: &mut Draft<'_>, change: &Change) -> Result<bool, Refusal> {
    if !can_be_read(draft.project(), change) {
        return Ok(false);
    }
    let before = change.before.as_str();
    let mut is_read = false;
    match change.subject {
        Mention::Claim(id) => draft.change::<Claim>(id, |claim| is_read = read_claim(&change.field, before, claim))?,
        Mention::Source(id) => draft.change::<Source>(id, |source| is_read = merge::read_field(&change.field, before, source))?,
        Mention::Number(id) => draft.change::<Quantity>(id, |number| is_read = merge::read_field(&change.field, before, number))?,
    }
    Ok(is_read)
}

fn can_be_read(project: &Project, change: &Change) -> bool {
    // The history tells of a contact only how long it was.
    if change.field == "contact" {
        return false;
    }
    match change.subject {
        Mention::Claim(id) => {
            project.claims().get(&id).cloned().is_some_and(|mut claim| read_claim(&change.field, &change.before, &mut claim))
        }
        Mention::Source(id) => {
            project.sources().get(&id).cloned().is_some_and(|mut source| merge::read_field(&change.field, &change.before, &mut source))
        }
        Mention::Number(id) => {
            project.quantities().get(&id).cloned().is_some_and(|mut number| merge::read_field(&change.field, &change.before, &mut number))
        }
    }
}

fn read_claim(field: &str, words: &str, claim: &mut Claim) -> bool {
    match field {
        "rating" => {
            let (place, word) = words.split_once(' ').unwrap_or((words, ""));
            let grade = place.parse().ok().and_then(Grade::new);
            let reason = claim.rating.take().map(|rating| rating.reason).unwrap_or_default();
            claim.rating = grade.map(|grade| Rating { word: word.to_owned(), ..Rating::new(grade, reason) });
            grade.is_some() || words.is_empty()
        }
        "reason" => claim.rating.as_mut().map(|rating| words.clone_into(&mut rating.reason)).is_some(),
        "kind" if words.is_empty() => {
            claim.kind = Default::default();
            true
        }
        _ => merge::read_field(field, words, claim),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, Field};
    use crate::edit::transaction::Visit;
    use crate::model::claim::{Stance, Status};
    use crate::session::IdSource;
    use crate::testing::{NOW, claim, project};

    fn desk() -> Session {
        Session::new(project("T\n[It rained|claim], [they|source] said."), None, IdSource::new(1))
    }

    fn first(session: &Session) -> &Claim {
        &session.project().claims()[&claim(session.project(), "A1")]
    }

    fn last_line(session: &Session, field: &str) -> ChangeId {
        session.project().changes().values().rev().find(|line| line.field == field).unwrap().id
    }

    #[test]
    fn an_earlier_state_comes_back_as_a_step_that_can_be_undone() {
        let mut session = desk();
        let id = first(&session).id;
        session.run(Command::AddEvidence(id), NOW);
        let row = first(&session).evidence[0].id;
        session.run(Command::Type { field: Field::EvidenceText(id, row), text: "Seen in the video".into(), visit: Visit(1) }, NOW);
        session.run(Command::SetStance(id, row, Stance::Supports), NOW);
        session.run(Command::RemoveEvidence(id, row), NOW);
        assert!(first(&session).evidence.is_empty());
        let line = last_line(&session, "evidence");
        session.run(Command::Restore(line), NOW);
        assert_eq!(first(&session).evidence[0].text, "Seen in the video");
        assert_eq!(session.history().undo_label(), Some("restore the evidence of A1"));
        session.run(Command::Run(crate::command::Action::Undo), NOW);
        assert!(first(&session).evidence.is_empty());
    }

    #[test]
    fn without_the_steps_words_bring_back_what_words_can_say() {
        let mut session = desk();
        let id = first(&session).id;
        session.run(Command::Rate(id, Some(1)), NOW);
        session.run(Command::SetStatus(id, Status::Cut), NOW);
        session.run(Command::Rate(id, Some(5)), NOW);
        session.run(Command::SetStatus(id, Status::Confirmed), NOW);
        session.run(Command::AddEvidence(id), NOW);
        let mut session = Session::new(session.project().clone(), None, IdSource::new(2));
        let (rating, status, evidence) = (last_line(&session, "rating"), last_line(&session, "status"), last_line(&session, "evidence"));
        session.run(Command::Restore(rating), NOW);
        session.run(Command::Restore(status), NOW);
        assert_eq!(first(&session).rating.as_ref().map(|rating| rating.grade.value()), Some(1));
        assert_eq!(first(&session).status, Status::Cut);
        assert!(!session.can_restore(&session.project().changes()[&evidence]));
        session.run(Command::Restore(evidence), NOW);
        assert!(session.notice().unwrap().words.contains("A backup may hold it"));
    }
}
