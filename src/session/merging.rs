//! Joining two claims or two sources into one, and splitting a mention off.

use super::articles::{remove_mark, remove_record};
use super::{Outcome, Refusal, Session};
use crate::edit::Draft;
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::{Claim, Evidence, Pointer};
use crate::model::id::{AnnotationId, ClaimId, SourceId};
use crate::model::link::Link;
use crate::model::source::Source;

impl Session {
    /// Joins a claim into another: its mentions, links and evidence move over. What only it says fills what is blank.
    pub(super) fn merge_claims(&mut self, keep: ClaimId, join: ClaimId) -> Outcome {
        if keep == join {
            return Err("A claim cannot be merged with itself. Choose another one.".into());
        }
        self.step(|draft, _| {
            let label = format!("merge {} into {}", draft.project().claim_label(join), draft.project().claim_label(keep));
            let joined = draft.project().claims().get(&join).cloned().ok_or(Refusal("This claim is gone.".into()))?;
            move_mentions(draft, Mention::Claim(join), Mention::Claim(keep))?;
            draft.change::<Claim>(keep, |claim| absorb(claim, joined))?;
            repoint(draft, |row| {
                if row.pointer == Some(Pointer::Claim(join)) {
                    row.pointer = Some(Pointer::Claim(keep));
                }
            })?;
            remove_record(draft, Mention::Claim(join))?;
            Ok(((), label))
        })?;
        self.show_record(Mention::Claim(keep))
    }

    /// Makes one mention a claim of its own, open and unrated.
    pub(super) fn split_claim(&mut self, id: AnnotationId) -> Outcome {
        let Some(mark) = self.project.annotations().get(&id).cloned() else { return Ok(()) };
        let Mention::Claim(claim) = mark.mention else { return Err("Only mentions of claims and sources can be split off.".into()) };
        if self.lookup.mentions(mark.mention).len() < 2 {
            return Err("This claim has only this one mention.".into());
        }
        self.step(|draft, maker| {
            let fresh = Claim::new(maker.id(), mark.document, draft.next_claim_number(mark.document), maker.now(), maker.by());
            let label = format!("split a mention off {}", draft.project().claim_label(claim));
            let mention = Mention::Claim(fresh.id);
            draft.add(fresh)?;
            draft.change::<Annotation>(id, |mark| mark.mention = mention)?;
            Ok(((), label))
        })?;
        self.select_mark(id)
    }

    pub(super) fn split_selected(&mut self) -> Outcome {
        match self.mark().map(|mark| (mark.id, mark.mention)) {
            Some((mark, Mention::Source(_))) => self.split_source(mark),
            Some((mark, _)) => self.split_claim(mark),
            None => Err("Select a mark first.".into()),
        }
    }

    /// Joins a source into another: its mentions and links move over. What only it says fills what is blank.
    pub(super) fn merge_sources(&mut self, keep: SourceId, join: SourceId) -> Outcome {
        if keep == join {
            return Err("A source cannot be merged with itself. Choose another one.".into());
        }
        self.step(|draft, _| {
            let joined = draft.project().sources().get(&join).cloned().ok_or(Refusal("This source is gone.".into()))?;
            let label = format!("merge source “{}”", joined.name);
            move_mentions(draft, Mention::Source(join), Mention::Source(keep))?;
            repoint(draft, |row| row.source = row.source.map(|id| if id == join { keep } else { id }))?;
            rest_elsewhere(draft, join, keep)?;
            draft.change::<Source>(keep, |source| {
                let fields = [
                    (&mut source.role, joined.role),
                    (&mut source.locator, joined.locator),
                    (&mut source.url, joined.url),
                    (&mut source.archive_url, joined.archive_url),
                    (&mut source.contact, joined.contact),
                    (&mut source.heard_by, joined.heard_by),
                    (&mut source.grade, joined.grade),
                ];
                for (kept, other) in fields {
                    if kept.is_empty() {
                        *kept = other;
                    }
                }
                // A contact that one of them keeps to the desk stays there.
                source.is_contact_open &= joined.is_contact_open;
                for root in joined.rests_on {
                    if root != keep && !source.rests_on.contains(&root) {
                        source.rests_on.push(root);
                    }
                }
                source.files.extend(joined.files);
                append_line(&mut source.note, &joined.note);
                // The kind and first hand of the one that is kept stand.
                let mut unknown = joined.unknown;
                unknown.forget("kind");
                unknown.forget("first_hand");
                source.unknown.adopt(&unknown);
            })?;
            remove_record(draft, Mention::Source(join))?;
            Ok(((), label))
        })?;
        self.record = Some(Mention::Source(keep));
        Ok(())
    }

