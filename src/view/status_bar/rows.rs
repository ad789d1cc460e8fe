//! The status bar in words: how far the article is read, what the keys do now, what is being linked.

use crate::command::catalogue::Action;
use crate::model::annotation::{Annotation, Mention, Tag};
use crate::model::claim::Status;
use crate::model::link::Role;
use crate::model::lookup::{SentenceState, Tally};
use crate::session::tagging::Edge;
use crate::session::{LinkStart, Linking, Mode, Occurrences, Resizing, Session, ViewKind};
use crate::view::mark_word::MarkLook;
use crate::view::wording::{count, name, noun};

/// How far an article is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meter {
    /// The sentences by state: marked first, then not checkable, then untouched.
    pub cells: Vec<SentenceState>,
    /// Marked sentences.
    pub marked: usize,
    /// Sentences set aside.
    pub set_aside: usize,
    /// Sentences nobody has touched.
    pub untouched: usize,
    /// Whether the sentences are counted yet.
    pub is_counted: bool,
    /// Claims in the article.
    pub claims: usize,
    /// Settled claims in it.
    pub settled: usize,
}

impl Meter {
    /// Counts through the article shown; nothing where none is.
    pub fn of(session: &Session) -> Option<Self> {
        let lookup = session.document_lookup()?;
        let of = |state| lookup.count(state);
        let (marked, set_aside, untouched) = (of(SentenceState::Marked), of(SentenceState::NotCheckable), of(SentenceState::Untouched));
        let run = |state, number| std::iter::repeat_n(state, if lookup.sentences.len() > MOST_CELLS { 0 } else { number });
        let cells = run(SentenceState::Marked, marked)
            .chain(run(SentenceState::NotCheckable, set_aside))
            .chain(run(SentenceState::Untouched, untouched))
            .collect();
        let Tally { claims, settled, .. } = lookup.tally;
        Some(Meter { cells, marked, set_aside, untouched, is_counted: lookup.is_counted(), claims, settled })
    }

    /// All sentences.
    pub fn sentences(&self) -> usize {
        self.marked + self.set_aside + self.untouched
    }

    /// Sentences marked or set aside.
    pub fn read(&self) -> usize {
        self.marked + self.set_aside
    }

    /// Words, each with whether it is emphasised: `17 of 21 read, 4 untouched`, or that it is not known yet.
    pub fn read_words(&self) -> Vec<(String, bool)> {
        let words = |text: &str| (text.to_owned(), false);
        let figure = |number: usize| (number.to_string(), true);
        if !self.is_counted {
            return vec![words("counting sentences")];
        }
        let mut parts = vec![figure(self.read()), words(&format!(" of {} read", self.sentences()))];
        if self.untouched > 0 {
            parts.extend([words(", "), figure(self.untouched), words(" untouched")]);
        }
        parts
    }

    /// `17 claims, 10 settled`.
    pub fn claim_words(&self) -> Vec<(String, bool)> {
        let noun = count(self.claims, "claim");
        let noun = noun.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let start = vec![(self.claims.to_string(), true), (noun.to_owned(), false)];
        if self.claims == 0 {
            return vec![("no claims yet".to_owned(), false)];
        }
        [start, vec![(", ".to_owned(), false), (self.settled.to_string(), true), (" settled".to_owned(), false)]].concat()
    }
}

/// How far the numbers are read and grouped: `60 figures in 15 groups, 58 read as values, 2 without a unit`.
pub fn number_words(session: &Session) -> Vec<(String, bool)> {
    let numbers = session.project().quantities();
    let groups = session.project().groups().len();
    let read = numbers.values().filter(|number| number.value.is_some()).count();
    let without_unit = numbers.values().filter(|number| number.value.is_some() && number.unit.trim().is_empty()).count();
    let words = |text: String| (text, false);
    let mut parts = vec![(numbers.len().to_string(), true), words(format!(" {}", noun(numbers.len(), "figure")))];
    if groups > 0 {
        parts.push(words(format!(" in {}", count(groups, "group"))));
    }
    parts.extend([words(", ".to_owned()), (read.to_string(), true), words(" read as values".to_owned())]);
    if without_unit > 0 {
        parts.extend([words(", ".to_owned()), (without_unit.to_string(), true), words(" without a unit".to_owned())]);
    }
    parts
}

/// Above this number of sentences the meter is one bar in three parts.
pub const MOST_CELLS: usize = 60;

/// What keys do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The keys that do it.
    pub actions: Vec<Action>,
    /// What they do.
    pub words: &'static str,
    /// How the words are marked, for the tags.
    pub look: Option<MarkLook>,
}

fn hint(actions: &[Action], words: &'static str) -> Hint {
    Hint { actions: actions.to_vec(), words, look: None }
}

