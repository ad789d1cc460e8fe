//! Making links by keyboard and mouse, within an article and across articles.

use super::{Mode, Outcome, Refusal, Request, Session};
use crate::model::annotation::{Annotation, Mention, Tag};
use crate::model::document::Span;
use crate::model::id::{AnnotationId, DocumentId, LinkId};
use crate::model::link::{CannotLink, Link, Role, order_ends};
use crate::model::project::Project;

/// Where a link starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStart {
    /// A mark.
    Mark(AnnotationId),
    /// Words without a mark: they become another mention of the claim that is chosen.
    Words(DocumentId, Span),
}

/// A link in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linking {
    /// Where it starts.
    pub start: LinkStart,
    /// The mark chosen as its other end.
    pub end: Option<AnnotationId>,
    /// The role chosen, where several fit.
    pub role: Option<Role>,
    /// What was typed of a claim's name, for example `B1`.
    pub typed: String,
}

impl Session {
    pub(super) fn start_link(&mut self) -> Outcome {
        let start = match (self.mark(), self.selection) {
            (Some(mark), _) => LinkStart::Mark(mark.id),
            (None, Some(selection)) if !selection.is_empty() => LinkStart::Words(selection.document, selection.span()),
            _ => return Err("Select a mark or words first, then press L.".into()),
        };
        self.mode = Mode::Linking(Linking { start, end: None, role: None, typed: String::new() });
        Ok(())
    }

    /// The marks of the article shown that may be the other end.
    fn link_ends(&self, linking: &Linking) -> Vec<AnnotationId> {
        let Some(lookup) = self.document_lookup() else { return Vec::new() };
        let fits = |mark: &Annotation| match linking.start {
            LinkStart::Words(..) => mark.mention.tag() == Tag::Claim,
            LinkStart::Mark(start) => {
                self.project.annotations().get(&start).is_some_and(|start| order_ends(start.mention, mark.mention).is_ok())
            }
        };
        let marks = lookup.marks.iter().filter_map(|mark| self.project.annotations().get(&mark.id));
        marks.filter(|mark| fits(mark)).map(|mark| mark.id).collect()
    }

    /// Chooses the next or previous mark as the other end.
    pub(super) fn step_link_end(&mut self, forward: bool) -> Outcome {
        let Mode::Linking(linking) = &self.mode else { return Ok(()) };
        let ends = self.link_ends(linking);
        let place = |id: &AnnotationId| self.project.annotations().get(id).map_or(0, |mark| mark.span.start());
        let from = match (linking.end, linking.start) {
            (Some(end), _) => place(&end),
            (None, LinkStart::Mark(start)) => place(&start),
            (None, LinkStart::Words(_, span)) => span.start(),
        };
        let current = linking.end.and_then(|end| ends.iter().position(|id| *id == end));
        let chosen = match (current, forward) {
            (Some(at), true) => ends.get(at + 1).or(ends.first()),
            (Some(at), false) => at.checked_sub(1).and_then(|at| ends.get(at)).or(ends.last()),
            (None, true) => ends.iter().find(|id| place(id) >= from).or(ends.first()),
            (None, false) => ends.iter().rev().find(|id| place(id) < from).or(ends.last()),
        };
        match chosen.copied() {
            Some(end) => self.choose_end(end),
            None => Err("No mark of this article fits. Ctrl PgDn shows the next article.".into()),
        }
    }

    fn choose_end(&mut self, end: AnnotationId) -> Outcome {
        let Some(mark) = self.project.annotations().get(&end) else { return Ok(()) };
        let reveal = Request::Reveal { document: mark.document, span: mark.span };
        if let Mode::Linking(linking) = &mut self.mode {
            linking.end = Some(end);
            linking.role = None;
        }
        self.requests.push(reveal);
        Ok(())
    }

    /// A click on a mark while linking: chosen, and linked at once where only one role fits.
    pub(super) fn pick_link_end(&mut self, end: AnnotationId) -> Outcome {
        let Mode::Linking(linking) = &self.mode else { return Ok(()) };
        let is_second_click = linking.end == Some(end);
        self.choose_end(end)?;
        let needs_role = self.link_roles().len() > 1;
        if is_second_click || !needs_role { self.confirm_link() } else { Ok(()) }
    }

