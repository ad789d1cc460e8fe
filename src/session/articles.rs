//! Adding, removing and reordering articles.

use super::grouping::remove_empty;
use super::{Outcome, Refusal, Request, Selection, Session, ViewKind};
use crate::command::NewArticle;
use crate::edit::Draft;
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::Claim;
use crate::model::document::Document;
use crate::model::exclusion::Exclusion;
use crate::model::id::{AnnotationId, ClaimId, DocumentId};
use crate::model::link::Link;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::model::unknown::Unknown;

impl Session {
    /// Adds articles and shows the first of them. One whose text is in the project already is not added again.
    pub(super) fn add_articles(&mut self, articles: Vec<NewArticle>) -> Outcome {
        let mut doubles = Vec::new();
        let mut first: Option<DocumentId> = None;
        self.step(|draft, maker| {
            let mut added = 0;
            for article in articles {
                let same = draft.project().documents().find(|old| old.text.as_str() == article.text.as_str() && !old.text.is_empty());
                if let Some(same) = same {
                    doubles.push(draft.project().letter(same.id));
                    first.get_or_insert(same.id);
                    continue;
                }
                let id = maker.id();
                let opened = maker.now();
                draft.add(Document {
                    id,
                    text: article.text,
                    structure: article.structure,
                    meta: article.meta,
                    opened,
                    signed: None,
                    dropped: Vec::new(),
                    asides: article.asides,
                    original: article.original,
                    earlier: Vec::new(),
                    unknown: Unknown::default(),
                })?;
                let mut order = draft.project().order().to_vec();
                order.push(id);
                draft.reorder(order)?;
                first = if added == 0 { Some(id) } else { first };
                added += 1;
            }
            let label = if added == 1 { "open article".to_owned() } else { format!("open {added} articles") };
            Ok(((), label))
        })?;
        if let Some(first) = first {
            self.show_article(first)?;
        }
        if !doubles.is_empty() {
            self.say(
                format!("Already open as {}: the text is the same to the letter, so it was not added again.", doubles.join(", ")),
                false,
            );
        }
        Ok(())
    }

    /// Removes an article with its marks, and the records that only it mentions.
    pub(super) fn remove_article(&mut self, id: DocumentId) -> Outcome {
        let letter = self.project.letter(id);
        self.step(|draft, _| {
            let marks: Vec<_> = draft.project().annotations().values().filter(|mark| mark.document == id).map(|mark| mark.id).collect();
            for mark in marks {
                remove_mark(draft, mark)?;
            }
            rehome_claims(draft, id)?;
            let set_aside: Vec<_> =
                draft.project().exclusions().values().filter(|passage| passage.document == id).map(|passage| passage.id).collect();
            for passage in set_aside {
                draft.remove::<Exclusion>(passage)?;
            }
            let order = draft.project().order().iter().copied().filter(|other| *other != id).collect();
            draft.reorder(order)?;
            draft.remove::<Document>(id)?;
            Ok(((), format!("remove article {letter}")))
        })?;
        self.say(format!("Article {letter} was removed with its marks. Undo brings it back."), false);
        Ok(())
    }

    /// Moves an article in the list. Letters follow the list; claim numbers stay.
    pub(super) fn move_article(&mut self, id: DocumentId, place: usize) -> Outcome {
        self.step(|draft, _| {
            let mut order: Vec<_> = draft.project().order().iter().copied().filter(|other| *other != id).collect();
            order.insert(place.min(order.len()), id);
            if order != draft.project().order() {
                draft.reorder(order)?;
            }
            Ok(((), "reorder articles".to_owned()))
        })
    }

    /// Moves an article down the list, or up, by so many places.
    pub(super) fn move_article_by(&mut self, id: DocumentId, by: isize) -> Outcome {
        let from = self.project.order().iter().position(|other| *other == id);
        from.map_or(Ok(()), |from| self.move_article(id, from.saturating_add_signed(by)))
    }

