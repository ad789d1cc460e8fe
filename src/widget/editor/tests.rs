//! Fields in a window without screen: typed into, walked through, deleted from, heard.

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Event, ImeEvent, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, accesskit, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::*;
use crate::widget::font;
use crate::widget::typeset::SystemFonts;
use crate::widget::{TextField, text_area_ui, text_field_ui};

/// A field in a window of its own.
struct Trial {
    harness: Harness<'static>,
    text: Rc<RefCell<String>>,
}

const NAME: &str = "Words";

impl Trial {
    fn new(text: &str, width: f32, has_lines: bool) -> Self {
        let text = Rc::new(RefCell::new(text.to_owned()));
        let shown = Rc::clone(&text);
        let harness =
            Harness::builder().with_size(Vec2::new(400.0, 300.0)).with_step_dt(1.0 / 60.0).with_context_setup(dress).build_ui(move |ui| {
                let field = TextField::new(NAME).width(width).hint("hint").least_rows(3);
                let text = &mut *shown.borrow_mut();
                if has_lines {
                    text_area_ui(ui, field, text)
                } else {
                    text_field_ui(ui, field, text)
                };
                crate::widget::button_ui(ui, crate::widget::Button::secondary("Other"));
            });
        let mut trial = Self { harness, text };
        trial.harness.run();
        trial.harness.get_by_label(NAME).focus();
        trial.harness.run();
        trial
    }

    /// One line, wide, with the keyboard and the caret behind the text.
    fn line(text: &str) -> Self {
        Self::new(text, 360.0, false)
    }

    fn area(text: &str) -> Self {
        Self::new(text, 200.0, true)
    }

    fn event(&mut self, event: Event) -> &mut Self {
        self.harness.event(event);
        self.harness.run();
        self
    }

    fn type_in(&mut self, words: &str) -> &mut Self {
        for grapheme in words.graphemes(true) {
            self.event(Event::Text(grapheme.to_owned()));
        }
        self
    }

    /// Keys as `Ctrl+Shift+Left`.
    fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            let mut modifiers = Modifiers::NONE;
            for part in key.split('+') {
                match part {
                    "Ctrl" => modifiers = modifiers | Modifiers::COMMAND | Modifiers::CTRL,
                    "Shift" => modifiers.shift = true,
                    name => self.harness.key_press_modifiers(modifiers, Key::from_name(name).unwrap()),
                }
            }
            self.harness.run();
        }
        self
    }

    fn drag(&mut self, from: Pos2, to: Pos2) -> &mut Self {
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        self.harness.hover_at(from.lerp(to, 0.5));
        self.harness.hover_at(to);
        self.harness.drop_at(to);
        self.harness.run();
        self
    }

    fn click(&mut self, at: Pos2, times: usize) -> &mut Self {
        self.harness.hover_at(at);
        for _ in 0..times {
            for pressed in [true, false] {
                self.harness.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
            }
        }
        self.harness.run();
        self
    }

    fn text(&self) -> String {
        self.text.borrow().clone()
    }

    fn rect(&self) -> Rect {
        self.harness.get_by_label(NAME).rect()
    }

    /// Asks the field itself.
    fn ask<R>(&self, question: impl FnOnce(&Editor) -> R) -> R {
        state::ask_focused(&self.harness.ctx, question).expect("the field has lost the keyboard")
    }

    /// The text with its selection: `[` and `]` around it, `|` for a caret.
    fn seen(&self) -> String {
        self.ask(|editor| {
            let (words, range) = (editor.draft.text(), editor.draft.selection().range());
            let (start, end) = (&words[..range.start], &words[range.end..]);
            if range.is_empty() { format!("{start}|{end}") } else { format!("{start}[{}]{end}", &words[range]) }
        })
    }

    fn caret_x(&self) -> f32 {
        self.ask(|editor| editor.laid_out().unwrap().caret(editor.shown_caret()).left())
    }

    fn copied(&self) -> Option<String> {
        let commands = &self.harness.output().platform_output.commands;
        commands.iter().find_map(|command| if let egui::OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None })
    }
}

fn dress(ctx: &Context) {
    font::install(ctx);
    Theme::light().apply(ctx);
    TextEngine::install(ctx, font::article_fonts(), SystemFonts::Never);
}

