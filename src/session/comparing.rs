//! Two articles beside each other: who speaks in them, and claims and links made of the passages that they share.

use super::tagging::{new_record, put_mark};
use super::{Outcome, Refusal, Request, Session};
use crate::command::PassagePair;
use crate::compare::{Speaker, reading::Reading};
use crate::edit::Draft;
use crate::model::annotation::{Mention, Tag};
use crate::model::count::count;
use crate::model::document::Span;
use crate::model::id::{ClaimId, DocumentId};
use crate::model::link::{Link, Role};
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::session::stepping::Maker;
use crate::suggest::speakers::citations;

/// Who speaks in an article, in the order of the text: the marked sources, and whom it cites where nobody has marked any. Takes a while
/// in a long article, so that it is a job.
pub fn speakers(marked: &[Speaker], reading: &Reading) -> Vec<Speaker> {
    let mut found = marked.to_vec();
    for citation in citations(reading.text(), reading.text().language()) {
        if !marked.iter().any(|known| known.span.overlaps(citation.speaker)) {
            found.push(Speaker { span: citation.speaker, named: citation.earlier.unwrap_or(citation.speaker), kind: None });
        }
    }
    found.sort_by_key(|speaker| speaker.span);
    found
}

/// The sources that are marked in an article, in the order of the text.
pub fn marked_speakers(project: &Project, lookup: &Lookup, id: DocumentId) -> Vec<Speaker> {
    let Some(document) = lookup.document(id) else { return Vec::new() };
    let sources = document.marks.iter().filter(|mark| mark.tag == Tag::Source);
    let marks = sources.filter_map(|mark| project.annotations().get(&mark.id)).filter(|mark| !mark.is_lost());
    let speaker = |mark: &crate::model::annotation::Annotation| {
        let kind = match mark.mention {
            Mention::Source(source) => project.sources().get(&source).map(|source| source.kind),
            _ => None,
        };
        Speaker { span: mark.span, named: mark.span, kind }
    };
    marks.map(speaker).collect()
}

/// The claim that a passage says: the one marked on it, or the largest marked within it.
pub fn claim_of(project: &Project, lookup: &Lookup, document: DocumentId, passage: Span) -> Option<ClaimId> {
    let marks = lookup.document(document)?.marks.overlapping(passage);
    claim_among(project, marks.into_iter().map(|mark| mark.id), passage)
}

fn claim_among(project: &Project, marks: impl Iterator<Item = crate::model::id::AnnotationId>, passage: Span) -> Option<ClaimId> {
    let claims = marks.filter_map(|id| project.annotations().get(&id)).filter_map(|mark| match mark.mention {
        Mention::Claim(claim) => mark.span.intersection(passage).map(|common| (common.len(), mark.span, claim)),
        _ => None,
    });
    // A claim on a neighbouring sentence that reaches in by a word is another one.
    let most = claims.filter(|(common, span, _)| common * 2 > span.len() || passage.contains(*span) || span.contains(passage));
    most.max_by_key(|(common, span, _)| (*common, std::cmp::Reverse(span.len()))).map(|(_, _, claim)| claim)
}

impl Session {
    /// Whether two claims are linked as the same.
    pub fn are_linked_as_same(&self, one: ClaimId, other: ClaimId) -> bool {
        let links = self.lookup.links(Mention::Claim(one)).iter().filter_map(|id| self.project.links().get(id));
        links.filter(|link| link.role == Role::Same).any(|link| link.touches(Mention::Claim(other)))
    }

    /// Makes one claim of each pair of passages, with a mention in each article. What is a claim already is kept.
    pub(super) fn claim_pairs(&mut self, pairs: &[PassagePair]) -> Outcome {
        let made = self.step(|draft, maker| {
            let mut made = Vec::new();
            for pair in pairs {
                made.extend(claim_pair(draft, maker, pair)?);
            }
            let Some(first) = made.first() else {
                return Err("These passages are one claim already. Enter shows it in the text.".into());
            };
            let label = draft.project().claim_label(*first);
            Ok((
                made.clone(),
                if made.len() == 1 {
                    format!("make claim {label} of two passages")
                } else {
                    format!("make {} of passages", count(made.len(), "claim"))
                },
            ))
        })?;
        let labels: Vec<String> = made.iter().map(|id| self.project.claim_label(*id)).collect();
        let words = match labels.as_slice() {
            [one] => format!("{one} is a claim of both articles."),
            many => format!("{} of both articles: {}. Undo takes all of them back.", count(many.len(), "claim"), many.join(", ")),
        };
        self.record = made.last().copied().map(Mention::Claim);
        self.tell(words);
        Ok(())
    }

