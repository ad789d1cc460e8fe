//! What is on screen. Views read the session and send commands; a panel with logic is two files: `rows.rs` prepares plain
//! rows, `mod.rs` draws them.

pub mod again;
pub mod article;
pub mod backups;
pub mod changed;
pub mod columns;
pub mod compare;
pub mod confirm;
pub mod decide;
pub mod drafts;
pub mod empty;
pub mod export;
pub mod field;
pub mod find_bar;
pub mod grouping;
pub mod inspector;
pub mod kept;
pub mod key_event;
pub mod letters;
pub mod list_keys;
pub mod mark_word;
pub mod menu;
pub mod notice;
pub mod numbers;
pub mod opening;
pub mod palette;
pub mod panel;
pub mod path_dialog;
pub mod place;
pub mod queue;
pub mod report;
pub mod settings;
pub mod shortcut_sheet;
pub mod sidebar;
pub mod sign;
pub mod snippet;
pub mod sources;
pub mod stating;
pub mod status_bar;
pub mod switch_off;
pub mod table;
pub mod top_bar;
pub mod warnings;
pub mod web;
pub mod welcome;
pub mod wording;

#[cfg(test)]
mod testing;

use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::edit::transaction::Visit;
use crate::model::moment::Moment;
use crate::session::{Preference, Preferences, Session};

/// What every view is given: all to read, one list to send.
pub struct Cx<'a> {
    /// The project at work.
    pub session: &'a Session,
    /// The checker's habits.
    pub preferences: &'a Preferences,
    /// The time of this frame.
    pub now: Moment,
    /// The field that should take the keyboard focus now.
    pub focus: Option<Field>,
    /// What is asked for; the app runs it after the frame.
    pub sent: Vec<Sent>,
}

/// Something a view asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// A command.
    Command(Command),
    /// A change of habits.
    Preference(Preference),
}

impl<'a> Cx<'a> {
    /// What views need in a frame.
    pub fn new(session: &'a Session, preferences: &'a Preferences, now: Moment, focus: Option<Field>) -> Self {
        Cx { session, preferences, now, focus, sent: Vec::new() }
    }

    /// Asks for a command.
    pub fn send(&mut self, command: Command) {
        self.sent.push(Sent::Command(command));
    }

    /// Asks for an action of the catalogue.
    pub fn run(&mut self, action: Action) {
        self.send(Command::Run(action));
    }

    /// Asks for a change of habits.
    pub fn prefer(&mut self, preference: Preference) {
        self.sent.push(Sent::Preference(preference));
    }

    /// The key of an action as key caps show it; blank where it has none.
    pub fn key(&self, action: Action) -> String {
        self.preferences.keys.shown(action)
    }

    /// Tooltip of an action.
    pub fn tooltip(&self, action: Action) -> &'static str {
        action.row().map_or("", |row| row.tooltip)
    }
}

/// A visit to a text field that began in this pass of the window.
pub fn visit_now(ctx: &egui::Context) -> Visit {
    Visit(ctx.cumulative_pass_nr())
}
