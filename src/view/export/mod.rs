//! The export window: what goes into the report, in which forms it is written, and its first page as it will be.

mod page;
mod preview;

use std::sync::Arc;

use egui::{Align, Context, Key, Layout, Modifiers, Rect, ScrollArea, Ui, UiBuilder, Vec2};

use self::preview::PreviewState;
pub use self::preview::{Picture, PreviewOrder};
use super::Cx;
use super::menu::{Choice, choice_ui};
use super::table::inset_ui;
use crate::command::{Command, ExportFormat};
use crate::model::preset::Preset;
use crate::model::project::Project;
use crate::report::{ClaimFilter, Language, Names, Options, Paper, Section};
use crate::session::Preference;
use crate::session::exporting::Progress;
use crate::widget::check_box::check_box_ui;
use crate::widget::field::{TextField, text_field_ui};
use crate::widget::line::{HoverWords, label_ui, said_ui};
use crate::widget::modal::top_within;
use crate::widget::{
    Button, Chip, Face, Icon, ModalHead, ModalWindow, Theme, button_ui, chip_ui, hairline_ui, link_button_ui, modal_head_ui, modal_ui,
};

const WIDTH: f32 = 920.0;
const TOP: f32 = 56.0;
const PADDING: f32 = 18.0;
/// Width of the choices; the first page has the rest, points.
const CHOICES: f32 = 500.0;
const LABEL: f32 = 76.0;

/// What the export window remembers.
#[derive(Default)]
pub struct ExportWindow {
    is_open: bool,
    /// The name under which the choices are to be kept, while it is typed.
    name: Option<String>,
    /// The address of the page of the reviews, while it is typed.
    page: Option<String>,
    preview: PreviewState,
    /// How far an export is.
    progress: Option<Arc<Progress>>,
}

impl ExportWindow {
    /// Opens the window.
    pub fn open(&mut self) {
        self.is_open = true;
        self.name = None;
        self.page = None;
    }

    /// Whether it is on screen.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Shows how far an export is; closes the window once one is done.
    pub fn show_progress(&mut self, progress: Option<Arc<Progress>>) {
        if self.progress.is_some() && progress.is_none() {
            self.is_open = false;
        }
        self.progress = progress;
    }

    /// The first page that is wanted from the app, taken once.
    pub fn take_preview_order(&mut self) -> Option<PreviewOrder> {
        self.preview.take_order()
    }

    /// Shows a first page that was ordered.
    pub fn take_preview(&mut self, ctx: &Context, order: &PreviewOrder, drawn: Result<Picture, String>) {
        self.preview.take(ctx, order, drawn);
    }
}

/// Draws the window while it is open.
pub fn export_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut ExportWindow) {
    if !state.is_open {
        return;
    }
    // Enter is for the button below, unless something else has it.
    let takes_enter = ctx.memory(|memory| memory.focused().is_none());
    let is_enter = takes_enter && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let window = ModalWindow { id: "export", name: "Export the report", width: WIDTH, top: Some(TOP) };
    let (is_closed, should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::FileDown, title: "Export the report", remark: "What you see is what is written" };
        let is_closed = modal_head_ui(ui, head);
        inset_ui(ui, PADDING, |ui| contents_ui(ui, cx, (state, is_enter)));
        is_closed
    });
    state.is_open &= !is_closed && !should_close;
}

fn contents_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, is_enter): (&mut ExportWindow, bool)) {
    ui.add_space(12.0);
    let room = (ui.ctx().content_rect().height() - top_within(ui.ctx(), TOP) - 190.0).clamp(220.0, 560.0);
    let whole = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), room));
    let (left, right) = whole.split_left_right_at_x(whole.left() + CHOICES.min(whole.width()));
    let mut choices = ui.new_child(UiBuilder::new().max_rect(left.with_max_x(left.right() - 16.0)));
    ScrollArea::vertical().max_height(room).auto_shrink(false).show(&mut choices, |ui| choices_ui(ui, cx, state));
    if right.width() > 120.0 {
        let mut page = ui.new_child(UiBuilder::new().max_rect(right));
        preview::preview_ui(&mut page, cx, &mut state.preview, right);
    }
    ui.advance_cursor_after_rect(whole);
    ui.add_space(10.0);
    hairline_ui(ui);
    ui.add_space(10.0);
    foot_ui(ui, cx, (state, is_enter));
    ui.add_space(14.0);
}

