//! Letters about an article: questions to the writer, the change list for the editor; seen as they will be, copied, saved, or their text
//! changed.

use egui::{Align, Context, Layout, ScrollArea, Ui, Vec2};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::Cx;
use super::field::area_ui;
use super::kept::Kept;
use super::menu::{Choice, choice_ui};
use super::table::inset_ui;
use crate::command::{Command, Field};
use crate::model::id::DocumentId;
use crate::model::letter::{Letter, LetterForm};
use crate::report::letters::{self, PLACEHOLDERS, Writing};
use crate::session::Session;
use crate::widget::field::{TextField, text_area_ui};
use crate::widget::line::words_ui;
use crate::widget::modal::top_within;
use crate::widget::{
    Button, Chip, Face, Icon, ModalHead, ModalWindow, Theme, button_ui, chip_ui, hairline_ui, link_button_ui, modal_head_ui, modal_ui,
};

const WIDTH: f32 = 680.0;
const TOP: f32 = 64.0;
const PADDING: f32 = 18.0;
/// Height of the letter at most, points.
const LETTER: f32 = 420.0;

/// What a letter depends on besides the project.
type Kind = (DocumentId, Letter, LetterForm, String);

/// What the window of letters remembers.
#[derive(Default)]
pub struct LettersState {
    is_open: bool,
    document: Option<DocumentId>,
    letter: Letter,
    form: LetterForm,
    /// Whether the text that letters are made from is being changed.
    is_changing: bool,
    written: Kept<Kind, Result<String, String>>,
}

impl LettersState {
    /// Opens the window on the article shown.
    pub fn open(&mut self, session: &Session) {
        self.is_open = true;
        self.document = session.document().map(|document| document.id);
        self.is_changing = false;
    }

    /// Whether it is on screen.
    pub fn is_open(&self) -> bool {
        self.is_open
    }
}

/// Draws the window while it is open.
pub fn letters_ui(ctx: &Context, cx: &mut Cx<'_>, state: &mut LettersState) {
    if !state.is_open {
        return;
    }
    let first = cx.session.project().order().first().copied();
    let known = state.document.filter(|id| cx.session.project().document(*id).is_some());
    let Some(document) = known.or(first) else {
        state.is_open = false;
        return;
    };
    state.document = Some(document);
    let window = ModalWindow { id: "letters", name: "Letters", width: WIDTH, top: Some(TOP) };
    let (is_closed, should_close) = modal_ui(ctx, &window, |ui| {
        let head = ModalHead { icon: Icon::Mail, title: "Letters", remark: state.letter.title() };
        let is_closed = modal_head_ui(ui, head);
        inset_ui(ui, PADDING, |ui| contents_ui(ui, cx, state, document));
        is_closed
    });
    state.is_open &= !is_closed && !should_close;
}

fn contents_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LettersState, document: DocumentId) {
    ui.add_space(12.0);
    choices_ui(ui, cx, state, document);
    ui.add_space(8.0);
    if state.is_changing {
        template_ui(ui, cx, state);
        return;
    }
    let writing = Writing { checker: cx.preferences.checker.clone(), now: cx.now, offset: offset(cx) };
    let kind = (document, state.letter, state.form, writing.checker.clone());
    let session = cx.session;
    let of = (state.letter, state.form);
    let written = state.written.get(session, kind, || {
        letters::write((session.project(), session.lookup()), document, of, &writing).map_err(|error| error.to_string())
    });
    let theme = Theme::of(ui.ctx());
    let room = (ui.ctx().content_rect().height() - top_within(ui.ctx(), TOP) - 250.0).clamp(120.0, LETTER);
    match written.as_ref() {
        Ok(text) => {
            ScrollArea::vertical().max_height(room).show(ui, |ui| {
                // The letter can be selected and copied in part; what is typed here goes nowhere.
                text_area_ui(ui, TextField::new("The letter").least_rows(14), &mut text.clone());
            });
        }
        Err(words) => drop(words_ui(ui, words, (Face::Interface, Face::Interface.row()), theme.warn)),
    }
    ui.add_space(10.0);
    hairline_ui(ui);
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 0.0);
        if link_button_ui(ui, "change the text", "Change the text that letters are made from").clicked() {
            state.is_changing = true;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = written.as_ref().as_ref().ok();
            let save = Button::primary("Save as").icon(Icon::FileDown).enabled(text.is_some());
            if button_ui(ui, save).clicked() {
                cx.send(Command::SaveLetter(document, state.letter, state.form));
                state.is_open = false;
            }
            let copy = Button::secondary("Copy").icon(Icon::ClipboardPaste).enabled(text.is_some());
            if button_ui(ui, copy).clicked()
                && let Some(text) = text
            {
                ui.ctx().copy_text(text.clone());
            }
        });
    });
    ui.add_space(14.0);
}

