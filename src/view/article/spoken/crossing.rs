//! What is said when the caret walks into a mark or out of one.

use egui::accesskit::Live;
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo};

use crate::model::annotation::Mark;
use crate::model::document::Document;
use crate::session::Session;

/// The marks that the caret is in, and what was last said of them.
#[derive(Default)]
pub struct Crossing {
    inside: Vec<(Mark, String)>,
    said: String,
}

impl Crossing {
    /// Says politely which marks begin and end where the caret went. Paints nothing.
    pub fn say_ui(&mut self, ui: &Ui, session: &Session, document: &Document) {
        let id = Id::unique("tickmark caret crossing");
        let response = ui.interact(Rect::from_min_size(ui.min_rect().min, egui::Vec2::ZERO), id, Sense::hover());
        self.follow(session, document);
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, self.said.as_str()));
        ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Polite));
    }

    fn follow(&mut self, session: &Session, document: &Document) {
        // A selected mark is announced by the inspector's name for it; only the bare caret walks through marks.
        let caret = session.selection().filter(|selection| selection.document == document.id && session.mark().is_none());
        let marks =
            caret.and_then(|caret| session.lookup().document(document.id).map(|lookup| lookup.marks.at(caret.head))).unwrap_or_default();
        let is_new = |mark: &&Mark| self.inside.iter().all(|(other, _)| other.id != mark.id);
        let entered: Vec<(Mark, String)> =
            marks.iter().filter(is_new).filter_map(|mark| Some((*mark, super::called(session, *mark)?))).collect();
        let left: Vec<String> = self
            .inside
            .extract_if(.., |(mark, _)| marks.iter().all(|other| other.id != mark.id))
            .map(|(_, name)| format!("Out of {name}."))
            .collect();
        let into = entered.iter().map(|(_, name)| format!("In {name}."));
        let said: Vec<String> = left.into_iter().chain(into).collect();
        if !said.is_empty() {
            self.said = said.join(" ");
        }
        self.inside.extend(entered);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::model::moment::Moment;
    use crate::testing::Desk;
    use crate::view::testing::session;

    #[test]
    fn marks_are_heard_when_they_begin_and_when_they_end() {
        let mut desk = Desk::default();
        let document = desk.article("Then [about [1,500 people|number] left|claim], [officials|source] said.");
        let mut session = session(desk.project);
        let mut crossing = Crossing::default();
        let mut at = |words: &str| {
            let article = session.project().document(document).unwrap().clone();
            let head = article.text.as_str().find(words).unwrap();
            session.run(Command::Select { document, anchor: head, head }, Moment::default());
            crossing.follow(&session, &article);
            crossing.said.clone()
        };
        assert_eq!(at("Then"), "");
        assert_eq!(at("about"), "In claim A1.");
        assert_eq!(at("500"), "In number 1,500 people.");
        assert_eq!(at("left"), "Out of number 1,500 people.");
        assert_eq!(at(", off"), "Out of claim A1.");
        assert_eq!(at("said"), "Out of claim A1.");
    }
}
