//! What the inspector says of a place that must be looked at, and the ways out.

use egui::{Frame, Margin, Ui};

use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::{Doubtful, Fate};
use crate::session::doubts::fate_words;
use crate::view::Cx;
use crate::widget::line::said_ui;
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{Button, Face, Icon, Theme, button_ui, icon_text_ui, key_cap_ui};

/// Draws the box; nothing where the place is certain.
pub(super) fn doubt_ui(ui: &mut Ui, cx: &mut Cx<'_>, doubtful: Option<Doubtful>) {
    let session = cx.session;
    let Some((doubtful, doubt)) = doubtful.and_then(|doubtful| Some((doubtful, session.doubt_of(doubtful)?))) else { return };
    let theme = Theme::of(ui.ctx());
    let now = match doubtful {
        Doubtful::Mark(id) => session.project().annotations().get(&id).map_or("", |mark| session.project().quote(mark)),
        Doubtful::Passage(_) => doubt.was.exact.as_str(),
    };
    let (icon, words) = match doubt.fate {
        Fate::Moved => (Icon::TriangleAlert, "The article was changed. The same words stand elsewhere now."),
        Fate::Changed if now == doubt.was.exact => (Icon::TriangleAlert, "The article was changed, and with it the words beside these."),
        Fate::Changed => (Icon::TriangleAlert, "The article was changed. These are most likely the words; they were:"),
        Fate::Lost => (Icon::Unlink, "The article was changed. These words are nowhere in it now."),
    };
    Frame::NONE.fill(theme.warnbg).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        icon_text_ui(ui, icon, fate_words(doubt.fate), Face::DenseStrong, theme.warn);
        ui.add_space(2.0);
        said_ui(ui, words, Face::Dense, theme.ink);
        if doubt.fate == Fate::Changed && now != doubt.was.exact {
            quote_ui(ui, &Quote::new(&doubt.was.exact, TextStyle::serif(14.5, 19.0), theme.ink2).rows(8));
        }
        ui.add_space(6.0);
        ways_out_ui(ui, cx, doubtful, doubt.fate);
    });
    ui.add_space(8.0);
}

fn ways_out_ui(ui: &mut Ui, cx: &mut Cx<'_>, doubtful: Doubtful, fate: Fate) {
    let label = |action: Action| action.row().map_or("", |row| row.label);
    if fate == Fate::Lost {
        if button_ui(ui, Button::secondary("Remove it").icon(Icon::Trash).key(&cx.key(Action::Remove))).clicked() {
            cx.send(match doubtful {
                Doubtful::Mark(id) => Command::RemoveMark(id),
                Doubtful::Passage(id) => Command::RemoveExclusion(id),
            });
        }
    } else if button_ui(ui, Button::secondary(label(Action::AcceptPlace)).icon(Icon::Check).key(&cx.key(Action::AcceptPlace))).clicked() {
        if let Doubtful::Mark(id) = doubtful {
            cx.send(Command::SelectMark(id));
        }
        cx.run(Action::AcceptPlace);
    }
    let muted = Theme::of(ui.ctx()).ink2;
    let key = cx.key(Action::PlaceHere);
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        said_ui(ui, "Or select the words where it belongs, then", Face::Dense, muted);
        key_cap_ui(ui, &key);
    });
}