const SCRIPTS: [(&str, &str); 13] = [
    ("English", "fine words"),
    ("Arabic", "السلام عليكم"),
    ("Hebrew", "שלום עולם 2024"),
    ("Urdu", "یہ ایک جملہ ہے"),
    ("Hindi", "क्षत्रिय नमस्ते"),
    ("Bengali", "বাংলা ভাষা"),
    ("Tamil", "தமிழ் மொழி"),
    ("Thai", "ภาษาไทยน้ำ"),
    ("Khmer", "ភាសាខ្មែរ"),
    ("Chinese", "你好世界（测试）"),
    ("Korean", "한국어 문장"),
    ("emoji", "👩‍👩‍👧 🇫🇷 👍🏽 1️⃣"),
    ("mixed", "The word مرحبا means hello e\u{301}"),
];

#[test]
fn what_is_typed_in_any_script_is_deleted_again_grapheme_by_grapheme() {
    for (script, words) in SCRIPTS {
        let mut trial = Trial::line("");
        trial.type_in(words);
        assert_eq!(trial.text(), words, "{script}");
        let mut left = words;
        while let Some((at, _)) = left.grapheme_indices(true).next_back() {
            left = &left[..at];
            trial.press("Backspace");
            assert_eq!(trial.text(), left, "{script}");
        }
        trial.press("Backspace");
        assert_eq!(trial.text(), "");
    }
}

#[test]
fn delete_eats_the_text_from_its_beginning_in_any_script() {
    for (script, words) in SCRIPTS {
        let mut trial = Trial::line(words);
        trial.press("Ctrl+Home");
        let graphemes: Vec<&str> = words.graphemes(true).collect();
        for nth in 1..=graphemes.len() {
            trial.press("Delete");
            assert_eq!(trial.text(), graphemes[nth..].concat(), "{script}");
        }
    }
}

#[test]
fn an_arrow_goes_the_way_it_points_and_visits_every_grapheme() {
    for (script, words) in SCRIPTS {
        let mut trial = Trial::line(words);
        let count = words.graphemes(true).count();
        for (there, back) in [("Right", "Left"), ("Left", "Right")] {
            for _ in 0..2 * count {
                trial.press(there);
            }
            let mut visited = 0;
            loop {
                let (seen, x) = (trial.seen(), trial.caret_x());
                trial.press(back);
                if trial.seen() == seen {
                    break;
                }
                let step = if back == "Left" { x - trial.caret_x() } else { trial.caret_x() - x };
                assert!(step >= -0.01, "{script}: {back} goes {step} at {seen}");
                visited += 1;
            }
            assert!(visited >= count && visited <= count + 2, "{script}: {visited} of {count}");
        }
    }
}

#[test]
fn words_are_jumped_over_selected_and_deleted() {
    let mut trial = Trial::line("one two three");
    assert_eq!(trial.press("Ctrl+Left").seen(), "one two |three");
    assert_eq!(trial.press("Ctrl+Shift+Left").seen(), "one [two ]three");
    assert_eq!(trial.press("Right").seen(), "one two |three");
    assert_eq!(trial.press("Ctrl+Backspace").seen(), "one |three");
    assert_eq!(trial.press("Ctrl+Delete").seen(), "one |");
    let mut trial = Trial::line("שלום עולם");
    assert_eq!(trial.press("Ctrl+Right").seen(), "שלום |עולם");
    assert_eq!(trial.press("Ctrl+Left").seen(), "שלום עולם|");
    assert_eq!(trial.press("Ctrl+Backspace").seen(), "שלום |");
}

#[test]
fn home_end_and_shift_select_rows_and_the_whole() {
    let mut trial = Trial::area("first\nsecond line\nthird");
    assert_eq!(trial.press("Up Home").seen(), "first\n|second line\nthird");
    assert_eq!(trial.press("Shift+End").seen(), "first\n[second line]\nthird");
    assert_eq!(trial.press("Ctrl+Shift+End").seen(), "first\n[second line\nthird]");
    assert_eq!(trial.press("Ctrl+Home").seen(), "|first\nsecond line\nthird");
    assert_eq!(trial.press("Ctrl+A").seen(), "[first\nsecond line\nthird]");
    assert_eq!(trial.press("Left Ctrl+Down Ctrl+Down").seen(), "first\nsecond line|\nthird");
    assert_eq!(trial.press("Ctrl+Up").seen(), "first\n|second line\nthird");
}

