//! What the palette lists for what was typed: commands, claims, places in the text, sources.

use std::ops::Range;

use regex::RegexBuilder;

use super::matching::{Match, rank};
use crate::command::Command;
use crate::command::catalogue::{self, Action, CATALOGUE, Scope};
use crate::model::annotation::Mention;
use crate::model::claim::{ScaleValue, verdict};
use crate::model::document::Span;
use crate::model::id::{ClaimId, DocumentId, SourceId};
use crate::session::{Preferences, Session, ViewKind};
use crate::view::place::paragraph_words;
use crate::view::snippet::{Around, snippet};

/// Rows kept of each group but the commands; who wants more types more.
const MOST_ROWS: usize = 8;
/// A search in all articles waits for so many code points.
const LEAST_TEXT_CHARS: usize = 2;
/// Behind so many code points a place in a quote is out of sight.
const FAR_CHARS: usize = 30;
const AROUND: Around = Around { before_chars: 24, after_chars: 40 };

/// The parts of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Rows of the catalogue.
    Commands,
    /// Claims by label, words or status.
    Claims,
    /// Places in any article.
    Text,
    /// Entries of the register.
    Sources,
}

impl Group {
    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Group::Commands => "Commands",
            Group::Claims => "Claims",
            Group::Text => "In the text",
            Group::Sources => "Sources",
        }
    }
}

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of the catalogue.
    Action(Action),
    /// Shows a claim.
    Claim(ClaimId),
    /// Shows a place.
    Place(DocumentId, Span),
    /// Shows a source.
    Source(SourceId),
}

impl Target {
    /// The command that does it.
    pub fn command(self) -> Command {
        match self {
            Target::Action(action) => Command::Run(action),
            Target::Claim(id) => Command::ShowRecord(Mention::Claim(id)),
            Target::Source(id) => Command::ShowRecord(Mention::Source(id)),
            Target::Place(document, span) => Command::ShowPlace { document, span },
        }
    }
}

/// Words with the letters that agree with what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The words.
    pub words: String,
    /// Byte ranges of the letters.
    pub letters: Vec<Range<usize>>,
}

impl Marked {
    fn plain(words: impl Into<String>) -> Self {
        Marked { words: words.into(), letters: Vec::new() }
    }

    /// What stands before the first letter that agrees.
    fn head(&self) -> &str {
        self.letters.first().and_then(|first| self.words.get(..first.start)).unwrap_or("")
    }

    /// The words from a gap less than so many code points before the letters on.
    pub fn from_near(&self, before_chars: usize) -> Self {
        let head = self.head();
        let keeps = head.char_indices().rev().nth(before_chars).map_or(0, |(at, _)| at);
        if keeps == 0 {
            return self.clone();
        }
        let cut = head.get(keeps..).and_then(|tail| tail.find(' ')).map_or(keeps, |gap| keeps + gap + 1);
        let moved = |at: usize| at - cut + '…'.len_utf8();
        let letters = self.letters.iter().map(|range| moved(range.start)..moved(range.end)).collect();
        Marked { words: format!("…{}", self.words.get(cut..).unwrap_or("")), letters }
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteRow {
    /// What it does.
    pub target: Target,
    /// `A14` of a claim, `B` of a place; blank where an icon stands.
    pub lead: String,
    /// Its words.
    pub words: Marked,
    /// A muted remark after them.
    pub beside: Marked,
    /// The key that does the same; may be blank.
    pub key: String,
}

impl PaletteRow {
    /// The part of the list in which it stands.
    pub fn group(&self) -> Group {
        match self.target {
            Target::Action(_) => Group::Commands,
            Target::Claim(_) => Group::Claims,
            Target::Place(..) => Group::Text,
            Target::Source(_) => Group::Sources,
        }
    }

    /// Whether its words are those of an article.
    pub fn is_quote(&self) -> bool {
        matches!(self.target, Target::Claim(_) | Target::Place(..))
    }
}

/// All rows for what was typed, by group, the best first. Nothing typed lists the commands.
pub fn rows(session: &Session, preferences: &Preferences, typed: &str) -> Vec<PaletteRow> {
    let wanted = typed.trim();
    let mut rows = command_rows(session, preferences, wanted);
    if !wanted.is_empty() {
        rows.extend(claim_rows(session, wanted));
        rows.extend(text_rows(session, wanted));
        rows.extend(source_rows(session, wanted));
    }
    rows
}

fn command_rows(session: &Session, preferences: &Preferences, wanted: &str) -> Vec<PaletteRow> {
    let offered = CATALOGUE.iter().filter(|row| is_offered(session, row.action, row.scope));
    let mut found: Vec<(usize, PaletteRow)> = offered
        .filter_map(|row| {
            // The label of a rating says all that its remark says.
            let remark = if matches!(row.action, Action::Rate(_)) { "" } else { row.tooltip };
            let (rank, words, beside) = answer(label(session, row.action, row.label), remark, wanted)?;
            let rank = if wanted.is_empty() { usual_place(row.group) } else { rank };
            let key = preferences.keys.shown(row.action);
            Some((rank, PaletteRow { target: Target::Action(row.action), lead: String::new(), words, beside, key }))
        })
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, row)| row).collect()
}

