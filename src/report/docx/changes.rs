//! What corrections take out of an article and put into it, by place.

use std::ops::Range;

use crate::model::annotation::Mention;
use crate::model::claim::correction::Piece;
use crate::model::claim::{Claim, Status};
use crate::model::document::Span;
use crate::model::project::Project;
use crate::report::AnnotatedArticle;

/// The tracked changes of an article, in the order of its text, in bytes of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Words that go. They do not overlap.
    pub struck: Vec<Range<usize>>,
    /// Words that come, and before which byte.
    pub added: Vec<(usize, String)>,
    /// Corrections that lie in the words of another one.
    pub skipped: usize,
}

/// The changes that the claims of an article ask for, at all of their marks. Of corrections over one another the outer one counts.
pub(super) fn changes(project: &Project, article: &AnnotatedArticle) -> Changes {
    let mut changes = Changes::default();
    let mut taken: Vec<Span> = Vec::new();
    let Some(document) = project.document(article.document) else { return changes };
    for mark in article.marks.iter().filter(|face| face.is_visible).filter_map(|face| project.annotations().get(&face.id)) {
        let Mention::Claim(id) = mark.mention else { continue };
        let Some(claim) = project.claims().get(&id) else { continue };
        let words = document.text.slice(mark.span);
        let pieces = pieces(claim, words);
        if pieces.iter().all(|piece| matches!(piece, Piece::Kept(_))) {
            continue;
        }
        // Marks come in the order of the text: only those that end behind the start of this one can overlap it.
        if taken.iter().rev().any(|other| other.overlaps(mark.span)) {
            changes.skipped += 1;
            continue;
        }
        taken.push(mark.span);
        changes.take(mark.span.start(), pieces);
    }
    changes
}

fn pieces(claim: &Claim, words: &str) -> Vec<Piece> {
    match (&claim.correction, claim.status) {
        (_, Status::Cut) => vec![Piece::Struck(words.to_owned())],
        (Some(correction), _) => correction.difference(words),
        (None, _) => Vec::new(),
    }
}

impl Changes {
    fn take(&mut self, start: usize, pieces: Vec<Piece>) {
        let mut at = start;
        for piece in pieces {
            match piece {
                Piece::Kept(words) => at += words.len(),
                Piece::Struck(words) => {
                    self.struck.push(at..at + words.len());
                    at += words.len();
                }
                Piece::Added(words) => self.added.push((at, words)),
            }
        }
    }

    /// The places inside a stretch where something begins or ends.
    pub fn edges(&self, inside: Range<usize>) -> Vec<usize> {
        let from = self.struck.partition_point(|range| range.end <= inside.start);
        let struck = self.struck.iter().skip(from).take_while(|range| range.start < inside.end).flat_map(|range| [range.start, range.end]);
        let from = self.added.partition_point(|(at, _)| *at <= inside.start);
        let added = self.added.iter().skip(from).map(|(at, _)| *at).take_while(|at| *at < inside.end);
        let mut edges: Vec<usize> = struck.chain(added).filter(|at| inside.start < *at && *at < inside.end).collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    }

    /// Whether the words at a byte go.
    pub fn strikes(&self, at: usize) -> bool {
        let place = self.struck.partition_point(|range| range.end <= at);
        self.struck.get(place).is_some_and(|range| range.contains(&at))
    }
}