#[test]
fn up_and_down_keep_their_place_over_short_lines() {
    let mut trial = Trial::area("a long first\nb\na long third");
    trial.press("Ctrl+Home Right Right Right Right Right Right");
    assert_eq!(trial.press("Down").seen(), "a long first\nb|\na long third");
    assert_eq!(trial.press("Down").seen(), "a long first\nb\na long| third");
    assert_eq!(trial.press("Up Up").seen(), "a long| first\nb\na long third");
    assert_eq!(trial.press("Up").seen(), "|a long first\nb\na long third");
}

#[test]
fn rows_that_wrap_are_walked_like_lines() {
    let mut trial = Trial::area("several words that need more than one row in so narrow a field");
    trial.press("Ctrl+Home End");
    let end = trial.ask(|editor| editor.draft.selection().head);
    assert!(end.byte > 0 && end.byte < trial.text().len());
    trial.press("Right");
    assert_ne!(trial.ask(|editor| editor.draft.selection().head), end);
    trial.press("Home");
    assert_eq!(trial.ask(|editor| editor.draft.selection().head.byte), end.byte);
}

#[test]
fn enter_ends_a_line_field_and_makes_lines_in_an_area() {
    let mut trial = Trial::line("done");
    trial.press("Enter");
    assert!(!trial.harness.get_by_label(NAME).is_focused());
    assert_eq!(trial.text(), "done");
    let mut trial = Trial::area("one");
    trial.press("Enter").type_in("two");
    assert_eq!(trial.seen(), "one\ntwo|");
    trial.press("Tab");
    assert!(!trial.harness.get_by_label(NAME).is_focused());
    assert_eq!(trial.text(), "one\ntwo");
}

#[test]
fn an_area_grows_with_its_lines_and_a_line_stays_as_high() {
    let mut trial = Trial::area("one");
    let before = trial.rect().height();
    trial.press("Enter Enter Enter Enter");
    assert_eq!(trial.rect().height(), before + 2.0 * Face::Dense.row());
    let mut trial = Trial::line("");
    assert_eq!(trial.rect().height(), 28.0);
    trial.event(Event::Paste("two\nlines\u{2028}and more".into()));
    assert_eq!(trial.rect().height(), 28.0);
    assert_eq!(trial.text(), "two lines\u{2028}and more");
}

#[test]
fn the_clipboard_gets_and_gives_what_is_selected() {
    let mut trial = Trial::line("one شكرا two");
    trial.press("Ctrl+Shift+Left").event(Event::Copy);
    assert_eq!(trial.seen(), "one شكرا [two]");
    trial.event(Event::Paste("زيت".into()));
    assert_eq!(trial.seen(), "one شكرا زيت|");
    trial.press("Ctrl+A");
    trial.harness.event(Event::Cut);
    trial.harness.step();
    assert_eq!(trial.copied().as_deref(), Some("one شكرا زيت"));
    assert_eq!(trial.text(), "");
    trial.event(Event::Copy);
    assert_eq!(trial.copied(), None, "nothing selected leaves the clipboard alone");
}

#[test]
fn undo_in_a_field_goes_back_by_runs_of_typing() {
    let mut trial = Trial::line("");
    trial.type_in("abc").press("Left").type_in("x").press("Backspace Backspace");
    assert_eq!(trial.seen(), "a|c");
    assert_eq!(trial.press("Ctrl+Z").seen(), "abx|c");
    assert_eq!(trial.press("Ctrl+Z").seen(), "ab|c");
    assert_eq!(trial.press("Ctrl+Z").seen(), "|");
    assert_eq!(trial.press("Ctrl+Y Ctrl+Shift+Z").seen(), "abx|c");
    trial.type_in("!");
    assert_eq!(trial.press("Ctrl+Y").seen(), "abx!|c");
}

#[test]
fn a_change_from_elsewhere_leaves_the_caret_between_its_words() {
    let mut trial = Trial::line("one two three");
    trial.press("Ctrl+Left");
    *trial.text.borrow_mut() = "zero one two three".to_owned();
    trial.harness.run();
    assert_eq!(trial.seen(), "zero one two |three");
    *trial.text.borrow_mut() = "zero".to_owned();
    trial.harness.run();
    assert_eq!(trial.seen(), "zero|");
}