/// Where a command stands while nothing is typed: what is done to the claim at hand first, moving about last.
fn usual_place(group: catalogue::Group) -> usize {
    use catalogue::Group as G;
    let order = [G::Settle, G::Tables, G::Tag, G::Suggest, G::GoOn, G::Views, G::Find, G::Files, G::Read];
    order.iter().position(|other| *other == group).unwrap_or(order.len())
}

/// What makes sense to call by name: not the single steps of caret and modes, which only keys can do.
fn is_offered(session: &Session, action: Action, scope: Scope) -> bool {
    let is_step = matches!(action, Action::MoveCaret(_) | Action::ExtendSelection(_) | Action::Palette | Action::Clear);
    let is_reading = session.view() == ViewKind::Articles;
    let in_reach = match scope {
        Scope::Everywhere => true,
        Scope::Galley | Scope::Suggestion => is_reading || matches!(action, Action::SetStatus(_) | Action::Rate(_) | Action::ClearRating),
        Scope::Table => !is_reading && session.record().is_some() && matches!(action, Action::RowShow | Action::RowEdit),
        Scope::Compare => session.view() == ViewKind::Compare,
        Scope::Linking | Scope::Resizing | Scope::Confirming => false,
    };
    let has_value = if let Action::Rate(nth) = action { nth_value(session, nth).is_some() } else { true };
    !is_step && in_reach && has_value && session.applies(action)
}

/// The nth value of the scale in use, from 1.
pub fn nth_value(session: &Session, nth: u8) -> Option<&ScaleValue> {
    session.project().scale().values.get(usize::from(nth).checked_sub(1)?)
}

/// The catalogue's words, with the name of what they act on.
fn label(session: &Session, action: Action, words: &str) -> String {
    let claim = session.claim().map(|claim| session.project().claim_label(claim)).unwrap_or_default();
    match action {
        Action::SetStatus(status) => format!("Mark {claim} as {}", status.word().to_lowercase()),
        Action::Rate(nth) => nth_value(session, nth)
            .map_or_else(|| words.to_owned(), |value| format!("Rate {claim} {}", verdict::label(value.place, &value.word))),
        Action::ClearRating => format!("Clear the rating of {claim}"),
        Action::Undo => format!("Undo: {}", session.history().undo_label().unwrap_or("")),
        Action::Redo => format!("Redo: {}", session.history().redo_label().unwrap_or("")),
        _ => words.to_owned(),
    }
}