/// The choices that are in force: the first preset of the project.
fn in_use(project: &Project) -> Preset {
    project.house().presets.first().cloned().unwrap_or_default()
}

/// Sends what was chosen. Choices under a name change with it, so that the name always says the same; others stay nameless.
fn choose(cx: &mut Cx<'_>, options: Options) {
    let mut presets = cx.session.project().house().presets.clone();
    let changed = options.into_preset(in_use(cx.session.project()));
    match presets.first_mut() {
        Some(first) => *first = changed,
        None => presets.push(changed),
    }
    cx.send(Command::SetPresets(presets));
}

fn choices_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ExportWindow) {
    presets_ui(ui, cx, state);
    let wanted = cx.preferences.exported.clone();
    group_ui(ui, "Forms", |ui| {
        for format in ExportFormat::ALL {
            let is_on = wanted.contains(&format);
            let response = chip_ui(ui, Chip { word: format.name(), count: None, is_on }).on_hover_words(format.remark());
            if response.clicked() {
                let others = |other: &ExportFormat| *other != format;
                let kept = wanted.iter().copied().filter(others).chain((!is_on).then_some(format));
                let mut formats: Vec<_> = kept.collect();
                formats.sort_by_key(|format| ExportFormat::ALL.iter().position(|other| other == format));
                cx.prefer(Preference::Exported(formats));
            }
        }
    });
    let options = Options::in_use(cx.session.project());
    articles_ui(ui, cx, &options);
    group_ui(ui, "Parts", |ui| {
        for section in Section::ALL {
            let is_on = options.sections.contains(&section);
            if chip_ui(ui, Chip { word: &section.title(Language::English), count: None, is_on }).clicked() {
                let mut sections = options.sections.clone();
                if !sections.remove(&section) {
                    sections.insert(section);
                }
                if !sections.is_empty() {
                    choose(cx, Options { sections, ..options.clone() });
                }
            }
        }
    });
    words_ui(ui, cx, &options);
    if wanted.contains(&ExportFormat::ClaimReview) {
        ui.add_space(8.0);
        page::page_ui(ui, cx, (&mut state.page, &options));
    }
}

/// Choices by name: one is taken, the present ones are kept under a name, or a name is forgotten.
fn presets_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut ExportWindow) {
    let presets = &cx.session.project().house().presets;
    let names: Vec<&str> = presets.iter().map(|preset| if preset.name.is_empty() { "Own choices" } else { preset.name.as_str() }).collect();
    let choices: Vec<_> = names.iter().copied().enumerate().collect();
    if presets.len() > 1
        && let Some(at) = choice_ui(ui, Choice { name: "Preset", label_width: LABEL, chosen: 0 }, &choices)
    {
        let mut presets = presets.clone();
        if let Some(chosen) = presets.get_mut(..=at) {
            chosen.rotate_right(1);
            cx.send(Command::SetPresets(presets));
        }
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        match &mut state.name {
            Some(name) => {
                ui.scope(|ui| {
                    ui.set_max_width(240.0);
                    text_field_ui(ui, TextField::new("Name of the preset").hint("Lawyer's copy"), name);
                });
                let is_named = !name.trim().is_empty();
                if button_ui(ui, Button::secondary("Keep").name("Keep the preset").enabled(is_named)).clicked() {
                    let name = name.trim().to_owned();
                    let mut presets = cx.session.project().house().presets.clone();
                    presets.retain(|preset| preset.name != name);
                    presets.insert(0, Preset { name, ..in_use(cx.session.project()) });
                    cx.send(Command::SetPresets(presets));
                    state.name = None;
                }
            }
            None => {
                if link_button_ui(ui, "keep these choices under a name", "Keep these choices under a name").clicked() {
                    state.name = Some(String::new());
                }
                let is_named = presets.first().is_some_and(|preset| !preset.name.is_empty());
                if is_named && link_button_ui(ui, "forget this preset", "Forget this preset").clicked() {
                    cx.send(Command::SetPresets(presets.iter().skip(1).cloned().collect()));
                }
            }
        }
    });
    ui.add_space(6.0);
}