    /// Shows an article; its caret stands where it stood when it was last shown in this session, else at the start.
    pub(super) fn show_article(&mut self, id: DocumentId) -> Outcome {
        if self.project.document(id).is_none() {
            return Err("This article is no longer in the project.".into());
        }
        let is_shown = self.selection.is_some_and(|selection| selection.document == id);
        if !is_shown || self.view != ViewKind::Articles {
            self.remember_place();
        }
        if !is_shown {
            let remembered = self.back.iter().rev().find(|place| place.selection.document == id).map(|place| place.selection);
            self.selection = Some(remembered.unwrap_or(Selection::caret(id, 0)));
            self.mark = None;
            if !self.search.query().is_everywhere {
                self.refresh_search();
            }
        }
        self.view = ViewKind::Articles;
        self.requests.push(Request::FocusGalley);
        Ok(())
    }

    /// Shows the article so many places further in the list.
    pub(super) fn step_article(&mut self, by: isize) -> Outcome {
        let order = self.project.order();
        let Some(current) = self.selection.map(|selection| selection.document) else { return Ok(()) };
        let at = order.iter().position(|id| *id == current).unwrap_or(0);
        let next = at.checked_add_signed(by).and_then(|at| order.get(at)).copied();
        match next {
            Some(next) => self.show_article(next),
            None => Err(if by > 0 { "This is the last article." } else { "This is the first article." }.into()),
        }
    }

    /// Numbers the claims of the article shown from 1 in the order of its text.
    pub(super) fn renumber_claims(&mut self) -> Outcome {
        let Some(document) = self.selection.map(|selection| selection.document) else { return Ok(()) };
        let order: Vec<ClaimId> = self.lookup.claims_in(&self.project, document).into_iter().map(|(id, _)| id).collect();
        let letter = self.project.letter(document);
        self.step(|draft, _| {
            let mut number = 0;
            for id in order {
                let is_at_home = draft.project().claims().get(&id).is_some_and(|claim| claim.home == document);
                if is_at_home {
                    number += 1;
                    draft.change::<Claim>(id, |claim| claim.number = number)?;
                }
            }
            Ok(((), format!("renumber the claims of {letter}")))
        })
    }
}

/// Claims that live on in another article get their letter from there.
fn rehome_claims(draft: &mut Draft<'_>, gone: DocumentId) -> Result<(), Refusal> {
    let homeless: Vec<_> = draft.project().claims().values().filter(|claim| claim.home == gone).map(|claim| claim.id).collect();
    for id in homeless {
        let mention = draft.mentions(Mention::Claim(id)).into_iter().min();
        match mention.and_then(|mark| draft.project().annotations().get(&mark)).map(|mark| mark.document) {
            Some(home) => {
                let number = draft.next_claim_number(home);
                draft.change::<Claim>(id, |claim| {
                    claim.home = home;
                    claim.number = number;
                })?;
            }
            None => remove_record(draft, Mention::Claim(id))?,
        }
    }
    Ok(())
}

/// Removes a mark, and its record with its links where that was the last mark. A register entry to which the checker has
/// added something stays.
pub(super) fn remove_mark(draft: &mut Draft<'_>, id: AnnotationId) -> Result<(), Refusal> {
    let Some(record) = draft.project().annotations().get(&id).map(|mark| mark.mention) else { return Ok(()) };
    draft.remove::<Annotation>(id)?;
    let is_mentioned = draft.is_mentioned(record);
    let stays = match record {
        Mention::Source(id) => draft.project().sources().get(&id).is_some_and(|source| !source.is_bare()),
        Mention::Claim(_) | Mention::Number(_) => false,
    };
    if is_mentioned || stays { Ok(()) } else { remove_record(draft, record) }
}

/// Removes a record with its links.
pub(super) fn remove_record(draft: &mut Draft<'_>, record: Mention) -> Result<(), Refusal> {
    for link in draft.links(record) {
        draft.remove::<Link>(link)?;
    }
    match record {
        Mention::Claim(id) => draft.remove::<Claim>(id)?,
        Mention::Number(id) => {
            let group = draft.project().quantities().get(&id).and_then(|number| number.group);
            draft.remove::<Quantity>(id)?;
            remove_empty(draft, group.as_slice())?;
            // What was stated of it goes with it.
            if draft.project().house().stated.iter().any(|stated| stated.holds(id)) {
                draft.set_house(|house| house.stated.retain(|stated| !stated.holds(id)))?;
            }
        }
        Mention::Source(id) => draft.remove::<Source>(id)?,
    }
    Ok(())
}
