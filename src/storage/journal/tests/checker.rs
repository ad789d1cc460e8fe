//! Somebody who works on a project: a deed of every kind by its number.

use std::sync::Arc;

use crate::edit::draft::{Draft, Signature};
use crate::edit::transaction::Visit;
use crate::edit::{Deed, EditError, History, Transaction, difference};
use crate::model::annotation::{Annotation, Mention};
use crate::model::claim::{Claim, Evidence, Grade, Rating, Stance, Status};
use crate::model::document::{Document, Meta, Structure, Text};
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, EvidenceId, ExclusionId, LinkId, ProjectId, SourceId, Uid};
use crate::model::link::{Link, Role};
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::source::{FirstHand, Source, SourceKind};

const WORDS: &str = "Dyke “fails”\nAbout 1,500 people 👨‍👩‍👧 left.\nSo said the mayor.";

/// Somebody who works on a project, as a session does.
pub struct Checker {
    /// The project as it is now.
    pub project: Project,
    /// Undo and redo.
    pub history: History,
    last_id: u64,
    time_ms: i64,
    /// Milliseconds from one step to the next.
    pub tick_ms: i64,
}

impl Checker {
    pub fn new() -> Self {
        Checker::at(Project::new(ProjectId(Uid(1)), "New project"), History::default())
    }

    pub fn at(project: Project, history: History) -> Self {
        let last_id = project.changes().keys().next_back().map_or(0, |id| id.0.0) + 1_000;
        Checker { project, history, last_id, time_ms: 1_900_000_000_000, tick_ms: 250 }
    }

    fn id(&mut self) -> Uid {
        self.last_id += 1;
        Uid(self.last_id)
    }

