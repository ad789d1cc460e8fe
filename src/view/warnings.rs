//! Findings by rule, for the left panels: how many there are, the way to the next one, and the way out for a desk that does not want
//! them.

use std::fmt::Debug;
use std::hash::Hash;

use egui::{Rect, Role, Sense, Ui, Vec2};

use super::Cx;
use super::menu::{MenuRow, drop_down_ui, menu_row_ui};
use super::table::cell_text;
use crate::command::Command;
use crate::lint::{Finding, Rule, Severity, Subject};
use crate::session::Session;
use crate::widget::paint::{line_of_text, paint_focus, paint_line_at};
use crate::widget::{Face, Icon, Spoken, Theme, paint_icon};

/// Height of a row, points.
pub const ROW: f32 = 27.0;
const PADDING: f32 = 12.0;
/// Side of what is hit around the three dots, points.
const DOTS: f32 = 24.0;

/// A rule that found something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningRow {
    /// The rule.
    pub rule: Rule,
    /// How often.
    pub count: usize,
}

/// Those of these rules that found something, in their order.
pub fn warnings(session: &Session, rules: &[Rule]) -> Vec<WarningRow> {
    let rows = rules.iter().map(|rule| WarningRow { rule: *rule, count: session.findings().count(*rule) });
    rows.filter(|row| row.count > 0).collect()
}

/// The way to the next finding of a rule, behind what is shown now; after the last one comes the first.
pub fn next_place(session: &Session, rule: Rule) -> Option<Command> {
    let found = session.findings().of_rule(session.project(), session.lookup(), rule);
    let shown = session.record().map(Subject::Record);
    let article = session.document().map(|document| Subject::Document(document.id));
    let is_shown = |finding: &Finding| Some(finding.subject) == shown || Some(finding.subject) == article;
    let next = found.iter().rposition(is_shown).map_or(0, |at| at + 1);
    found.get(next).or_else(|| found.first()).map(|finding| place(finding.subject))
}

/// The way to the subject of a finding.
pub fn place(subject: Subject) -> Command {
    match subject {
        Subject::Record(record) => Command::ShowRecord(record),
        Subject::Document(id) => Command::ShowArticle(id),
    }
}

/// The sign of a rule.
pub fn rule_icon(rule: Rule) -> Icon {
    match rule {
        Rule::CircularSupport => Icon::Repeat2,
        Rule::PersonUnidentified => Icon::CircleQuestionMark,
        Rule::ConfirmedContradiction | Rule::ContradictionUnanswered | Rule::FiguresDisagree => Icon::EqualNot,
        Rule::AskedOverdue => Icon::Hourglass,
        Rule::PlaceLost | Rule::PlaceDoubtful => Icon::Unlink,
        rule if rule.severity() == Severity::Note => Icon::Info,
        _ => Icon::TriangleAlert,
    }
}

/// Draws a rule with its count and its menu; true when it was clicked.
pub fn warning_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &WarningRow, is_on: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let (rect, place) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, place.id.with(("warning", row.rule)), Sense::click());
    let is_near = ui.rect_contains_pointer(rect) || response.has_focus();
    if is_on {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
    } else if is_near {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let colour = if row.rule.severity() == Severity::Note { theme.ink3 } else { theme.warn };
    paint_icon(ui.painter(), rule_icon(row.rule), egui::pos2(rect.left() + PADDING + 7.5, rect.center().y), 15.0, colour);
    let face = if is_on { Face::DenseStrong } else { Face::Dense };
    let count = line_of_text(ui, &row.count.to_string(), face, theme.ink3);
    // The count makes way for the dots.
    let count_right = rect.right() - PADDING - if is_near { DOTS - 4.0 } else { 0.0 };
    let count_left = count_right - count.size().x;
    paint_line_at(ui.painter(), (count_left, rect.center().y), count, theme.ink3);
    let title = Rect::from_x_y_ranges(rect.left() + PADDING + 23.0..=count_left - 6.0, rect.y_range());
    cell_text(ui, title, row.rule.title(), (face, theme.ink));
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("{}, {}", row.rule.title(), row.count)).on(is_on).tell(&response);
    let dots = Rect::from_center_size(egui::pos2(rect.right() - PADDING - DOTS / 2.0 + 6.0, rect.center().y), Vec2::splat(DOTS));
    dots_ui(ui, cx, (row.rule, "left"), (dots, is_near));
    response.clicked()
}

/// Draws the dots beside a finding, with the way to switch its rule off. They are painted where the pointer or the keyboard is near.
pub fn dots_ui(ui: &mut Ui, cx: &mut Cx<'_>, (rule, salt): (Rule, impl Hash + Debug), (rect, is_near): (Rect, bool)) {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(("dots", rule, salt)), Sense::click());
    if response.hovered() || response.has_focus() || is_near {
        let colour = if response.hovered() { theme.ink } else { theme.ink3 };
        paint_icon(ui.painter(), Icon::Ellipsis, rect.center(), 13.0, colour);
    }
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("More about “{}”", rule.title())).tell(&response);
    drop_down_ui(&response, |ui| {
        if menu_row_ui(ui, MenuRow::new("Not for this project…")) {
            cx.send(Command::AskWhyOff(rule.code().to_owned()));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::annotation::Mention;
    use crate::testing::{Desk, NOW};
    use crate::view::testing::session;

    #[test]
    fn each_click_goes_to_the_next_finding_and_then_to_the_first_again() {
        let mut desk = Desk::default();
        desk.article("[One|claim]. [Two|claim].");
        desk.article("[Three|claim].");
        let labels = ["A1", "A2", "B1"].map(|label| desk.claim(label));
        let mut session = session(desk.project);
        let counted = warnings(&session, &[Rule::OnlyAnonymous, Rule::NoSource]);
        assert_eq!(counted, [WarningRow { rule: Rule::NoSource, count: 3 }]);
        for nth in [0, 1, 2, 0] {
            session.run(next_place(&session, Rule::NoSource).unwrap(), NOW);
            assert_eq!(session.record(), Some(Mention::Claim(labels[nth])));
        }
        assert_eq!(next_place(&session, Rule::OnlyAnonymous), None);
        let order = session.project().order().to_vec();
        assert_eq!(next_place(&session, Rule::ArticleIncomplete), Some(Command::ShowArticle(order[1])));
    }
}
