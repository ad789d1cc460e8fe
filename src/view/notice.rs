//! What the session has to say, floating above the status bar.

use egui::Ui;

use super::Cx;
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::session::Notice;
use crate::widget::{Answer, Message, Tone, toast_ui};

/// How long a remark stays that is no warning, seconds. Warnings stay until they are answered.
const STAY_S: f64 = 8.0;

/// Which notice is shown since when.
#[derive(Default)]
pub struct NoticeState {
    shown: Option<(Notice, f64)>,
}

/// Draws the notice, if there is one.
pub fn notice_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NoticeState) {
    let Some(notice) = cx.session.notice() else {
        state.shown = None;
        return;
    };
    let now = ui.input(|input| input.time);
    let since = match &state.shown {
        Some((shown, since)) if shown == notice => *since,
        _ => now,
    };
    state.shown = Some((notice.clone(), since));
    let tone = if notice.is_warning { Tone::Warning } else { Tone::Note };
    let label = notice.action.and_then(Action::row).map(|row| row.label);
    let message = Message { tone, text: &notice.words, actions: label.as_slice(), can_close: true };
    let answer = toast_ui(ui.ctx(), "notice", &message);
    let left = STAY_S - (now - since);
    let is_over = !notice.stays && left <= 0.0;
    if let (Some(Answer::Action(_)), Some(action)) = (answer, notice.action) {
        cx.send(Command::Run(action));
    } else if answer == Some(Answer::Closed) || is_over {
        cx.send(Command::DismissNotice);
    } else if !notice.stays {
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::annotation::Tag;
    use crate::testing::project;
    use crate::view::panel::testing::Bench;

    #[test]
    fn a_warning_stays_until_it_is_closed_and_a_remark_goes_by_itself() {
        let mut state = NoticeState::default();
        let mut bench = Bench::sized((800.0, 600.0), project("T\nIt rained."), move |ui, cx| notice_ui(ui, cx, &mut state));
        bench.command(Command::Run(Action::NextMark)).see("No marks in this article yet. Select words and press C, N or S.");
        bench.harness().input_mut().time = Some(60.0);
        bench.harness().run();
        assert!(bench.session().notice().is_some());
        bench.click("Close message");
        assert_eq!(bench.session().notice(), None);
        bench.command(Command::Run(Action::TagSelection(Tag::Claim))).command(Command::Run(Action::Undo)).see("Undone: tag claim A1");
        bench.harness().input_mut().time = Some(120.0);
        bench.harness().run_steps(3);
        assert_eq!(bench.session().notice(), None);
        // What was recovered after a crash is a remark that nobody should miss.
        bench.harness().state_mut().session.say_lasting("Recovered 1 step.", false);
        bench.harness().run_steps(3);
        bench.harness().input_mut().time = Some(240.0);
        bench.harness().run_steps(3);
        assert!(bench.session().notice().is_some());
    }
}