    pub fn step(&mut self, visit: Option<Visit>, draft: impl FnOnce(&mut Draft<'_>) -> Result<(), EditError>) -> Option<Deed> {
        let retaken = visit.and_then(|visit| self.history.retake(visit, &mut self.project).unwrap());
        self.time_ms += self.tick_ms;
        let signature = Signature { at: Moment::from_ms(self.time_ms), by: "RK".into() };
        let mut step = Draft::new(&mut self.project);
        let done = draft(&mut step);
        let step = match done {
            Ok(()) if step.is_empty() => None,
            Ok(()) => {
                let last_id = &mut self.last_id;
                let next = || {
                    *last_id += 1;
                    ChangeId(Uid(*last_id))
                };
                let label = format!("step of {}", self.time_ms);
                Some(Arc::new(Transaction { visit, ..step.finish(&label, &signature, next).unwrap() }))
            }
            Err(_) => {
                step.abandon();
                None
            }
        };
        if let Some(step) = &step {
            self.history.push(Arc::clone(step));
        }
        (step.is_some() || retaken.is_some()).then_some(Deed::Done { step, in_place_of: retaken })
    }

    /// Something that a checker does, by its number.
    pub fn act(&mut self, kind: u8, number: usize) -> Option<Deed> {
        let claim = self.project.claims().keys().nth(number % self.project.claims().len().max(1)).copied();
        let document = self.project.order().get(number % self.project.order().len().max(1)).copied();
        let (one, two) = (self.id(), self.id());
        match (kind % 12, claim, document) {
            (0, ..) => self.history.undo(&mut self.project).unwrap().cloned().map(Deed::Undone),
            (1, ..) => self.history.redo(&mut self.project).unwrap().cloned().map(Deed::Redone),
            (2, ..) | (3..=5, _, None) => self.step(None, |draft| {
                let text = Text::freeze(format!("{WORDS}\r\nNumber {}.", number % 4));
                draft.add(Document {
                    id: DocumentId(one),
                    text,
                    structure: Structure::default(),
                    meta: Meta::default(),
                    opened: Moment::from_ms(5),
                    signed: None,
                    dropped: Vec::new(),
                    asides: Vec::new(),
                    original: None,
                    earlier: Vec::new(),
                    unknown: Default::default(),
                })?;
                draft.reorder([&[DocumentId(one)], draft.project().order()].concat())
            }),
            (3..=5, _, Some(document)) => self.step(None, |draft| {
                let number = draft.next_claim_number(document);
                draft.add(Claim::new(ClaimId(one), document, number, Moment::from_ms(7), "RK"))?;
                mark(draft, one, document, Mention::Claim(ClaimId(one)))?;
                draft.add(mayor(SourceId(two)))?;
                let (from, to) = (Mention::Claim(ClaimId(one)), Mention::Source(SourceId(two)));
                draft.add(Link::new(LinkId(two), from, to, Role::RestsOn))
            }),
            (6, Some(claim), _) => {
                self.step(Some(Visit(1)), |draft| draft.change::<Claim>(claim, |claim| claim.note = format!("typed {number} \u{202e}“\n”")))
            }
            (7, Some(claim), _) => self.step(None, |draft| {
                draft.change::<Claim>(claim, |claim| {
                    claim.status = if claim.status == Status::Asked { Status::Open } else { Status::Asked };
                    claim.rating = Grade::new(2).map(|grade| Rating::new(grade, "Fewer."));
                    let row = Evidence { text: "Seen".into(), stance: Stance::Supports, ..Evidence::new(EvidenceId(two)) };
                    claim.evidence.push(row);
                })
            }),
            _ => self.act_more(kind, number, (one, claim, document)),
        }
    }

    /// The rest of them.
    fn act_more(&mut self, kind: u8, number: usize, (one, claim, document): (Uid, Option<ClaimId>, Option<DocumentId>)) -> Option<Deed> {
        match (kind % 12, claim, document) {
            (8, Some(claim), _) => self.step(None, |draft| {
                let links: Vec<LinkId> = draft.links(Mention::Claim(claim));
                links.into_iter().try_for_each(|link| draft.remove::<Link>(link))?;
                let marks = draft.mentions(Mention::Claim(claim));
                marks.into_iter().try_for_each(|mark| draft.remove::<Annotation>(mark))?;
                draft.remove::<Claim>(claim)
            }),
            (9, _, Some(document)) => self.step(None, |draft| {
                let text = draft.project().document(document).unwrap().text.clone();
                let span = text.span(0, 12 + number % 20);
                draft.add(Exclusion {
                    id: ExclusionId(one),
                    document,
                    span,
                    reason: Reason::Motive,
                    doubt: Default::default(),
                    unknown: Default::default(),
                })?;
                draft.change::<Document>(document, |document| document.meta.title = format!("Title {number}"))
            }),
            (10, _, Some(document)) => self.step(None, |draft| {
                let order = draft.project().order().iter().copied().filter(|id| *id != document).collect();
                let marks: Vec<_> = draft.project().annotations().values().filter(|mark| mark.document == document).cloned().collect();
                let passages: Vec<_> =
                    draft.project().exclusions().values().filter(|passage| passage.document == document).cloned().collect();
                marks.iter().try_for_each(|mark| draft.remove::<Annotation>(mark.id))?;
                passages.iter().try_for_each(|passage| draft.remove::<Exclusion>(passage.id))?;
                let claims: Vec<_> =
                    draft.project().claims().values().filter(|claim| claim.home == document).map(|claim| claim.id).collect();
                for claim in claims {
                    let links = draft.links(Mention::Claim(claim));
                    links.into_iter().try_for_each(|link| draft.remove::<Link>(link))?;
                    draft.remove::<Claim>(claim)?;
                }
                draft.reorder(order)?;
                draft.remove::<Document>(document)
            }),
            (11, ..) => self.step(None, |draft| {
                draft.rename(&format!("Flood {number}"))?;
                draft.set_house(|house| house.change_scale(|scale| scale.name = format!("House {number}")))
            }),
            _ => None,
        }
    }

    /// Makes the project like another one, as bringing back a backup does.
    pub fn become_like(&mut self, to: &Project) -> Option<Deed> {
        let edits = difference(&self.project, to);
        self.step(None, |draft| edits.into_iter().try_for_each(|edit| draft.put(edit)))
    }

    /// So many deeds of every kind.
    pub fn deeds(&mut self, number: usize) -> Vec<(Deed, Project)> {
        let kinds = [2, 3, 6, 6, 7, 4, 9, 0, 0, 1, 11, 5, 8, 0, 3, 10, 0, 6];
        let mut deeds = Vec::new();
        for at in 0.. {
            if deeds.len() == number {
                break;
            }
            let deed = self.act(kinds[at % kinds.len()], at);
            deeds.extend(deed.map(|deed| (deed, self.project.clone())));
        }
        deeds
    }
}

fn mark(draft: &mut Draft<'_>, id: Uid, document: DocumentId, mention: Mention) -> Result<(), EditError> {
    let text = draft.project().document(document).unwrap().text.clone();
    let span = text.span(3 + (id.0 % 9) as usize, 20 + (id.0 % 30) as usize);
    let (note, keywords, by) = (String::new(), vec!["flood".to_owned()], "RK".to_owned());
    draft.add(Annotation {
        id: AnnotationId(id),
        document,
        span,
        mention,
        note,
        keywords,
        created: Moment::from_ms(9),
        by,
        doubt: Default::default(),
        unknown: Default::default(),
    })
}

fn mayor(id: SourceId) -> Source {
    let (role, grade, first_hand) = ("office".into(), "B2".into(), FirstHand::Yes);
    Source { role, grade, first_hand, kind: SourceKind::Person, ..Source::named(id, "mayor\n\\ “x”") }
}