/// The words themselves, or the remark, must answer. The remark is only shown where it is what answers.
fn answer(words: String, remark: &str, wanted: &str) -> Option<(usize, Marked, Marked)> {
    if wanted.is_empty() {
        return Some((0, Marked::plain(words), Marked::default()));
    }
    if let Some(Match { letters, rank }) = rank(&words, wanted) {
        return Some((rank, Marked { words, letters }, Marked::default()));
    }
    let found = super::matching::find(remark, wanted)?;
    Some((400, Marked::plain(words), Marked { words: remark.to_owned(), letters: vec![found] }))
}

fn claim_rows(session: &Session, wanted: &str) -> Vec<PaletteRow> {
    let project = session.project();
    let claims = session.lookup().claims_in_order(project);
    let mut found: Vec<(usize, PaletteRow)> = Vec::new();
    for claim in claims {
        let lead = project.claim_label(claim.id);
        let quote = on_one_line(session.lookup().quote(project, Mention::Claim(claim.id)));
        let status = claim.status.word().to_lowercase();
        let is_called = lead.to_lowercase().starts_with(&wanted.to_lowercase());
        let in_quote = super::matching::find(&quote, wanted);
        // The claim in full says much the same as the words: it only stands beside them where they do not answer.
        let in_full = if in_quote.is_some() || is_called { None } else { answer_beside(&claim.restatement, wanted) };
        let beside = in_full.or_else(|| answer_beside(&status, wanted));
        if !is_called && in_quote.is_none() && beside.is_none() {
            continue;
        }
        let rank = if is_called { lead.len() } else { 10 + usize::from(in_quote.is_none()) };
        let words = near(quote, in_quote);
        let beside = beside.unwrap_or_else(|| Marked::plain(status));
        found.push((rank, PaletteRow { target: Target::Claim(claim.id), lead, words, beside, key: String::new() }));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, row)| row).take(MOST_ROWS).collect()
}

/// Words with the place that answers; a place far from the start is brought near it, so that it is seen.
fn near(words: String, found: Option<Range<usize>>) -> Marked {
    let marked = Marked { words, letters: found.into_iter().collect() };
    let is_far = marked.head().chars().count() > FAR_CHARS;
    if is_far { marked.from_near(AROUND.before_chars) } else { marked }
}

fn answer_beside(words: &str, wanted: &str) -> Option<Marked> {
    let found = super::matching::find(words, wanted)?;
    Some(Marked { words: words.to_owned(), letters: vec![found] })
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text_rows(session: &Session, wanted: &str) -> Vec<PaletteRow> {
    if wanted.chars().count() < LEAST_TEXT_CHARS {
        return Vec::new();
    }
    let Ok(pattern) = RegexBuilder::new(&regex::escape(wanted)).case_insensitive(true).build() else { return Vec::new() };
    let mut rows = Vec::new();
    for document in session.project().documents() {
        for hit in pattern.find_iter(document.text.as_str()).take(MOST_ROWS - rows.len()) {
            let span = document.text.span(hit.start(), hit.end());
            let found = snippet(&document.text, span, AROUND);
            rows.push(PaletteRow {
                target: Target::Place(document.id, span),
                lead: session.project().letter(document.id),
                words: Marked { words: found.text, letters: vec![found.core] },
                beside: Marked::plain(paragraph_words(document, span.start())),
                key: String::new(),
            });
        }
    }
    rows
}

fn source_rows(session: &Session, wanted: &str) -> Vec<PaletteRow> {
    let sources = session.project().sources().values();
    let found = sources.filter_map(|source| {
        let in_name = super::matching::find(&source.name, wanted);
        let beside = answer_beside(&source.role, wanted).or_else(|| answer_beside(&source.locator, wanted));
        if in_name.is_none() && beside.is_none() {
            return None;
        }
        Some(PaletteRow {
            target: Target::Source(source.id),
            lead: String::new(),
            words: Marked { words: source.name.clone(), letters: in_name.into_iter().collect() },
            beside: beside.unwrap_or_else(|| Marked::plain(source.role.clone())),
            key: String::new(),
        })
    });
    found.take(MOST_ROWS).collect()
}