#[test]
fn clicks_select_caret_word_and_line() {
    let mut trial = Trial::area("first line\nsecond words שלום");
    let rect = trial.rect();
    let row = |nth: f32| rect.top() + 5.0 + 17.0 * (nth + 0.5);
    trial.click(pos2(rect.left() + 9.5, row(1.0)), 1);
    assert_eq!(trial.seen(), "first line\n|second words שלום");
    trial.click(pos2(rect.right() - 12.0, row(0.0)), 1);
    assert_eq!(trial.seen(), "first line|\nsecond words שלום");
    trial.click(pos2(rect.left() + 20.0, row(1.0)), 2);
    assert_eq!(trial.seen(), "first line\n[second] words שלום");
    trial.click(pos2(rect.left() + 30.0, row(0.0)), 3);
    assert_eq!(trial.seen(), "[first line]\nsecond words שלום");
}

#[test]
fn a_drag_selects_what_it_passes_over_in_both_directions() {
    let mut trial = Trial::line("שלום עולם");
    let rect = trial.rect();
    let y = rect.center().y;
    trial.drag(pos2(rect.right() - 9.5, y), pos2(rect.left() + 12.0, y));
    assert_eq!(trial.seen(), "[שלום עולם]");
    let mut trial = Trial::line("fine words");
    trial.drag(pos2(rect.left() + 9.5, y), pos2(rect.right(), y));
    assert_eq!(trial.seen(), "[fine words]");
    trial.harness.key_down_modifiers(Modifiers::SHIFT, Key::F24);
    trial.harness.event(Event::PointerButton {
        pos: pos2(rect.left() + 9.5, y),
        button: PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::SHIFT,
    });
    trial.harness.run();
    assert_eq!(trial.seen(), "|fine words");
}

#[test]
fn a_slow_frame_may_hold_two_clicks_or_a_drag() {
    let mut trial = Trial::line("fine words");
    let rect = trial.rect();
    let at = |x: f32| pos2(rect.left() + x, rect.center().y);
    let button = |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    trial.harness.hover_at(at(20.0));
    trial.harness.run();
    let twice = [true, false, true, false].map(|pressed| button(at(20.0), pressed));
    trial.harness.input_mut().events.extend(twice);
    trial.harness.run();
    assert_eq!(trial.seen(), "[fine] words");
    for _ in 0..60 {
        trial.harness.step();
    }
    let drag = [button(at(9.5), true), Event::PointerMoved(at(300.0)), button(at(300.0), false)];
    trial.harness.input_mut().events.extend(drag);
    trial.harness.run();
    assert_eq!(trial.seen(), "[fine words]");
}

#[test]
fn a_finger_that_rests_selects_a_word_and_one_that_taps_puts_the_caret() {
    use egui::{TouchDeviceId, TouchId, TouchPhase};
    let mut trial = Trial::line("fine words");
    trial.harness.get_by_label("Other").focus();
    trial.harness.run();
    let at = pos2(trial.rect().left() + 45.0, trial.rect().center().y);
    let finger = |trial: &mut Trial, phase| {
        trial.harness.event(Event::Touch { device_id: TouchDeviceId(1), id: TouchId(1), phase, pos: at, force: None });
        trial.harness.event(Event::PointerMoved(at));
        let pressed = phase == TouchPhase::Start;
        trial.harness.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE });
        trial.harness.step();
    };
    finger(&mut trial, TouchPhase::Start);
    for _ in 0..60 {
        trial.harness.step();
    }
    finger(&mut trial, TouchPhase::End);
    assert_eq!(trial.seen(), "fine [words]");
    trial.harness.run();
    finger(&mut trial, TouchPhase::Start);
    finger(&mut trial, TouchPhase::End);
    assert!(trial.seen().contains('|'), "{}", trial.seen());
}

