//! A window for tests: draws a view on a session, carries out what it sends, and keeps a list of it.

use egui::{Ui, Vec2};
use egui_kittest::Harness;

use super::{Cx, Sent};
use crate::command::Command;
use crate::model::project::Project;
use crate::session::{IdSource, Preferences, Session};
use crate::testing::{CHECKER, NOW};
use crate::widget::typeset::{SystemFonts, TextEngine};
use crate::widget::{Theme, font};

/// What a view is tried on.
pub struct Stage<S> {
    /// The project at work.
    pub session: Session,
    /// The checker's habits.
    pub preferences: Preferences,
    /// The view's own state.
    pub own: S,
    /// All that the view asked for, in order.
    pub sent: Vec<Sent>,
}

impl<S> Stage<S> {
    /// The commands among what was sent.
    pub fn commands(&self) -> Vec<&Command> {
        let command = |sent: &'_ Sent| matches!(sent, Sent::Command(_));
        let sent = self.sent.iter().filter(|sent| command(sent));
        sent.filter_map(|sent| if let Sent::Command(command) = sent { Some(command) } else { None }).collect()
    }
}

/// A session on a project, as the app opens it.
pub fn session(project: Project) -> Session {
    let mut session = Session::new(project, None, IdSource::new(7));
    session.set_checker(CHECKER);
    session
}

/// A window of 1000 x 800 that draws a view and runs what it sends between frames.
pub fn window<S: 'static>(
    session: Session,
    own: S,
    mut draw_ui: impl FnMut(&mut Ui, &mut Cx<'_>, &mut S) + 'static,
) -> Harness<'static, Stage<S>> {
    let stage = Stage { session, preferences: Preferences::default(), own, sent: Vec::new() };
    let mut harness = Harness::builder().with_size(Vec2::new(1000.0, 800.0)).with_context_setup(dress).build_ui_state(
        move |ui, stage: &mut Stage<S>| {
            let mut cx = Cx::new(&stage.session, &stage.preferences, NOW, None);
            draw_ui(ui, &mut cx, &mut stage.own);
            for sent in std::mem::take(&mut cx.sent) {
                match &sent {
                    Sent::Command(command) => stage.session.run(command.clone(), NOW),
                    Sent::Preference(preference) => stage.preferences.change(preference.clone()).unwrap(),
                }
                stage.sent.push(sent);
            }
        },
        stage,
    );
    harness.run();
    harness
}

fn dress(ctx: &egui::Context) {
    font::install(ctx);
    Theme::light().apply(ctx);
    TextEngine::install(ctx, font::article_fonts(), SystemFonts::Never);
}
