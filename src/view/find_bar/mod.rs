//! Finding words: a slim bar over the page for the article shown, and a list of hits in all articles for the left panel.

mod bar;
mod controls;
mod hits;

pub use self::bar::find_bar_ui;
use self::hits::Listed;
pub use self::hits::find_results_ui;
use super::Cx;
use super::kept::Kept;
use crate::command::{Command, Query};
use crate::model::id::DocumentId;
use crate::session::Session;

const PADDING: f32 = 12.0;
/// A selection longer than this is no search word.
const MOST_PRESET_CHARS: usize = 80;

/// What is being searched, as the checker types it.
#[derive(Default)]
pub struct FindState {
    is_bar_open: bool,
    is_list_open: bool,
    query: Query,
    searched: Option<DocumentId>,
    should_focus: bool,
    should_send: bool,
    kept: Kept<u64, Listed>,
}

impl FindState {
    /// Opens the bar, or the list for all articles. Selected words are looked for at once.
    pub fn open(&mut self, session: &Session, is_everywhere: bool) {
        self.is_bar_open = !is_everywhere;
        self.is_list_open = is_everywhere;
        self.query.is_everywhere = is_everywhere;
        if let Some(words) = selected_words(session) {
            self.query.text = words;
        }
        self.should_focus = true;
        self.should_send = true;
    }

    /// Puts bar and list away and searches no longer.
    pub fn close(&mut self, cx: &mut Cx<'_>) {
        let query = std::mem::take(&mut self.query);
        *self = FindState { query, ..FindState::default() };
        cx.send(Command::Search(Query::default()));
    }

    /// Whether the bar is on screen.
    pub fn is_bar_open(&self) -> bool {
        self.is_bar_open
    }

    /// Whether the list is on screen.
    pub fn is_list_open(&self) -> bool {
        self.is_list_open
    }

    /// Searches again after typing, a toggle, or a change of the article shown.
    fn send_if_due(&mut self, cx: &mut Cx<'_>) {
        let shown = cx.session.document().map(|document| document.id);
        let is_elsewhere = !self.query.is_everywhere && shown != self.searched;
        if std::mem::take(&mut self.should_send) || is_elsewhere {
            self.searched = shown;
            cx.send(Command::Search(self.query.clone()));
        }
    }
}

fn selected_words(session: &Session) -> Option<String> {
    let selection = session.selection().filter(|selection| !selection.is_empty())?;
    let words = session.document()?.text.slice(selection.span());
    (words.chars().count() <= MOST_PRESET_CHARS && !words.contains('\n')).then(|| words.to_owned())
}

#[cfg(test)]
mod tests;