fn tag_hint(tag: Tag, look: MarkLook) -> Hint {
    Hint { actions: vec![Action::TagSelection(tag)], words: tag.word(), look: Some(look) }
}

/// The hints for what the keyboard is doing, the most needed first.
pub fn hints(session: &Session) -> Vec<Hint> {
    use Action as A;
    match (session.view(), session.mode()) {
        _ if session.project().order().is_empty() => vec![hint(&[A::Palette], "all commands"), hint(&[A::Shortcuts], "keys")],
        (ViewKind::Articles, Mode::Reading) if session.suggestion().is_some() => vec![
            hint(&[A::TakeSuggestion], "take it"),
            hint(&[A::DropSuggestion], "drop it"),
            hint(&[A::NextSuggestion], "next suggestion"),
            hint(&[A::Suggestions], "hide all"),
        ],
        (ViewKind::Articles, Mode::Reading) => vec![
            tag_hint(Tag::Claim, MarkLook::Claim),
            tag_hint(Tag::Number, MarkLook::Number),
            tag_hint(Tag::Source, MarkLook::Source),
            hint(&[A::NotCheckable], "not checkable"),
            hint(&[A::StartLink], "link"),
            hint(&[A::NextMark, A::PreviousMark], "next, previous"),
            hint(&[A::NextOpen], "next open"),
        ],
        (ViewKind::Articles, Mode::Linking(_)) => {
            let mut hints =
                vec![hint(&[A::LinkConfirm], "link"), hint(&[A::LinkLeave], "leave"), hint(&[A::LinkNext, A::LinkPrevious], "choose")];
            if session.link_roles().len() > 1 {
                hints.push(hint(&[A::LinkRole], "another role"));
            }
            hints
        }
        (ViewKind::Articles, Mode::Resizing(_)) => vec![
            hint(&[A::ResizeKeep], "keep"),
            hint(&[A::ResizeRestore], "restore"),
            hint(&[A::ResizeLeft, A::ResizeRight], "a character"),
            hint(&[A::ResizeWordLeft, A::ResizeWordRight], "a word"),
            hint(&[A::ResizeEdge], "other edge"),
        ],
        (ViewKind::Articles, Mode::Confirming(_)) => {
            vec![hint(&[A::OccurrenceTake], "tag this one"), hint(&[A::OccurrenceSkip], "leave it"), hint(&[A::OccurrenceLeave], "stop")]
        }
        (ViewKind::Claims, _) => vec![
            hint(&[A::RowNext, A::RowPrevious], "next, previous"),
            hint(&[A::RowChoose], "choose"),
            hint(&[A::SetStatus(Status::Confirmed)], "confirmed"),
            hint(&[A::SignOff], "sign off"),
            hint(&[A::RowShow], "show in the text"),
        ],
        (ViewKind::Numbers, _) => {
            vec![
                hint(&[A::RowShow], "show in the text"),
                hint(&[A::RowGroup], "move to a group"),
                hint(&[A::RowCheck], "put together"),
                hint(&[A::RowEdit], "change the value"),
                hint(&[A::RowNext, A::RowPrevious], "next, previous"),
                hint(&[A::RowChoose], "next conflict"),
            ]
        }
        (ViewKind::Sources, _) => vec![
            hint(&[A::RowEdit], "edit"),
            hint(&[A::RowShow], "show in the text"),
            hint(&[A::MergeSources], "merge two"),
            hint(&[A::RowNext, A::RowPrevious], "next, previous"),
        ],
        (ViewKind::Compare, _) => vec![
            hint(&[A::PassageNext], "next passage"),
            hint(&[A::PassagePrevious], "previous"),
            hint(&[A::PassageClaim], "claim from this"),
            hint(&[A::PassageLink], "link the pair"),
            hint(&[A::ShowArticles], "back to the text"),
        ],
        (ViewKind::Report, _) => vec![
            hint(&[A::RowShow], "show in the text"),
            hint(&[A::RowNext, A::RowPrevious], "next, previous"),
            hint(&[A::Export], "export"),
        ],
    }
}

/// What the keyboard is busy with: `Link A14 → B2: contradicts`; nothing while reading.
pub fn mode_words(session: &Session) -> Option<String> {
    match session.mode() {
        Mode::Reading => None,
        Mode::Linking(linking) => Some(linking_words(session, linking)),
        Mode::Resizing(resizing) => Some(resizing_words(session, *resizing)),
        Mode::Confirming(occurrences) => Some(confirming_words(session, occurrences)),
    }
}