#[test]
fn a_long_line_scrolls_to_its_caret_and_back_when_left() {
    for words in ["a long sentence that is wider than its field by far", "משפט ארוך מאוד שאינו נכנס כולו לתוך השדה הצר הזה בכלל"]
    {
        let mut trial = Trial::new(words, 120.0, false);
        let shown = |trial: &Trial| trial.ask(|editor| editor.scroll_x);
        assert!(shown(&trial) > 50.0);
        trial.press("Ctrl+Home");
        assert_eq!(shown(&trial), 0.0);
        trial.press("Ctrl+End");
        assert!(shown(&trial) > 50.0);
        let inner = trial.rect().shrink2(Vec2::new(9.0, 5.0));
        let caret = trial.harness.output().platform_output.ime.unwrap().cursor_rect;
        assert!(inner.expand(1.0).contains_rect(caret), "{inner} {caret}");
    }
}

#[test]
fn right_to_left_words_stand_at_the_right() {
    let trial = Trial::line("שלום");
    assert!(trial.harness.output().platform_output.ime.unwrap().cursor_rect.left() > trial.rect().center().x);
    let trial = Trial::area("שלום");
    assert!(trial.harness.output().platform_output.ime.unwrap().cursor_rect.left() > trial.rect().center().x);
    let trial = Trial::area("שלום\n");
    assert!(trial.harness.output().platform_output.ime.unwrap().cursor_rect.left() > trial.rect().center().x, "an empty line follows");
    let trial = Trial::area("left\nשלום\nleft");
    assert!(trial.harness.output().platform_output.ime.unwrap().cursor_rect.left() < trial.rect().center().x);
}

fn preedit(words: &str) -> Event {
    let all = 0..words.chars().count();
    Event::Ime(ImeEvent::Preedit { text: words.to_owned(), active_range_chars: Some(all) })
}

#[test]
fn an_input_method_composes_in_place_and_commits() {
    let mut trial = Trial::line("甲乙");
    trial.press("Left");
    let before = trial.harness.output().platform_output.ime.unwrap().cursor_rect;
    trial.harness.event(preedit("ni"));
    trial.harness.step();
    trial.harness.key_press(Key::Escape);
    trial.harness.run();
    assert!(trial.harness.get_by_label(NAME).is_focused(), "Esc belongs to the input method from the first frame on");
    trial.event(preedit("ni hao"));
    assert_eq!(trial.text(), "甲乙", "what is not settled is not told");
    assert!(is_composing(&trial.harness.ctx));
    assert_eq!(trial.ask(|editor| editor.laid_out().unwrap().text().to_owned()), "甲ni hao乙");
    let during = trial.harness.output().platform_output.ime.unwrap().cursor_rect;
    assert!(during.left() > before.left() + 10.0, "candidates follow the caret");
    // Some systems let the keys of an input method through.
    trial.press("Backspace Left Enter");
    assert!(is_composing(&trial.harness.ctx) && trial.harness.get_by_label(NAME).is_focused());
    trial.event(preedit("")).event(Event::Ime(ImeEvent::Commit("你好".into())));
    assert_eq!(trial.seen(), "甲你好|乙");
    assert!(!is_composing(&trial.harness.ctx));
}

#[test]
fn an_input_method_replaces_the_selection_and_can_give_up() {
    let mut trial = Trial::line("ab");
    trial.press("Shift+Left").event(preedit("か"));
    assert_eq!(trial.ask(|editor| editor.laid_out().unwrap().text().to_owned()), "aか");
    trial.event(preedit(""));
    assert_eq!(trial.seen(), "a|");
    trial.event(preedit(""));
    trial.press("Ctrl+A").event(preedit(""));
    assert_eq!(trial.seen(), "[a]", "an empty message while nothing is composed changes nothing");
    trial.press("End");
    trial.event(Event::Ime(ImeEvent::DeleteSurrounding { before_chars: 1, after_chars: 1 }));
    assert_eq!(trial.seen(), "|");
}

#[test]
fn words_being_composed_are_kept_when_the_checker_goes_elsewhere() {
    let mut trial = Trial::line("a");
    trial.event(preedit("한"));
    trial.harness.get_by_label("Other").focus();
    trial.harness.run();
    assert_eq!(trial.text(), "a한");
    let mut trial = Trial::line("a");
    trial.event(preedit("한"));
    let at = pos2(trial.rect().left() + 9.5, trial.rect().center().y);
    trial.click(at, 1);
    assert_eq!(trial.seen(), "|a한");
}