    /// Makes one mention a register entry of its own.
    pub(super) fn split_source(&mut self, id: AnnotationId) -> Outcome {
        let Some(mark) = self.project.annotations().get(&id).cloned() else { return Ok(()) };
        if self.lookup.mentions(mark.mention).len() < 2 || !matches!(mark.mention, Mention::Source(_)) {
            return Err("This entry has only this one mention.".into());
        }
        self.step(|draft, maker| {
            let fresh = Source::named(maker.id(), draft.project().quote(&mark));
            let mention = Mention::Source(fresh.id);
            draft.add(fresh)?;
            draft.change::<Annotation>(id, |mark| mark.mention = mention)?;
            Ok(((), "split a mention off a source".to_owned()))
        })
    }

    pub(super) fn add_source(&mut self, name: &str) -> Outcome {
        let id = self.step(|draft, maker| {
            let source = Source::named(maker.id(), name);
            let id = source.id;
            draft.add(source)?;
            Ok((id, "add source".to_owned()))
        })?;
        self.record = Some(Mention::Source(id));
        self.focus(crate::command::Field::SourceName(id))
    }

    pub(super) fn remove_source(&mut self, id: SourceId) -> Outcome {
        self.step(|draft, _| {
            for mark in draft.mentions(Mention::Source(id)) {
                remove_mark(draft, mark)?;
            }
            if draft.project().sources().contains_key(&id) {
                remove_record(draft, Mention::Source(id))?;
            }
            Ok(((), "remove source".to_owned()))
        })
    }
}

/// Changes what rows of evidence point at.
fn repoint(draft: &mut Draft<'_>, change: impl Fn(&mut Evidence)) -> Outcome {
    let changed = |claim: &&Claim| {
        claim.evidence.iter().any(|row| {
            let mut after = row.clone();
            change(&mut after);
            after != *row
        })
    };
    let claims: Vec<ClaimId> = draft.project().claims().values().filter(changed).map(|claim| claim.id).collect();
    for id in claims {
        draft.change::<Claim>(id, |claim| claim.evidence.iter_mut().for_each(&change))?;
    }
    Ok(())
}

/// Lets sources that rest on one rest on another.
fn rest_elsewhere(draft: &mut Draft<'_>, from: SourceId, to: SourceId) -> Outcome {
    let resting: Vec<SourceId> =
        draft.project().sources().values().filter(|source| source.rests_on.contains(&from)).map(|source| source.id).collect();
    for id in resting {
        draft.change::<Source>(id, |source| {
            let has_it = source.rests_on.contains(&to) || id == to;
            source.rests_on.iter_mut().filter(|root| **root == from && !has_it).for_each(|root| *root = to);
            source.rests_on.retain(|root| *root != from);
        })?;
    }
    Ok(())
}

/// Lets all marks and links of one record point to another; links that would stand twice or point to themselves go.
fn move_mentions(draft: &mut Draft<'_>, from: Mention, to: Mention) -> Outcome {
    for mark in draft.mentions(from) {
        draft.change::<Annotation>(mark, |mark| mark.mention = to)?;
    }
    for id in draft.links(from) {
        let Some(link) = draft.project().links().get(&id).cloned() else { continue };
        let other = link.other_end(from);
        let stands = draft.has_link(to, |old| old.touches(other) && old.role == link.role);
        if other == to || stands {
            draft.remove::<Link>(link.id)?;
        } else {
            draft.change::<Link>(link.id, |link| {
                let end = if link.from == from { &mut link.from } else { &mut link.to };
                *end = to;
            })?;
        }
    }
    Ok(())
}

/// Takes over what the other claim says where this one is blank, and all its evidence.
fn absorb(claim: &mut Claim, other: Claim) {
    if claim.restatement.is_empty() {
        claim.restatement = other.restatement;
    }
    let said = claim.said.take().or(other.said);
    claim.said = said;
    claim.risks = claim.risks.iter().chain(other.risks.iter()).collect();
    let mut unknown = other.unknown;
    unknown.forget("status");
    for (part, is_own) in [("rating", claim.rating.is_some()), ("correction", claim.correction.is_some())] {
        if is_own {
            unknown.forget(part);
            unknown.forget_part(part);
        }
    }
    claim.unknown.adopt(&unknown);
    claim.rating = claim.rating.take().or(other.rating);
    claim.correction = claim.correction.take().or(other.correction);
    claim.evidence.extend(other.evidence);
    append_line(&mut claim.note, &other.note);
}

fn append_line(note: &mut String, other: &str) {
    if !other.is_empty() && note != other {
        if !note.is_empty() {
            note.push('\n');
        }
        note.push_str(other);
    }
}
