//! The program's own file dialog, for systems without a dialog service. It reads no files: the app gives the entries of the
//! folder that is typed, and opens or writes what is chosen.

use egui::{Align, Context, Id, Key, Layout, Modifiers, Role, ScrollArea, Sense, Ui, Vec2};

use super::table::inset_ui;
use crate::command::ExportFormat;
use crate::widget::editor;
use crate::widget::line::{label_ui, words_cut_ui, words_ui};
use crate::widget::paint::{line_of_text, paint_line_at};
use crate::widget::{
    Button, Face, Icon, ModalHead, ModalWindow, Spoken, TextField, Theme, button_ui, hairline_ui, modal_head_ui, modal_ui, paint_icon,
    text_field_ui,
};

const WIDTH: f32 = 620.0;
const PADDING: f32 = 16.0;
const ROW: f32 = 26.0;
const LIST: f32 = 286.0;

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Articles to add.
    #[default]
    OpenArticle,
    /// A project to open.
    OpenProject,
    /// Where to save the project.
    SaveProject,
    /// Where to write the report.
    SaveReport(ExportFormat),
    /// Where to save a copy of a backup.
    CopyBackup,
}

impl Purpose {
    fn title(self) -> &'static str {
        match self {
            Purpose::OpenArticle => "Open articles",
            Purpose::OpenProject => "Open a project",
            Purpose::SaveProject => "Save the project",
            Purpose::CopyBackup => "Save a copy of the backup",
            Purpose::SaveReport(ExportFormat::Html) => "Save the report as HTML",
            Purpose::SaveReport(ExportFormat::Markdown) => "Save the report as Markdown",
        }
    }

    fn remark(self) -> &'static str {
        match self {
            Purpose::OpenArticle => "Text or Markdown",
            Purpose::OpenProject => "A .ron file",
            Purpose::SaveProject | Purpose::SaveReport(_) | Purpose::CopyBackup => "Folder and name",
        }
    }

    fn is_saving(self) -> bool {
        matches!(self, Purpose::SaveProject | Purpose::SaveReport(_) | Purpose::CopyBackup)
    }

    /// Endings of the files that it is about; the first one is added to a name without.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Purpose::OpenArticle => &["txt", "text", "md", "markdown"],
            Purpose::OpenProject | Purpose::SaveProject | Purpose::CopyBackup => &["ron"],
            Purpose::SaveReport(format) => match format {
                ExportFormat::Html => &["html"],
                ExportFormat::Markdown => &["md"],
            },
        }
    }

    fn word(self) -> &'static str {
        match self {
            Purpose::OpenArticle | Purpose::OpenProject => "Open",
            Purpose::SaveProject | Purpose::SaveReport(_) | Purpose::CopyBackup => "Save",
        }
    }
}

/// A file or folder in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, without the folder.
    pub name: String,
    /// Whether it can be gone into.
    pub is_folder: bool,
}

/// The dialog's state. The app makes it, fills in `entries` and `error`, and drops it after an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathDialogState {
    /// What the path is for.
    pub purpose: Purpose,
    /// The path as typed; up to the last slash it names the folder of `entries`.
    pub text: String,
    /// What lies in that folder.
    pub entries: Vec<Entry>,
    /// Why the path cannot be used, in words.
    pub error: Option<String>,
    /// The path that will replace a file if it is chosen once more.
    replaces: Option<String>,
    chosen: Option<usize>,
    has_been_shown: bool,
}

/// What was done in the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathAnswer {
    /// These paths, as typed.
    Chosen(Vec<String>),
    /// The folder in the field is another one now: its entries are wanted.
    Entered(String),
    /// Nothing.
    Cancelled,
}

impl PathDialogState {
    /// A dialog that begins with this path.
    pub fn new(purpose: Purpose, text: impl Into<String>, entries: Vec<Entry>) -> Self {
        PathDialogState { purpose, text: text.into(), entries, ..PathDialogState::default() }
    }

    /// The folder in the field, with its last slash; blank where none is named.
    pub fn folder(&self) -> &str {
        self.text.get(..self.name_start()).unwrap_or("")
    }

    fn name_start(&self) -> usize {
        let is_slash = |sign: char| sign == '/' || (cfg!(windows) && sign == '\\');
        self.text.rfind(is_slash).map_or(0, |at| at + 1)
    }

    /// The entries that begin with what is typed behind the folder, folders first.
    fn offered(&self) -> Vec<&Entry> {
        let typed = self.text.get(self.name_start()..).unwrap_or("").to_lowercase();
        let fits =
            |entry: &&Entry| entry.name.to_lowercase().starts_with(&typed) && (!entry.name.starts_with('.') || typed.starts_with('.'));
        let mut offered: Vec<_> = self.entries.iter().filter(fits).collect();
        offered.sort_by_key(|entry| (!entry.is_folder, entry.name.to_lowercase()));
        offered
    }