#[test]
fn a_screen_reader_hears_rows_letters_and_the_selection() {
    let mut trial = Trial::area("Two words\nשלום 24");
    trial.press("Ctrl+Home Ctrl+Shift+Right");
    let field = trial.harness.get_by_label(NAME);
    let node = field.accesskit_node();
    assert_eq!(node.role(), egui::Role::MultilineTextInput);
    assert_eq!(node.value().as_deref(), Some("Two words\nשלום 24"));
    assert!(node.supports_text_ranges());
    assert_eq!(node.document_range().text(), "Two words\nשלום 24");
    let selection = node.text_selection().unwrap();
    assert_eq!(selection.text(), "Two");
    let mut word = node.document_range().start();
    word = word.forward_to_word_start();
    assert_eq!(word.to_global_usv_index(), "Two ".chars().count());
    let mut line = node.document_range().start();
    line = line.forward_to_line_start();
    assert_eq!(line.to_global_usv_index(), "Two words\n".chars().count());
    let first = node.document_range().start();
    let mut letter = first.to_degenerate_range();
    letter.set_end(first.forward_to_character_end());
    assert_eq!(letter.bounding_boxes().len(), 1);
    let bounds = letter.bounding_boxes()[0];
    assert!((trial.rect().left() as f64 + 9.0 - bounds.x0).abs() < 1.0, "{bounds:?}");
    assert!(bounds.x1 - bounds.x0 > 4.0 && bounds.x1 - bounds.x0 < 10.0, "{bounds:?}");
}

#[test]
fn assistive_technology_selects_replaces_and_sets() {
    let mut trial = Trial::area("one two\nthree");
    let (tree, id, run) = {
        let field = trial.harness.get_by_label(NAME);
        let node = field.accesskit_node();
        let (id, tree) = node.locate();
        let run = node.document_range().end().inner_node().locate().0;
        (tree, id, run)
    };
    let request = |action, data| {
        Event::AccessKitActionRequest(accesskit::ActionRequest { action, target_node: id, target_tree: tree, data: Some(data) })
    };
    let at = |character_index| accesskit::TextPosition { node: run, character_index };
    let selection = accesskit::TextSelection { anchor: at(1), focus: at(3) };
    trial.event(request(accesskit::Action::SetTextSelection, accesskit::ActionData::SetTextSelection(selection)));
    assert_eq!(trial.seen(), "one two\nt[hr]ee");
    trial.event(request(accesskit::Action::ReplaceSelectedText, accesskit::ActionData::Value("HR".into())));
    assert_eq!(trial.seen(), "one two\ntHR|ee");
    trial.event(request(accesskit::Action::SetValue, accesskit::ActionData::Value("new".into())));
    assert_eq!(trial.seen(), "new|");
}

#[test]
fn fields_out_of_sight_are_forgotten() {
    let ctx = Context::default();
    dress(&ctx);
    let mut shown = 0;
    for _ in 0..8 {
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for nth in shown..shown + 30 {
                let field = TextField::new(NAME).id(Id::unique(("field", nth)));
                text_field_ui(ui, field, &mut String::from("words"));
            }
        });
        output.textures_delta.clear();
        shown += 30;
    }
    assert!(state::count(&ctx) <= MOST_KEPT, "{}", state::count(&ctx));
}

/// Those shown lately and as many again.
const MOST_KEPT: usize = 128;

