//! Sign-off: what is signed stays as it is until somebody opens it again with a reason.

use super::{Outcome, Refusal, Session};
use crate::command::ArticleChange;
use crate::edit::{Draft, Edit};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Pointer};
use crate::model::document::Document;
use crate::model::id::DocumentId;
use crate::model::project::Project;
use crate::model::signature::SignOff;

impl Session {
    /// Signs the article shown off.
    pub(super) fn sign_shown_article(&mut self) -> Outcome {
        match self.selection {
            Some(selection) => self.change_article(ArticleChange::SignOff(selection.document)),
            None => Err("Open an article first.".into()),
        }
    }

    /// Signs an article off, or opens it again.
    pub(super) fn change_article(&mut self, change: ArticleChange) -> Outcome {
        match change {
            ArticleChange::SignOff(id) => self.sign_article(id),
            ArticleChange::Reopen(id, reason) => self.reopen_article(id, &reason),
        }
    }

    fn sign_article(&mut self, id: DocumentId) -> Outcome {
        self.check_signer()?;
        let letter = self.project.letter(id);
        let Some(document) = self.project.document(id) else { return Err("This article is no longer in the project.".into()) };
        if let Some(signed) = document.signed.as_ref().filter(|signed| signed.holds()) {
            return Err(Refusal(format!("{letter} is signed off already, by {}.", signed.by)));
        }
        let claims = self.lookup.claims_in(&self.project, id);
        let open: Vec<_> = claims.iter().filter_map(|(id, _)| self.project.claims().get(id)).filter(|claim| !claim.is_settled()).collect();
        if let Some(first) = open.first() {
            let are = if open.len() == 1 { "is" } else { "are" };
            let words = crate::model::count::count(open.len(), "claim");
            return Err(Refusal(format!(
                "{words} of {letter} {are} not settled, first {}. Settle them, then sign.",
                self.project.claim_label(first.id)
            )));
        }
        let by = self.checker.trim().to_owned();
        self.step(|draft, maker| {
            let signed = SignOff::new(maker.by().trim(), maker.now());
            draft.change::<Document>(id, |document| document.signed = Some(signed))?;
            Ok(((), format!("sign {letter} off")))
        })?;
        self.say(format!("{letter} is signed off by {by}. Its marks are locked; opening it again needs a reason."), false);
        Ok(())
    }

    fn reopen_article(&mut self, id: DocumentId, reason: &str) -> Outcome {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err("Write why the article is opened again.".into());
        }
        let letter = self.project.letter(id);
        self.step(|draft, _| {
            draft.change::<Document>(id, |document| {
                if let Some(signed) = &mut document.signed {
                    signed.reopened = reason;
                }
            })?;
            Ok(((), format!("open {letter} again")))
        })
    }
}

/// Refuses a step that changes what is signed off.
pub(super) fn check(draft: &Draft<'_>) -> Outcome {
    let project = draft.project();
    draft.edits().iter().try_for_each(|edit| check_edit(edit, project))
}