    /// Takes an entry into the field: goes into a folder, chooses a file (twice the same: done).
    fn take(&mut self, entry: &Entry, is_done: bool) -> Option<PathAnswer> {
        let folder = self.folder().to_owned();
        self.chosen = None;
        self.error = None;
        if entry.is_folder {
            self.text = format!("{folder}{}/", entry.name);
            return Some(PathAnswer::Entered(self.text.clone()));
        }
        self.text = format!("{folder}{}", entry.name);
        if is_done { done(self) } else { None }
    }

    /// The articles among the entries offered, as paths.
    fn articles(&self) -> Vec<String> {
        let has_ending = |name: &str| {
            let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
            ending.is_some_and(|ending| self.purpose.endings().contains(&ending.as_str()))
        };
        let files = self.offered().into_iter().filter(|entry| !entry.is_folder && has_ending(&entry.name));
        files.map(|entry| format!("{}{}", self.folder(), entry.name)).collect()
    }

    /// A whole path that was pasted or typed behind the folder begins anew.
    fn begin_anew(&mut self) {
        let anew = ["//", "/~/"].iter().filter_map(|sign| self.text.rfind(sign)).max();
        if let Some(from) = anew.and_then(|at| self.text.get(at + 1..)).filter(|rest| rest.len() > 1) {
            self.text = from.to_owned();
        }
    }

    /// The name of a file that saving under this path would replace.
    fn replaced(&self, path: &str) -> Option<&str> {
        let name = path.get(self.name_start()..)?;
        let with_ending = self.purpose.endings().first().map(|ending| format!("{name}.{ending}"));
        let is_it = |entry: &&Entry| entry.name == name || (!name.contains('.') && Some(&entry.name) == with_ending.as_ref());
        let found = self.entries.iter().filter(|entry| !entry.is_folder).find(is_it);
        found.filter(|_| self.purpose.is_saving()).map(|entry| entry.name.as_str())
    }
}

/// Draws the dialog over everything.
pub fn path_dialog_ui(ctx: &Context, state: &mut PathDialogState) -> Option<PathAnswer> {
    let keys = Keys::take(ctx);
    let folder = state.folder().to_owned();
    let window = ModalWindow { id: "path dialog", name: state.purpose.title(), width: WIDTH, top: Some(84.0) };
    let (inner, should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::FolderOpen, title: state.purpose.title(), remark: state.purpose.remark() };
        let is_closed = modal_head_ui(ui, head);
        field_ui(ui, state);
        step(state, &keys);
        let mut answer = list_ui(ui, state, keys.down != 0);
        if let Some(foot) = foot_ui(ui, state) {
            answer = Some(foot);
        }
        if is_closed { Some(PathAnswer::Cancelled) } else { answer }
    });
    if should_close {
        return Some(PathAnswer::Cancelled);
    }
    if keys.does {
        let chosen = state.chosen.and_then(|at| state.offered().get(at).map(|entry| (*entry).clone()));
        return match chosen {
            Some(entry) => state.take(&entry, true),
            None => done(state),
        };
    }
    inner.or_else(|| (state.folder() != folder).then(|| PathAnswer::Entered(state.folder().to_owned())))
}

/// A path that ends in a slash is no file, and a file is only replaced by whoever has been told.
fn done(state: &mut PathDialogState) -> Option<PathAnswer> {
    let text = state.text.trim().to_owned();
    if text.is_empty() || text.ends_with('/') {
        state.error = Some("Type or choose a file name, too.".to_owned());
        return None;
    }
    if let Some(name) = state.replaced(&text)
        && state.replaces.as_ref() != Some(&text)
    {
        state.error = Some(format!("{name} is there already. Save once more to replace it, or type another name."));
        state.replaces = Some(text);
        return None;
    }
    Some(PathAnswer::Chosen(vec![text]))
}

#[derive(Default)]
struct Keys {
    down: isize,
    does: bool,
}

impl Keys {
    fn take(ctx: &Context) -> Self {
        if editor::is_composing(ctx) {
            return Self::default();
        }
        // On a button, Enter presses the button.
        let is_in_field = ctx.memory(|memory| memory.focused().is_none_or(|id| id == field_id()));
        ctx.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as isize;
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as isize;
            Keys { down: down - up, does: is_in_field && input.consume_key(Modifiers::NONE, Key::Enter) }
        })
    }
}

fn field_id() -> Id {
    Id::unique("path dialog field")
}

fn step(state: &mut PathDialogState, keys: &Keys) {
    let count = state.offered().len();
    state.chosen = state.chosen.filter(|at| *at < count);
    if keys.down != 0 && count > 0 {
        let from = state.chosen.map_or(if keys.down > 0 { -1 } else { count as isize }, |at| at as isize);
        state.chosen = usize::try_from((from + keys.down).clamp(0, count as isize - 1)).ok();
    }
}