fn linking_words(session: &Session, linking: &Linking) -> String {
    let mark = |id| session.project().annotations().get(&id);
    let start = match linking.start {
        LinkStart::Mark(id) => mark(id).map_or_else(String::new, |mark| mark_name(session, mark)),
        LinkStart::Words(document, span) => {
            format!("“{}”", shortened(session.project().document(document).map_or("", |document| document.text.slice(span))))
        }
    };
    match linking.end.and_then(mark) {
        None if linking.typed.is_empty() => format!("Link {start} to which mark?"),
        None => format!("Link {start} → {}…", linking.typed),
        Some(end) => {
            let role = chosen_role(session).map_or_else(String::new, |role| format!(": {}", role.word()));
            let role = if matches!(linking.start, LinkStart::Words(..)) { ": another mention".to_owned() } else { role };
            format!("Link {start} → {}{role}", mark_name(session, end))
        }
    }
}

/// The role that the link will have if it is made now.
pub fn chosen_role(session: &Session) -> Option<Role> {
    let Mode::Linking(linking) = session.mode() else { return None };
    linking.role.or_else(|| session.link_roles().first().copied())
}

fn resizing_words(session: &Session, resizing: Resizing) -> String {
    let of = session.project().annotations().get(&resizing.mark).map_or_else(String::new, |mark| mark_name(session, mark));
    let edge = if resizing.edge == Edge::Start { "start" } else { "end" };
    format!("Move the {edge} of {of}")
}

fn confirming_words(session: &Session, occurrences: &Occurrences) -> String {
    let place = occurrences.left.first().and_then(|(document, span)| Some((session.project().document(*document)?, *span)));
    let words = place.map_or("", |(document, span)| document.text.slice(span));
    format!("Tag “{}” as {}? {} left", shortened(words), occurrences.tag.word(), occurrences.left.len())
}

fn mark_name(session: &Session, mark: &Annotation) -> String {
    match mark.mention {
        Mention::Claim(_) => name(session, mark.mention),
        Mention::Number(_) | Mention::Source(_) => format!("“{}”", shortened(session.project().quote(mark))),
    }
}

/// Words that fit the bar.
fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(32) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or("").trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::model::exclusion::Reason;
    use crate::session::IdSource;
    use crate::testing::{Desk, NOW};

    fn session() -> Session {
        let mut desk = Desk::default();
        let article = desk.article("T\n[It rained|claim]. [It poured|claim]. It snowed. That is sad, [they|source] say.");
        desk.article("U\n[It was dry|claim].");
        desk.exclude(article, "That is sad, they say.", Reason::Opinion);
        Session::new(desk.project, None, IdSource::new(1))
    }

    fn plain(parts: &[(String, bool)]) -> String {
        parts.iter().map(|(words, _)| words.as_str()).collect()
    }

    #[test]
    fn the_meter_counts_sentences_and_claims() {
        let meter = Meter::of(&session()).unwrap();
        assert_eq!(plain(&meter.read_words()), "3 of 5 read, 2 untouched");
        assert_eq!(plain(&meter.claim_words()), "2 claims, 0 settled");
        assert_eq!(meter.cells.len(), 5);
    }

    #[test]
    fn a_link_in_the_making_is_told_with_ends_and_role() {
        let mut session = session();
        assert_eq!(mode_words(&session), None);
        session.run(Command::Run(Action::NextMark), NOW);
        session.run(Command::Run(Action::StartLink), NOW);
        assert_eq!(mode_words(&session).as_deref(), Some("Link A1 to which mark?"));
        session.type_link_end('b');
        assert_eq!(mode_words(&session).as_deref(), Some("Link A1 → B…"));
        session.type_link_end('1');
        assert_eq!(mode_words(&session).as_deref(), Some("Link A1 → B1: contradicts"));
        session.run(Command::PickRole(Role::Same), NOW);
        assert_eq!(mode_words(&session).as_deref(), Some("Link A1 → B1: same as"));
        session.run(Command::Run(Action::LinkLeave), NOW);
        session.run(Command::Run(Action::StartResize), NOW);
        assert_eq!(mode_words(&session).as_deref(), Some("Move the end of A1"));
    }

    #[test]
    fn every_mode_has_its_own_hints() {
        let mut session = session();
        let words = |session: &Session| hints(session).iter().map(|hint| hint.words).collect::<Vec<_>>();
        assert_eq!(words(&session), ["claim", "number", "source", "not checkable", "link", "next, previous", "next open"]);
        session.run(Command::Run(Action::NextMark), NOW);
        session.run(Command::Run(Action::StartLink), NOW);
        assert_eq!(words(&session), ["link", "leave", "choose"]);
        session.run(Command::Run(Action::ShowSources), NOW);
        assert_eq!(words(&session), ["edit", "show in the text", "merge two", "next, previous"]);
        session.run(Command::Run(Action::ShowReport), NOW);
        assert_eq!(words(&session), ["show in the text", "next, previous", "export"]);
    }
}
