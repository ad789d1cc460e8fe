//! One open question of a merge in words: what it is about, what each side says, what can be answered.

use crate::command::Command;
use crate::model::flag::{Choice, Conflict, Flag, Subject};
use crate::model::id::FlagId;
use crate::session::Session;
use crate::view::wording::capitalised;

/// A question as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The flag.
    pub id: FlagId,
    /// Its place among all, from 0.
    pub at: usize,
    /// How many there are.
    pub total: usize,
    /// `Claim A14, note`.
    pub title: String,
    /// What happened, and what stands there.
    pub words: &'static str,
    /// What each side says; none where it is no question of words.
    pub sides: Option<(String, String)>,
    /// The answers with their words.
    pub answers: Vec<(Choice, &'static str)>,
    /// Where it can be looked at in the text.
    pub place: Option<Command>,
}

/// The question at that place, or the last one; none where nothing is left.
pub fn question(session: &Session, at: usize) -> Option<Question> {
    let flags = session.project().flags();
    let at = at.min(flags.len().saturating_sub(1));
    let flag = flags.values().nth(at)?;
    let subject = capitalised(&flag.subject_words(session.project()));
    let has_sides = !matches!(flag.conflict, Conflict::Kept);
    Some(Question {
        id: flag.id,
        at,
        total: flags.len(),
        title: if flag.field.is_empty() { subject } else { format!("{subject}, {}", flag.field) },
        words: words(flag),
        sides: has_sides.then(|| (flag.ours.clone(), flag.theirs.clone())),
        answers: session.choices(flag).into_iter().map(|choice| (choice, answer(flag, choice))).collect(),
        place: place(session, flag),
    })
}

fn words(flag: &Flag) -> &'static str {
    match flag.conflict {
        Conflict::Differs => "Both sides changed it. Ours stands now.",
        Conflict::Rated => "Two people rated it. Both ratings stand now, ours first.",
        Conflict::Kept => "One side removed it, the other one worked with it. It was kept; remove it yourself if it is to go.",
        Conflict::Renumbered => "Both sides gave this number to a claim. Theirs was given the next free one.",
        Conflict::NewId => "Both sides gave the same id to different things. Theirs was given another one.",
    }
}

fn answer(flag: &Flag, choice: Choice) -> &'static str {
    match (choice, flag.conflict) {
        (Choice::Ours, Conflict::Kept | Conflict::Renumbered | Conflict::NewId) => "Leave it so",
        (Choice::Ours, _) => "Keep ours",
        (Choice::Theirs, _) => "Take theirs",
        (Choice::Both, _) => "Keep both",
    }
}

fn place(session: &Session, flag: &Flag) -> Option<Command> {
    match flag.subject {
        Subject::Mark(id) => session.project().annotations().contains_key(&id).then_some(Command::SelectMark(id)),
        subject => subject.mention().filter(|record| session.project().has(*record)).map(Command::ShowRecord),
    }
}

/// How many questions are left, for the status bar; blank for none.
pub fn left(session: &Session) -> String {
    match session.project().flags().len() {
        0 => String::new(),
        number => format!("{number} to decide"),
    }
}