/// A row of chips under a small head.
fn group_ui(ui: &mut Ui, title: &'static str, chips_ui: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(6.0);
    said_ui(ui, title, Face::SectionHead, theme.ink3);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        chips_ui(ui);
    });
}

/// The articles by their letters; with none chosen the report is about all.
fn articles_ui(ui: &mut Ui, cx: &mut Cx<'_>, options: &Options) {
    let project = cx.session.project();
    if project.order().len() < 2 {
        return;
    }
    group_ui(ui, "Articles", |ui| {
        if chip_ui(ui, Chip { word: "All", count: None, is_on: options.articles.is_none() }).clicked() {
            choose(cx, Options { articles: None, ..options.clone() });
        }
        for id in project.order() {
            let letter = project.letter(*id);
            let title = project.document(*id).map_or("", |document| document.title());
            let is_on = options.articles.as_ref().is_some_and(|articles| articles.contains(id));
            if chip_ui(ui, Chip { word: &letter, count: None, is_on }).on_hover_words(title).clicked() {
                let mut articles = options.articles.clone().unwrap_or_default();
                if !articles.remove(id) {
                    articles.insert(*id);
                }
                choose(cx, Options { articles: (!articles.is_empty()).then_some(articles), ..options.clone() });
            }
        }
    });
}

/// Which claims, whose names, which language, which paper, and what is sensitive.
fn words_ui(ui: &mut Ui, cx: &mut Cx<'_>, options: &Options) {
    ui.add_space(12.0);
    let filters = ClaimFilter::ALL.map(|filter| {
        let words = match filter {
            ClaimFilter::All => "All, problems first",
            ClaimFilter::Open => "Open",
            ClaimFilter::Asked => "Asked",
            ClaimFilter::NoSource => "Without a source",
            ClaimFilter::Changed => "Changed",
        };
        (filter, words)
    });
    if let Some(filter) = choice_ui(ui, Choice { name: "Claims", label_width: LABEL, chosen: options.filter }, &filters) {
        choose(cx, Options { filter, ..options.clone() });
    }
    ui.add_space(6.0);
    let languages = Language::ALL.map(|language| (language, language.own_name()));
    if let Some(language) = choice_ui(ui, Choice { name: "Language", label_width: LABEL, chosen: options.language }, &languages) {
        choose(cx, Options { language, ..options.clone() });
    }
    ui.add_space(6.0);
    let papers = [(Paper::A4, "A4"), (Paper::Letter, "US Letter")];
    if let Some(paper) = choice_ui(ui, Choice { name: "Paper", label_width: LABEL, chosen: options.paper }, &papers) {
        choose(cx, Options { paper, ..options.clone() });
    }
    ui.add_space(6.0);
    let names = [(Names::AsWritten, "As written"), (Names::Initials, "Initials only")];
    if let Some(names) = choice_ui(ui, Choice { name: "Names", label_width: LABEL, chosen: options.names }, &names) {
        choose(cx, Options { names, ..options.clone() });
    }
    ui.add_space(8.0);
    let mut has_contacts = options.has_contacts;
    let words = "Contacts of sources, confidential ones too";
    if check_box_ui(ui, words, words, &mut has_contacts).clicked() {
        choose(cx, Options { has_contacts, ..options.clone() });
    }
    let mut has_fonts = options.has_fonts;
    let words = "Fonts inside the HTML file";
    if check_box_ui(ui, words, words, &mut has_fonts).clicked() {
        choose(cx, Options { has_fonts, ..options.clone() });
    }
}

