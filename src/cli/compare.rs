//! `tickmark compare`: which passages the articles of a project share, for people or for scripts.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use super::terminal::say;
use super::{FAILED, SOUND, complain, count, groups, open};
use crate::compare::{Change, Index, Pair, Passage, Reading, Side, Speaker, compare};
use crate::model::document::Span;
use crate::model::document::offset::OffsetMap;
use crate::model::id::DocumentId;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::session::comparing::{marked_speakers, speakers};

/// Tell which passages the articles of a project share, and what was changed in them
#[derive(clap::Args)]
#[command(after_help = "With --json each line is one object: kind “pair” for two articles that share passages, kind “passages” for each \
                        passage of theirs, kind “group” for figures of the same with what they say together. Positions count Unicode \
                        code points.\nExit code: 0 done, 2 the project cannot be read.")]
pub(super) struct Arguments {
    /// The project file
    #[arg(value_name = "P.ron")]
    project: PathBuf,
    /// Print JSON for scripts, one object a line
    #[arg(long)]
    json: bool,
}

/// Two articles that share passages.
#[derive(Serialize)]
struct PairLine<'a> {
    kind: &'static str,
    one: Article<'a>,
    other: Article<'a>,
    /// Shared passages, and how many of them stand elsewhere in the other.
    passages: usize,
    moved: usize,
    /// Share of the wording of those passages, per cent.
    share: u8,
}

/// An article.
#[derive(Serialize)]
struct Article<'a> {
    letter: String,
    id: String,
    title: &'a str,
}

/// A passage that two articles share.
#[derive(Serialize)]
struct PassageLine {
    kind: &'static str,
    one: Place,
    other: Place,
    /// Share of the wording, per cent.
    share: u8,
    moved: bool,
    /// In a few words, what its changes do.
    verdict: &'static str,
    /// Words that differ, by what stands in their place.
    words: Vec<[String; 2]>,
    /// Changes that are more than rewording.
    changes: Vec<ChangeLine>,
}

/// One article's side of a passage.
#[derive(Serialize)]
struct Place {
    article: String,
    paragraph: String,
    start: usize,
    end: usize,
    quote: String,
}

/// What a change does.
#[derive(Serialize)]
struct ChangeLine {
    what: &'static str,
    one: Vec<String>,
    other: Vec<String>,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let project = match open(&arguments.project) {
        Ok(opened) => opened.project,
        Err(error) => {
            complain(&error.to_string());
            return FAILED;
        }
    };
    let mut index = Index::default();
    project.documents().for_each(|document| index.add(document.id, &document.text));
    let lookup = Lookup::new(&project);
    let mut told = Told { project: &project, lookup: &lookup, index: &index, speakers: BTreeMap::new() };
    let pairs = index.pairs();
    for pair in &pairs {
        if arguments.json {
            told.json(pair);
        } else {
            told.words(pair);
        }
    }
    if pairs.is_empty() && !arguments.json {
        say("No two articles share a passage.");
    }
    if arguments.json {
        groups::json(&project, &lookup);
    } else {
        groups::words(&project, &lookup);
    }
    SOUND
}

/// The articles with what was found in them so far.
struct Told<'a> {
    project: &'a Project,
    lookup: &'a Lookup,
    index: &'a Index,
    speakers: BTreeMap<DocumentId, Vec<Speaker>>,
}

impl Told<'_> {
    fn words(&mut self, pair: &Pair) {
        let letters = [pair.one, pair.other].map(|id| self.project.letter(id));
        let [one, other] = &letters;
        let moved = if pair.moved == 0 { String::new() } else { format!(", {} moved", pair.moved) };
        say(&format!("{one} and {other}: {}{moved}, {} % of the wording", count(pair.passages, "shared passage"), pair.share_percent));
        for (passage, _, _) in self.passages(pair) {
            let place = |id: DocumentId, side: &Side, letter: &String| format!("{letter} ¶{}", self.paragraph(id, side.span));
            let moved = if passage.is_moved { ", moved" } else { "" };
            let (here, there) = (place(pair.one, &passage.one, one), place(pair.other, &passage.other, other));
            say(&format!("  {here:8} {there:8} {:3} %  {}{moved}", passage.share_percent, passage.word()));
        }
    }

    fn json(&mut self, pair: &Pair) {
        let article = |id: DocumentId| Article {
            letter: self.project.letter(id),
            id: id.to_string(),
            title: self.project.document(id).map_or("", |document| document.title()),
        };
        let (passages, moved, share) = (pair.passages, pair.moved, pair.share_percent);
        line(&PairLine { kind: "pair", one: article(pair.one), other: article(pair.other), passages, moved, share });
        let found = self.passages(pair);
        let Some((_, one, other)) = found.first() else { return };
        let maps = (OffsetMap::new(one.text().as_str()), OffsetMap::new(other.text().as_str()));
        for (passage, one, other) in &found {
            let words = |reading: &Reading, spans: &[Span]| spans.iter().map(|span| reading.text().slice(*span).to_owned()).collect();
            let change = |change: &Change| {
                let (ones, others) = change.spans();
                ChangeLine { what: change.word(), one: words(one, &ones), other: words(other, &others) }
            };
            line(&PassageLine {
                kind: "passages",
                one: self.place((pair.one, one), &passage.one, &maps.0),
                other: self.place((pair.other, other), &passage.other, &maps.1),
                share: passage.share_percent,
                moved: passage.is_moved,
                verdict: passage.word(),
                words: passage
                    .hunks
                    .iter()
                    .map(|hunk| [one.text().slice(hunk.one), other.text().slice(hunk.other)].map(str::to_owned))
                    .collect(),
                changes: passage.changes.iter().map(change).collect(),
            });
        }
    }

    fn place(&self, (id, reading): (DocumentId, &Reading), side: &Side, map: &OffsetMap<'_>) -> Place {
        Place {
            article: self.project.letter(id),
            paragraph: self.paragraph(id, side.span),
            start: map.char_from_byte(side.span.start()),
            end: map.char_from_byte(side.span.end()),
            quote: reading.text().slice(side.span).to_owned(),
        }
    }

    fn paragraph(&self, id: DocumentId, span: Span) -> String {
        let document = self.project.document(id);
        document.map_or_else(String::new, |document| document.paragraph_name(document.text.paragraph_at(span.start())))
    }

    /// The passages of a pair, with the two articles as they were compared.
    fn passages(&mut self, pair: &Pair) -> Vec<(Passage, Arc<Reading>, Arc<Reading>)> {
        let (Some(one), Some(other)) = (self.index.reading(pair.one), self.index.reading(pair.other)) else { return Vec::new() };
        for (id, reading) in [(pair.one, one), (pair.other, other)] {
            self.speakers.entry(id).or_insert_with(|| speakers(&marked_speakers(self.project, self.lookup, id), reading));
        }
        let speakers = |id: DocumentId| self.speakers.get(&id).map_or(&[][..], Vec::as_slice);
        let found = compare(one, other, (speakers(pair.one), speakers(pair.other)));
        found.passages.into_iter().map(|passage| (passage, Arc::clone(one), Arc::clone(other))).collect()
    }
}

/// One object a line. Strings and numbers alone can always be written as JSON.
fn line(object: &impl Serialize) {
    say(&serde_json::to_string(object).unwrap_or_default());
}