    /// Links the claims of each pair of passages as the same; a passage without a claim becomes one.
    pub(super) fn link_pairs(&mut self, pairs: &[PassagePair]) -> Outcome {
        let linked = self.step(|draft, maker| {
            let mut linked = Vec::new();
            for pair in pairs {
                linked.extend(link_pair(draft, maker, pair)?);
            }
            let Some((one, other)) = linked.first().copied() else {
                return Err("These passages are linked already.".into());
            };
            let (one, other) = (draft.project().claim_label(one), draft.project().claim_label(other));
            Ok((
                linked.clone(),
                if linked.len() == 1 { format!("link {one}: same as {other}") } else { format!("link {}", count(linked.len(), "passage")) },
            ))
        })?;
        let words = match linked.as_slice() {
            [(one, other)] => format!("Linked: {} same as {}.", self.project.claim_label(*one), self.project.claim_label(*other)),
            many => format!("{} linked as the same. Undo takes all of it back.", count(many.len(), "passage")),
        };
        self.tell(words);
        Ok(())
    }

    fn tell(&mut self, words: String) {
        self.requests.push(Request::Announce(words.clone()));
        self.say(words, false);
    }
}

/// The claim on a passage as the draft has it.
fn claim_there(draft: &Draft<'_>, document: DocumentId, passage: Span) -> Option<ClaimId> {
    claim_among(draft.project(), draft.marks_over(document, passage).into_iter(), passage)
}

/// One claim of two passages; none where they are one already.
fn claim_pair(draft: &mut Draft<'_>, maker: &mut Maker<'_>, pair: &PassagePair) -> Result<Option<ClaimId>, Refusal> {
    let there = [pair.one, pair.other].map(|(document, passage)| claim_there(draft, document, passage));
    let (claim, missing) = match there {
        // Two claims can be linked or merged; to make them one is not ours.
        [Some(_), Some(_)] => return Ok(None),
        [Some(claim), None] => (claim, vec![pair.other]),
        [None, Some(claim)] => (claim, vec![pair.one]),
        [None, None] => match new_record(draft, maker, pair.one.0, pair.one.1, Tag::Claim)? {
            Mention::Claim(claim) => (claim, vec![pair.one, pair.other]),
            _ => return Ok(None),
        },
    };
    for (document, passage) in missing {
        put_mark(draft, maker, document, passage, Mention::Claim(claim))?;
    }
    Ok(Some(claim))
}

/// The claims of two passages linked as the same; none where they are one, or linked so.
fn link_pair(draft: &mut Draft<'_>, maker: &mut Maker<'_>, pair: &PassagePair) -> Result<Option<(ClaimId, ClaimId)>, Refusal> {
    let mut claims = Vec::new();
    for (document, passage) in [pair.one, pair.other] {
        let claim = match claim_there(draft, document, passage) {
            Some(claim) => claim,
            None => {
                let record = new_record(draft, maker, document, passage, Tag::Claim)?;
                put_mark(draft, maker, document, passage, record)?;
                let Mention::Claim(claim) = record else { return Ok(None) };
                claim
            }
        };
        claims.push(claim);
    }
    let [one, other] = claims.as_slice() else { return Ok(None) };
    let (from, to) = (Mention::Claim(*one), Mention::Claim(*other));
    let links = draft.links(from);
    let is_same = |link: &&Link| link.role == Role::Same && link.touches(to);
    let is_linked = links.iter().filter_map(|id| draft.project().links().get(id)).any(|link| is_same(&link));
    if one == other || is_linked {
        return Ok(None);
    }
    draft.add(Link::new(maker.id(), from, to, Role::Same))?;
    Ok(Some((*one, *other)))
}