    /// The roles that fit the two ends chosen so far.
    pub fn link_roles(&self) -> &'static [Role] {
        let Mode::Linking(Linking { start: LinkStart::Mark(start), end: Some(end), .. }) = &self.mode else { return &[] };
        let (Some(start), Some(end)) = (self.project.annotations().get(start), self.project.annotations().get(end)) else { return &[] };
        order_ends(start.mention, end.mention).map_or(&[], |(from, to)| Role::between(from.tag(), to.tag()))
    }

    pub(super) fn next_role(&mut self) -> Outcome {
        let roles = self.link_roles();
        if let Mode::Linking(linking) = &mut self.mode {
            let at = linking.role.and_then(|role| roles.iter().position(|other| *other == role)).unwrap_or(0);
            linking.role = roles.get((at + 1) % roles.len().max(1)).copied();
        }
        Ok(())
    }

    pub(super) fn pick_role(&mut self, role: Role) -> Outcome {
        if let Mode::Linking(linking) = &mut self.mode {
            linking.role = Some(role);
        }
        Ok(())
    }

    /// A letter or digit typed while linking: the name of a claim, letter by letter.
    pub fn type_link_end(&mut self, letter: char) {
        let Mode::Linking(linking) = &mut self.mode else { return };
        linking.typed.push(letter.to_ascii_uppercase());
        let typed = linking.typed.clone();
        if let Some(end) = self.claim_called(&typed) {
            // The claim exists, so it can be chosen.
            let _ = self.choose_end(end);
        }
    }

    /// The first mention of the claim that is called so.
    fn claim_called(&self, name: &str) -> Option<AnnotationId> {
        let claim = self.project.claims().keys().find(|id| self.project.claim_label(**id) == name)?;
        self.lookup.mentions(Mention::Claim(*claim)).first().copied()
    }

    pub(super) fn confirm_link(&mut self) -> Outcome {
        let Mode::Linking(linking) = self.mode.clone() else { return Ok(()) };
        let Some(end) = linking.end.and_then(|end| self.project.annotations().get(&end)) else {
            return Err("Choose the other end first: J and K, a click, or a claim's name as B2.".into());
        };
        let to = end.mention;
        match linking.start {
            LinkStart::Mark(start) => {
                let Some(from) = self.project.annotations().get(&start).map(|mark| mark.mention) else { return self.leave_mode() };
                self.link(from, to, linking.role)?;
                self.mode = Mode::Reading;
                self.select_mark(start)
            }
            LinkStart::Words(document, span) => match to {
                Mention::Claim(claim) => self.add_mention(claim, document, span),
                other => Err(Refusal(format!("Words can become another mention of a claim, not of a {}.", other.tag().word()))),
            },
        }
    }

    pub(super) fn link(&mut self, one: Mention, other: Mention, role: Option<Role>) -> Outcome {
        let (from, to) = order_ends(one, other).map_err(|error| Refusal(format!("{error}.")))?;
        let usual = Role::between(from.tag(), to.tag()).first().copied();
        let Some(role) = role.or(usual) else { return Ok(()) };
        let is_linked = self.lookup.linked(&self.project, from, role).contains(&to);
        if is_linked {
            return Err(Refusal(format!("{}.", CannotLink::Already)));
        }
        let words = self.step(|draft, maker| {
            draft.add(Link::new(maker.id(), from, to, role))?;
            let (from, to) = (name(draft.project(), from), name(draft.project(), to));
            Ok((format!("Linked: {from} {} {to}.", role.word()), format!("link {from}: {} {to}", role.word())))
        })?;
        self.say(words, false);
        Ok(())
    }

    pub(super) fn unlink(&mut self, id: LinkId) -> Outcome {
        self.step(|draft, _| {
            draft.remove::<Link>(id)?;
            Ok(((), "remove link".to_owned()))
        })
    }

    pub(super) fn set_role(&mut self, id: LinkId, role: Role) -> Outcome {
        let fits = self.project.links().get(&id).is_some_and(|link| Role::between(link.from.tag(), link.to.tag()).contains(&role));
        if !fits {
            return Err("This role does not fit these two.".into());
        }
        self.step(|draft, _| {
            draft.change::<Link>(id, |link| link.role = role)?;
            Ok(((), format!("change link to “{}”", role.word())))
        })
    }
}

/// What a record is called in a sentence.
fn name(project: &Project, record: Mention) -> String {
    match record {
        Mention::Claim(id) => project.claim_label(id),
        Mention::Source(id) => project.sources().get(&id).map_or_else(String::new, |source| source.name.clone()),
        Mention::Number(id) => project.quantities().get(&id).map_or_else(String::new, |number| number.reading()),
    }
}