fn field_ui(ui: &mut Ui, state: &mut PathDialogState) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.add_space(PADDING);
        let field = TextField::new("Path").hint("/home/… or ~/…").width(ui.available_width() - PADDING).id(field_id());
        let response = text_field_ui(ui, field, &mut state.text);
        if !state.has_been_shown {
            response.request_focus();
            // Whoever opens the dialog types on behind the folder, or another name before the ending.
            let stem = state.name_start()..state.text.rfind('.').filter(|at| *at > state.name_start()).unwrap_or(state.text.len());
            editor::select_part(ui.ctx(), field_id(), stem);
            state.has_been_shown = true;
        }
        if response.changed() {
            state.begin_anew();
            state.chosen = None;
            state.error = None;
            state.replaces = None;
        }
    });
    if let Some(error) = &state.error {
        ui.add_space(4.0);
        inset_ui(ui, PADDING, |ui| {
            words_ui(ui, error.clone(), (Face::Dense, Face::Dense.row()), theme.warn);
        });
    }
    ui.add_space(8.0);
}

fn list_ui(ui: &mut Ui, state: &mut PathDialogState, should_reveal: bool) -> Option<PathAnswer> {
    hairline_ui(ui);
    let theme = Theme::of(ui.ctx());
    let offered: Vec<Entry> = state.offered().into_iter().cloned().collect();
    let mut taken = None;
    let height = LIST.min(ui.ctx().content_rect().height() - 230.0).max(2.0 * ROW);
    ScrollArea::vertical().min_scrolled_height(height).max_height(height).auto_shrink([false, false]).show_rows(
        ui,
        ROW,
        offered.len().max(1),
        |ui, visible| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if offered.is_empty() {
                ui.add_space(6.0);
                ui.horizontal(|ui| {
                    ui.add_space(PADDING);
                    let words = if state.purpose.is_saving() { "Nothing by that name yet." } else { "Nothing here by that name." };
                    label_ui(ui, words, Face::Dense, theme.ink3);
                });
            }
            for at in visible {
                let Some(entry) = offered.get(at) else { continue };
                let response = entry_ui(ui, entry, state.chosen == Some(at));
                if should_reveal && state.chosen == Some(at) {
                    response.scroll_to_me(None);
                }
                if response.double_clicked() || response.clicked() {
                    taken = Some((entry.clone(), response.double_clicked()));
                }
            }
        },
    );
    hairline_ui(ui);
    taken.and_then(|(entry, is_done)| state.take(&entry, is_done))
}

fn entry_ui(ui: &mut Ui, entry: &Entry, is_chosen: bool) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    // Not a stop for Tab: the arrows go through the list from the field.
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::CLICK);
    if is_chosen {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let icon = if entry.is_folder { Icon::FolderOpen } else { Icon::FileText };
    paint_icon(ui.painter(), icon, egui::pos2(rect.left() + PADDING + 8.0, rect.center().y), 15.0, theme.ink2);
    let line = line_of_text(ui, &entry.name, Face::Dense, theme.ink);
    paint_line_at(ui.painter(), (rect.left() + PADDING + 24.0, rect.center().y), line, theme.ink);
    let kind = if entry.is_folder { "Folder" } else { "File" };
    Spoken::new(Role::ListBoxOption, &format!("{kind} {}", entry.name)).on(is_chosen).tell(&response);
    response
}

