//! The lines of a note on a claim, and small runs that tables use too.

use super::tables::{claim, places, rating, web};
use super::{Look, Run, Words};
use crate::model::annotation::Mention;
use crate::model::claim::correction::Piece;
use crate::model::claim::{Stance, Status};
use crate::model::quantity::Approximation;
use crate::model::source::FirstHand;
use crate::report::anchors::Anchors;
use crate::report::words::capitalised;
use crate::report::{EvidenceLine, Jump, Language, LinkLine, Note, NumberLine, SourceLine};

/// A line of a note.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct NoteLine {
    /// What it is: `Reason`.
    pub name: String,
    /// Whether the name itself is a warning.
    pub is_warning: bool,
    /// Its words.
    pub words: Words,
}

/// Verbatim words in quotation marks, unless they bring their own.
pub(super) fn quoted(language: Language, words: &str) -> Run {
    let is_quoted = words.starts_with(['“', '"', '„', '«', '‘']) || words.ends_with(['”', '"', '»', '’']);
    Run::new(if is_quoted { words.to_owned() } else { language.say_with("quoted", &[("words", words.into())]) }, Look::Quote)
}

/// Old and new wording in one.
pub(super) fn difference(pieces: &[Piece]) -> Words {
    let run = |piece: &Piece| match piece {
        Piece::Kept(words) => Run::new(words.clone(), Look::Quote),
        Piece::Struck(words) => Run::new(words.clone(), Look::Struck),
        Piece::Added(words) => Run::new(words.clone(), Look::Added),
    };
    pieces.iter().map(run).collect()
}

/// What a note says, a line each: state and rating first. Blank lines are left out.
pub fn note_lines(language: Language, note: &Note, anchors: &Anchors) -> Vec<NoteLine> {
    let mut lines = Lines { language, lines: Vec::new() };
    lines.add("column-status", vec![Run::plain(language.status(note.status))]);
    lines.add("column-rating", rating(language, note.rating.as_ref()));
    lines.text("note-full", &note.restatement);
    lines.text("note-reason", note.rating.as_ref().map_or("", |rating| rating.reason.as_str()));
    for finding in &note.findings {
        lines.add("note-finding", vec![Run::new(finding.clone(), Look::Warning)]);
    }
    if let Some(pieces) = &note.correction {
        lines.add(if note.status == Status::Changed { "note-corrected" } else { "note-correction" }, difference(pieces));
    }
    for line in &note.evidence {
        lines.add("note-evidence", evidence(language, line));
    }
    for line in &note.sources {
        lines.add("note-sources", source(language, line, anchors));
    }
    for line in &note.numbers {
        lines.add("note-number", number(language, line, anchors));
    }
    for line in &note.links {
        lines.lines.push(link(language, line, anchors));
    }
    for words in &note.notes {
        lines.text("note-note", words);
    }
    lines.text("note-keywords", &language.commas(&note.keywords));
    lines.add("note-also-at", places(&note.elsewhere, anchors));
    lines.text("fact-signed", &note.signed);
    lines.lines
}

struct Lines {
    language: Language,
    lines: Vec<NoteLine>,
}

impl Lines {
    fn add(&mut self, key: &str, words: Words) {
        if !words.is_empty() {
            self.lines.push(NoteLine { name: self.language.say(key).into_owned(), is_warning: false, words });
        }
    }

    fn text(&mut self, key: &str, words: &str) {
        self.add(key, if words.is_empty() { Words::new() } else { vec![Run::plain(words)] });
    }
}

fn evidence(language: Language, line: &EvidenceLine) -> Words {
    let look = if line.stance == Stance::Contradicts { Look::Warning } else { Look::Strong };
    let mut words = vec![Run::new(format!("{}: ", language.stance(line.stance)), look)];
    let parts = [Run::plain(line.text.clone()), Run::plain(line.locator.clone()), web(&line.url)];
    for (at, part) in parts.into_iter().filter(|part| !part.text.is_empty()).enumerate() {
        words.extend((at > 0).then(|| Run::plain(", ")));
        words.push(part);
    }
    words
}

fn source(language: Language, line: &SourceLine, anchors: &Anchors) -> Words {
    let jump = Jump::Record(Mention::Source(line.source));
    let mut words = vec![Run::to(line.name.clone(), Look::Plain, anchors.of_jump(jump))];
    words.extend((!line.role.is_empty()).then(|| Run::plain(format!(", {}", line.role))));
    let hand = match line.first_hand {
        FirstHand::Yes => Some(language.say("first-hand")),
        FirstHand::No => Some(language.say("second-hand")),
        FirstHand::Unclear => None,
    };
    let facts = [language.kind(line.kind).to_lowercase()].into_iter().chain(hand.map(|hand| hand.into_owned())).chain([line.grade.clone()]);
    words.push(Run::new(format!(" – {}", language.commas(&facts.collect::<Vec<_>>())), Look::Quiet));
    if !line.locator.is_empty() {
        words.extend([Run::plain(", "), web(&line.locator)]);
    }
    words.extend((!line.note.is_empty()).then(|| Run::plain(format!(" – {}", line.note))));
    words
}

fn number(language: Language, line: &NumberLine, anchors: &Anchors) -> Words {
    let name = anchors.of_jump(Jump::Record(Mention::Number(line.number)));
    let mut words = vec![Run::to(line.written.clone(), Look::Quote, name), Run::plain(": "), Run::new(line.reading.clone(), Look::Strong)];
    if line.approximation != Approximation::Exact {
        words.push(Run::plain(format!(", {}", language.approximation(line.approximation))));
    }
    words.extend((!line.about.is_empty()).then(|| Run::new(format!(" – {}", line.about), Look::Quiet)));
    words
}

fn link(language: Language, line: &LinkLine, anchors: &Anchors) -> NoteLine {
    let mut words = vec![claim(&line.claim, anchors), Run::plain(" "), quoted(language, &line.quote)];
    words.extend((!line.note.is_empty()).then(|| Run::plain(format!(" – {}", line.note))));
    NoteLine { name: capitalised(&line.words), is_warning: line.is_contradiction, words }
}
