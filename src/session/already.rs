//! Claims that were checked before, in this project or in those that the checker has chosen as library: found by wording or figure, and
//! their verdict and evidence taken over as a step.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Outcome, Refusal, Session};
use crate::command::Checked;
use crate::compare::claims::{Likeness, Shelf};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Evidence, Pointer, Rating, Stance};
use crate::model::id::ClaimId;
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
use crate::model::project::Project;

/// Claims offered at most.
const MOST: usize = 3;

/// A claim that was checked, and why it is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The claim.
    pub checked: Checked,
    /// Why.
    pub likeness: Likeness,
}

/// The settled claims of other projects. Made off the drawing thread, and never changed.
#[derive(Clone, Debug, Default)]
pub struct Library {
    claims: Vec<Checked>,
    shelf: Shelf,
    /// The files that they are from.
    paths: Vec<PathBuf>,
}

impl Library {
    /// Puts the settled claims of a project there.
    pub fn add(&mut self, path: PathBuf, project: &Project) {
        let lookup = Lookup::new(project);
        for checked in settled(project, &lookup, None) {
            self.shelf.add(&checked.words);
            // Entries of another register and claims of other articles are not here.
            let evidence = checked.evidence.into_iter().map(|row| without_ties(project, row)).collect();
            self.claims.push(Checked { own: None, evidence, ..checked });
        }
        self.paths.push(path);
    }

    /// How many claims there are.
    pub fn len(&self) -> usize {
        self.claims.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.claims.is_empty()
    }

    /// The files that could be read.
    pub fn paths(&self) -> &[PathBuf] {
        &self.paths
    }
}

/// A row of evidence without what it is tied to in its own project; who it comes from is written down instead.
fn without_ties(project: &Project, row: Evidence) -> Evidence {
    let source = row.source.and_then(|source| project.sources().get(&source)).map(|source| source.name.clone());
    let locator = [source.unwrap_or_default(), row.locator.clone()];
    let locator = locator.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    Evidence { locator, source: None, pointer: None, due: None, ..row }
}

/// A question about one claim, to be answered off the drawing thread.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The claim.
    pub claim: ClaimId,
    project: Project,
    library: Arc<Library>,
    words: [String; 2],
}

impl Asked {
    /// Answers it: some 10 ms in a project of 5,000 claims.
    pub fn answer(&self) -> Vec<Known> {
        let lookup = Lookup::of_records(&self.project);
        let own = settled(&self.project, &lookup, Some(self.claim));
        let mut shelf = Shelf::default();
        own.iter().for_each(|checked| shelf.add(&checked.words));
        let mut found = self.like(&shelf, &own);
        found.extend(self.like(&self.library.shelf, &self.library.claims));
        found.sort_by(|one, other| other.likeness.cmp(&one.likeness).then(other.checked.since.epoch_ms.cmp(&one.checked.since.epoch_ms)));
        found.truncate(MOST);
        found
    }

    fn like(&self, shelf: &Shelf, claims: &[Checked]) -> Vec<Known> {
        let mut found: Vec<(usize, Likeness)> = Vec::new();
        for words in self.words.iter().filter(|words| !words.trim().is_empty()) {
            for (at, likeness) in shelf.like(words) {
                if !found.iter().any(|(known, _)| *known == at) {
                    found.push((at, likeness));
                }
            }
        }
        found.into_iter().filter_map(|(at, likeness)| Some(Known { checked: claims.get(at)?.clone(), likeness })).collect()
    }
}

/// The settled claims of a project but for one, which is not told about itself or about claims that are linked as the same.
fn settled(project: &Project, lookup: &Lookup, but: Option<ClaimId>) -> Vec<Checked> {
    let others = project.claims().values().filter(|claim| claim.is_settled() && Some(claim.id) != but);
    others.map(|claim| checked(project, lookup, claim)).collect()
}