fn foot_ui(ui: &mut Ui, state: &mut PathDialogState) -> Option<PathAnswer> {
    let theme = Theme::of(ui.ctx());
    let mut answer = None;
    let room = Vec2::new(ui.available_width(), 48.0);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.add_space(PADDING);
        if button_ui(ui, Button::primary(state.purpose.word()).key("Enter")).clicked() {
            answer = done(state);
        }
        let articles = if state.purpose == Purpose::OpenArticle { state.articles() } else { Vec::new() };
        if articles.len() > 1 && button_ui(ui, Button::secondary(&format!("Open all {}", articles.len()))).clicked() {
            answer = Some(PathAnswer::Chosen(articles));
        }
        if button_ui(ui, Button::secondary("Cancel")).clicked() {
            answer = Some(PathAnswer::Cancelled);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(PADDING);
            words_cut_ui(ui, "↑ ↓ choose, Enter opens, ~ is your home folder", Face::Meta, theme.ink3);
        });
    });
    answer
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::testing::project;
    use crate::view::testing::{Stage, session, window};

    type Tried = (PathDialogState, Vec<PathAnswer>);

    fn open() -> Harness<'static, Stage<Tried>> {
        let entry = |name: &str, is_folder| Entry { name: name.to_owned(), is_folder };
        let entries = vec![entry("zwin.txt", false), entry("notes", true), entry(".hidden", false), entry("Nord.md", false)];
        let state = PathDialogState::new(Purpose::OpenArticle, "~/press/", entries);
        window(session(project("Words.")), (state, Vec::new()), |ui, _, (state, answers): &mut Tried| {
            answers.extend(path_dialog_ui(ui.ctx(), state));
        })
    }

    fn press(harness: &mut Harness<'static, Stage<Tried>>, key: Key) {
        harness.key_press(key);
        harness.run();
    }

    #[test]
    fn the_keyboard_alone_goes_into_a_folder_and_chooses_a_file() {
        let mut harness = open();
        press(&mut harness, Key::ArrowDown);
        press(&mut harness, Key::Enter);
        assert_eq!(harness.state().own.1, [PathAnswer::Entered("~/press/notes/".into())]);
        let mut harness = open();
        harness.event(egui::Event::Text("n".into()));
        harness.run();
        press(&mut harness, Key::ArrowDown);
        press(&mut harness, Key::ArrowDown);
        press(&mut harness, Key::ArrowDown);
        press(&mut harness, Key::Enter);
        assert_eq!(harness.state().own.1, [PathAnswer::Chosen(vec!["~/press/Nord.md".into()])]);
    }

    #[test]
    fn all_articles_of_a_folder_are_opened_at_once() {
        let mut harness = open();
        harness.get_by_label("Open all 2").click();
        harness.run();
        assert_eq!(harness.state().own.1, [PathAnswer::Chosen(vec!["~/press/Nord.md".into(), "~/press/zwin.txt".into()])]);
    }

    #[test]
    fn a_file_is_replaced_only_after_it_was_said() {
        let entries = vec![Entry { name: "flood.ron".to_owned(), is_folder: false }];
        let mut state = PathDialogState::new(Purpose::SaveProject, "~/desk/flood", entries);
        assert_eq!(done(&mut state), None);
        let told = "flood.ron is there already. Save once more to replace it, or type another name.";
        assert_eq!(state.error.as_deref(), Some(told));
        assert_eq!(done(&mut state), Some(PathAnswer::Chosen(vec!["~/desk/flood".into()])));
        state.text = "~/desk/tide".into();
        assert_eq!(done(&mut state), Some(PathAnswer::Chosen(vec!["~/desk/tide".into()])));
    }

    #[test]
    fn another_name_is_typed_over_the_proposed_one() {
        let state = PathDialogState::new(Purpose::SaveProject, "/desk/new-project.ron", Vec::new());
        let mut harness = window(session(project("Words.")), (state, Vec::new()), |ui, _, (state, answers): &mut Tried| {
            answers.extend(path_dialog_ui(ui.ctx(), state));
        });
        harness.event(egui::Event::Text("flood".into()));
        harness.run();
        assert_eq!(harness.state().own.0.text, "/desk/flood.ron");
    }

    #[test]
    fn a_whole_path_behind_the_folder_begins_anew() {
        let begun = |text: &str| {
            let mut state = PathDialogState::new(Purpose::OpenProject, text, Vec::new());
            state.begin_anew();
            state.text
        };
        assert_eq!(begun("/home/ann//srv/flood.ron"), "/srv/flood.ron");
        assert_eq!(begun("/home/ann/~/flood.ron"), "~/flood.ron");
        assert_eq!([begun("/home/ann//"), begun("/home/ann/a")], ["/home/ann//", "/home/ann/a"]);
    }

    #[test]
    fn a_folder_is_no_file_and_typing_into_another_folder_asks_for_its_entries() {
        let mut harness = open();
        harness.get_by_label("Open").click();
        harness.run();
        harness.get_by_label("Type or choose a file name, too.");
        harness.get_by_label("Path").focus();
        harness.run();
        harness.event(egui::Event::Text("a/b".into()));
        harness.run();
        assert_eq!(harness.state().own.1, [PathAnswer::Entered("~/press/a/".into())]);
        press(&mut harness, Key::Escape);
        assert_eq!(harness.state().own.1.last(), Some(&PathAnswer::Cancelled));
    }

    #[test]
    fn a_click_takes_a_name_and_hidden_files_are_listed_only_when_asked_for() {
        let mut harness = open();
        assert!(harness.query_by_label("File .hidden").is_none());
        harness.get_by_label("File zwin.txt").click();
        harness.run();
        assert_eq!(harness.state().own.0.text, "~/press/zwin.txt");
        harness.get_by_label("Open").click();
        harness.run();
        assert_eq!(harness.state().own.1, [PathAnswer::Chosen(vec!["~/press/zwin.txt".into()])]);
    }
}
