//! A bench for panels in tests: draws one in a window without screen, clicks by label, runs what it asks for on a session.

use egui::Ui;
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, Node};

use crate::command::{Command, Field};
use crate::model::project::Project;
use crate::session::{IdSource, Preferences, Request, Session};
use crate::testing::NOW;
use crate::view::{Cx, Sent};
use crate::widget::typeset::{SystemFonts, TextEngine};
use crate::widget::{Theme, font};

/// What the panel draws with, and what came of it.
pub struct Stage {
    /// The session that the panel reads and that its commands run on.
    pub session: Session,
    /// The checker's habits.
    pub preferences: Preferences,
    /// All that was asked for so far.
    pub sent: Vec<Sent>,
    focus: Option<Field>,
}

/// A panel on the bench.
pub struct Bench<'a> {
    harness: Harness<'a, Stage>,
}

impl<'a> Bench<'a> {
    /// A panel 356 wide, as the inspector is.
    pub fn new(project: Project, draw: impl FnMut(&mut Ui, &mut Cx<'_>) + 'a) -> Self {
        Self::sized((356.0, 1600.0), project, draw)
    }

    /// A panel of this size in points.
    pub fn sized(size: (f32, f32), project: Project, mut draw: impl FnMut(&mut Ui, &mut Cx<'_>) + 'a) -> Self {
        let session = Session::new(project, None, IdSource::new(7));
        let stage = Stage { session, preferences: Preferences::default(), sent: Vec::new(), focus: None };
        let mut harness = Harness::builder().with_size(egui::Vec2::from(size)).with_context_setup(dress).build_ui_state(
            move |ui, stage: &mut Stage| {
                let mut cx = Cx::new(&stage.session, &stage.preferences, NOW, stage.focus.take());
                draw(ui, &mut cx);
                let sent = std::mem::take(&mut cx.sent);
                stage.obey(sent);
            },
            stage,
        );
        harness.run();
        Bench { harness }
    }

    /// Runs a command beforehand, as if another view had sent it.
    pub fn command(&mut self, command: Command) -> &mut Self {
        self.harness.state_mut().session.run(command, NOW);
        self.harness.state_mut().take_requests();
        self.harness.run();
        self
    }

    /// Clicks what has this name.
    pub fn click(&mut self, label: &str) -> &mut Self {
        self.find(label).click();
        self.harness.run();
        self
    }

    /// Clicks what has this name while these keys are held.
    pub fn click_with(&mut self, modifiers: egui::Modifiers, label: &str) -> &mut Self {
        let place = self.place(label).center();
        self.harness.event(egui::Event::PointerMoved(place));
        for pressed in [true, false] {
            let button = egui::PointerButton::Primary;
            self.harness.event_modifiers(egui::Event::PointerButton { pos: place, button, pressed, modifiers }, modifiers);
        }
        self.harness.run();
        self
    }

    /// Clicks what has this name with the other button.
    pub fn click_secondary(&mut self, label: &str) -> &mut Self {
        self.find(label).click_secondary();
        self.harness.run();
        self
    }

    /// Where what has this name is drawn.
    pub fn place(&self, label: &str) -> egui::Rect {
        self.find(label).rect()
    }

    /// Types at the end of a field.
    pub fn type_in(&mut self, label: &str, text: &str) -> &mut Self {
        self.find(label).focus();
        self.harness.run();
        self.find(label).type_text(text);
        self.harness.run();
        self
    }

    /// What stands in a field.
    pub fn value(&self, label: &str) -> String {
        self.find(label).value().unwrap_or_default()
    }

    /// Whether anything has this name.
    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Whether something shows a label with these words in it.
    pub fn shows_containing(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// Fails unless something has this name.
    #[track_caller]
    pub fn see(&mut self, label: &str) -> &mut Self {
        assert!(self.shows(label), "nothing is called “{label}”");
        self
    }

    /// The session as it is now.
    pub fn session(&self) -> &Session {
        &self.harness.state().session
    }

    /// The commands asked for since last time.
    pub fn taken(&mut self) -> Vec<Command> {
        let sent = std::mem::take(&mut self.harness.state_mut().sent);
        let command = |sent| if let Sent::Command(command) = sent { Some(command) } else { None };
        sent.into_iter().filter_map(command).collect()
    }

    /// The window, for what the bench has no word for.
    pub fn harness(&mut self) -> &mut Harness<'a, Stage> {
        &mut self.harness
    }

    /// The first thing with this name that can be clicked, else the first one.
    #[track_caller]
    fn find<'b>(&'b self, label: &'b str) -> Node<'b> {
        use egui::accesskit::Action;
        use egui_kittest::kittest::NodeT;
        let all: Vec<_> = self.harness.query_all_by_label(label).collect();
        let clickable = all.iter().find(|node| node.accesskit_node().data().supports_action(Action::Click));
        *clickable.or(all.first()).unwrap_or_else(|| panic!("nothing is called “{label}”"))
    }
}

impl Stage {
    fn obey(&mut self, sent: Vec<Sent>) {
        for asked in &sent {
            match asked {
                Sent::Command(command) => self.session.run(command.clone(), NOW),
                Sent::Preference(preference) => self.preferences.change(preference.clone()).unwrap(),
            }
        }
        self.sent.extend(sent);
        self.take_requests();
    }

    fn take_requests(&mut self) {
        for request in self.session.take_requests() {
            if let Request::Focus(field) = request {
                self.focus = Some(field);
            }
        }
    }
}

/// Our fonts and colours, and no font of the machine.
fn dress(ctx: &egui::Context) {
    font::install(ctx);
    Theme::light().apply(ctx);
    TextEngine::install(ctx, font::article_fonts(), SystemFonts::Never);
}