fn check_edit(edit: &Edit, project: &Project) -> Outcome {
    match edit {
        Edit::PutClaim(swap) => match (swap.before.as_deref(), swap.after.as_deref()) {
            (Some(before), after) if before.is_signed() && !only_opens(before, after, project) => Err(locked_claim(before, project)),
            _ => Ok(()),
        },
        Edit::PutLink(swap) => {
            let from = swap.before.iter().chain(&swap.after).find_map(|link| signed_claim(project, link.from));
            from.map_or(Ok(()), |claim| Err(locked_claim(claim, project)))
        }
        Edit::PutAnnotation(swap) => {
            let documents = swap.before.iter().chain(&swap.after).map(|mark| mark.document);
            // Notes and keywords are about the mark; what is locked is where it stands and what it mentions.
            let place = |mark: &crate::model::annotation::Annotation| (mark.document, mark.span, mark.mention);
            let is_moved = swap.before.as_deref().map(place) != swap.after.as_deref().map(place);
            if is_moved { check_articles(documents, project) } else { Ok(()) }
        }
        Edit::PutExclusion(swap) => check_articles(swap.before.iter().chain(&swap.after).map(|passage| passage.document), project),
        Edit::PutDocument(swap) => match (swap.before.as_deref(), swap.after.as_deref()) {
            (Some(before), None) if before.is_signed() => Err(locked_article(before, project)),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Whether a change of a signed claim opens it, gives it another letter or number, which its article does, or lets its evidence follow
/// an article to its next draft.
fn only_opens(before: &Claim, after: Option<&Claim>, project: &Project) -> bool {
    let Some(after) = after else { return false };
    let mut same = Claim { home: before.home, number: before.number, signed: before.signed.clone(), ..after.clone() };
    for (row, was) in same.evidence.iter_mut().zip(&before.evidence) {
        if let (Some(Pointer::Passage(new)), Some(Pointer::Passage(old))) = (row.pointer, was.pointer)
            && project.document(new).is_some_and(|document| document.was(old))
        {
            row.pointer = was.pointer;
        }
    }
    same == *before
}

fn signed_claim(project: &Project, record: Mention) -> Option<&Claim> {
    match record {
        Mention::Claim(id) => project.claims().get(&id).filter(|claim| claim.is_signed()),
        Mention::Number(_) | Mention::Source(_) => None,
    }
}

fn check_articles(mut documents: impl Iterator<Item = DocumentId>, project: &Project) -> Outcome {
    let signed = documents.find_map(|id| project.document(id).filter(|document| document.is_signed()));
    signed.map_or(Ok(()), |document| Err(locked_article(document, project)))
}

fn locked_claim(claim: &Claim, project: &Project) -> Refusal {
    let by = claim.signed.as_deref().map_or("", |signed| signed.by.as_str());
    Refusal(format!(
        "{} is signed off by {by} and stays as it is. Open it again first; that needs a reason.",
        project.claim_label(claim.id)
    ))
}

fn locked_article(document: &Document, project: &Project) -> Refusal {
    let by = document.signed.as_ref().map_or("", |signed| signed.by.as_str());
    // Where it was just taken out of the list it has no letter any more.
    let is_listed = project.order().contains(&document.id);
    let name = if is_listed { project.letter(document.id) } else { format!("“{}”", document.title()) };
    Refusal(format!("{name} is signed off by {by}, so its marks are locked. Open it again first; that needs a reason."))
}

#[cfg(test)]
mod tests {
    use crate::command::{Action, ArticleChange, ClaimChange, Command};
    use crate::model::claim::{Claim, Status};
    use crate::model::exclusion::Reason;
    use crate::session::IdSource;
    use crate::session::Session;
    use crate::testing::{NOW, claim, project};

    /// A signed claim and an open one.
    fn desk() -> Session {
        let text = "T\n[It rained|claim], [they|source] said. [It poured|claim]. Dry words.";
        let mut session = Session::new(project(text), None, IdSource::new(1));
        session.set_checker("RK");
        session
    }

    fn run(session: &mut Session, command: Command) -> String {
        session.dismiss_notice();
        session.run(command, NOW);
        session.notice().map_or_else(String::new, |notice| notice.words.clone())
    }

    fn of<'a>(session: &'a Session, label: &str) -> &'a Claim {
        &session.project().claims()[&claim(session.project(), label)]
    }

    #[test]
    fn a_signed_claim_stays_as_it_is_until_it_is_opened_with_a_reason() {
        let mut session = desk();
        let id = claim(session.project(), "A1");
        let said = run(&mut session, Command::Change(vec![id], ClaimChange::SignOff));
        assert!(said.starts_with("A1 is not settled yet."), "{said}");
        run(&mut session, Command::SetStatus(id, Status::Confirmed));
        assert_eq!(run(&mut session, Command::Change(vec![id], ClaimChange::SignOff)), "A1 is signed off by RK.");
        let said = run(&mut session, Command::SetStatus(id, Status::Cut));
        assert_eq!(said, "A1 is signed off by RK and stays as it is. Open it again first; that needs a reason.");
        assert_eq!(of(&session, "A1").status, Status::Confirmed);
        let said = run(&mut session, Command::Change(vec![id], ClaimChange::Reopen("  ".into())));
        assert!(said.starts_with("Write why"), "{said}");
        run(&mut session, Command::Change(vec![id], ClaimChange::Reopen("New count came in.".into())));
        assert_eq!(run(&mut session, Command::SetStatus(id, Status::Cut)), "");
        assert_eq!(of(&session, "A1").status, Status::Cut);
        let told: Vec<_> = session.project().changes().values().map(|line| (line.field.as_str(), line.after.as_str())).collect();
        assert!(told.contains(&("sign-off", "opened again: New count came in.")), "{told:?}");
    }

    #[test]
    fn nobody_signs_without_a_name() {
        let mut session = desk();
        session.set_checker(" ");
        let id = claim(session.project(), "A1");
        run(&mut session, Command::SetStatus(id, Status::Confirmed));
        let said = run(&mut session, Command::Change(vec![id], ClaimChange::SignOff));
        assert!(said.contains("settings"), "{said}");
    }

    #[test]
    fn the_marks_of_a_signed_article_are_locked() {
        let mut session = desk();
        let document = session.project().order()[0];
        let said = run(&mut session, Command::ChangeArticle(ArticleChange::SignOff(document)));
        assert_eq!(said, "2 claims of A are not settled, first A1. Settle them, then sign.");
        let (one, other) = (claim(session.project(), "A1"), claim(session.project(), "A2"));
        run(&mut session, Command::Change(vec![one], ClaimChange::NotCheckable(Some(Reason::Opinion))));
        run(&mut session, Command::SetStatus(other, Status::Cut));
        let said = run(&mut session, Command::Run(Action::SignArticle));
        assert!(said.starts_with("A is signed off by RK."), "{said}");
        let before = session.project().clone();
        let marks: Vec<_> = before.annotations().values().cloned().collect();
        let text = before.document(document).unwrap().text.clone();
        let span = text.span(text.len() - 11, text.len() - 6);
        let tries = [
            Command::Tag { document, span, tag: crate::model::annotation::Tag::Claim },
            Command::RemoveMark(marks[0].id),
            Command::Resize { mark: marks[0].id, span },
        ];
        for command in tries {
            let said = run(&mut session, command.clone());
            assert!(said.starts_with("A is signed off by RK, so its marks are locked."), "{command:?}: {said}");
            assert_eq!(session.project(), &before, "{command:?}");
        }
        let said = run(&mut session, Command::RemoveArticle(document));
        assert!(said.contains("is signed off by RK") && session.project() == &before, "{said}");
        run(&mut session, Command::ChangeArticle(ArticleChange::Reopen(document, "A new draft".into())));
        assert_eq!(run(&mut session, Command::RemoveMark(marks[0].id)), "");
        assert_ne!(session.project(), &before);
    }
}