#[derive(Clone, Debug)]
enum Act {
    Insert(String),
    Backspace,
    Delete,
    Select(usize, usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let piece = prop_oneof![
        Just("a"),
        Just(" "),
        Just("\n"),
        Just("ש"),
        Just("ا"),
        Just("ل"),
        Just("क्"),
        Just("ष"),
        Just("ி"),
        Just("த"),
        Just("น้"),
        Just("\u{301}"),
        Just("👩"),
        Just("\u{200d}"),
        Just("👧"),
        Just("🇫"),
        Just("🇷"),
        Just("字"),
        Just("\r\n"),
        Just("7"),
        Just("😀👍🏽")
    ];
    let act = prop_oneof![
        4 => proptest::collection::vec(piece, 1..4).prop_map(|pieces| Act::Insert(pieces.concat())),
        2 => Just(Act::Backspace),
        1 => Just(Act::Delete),
        2 => (any::<u16>(), any::<u16>()).prop_map(|(anchor, head)| Act::Select(anchor.into(), head.into())),
    ];
    proptest::collection::vec(act, 1..30)
}

/// The same by cutting strings, nothing else.
fn naive(text: &mut String, (anchor, head): &mut (usize, usize), act: &Act) {
    let edges = |text: &str| -> Vec<usize> { text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect() };
    let (start, end) = ((*anchor).min(*head), (*anchor).max(*head));
    let all = edges(text);
    let cut = match act {
        Act::Select(to_anchor, to_head) => {
            let floor = |byte: usize| *all.iter().rev().find(|edge| **edge <= byte).unwrap();
            (*anchor, *head) = (floor(to_anchor % (text.len() + 1)), floor(to_head % (text.len() + 1)));
            return;
        }
        Act::Insert(_) => start..end,
        Act::Backspace if start == end => all.iter().rev().find(|edge| **edge < start).copied().unwrap_or(0)..end,
        Act::Delete if start == end => start..all.iter().find(|edge| **edge > end).copied().unwrap_or(end),
        Act::Backspace | Act::Delete => start..end,
    };
    let words = if let Act::Insert(words) = act { words.as_str() } else { "" };
    let at = cut.start + words.len();
    *text = [&text[..cut.start], words, &text[cut.end..]].concat();
    let all = edges(text);
    let is_insert = matches!(act, Act::Insert(_));
    let snapped = if is_insert { all.iter().find(|edge| **edge >= at) } else { all.iter().rev().find(|edge| **edge <= at) };
    *head = *snapped.unwrap();
    *anchor = *head;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_draft_is_what_cutting_strings_gives_and_undo_leads_back(acts in acts()) {
        let mut draft = draft::Draft::default();
        let (mut text, mut ends) = (String::new(), (0, 0));
        for act in &acts {
            match act {
                Act::Insert(words) => draft.insert(words),
                Act::Backspace => drop(draft.delete(text::before)),
                Act::Delete => drop(draft.delete(text::after)),
                Act::Select(anchor, head) => {
                    let len = draft.text().len() + 1;
                    draft.select(draft::Selection { anchor: anchor % len, head: (head % len).into() });
                }
            }
            naive(&mut text, &mut ends, act);
            prop_assert_eq!(draft.text(), &text);
            prop_assert_eq!((draft.selection().anchor, draft.selection().head.byte), ends);
        }
        while draft.undo() {}
        prop_assert_eq!(draft.text(), "");
        while draft.redo() {}
        prop_assert_eq!(draft.text(), &text);
    }

    #[test]
    fn a_page_changed_line_by_line_is_a_page_laid_out_anew(acts in acts(), width in 40.0..200.0f32) {
        let mut engine = TextEngine::new(font::article_fonts(), SystemFonts::Never, Default::default());
        let setting = Setting { style: Face::Dense.style(), wrap: Some(width), is_masked: false };
        let mut page = Page::new(&mut engine, "", setting);
        let (mut text, mut ends) = (String::new(), (0, 0));
        for act in &acts {
            naive(&mut text, &mut ends, act);
            page.update(&mut engine, &text, setting);
        }
        let anew = Page::new(&mut engine, &text, setting);
        prop_assert_eq!(page.height(), anew.height());
        let starts = |page: &Page| page.paragraphs().map(|(start, top, set)| (start, top.to_bits(), set.text_len())).collect::<Vec<_>>();
        prop_assert_eq!(starts(&page), starts(&anew));
        for (at, _) in text.grapheme_indices(true) {
            prop_assert_eq!(page.caret(at.into()), anew.caret(at.into()));
            let hit = page.hit(page.caret(at.into()).center());
            prop_assert_eq!(page.caret(hit).left(), page.caret(at.into()).left());
        }
    }

    #[test]
    fn every_byte_is_heard_once_and_every_position_is_found_again(acts in acts(), width in 40.0..200.0f32) {
        let mut engine = TextEngine::new(font::article_fonts(), SystemFonts::Never, Default::default());
        let (mut text, mut ends) = (String::new(), (0, 0));
        for act in &acts {
            naive(&mut text, &mut ends, act);
        }
        let page = Page::new(&mut engine, &text, Setting { style: Face::Dense.style(), wrap: Some(width), is_masked: false });
        prop_assert_eq!(spoken::heard(&page), text);
    }
}