/// Which letter, about which article, in which form.
fn choices_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LettersState, document: DocumentId) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        for letter in Letter::ALL {
            if chip_ui(ui, Chip { word: letter.title(), count: None, is_on: letter == state.letter }).clicked() {
                state.letter = letter;
            }
        }
        ui.add_space(14.0);
        for form in LetterForm::ALL {
            if chip_ui(ui, Chip { word: form.word(), count: None, is_on: form == state.form }).clicked() {
                state.form = form;
            }
        }
    });
    ui.add_space(8.0);
    let project = cx.session.project();
    let titles: Vec<(DocumentId, String)> =
        project.documents().map(|document| (document.id, format!("{} {}", project.letter(document.id), document.title()))).collect();
    let choices: Vec<_> = titles.iter().map(|(id, title)| (*id, title.as_str())).collect();
    if let Some(other) = choice_ui(ui, Choice { name: "Article", label_width: 60.0, chosen: document }, &choices) {
        state.document = Some(other);
    }
}

/// The text that letters of this kind are made from, and what its placeholders mean.
fn template_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut LettersState) {
    let theme = Theme::of(ui.ctx());
    let text = letters::template_of(state.letter, cx.session.project()).to_owned();
    let room = (ui.ctx().content_rect().height() - top_within(ui.ctx(), TOP) - 380.0).clamp(120.0, LETTER);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        area_ui(ui, cx, Field::Template(state.letter), TextField::new("Text of the letter").least_rows(10), &text);
    });
    if let Err(error) = letters::check(&text) {
        ui.add_space(4.0);
        words_ui(ui, error.to_string(), (Face::Note, Face::Note.row()), theme.warn);
    }
    ui.add_space(8.0);
    let meanings: Vec<_> = PLACEHOLDERS.iter().map(|(name, meaning)| format!("{{{name}}} {meaning}")).collect();
    words_ui(ui, meanings.join(" · "), (Face::Meta, 16.0), theme.ink2);
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        if link_button_ui(ui, "use the usual text", "Use the usual text again").clicked() {
            let visit = super::visit_now(ui.ctx());
            cx.send(Command::Type { field: Field::Template(state.letter), text: String::new(), visit });
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button_ui(ui, Button::primary("Back to the letter")).clicked() {
                state.is_changing = false;
            }
        });
    });
    ui.add_space(14.0);
}

/// The difference of this machine's clock to UTC at this moment.
fn offset(cx: &Cx<'_>) -> Offset {
    let here = Timestamp::from_millisecond(cx.now.epoch_ms).map(|now| TimeZone::system().to_offset(now));
    here.unwrap_or(Offset::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Claim, Correction, Status};
    use crate::testing::Desk;
    use crate::view::panel::testing::Bench;

    fn bench() -> Bench<'static> {
        let mut desk = Desk::default();
        desk.article("Dyke fails\n[It rained|claim]. [It broke|claim].");
        let (one, two) = (desk.claim("A1"), desk.claim("A2"));
        desk.change(one, |claim: &mut Claim| claim.status = Status::Asked);
        desk.change(two, |claim: &mut Claim| claim.correction = Some(Correction::of("It held")));
        let mut state = LettersState::default();
        let mut is_first = true;
        Bench::sized((900.0, 800.0), desk.project, move |ui, cx| {
            if std::mem::take(&mut is_first) {
                state.open(cx.session);
            }
            letters_ui(ui.ctx(), cx, &mut state);
        })
    }

    #[test]
    fn a_letter_is_seen_as_it_will_be_and_saved_in_its_form() {
        let mut bench = bench();
        assert!(bench.value("The letter").contains("A1, paragraph 1: “It rained”"));
        bench.click("Change list for the editor").click("Markdown");
        assert!(bench.value("The letter").contains("Should be: It held"));
        bench.click("Save as");
        let document = bench.session().project().order()[0];
        assert_eq!(bench.taken(), [Command::SaveLetter(document, Letter::Changes, LetterForm::Markdown)]);
        assert!(!bench.shows("The letter"));
    }

    #[test]
    fn the_text_of_a_letter_is_the_desks_own_and_a_wrong_placeholder_is_named() {
        let mut bench = bench();
        bench.click("Change the text that letters are made from").type_in("Text of the letter", " {colour}");
        assert!(bench.shows_containing("“{colour}” stands for nothing."));
        bench.click("Back to the letter");
        assert!(bench.shows_containing("“{colour}” stands for nothing.") && !bench.shows("The letter"));
        bench.click("Change the text that letters are made from").click("Use the usual text again").click("Back to the letter");
        assert!(bench.value("The letter").contains("It rained"));
        assert!(bench.session().project().house().templates.is_empty());
    }
}