/// What will be written, and the button; how far it is while it is being written.
fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, is_enter): (&ExportWindow, bool)) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if let Some(progress) = state.progress.clone() {
            label_ui(ui, format!("Writing … {:.0} %", progress.share() * 100.0), Face::Dense, theme.ink2);
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let word = if progress.is_cancelled() { "Stopping …" } else { "Stop" };
                if button_ui(ui, Button::secondary(word).name("Stop the export").enabled(!progress.is_cancelled())).clicked() {
                    cx.send(Command::StopExport);
                }
            });
            return;
        }
        let formats = cx.preferences.exported.clone();
        let names: Vec<_> = formats.iter().map(|format| format.name()).collect();
        let words = if names.is_empty() { "Choose a form.".to_owned() } else { names.join(", ") };
        label_ui(ui, words, Face::Dense, theme.ink2);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let key = cx.key(crate::command::catalogue::Action::ExportAgain);
            let save = Button::primary("Export …").name("Choose where to export").icon(Icon::FileDown).enabled(!formats.is_empty());
            let is_clicked = button_ui(ui, save).on_hover_words(format!("Again as last time: {key}")).clicked();
            if is_clicked || is_enter && !formats.is_empty() {
                cx.send(Command::Export(formats));
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Desk;
    use crate::view::panel::testing::Bench;

    fn bench() -> Bench<'static> {
        let mut desk = Desk::default();
        desk.article("Dyke fails\n[It rained|claim].");
        desk.article("Dyke holds\n[It was dry|claim].");
        let mut state = ExportWindow::default();
        state.open();
        Bench::sized((1100.0, 900.0), desk.project, move |ui, cx| export_ui(ui.ctx(), cx, &mut state))
    }

    #[test]
    fn what_is_chosen_is_kept_with_the_project() {
        let mut bench = bench();
        bench.click("History").click("A").click("Contacts of sources, confidential ones too");
        let project = bench.session().project();
        let options = Options::in_use(project);
        assert!(options.sections.contains(&Section::History) && options.has_contacts);
        assert_eq!(options.articles, Some([project.order()[0]].into()));
        bench.click("Keep these choices under a name").type_in("Name of the preset", "Lawyer").click("Keep the preset");
        assert_eq!(bench.session().project().house().presets[0].name, "Lawyer");
        bench.click("All").click("Forget this preset");
        let presets = &bench.session().project().house().presets;
        assert!(presets.iter().all(|preset| preset.name.is_empty()), "{presets:?}");
    }

    #[test]
    fn the_page_of_the_reviews_is_asked_for_with_their_form_and_kept() {
        let mut bench = bench();
        let kept = |bench: &Bench<'_>| Options::in_use(bench.session().project()).page;
        assert!(!bench.shows("Page of the reviews"));
        bench.click("ClaimReview").see("Page of the reviews");
        bench.type_in("Page of the reviews", "https:").click("History");
        assert!(bench.shows_containing("This is no address of a page") && kept(&bench).is_empty());
        bench.type_in("Page of the reviews", "//desk.example/gate").click("History");
        assert_eq!(kept(&bench), "https://desk.example/gate");
        assert!(!bench.shows_containing("This is no address of a page"));
    }

    #[test]
    fn the_forms_that_are_chosen_are_exported_together() {
        let mut bench = bench();
        bench.click("Markdown").click("HTML").click("HTML").click("Choose where to export");
        assert_eq!(bench.taken().last(), Some(&Command::Export(vec![ExportFormat::Html, ExportFormat::Markdown])));
    }
}