fn checked(project: &Project, lookup: &Lookup, claim: &Claim) -> Checked {
    let quote = lookup.quote(project, Mention::Claim(claim.id));
    let words = if claim.restatement.trim().is_empty() { quote } else { claim.restatement.trim() };
    let verdict = match (&claim.rating, claim.not_checkable) {
        (Some(rating), _) => project.rating_label(rating),
        (None, Some(reason)) => format!("not checkable: {}", reason.word()),
        (None, None) => claim.status.word().to_lowercase(),
    };
    Checked {
        own: Some(claim.id),
        project: project.name().to_owned(),
        label: project.claim_label(claim.id),
        words: words.to_owned(),
        verdict,
        since: claim.status_since,
        status: claim.status,
        not_checkable: claim.not_checkable,
        rating: claim.rating.as_ref().map(|rating| named(project, rating)),
        evidence: claim.evidence.clone(),
    }
}

/// A rating with its word and the name of its scale, which are blank where they are those in use.
fn named(project: &Project, rating: &Rating) -> Rating {
    let scale = project.scale();
    let word = scale.values.iter().find(|value| value.place == rating.grade).map_or("", |value| value.word.as_str());
    let or = |held: &str, usual: &str| if held.is_empty() { usual.to_owned() } else { held.to_owned() };
    Rating { word: or(&rating.word, word), scale: or(&rating.scale, &scale.name), ..rating.clone() }
}

/// How long ago, in days: `today`, `yesterday`, `12 days ago`.
pub fn ago(since: Moment, now: Moment) -> String {
    const DAY_MS: i64 = 86_400_000;
    match (now.epoch_ms - since.epoch_ms).max(0) / DAY_MS {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

impl Session {
    /// Asks whether a claim was checked before; nothing where there is no other claim to ask about.
    pub fn ask_if_checked(&self, claim: ClaimId, library: &Arc<Library>) -> Option<Asked> {
        let held = self.project.claims().get(&claim)?;
        let quote = self.lookup.quote(&self.project, Mention::Claim(claim)).to_owned();
        let words = [quote, held.restatement.clone()];
        Some(Asked { claim, project: self.project.clone(), library: Arc::clone(library), words })
    }

    /// Takes verdict and evidence of a claim that was checked before, with a row that says where they are from.
    pub(super) fn take_verdict(&mut self, id: ClaimId, checked: &Checked) -> Outcome {
        let now = self.now;
        self.step(|draft, maker| {
            let scale = draft.project().scale().clone();
            // A rating of another scale would say something else here.
            let fits = |rating: &Rating| {
                scale.name == rating.scale && scale.values.iter().any(|value| value.place == rating.grade && value.word == rating.word)
            };
            let rating = checked.rating.clone().filter(fits);
            let label = draft.project().claim_label(id);
            let from = if checked.own.is_some() { checked.label.clone() } else { format!("{} of {}", checked.label, checked.project) };
            let mut evidence: Vec<Evidence> = Vec::new();
            for row in &checked.evidence {
                evidence.push(Evidence { id: maker.id(), ..row.clone() });
            }
            let told = format!("Checked before as {from}, {}: {}", ago(checked.since, now), checked.verdict);
            let pointer = checked.own.map(Pointer::Claim);
            evidence.push(Evidence {
                text: told,
                quote: checked.words.clone(),
                stance: Stance::Context,
                pointer,
                ..Evidence::new(maker.id())
            });
            let (by, at) = (maker.by().to_owned(), maker.now());
            if !draft.project().claims().contains_key(&id) {
                return Err(Refusal("This claim is gone.".into()));
            }
            draft.change::<Claim>(id, |claim| {
                if claim.status != checked.status {
                    claim.status = checked.status;
                    claim.status_since = at;
                    claim.status_by = by;
                }
                claim.not_checkable = checked.not_checkable;
                if rating.is_some() {
                    claim.rating = rating;
                }
                claim.evidence.extend(evidence);
            })?;
            Ok(((), format!("take the verdict of {from} for {label}")))
        })
    }
}
