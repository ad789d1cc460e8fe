//! What a screen reader finds of the page: the page is a document, its paragraphs are its children, and in them stand the
//! marks and the words in runs with the place of each character. Costs nothing while no such reader listens.

mod crossing;
#[cfg(test)]
mod tests;
mod words;

use egui::accesskit::Action;
use egui::{Id, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

pub use self::crossing::Crossing;
use self::words::{Look, Words};
use super::doubts::{Lost, lost_in};
use super::flow::Placed;
use super::paint::Page;
use super::signs;
use crate::command::Command;
use crate::model::annotation::{Doubtful, Mark, Mention};
use crate::model::document::{Document, Span};
use crate::model::lookup::SentenceState;
use crate::session::Session;
use crate::view::Cx;
use crate::widget::typeset::CaretPos;

/// Tells the page, and every paragraph, mark and word in view; does what a screen reader asks for.
pub fn page_ui(ui: &mut Ui, cx: &mut Cx<'_>, page: &Page<'_>, placed: &[Placed], (response, document): (&Response, &Document)) {
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, format!("Article text: {}", document.title())));
    if !ui.ctx().has_accesskit_node(response.id) {
        return;
    }
    let view = page.painter.clip_rect();
    let rect = |block: &Placed| Rect::from_min_size(page.origin(block), vec2(page.measure.column, block.words.height()));
    let shown: Vec<&Placed> = placed.iter().filter(|block| rect(block).intersects(view)).collect();
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return };
    let in_view = Span::between(first.block.span.start(), last.block.span.end());
    let marks = cx.session.lookup().document(document.id).map_or(Vec::new(), |lookup| lookup.marks.overlapping(in_view));
    let looks = words::looks(cx.session, &marks);
    let mut teller = Teller { page, placed, document, response, looks, words: Words::default() };
    let lost = lost_in(cx.session, document, in_view);
    for block in shown {
        lost.iter().filter(|lost| block.block.span.covers(lost.at)).for_each(|lost| teller.lost_ui(ui, cx, lost));
        let starts_here = |mark: &&Mark| block.block.span.covers(mark.span.start().max(in_view.start()));
        let marks: Vec<Mark> = marks.iter().filter(starts_here).copied().collect();
        teller.paragraph_ui(ui, cx, (block, rect(block).intersect(view)), &marks);
    }
    answer(ui, cx, response, document, &teller.words);
}

/// Tells the paragraphs of a page one after another.
struct Teller<'a> {
    page: &'a Page<'a>,
    placed: &'a [Placed],
    document: &'a Document,
    response: &'a Response,
    looks: Vec<(Span, Look)>,
    words: Words,
}

impl Teller<'_> {
    /// Tells a paragraph, with the marks that begin in it between its words.
    fn paragraph_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, (block, rect): (&Placed, Rect), marks: &[Mark]) {
        let text = self.document.text.slice(block.block.span);
        let builder = UiBuilder::new()
            .scope_id(self.response.id.with(("paragraph", block.index)))
            .accessibility_parent(self.response.id)
            .accessibility_role(Role::Paragraph)
            .accessibility_label(text)
            .max_rect(rect);
        let mut paragraph = ui.new_child(builder);
        paragraph.expand_to_include_rect(rect);
        ui.ctx().accesskit_node_builder(paragraph.unique_id(), |node| node.set_bounds(words::bounds_of(rect)));
        let mut sentences = self.sentences_left(cx.session, block).into_iter().peekable();
        let mut marks = marks.iter().peekable();
        for run in block.words.runs(&words::cuts(block, &self.looks)) {
            let end = block.block.span.start() + run.bytes.end;
            while let Some((span, name)) = sentences.next_if(|(span, _)| span.start() < end) {
                let id = self.response.id.with(("sentence", span.start()));
                self.passage_ui(&paragraph, (id, span), Role::Note, &name);
            }
            while let Some(mark) = marks.next_if(|mark| mark.span.start() < end) {
                self.mark_ui(&paragraph, cx, *mark);
            }
            self.words.run_ui(&paragraph, self.page, (block, text, run), &self.looks);
        }
        self.words.end_paragraph(&paragraph);
    }

    /// The sentences that begin in a block and hold no mark, each with what is said of it.
    fn sentences_left(&self, session: &Session, block: &Placed) -> Vec<(Span, String)> {
        let lookup = session.lookup().document(self.document.id).filter(|lookup| lookup.is_counted());
        let Some(lookup) = lookup else { return Vec::new() };
        let sentences = self.document.text.sentences();
        let from = self.document.text.sentence_at(block.block.span.start());
        let here = sentences.iter().enumerate().skip(from).take_while(|(_, span)| span.start() < block.block.span.end());
        let told = here.filter(|(_, span)| block.block.span.covers(span.start())).filter_map(|(index, span)| {
            let state = match lookup.sentences.get(index)? {
                SentenceState::Untouched => "untouched",
                SentenceState::NotCheckable => "not checkable",
                SentenceState::Marked => return None,
            };
            Some((*span, format!("Sentence {} of {}, {state}", index + 1, sentences.len())))
        });
        told.collect()
    }

    fn mark_ui(&self, ui: &Ui, cx: &mut Cx<'_>, mark: Mark) {
        let Some(annotation) = cx.session.project().annotations().get(&mark.id) else { return };
        let id = self.response.id.with(("mark", mark.id));
        self.passage_ui(ui, (id, mark.span), Role::Mark, &signs::spoken(cx.session, annotation));
        let is_selected = cx.session.mark().is_some_and(|selected| selected.id == mark.id);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.add_action(Action::Click);
            node.set_selected(is_selected);
        });
        if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
            cx.send(Command::SelectMark(mark.id));
        }
    }

    /// Tells what has lost its place, where its bar stands.
    fn lost_ui(&self, ui: &Ui, cx: &mut Cx<'_>, lost: &Lost) {
        let view = self.page.painter.clip_rect();
        let rect = self.page.caret_rect(self.placed, CaretPos::from(lost.at)).unwrap_or(Rect::from_min_size(view.min, vec2(0.0, 0.0)));
        let id = self.response.id.with(("lost", lost.what));
        let name = format!("{}. {}", lost.words, lost.quote);
        ui.interact(rect.intersect(view), id, Sense::hover()).widget_info(|| WidgetInfo::labeled(Role::Mark, true, &name));
        let Doubtful::Mark(mark) = lost.what else { return };
        let is_selected = cx.session.mark().is_some_and(|selected| selected.id == mark);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.add_action(Action::Click);
            node.set_selected(is_selected);
        });
        if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
            cx.send(Command::SelectMark(mark));
        }
    }

    /// Tells one name over the words that are in view of a span.
    fn passage_ui(&self, ui: &Ui, (id, span): (Id, Span), role: Role, name: &str) {
        let view = self.page.painter.clip_rect();
        let rows = self.page.screen_rects(self.placed, span).into_iter().filter(|row| row.intersects(view));
        let rect = rows.reduce(Rect::union).map_or(Rect::from_min_size(view.min, vec2(0.0, 0.0)), |rows| rows.intersect(view));
        ui.interact(rect, id, Sense::hover()).widget_info(|| WidgetInfo::labeled(role, true, name));
    }
}

/// Tells where caret and selection are, and puts them where the screen reader wants them.
fn answer(ui: &Ui, cx: &mut Cx<'_>, response: &Response, document: &Document, words: &Words) {
    let selection = cx.session.selection().filter(|selection| selection.document == document.id);
    let ends = selection.and_then(|selection| Some((words.position(selection.anchor)?, words.position(selection.head)?)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.add_action(Action::SetTextSelection);
        if let Some((anchor, focus)) = ends {
            node.set_text_selection(egui::accesskit::TextSelection { anchor, focus });
        }
    });
    let wanted = ui.input(|input| words::wanted_selection(input, response.id));
    if let Some((anchor, head)) = wanted.and_then(|wanted| Some((words.byte(wanted.anchor)?, words.byte(wanted.focus)?))) {
        cx.send(Command::Select { document: document.id, anchor, head });
    }
}

/// What a mark is called where few words must do: "claim A14", "number 1,500 people".
fn called(session: &Session, mark: Mark) -> Option<String> {
    let project = session.project();
    let annotation = project.annotations().get(&mark.id)?;
    Some(match annotation.mention {
        Mention::Claim(id) => format!("claim {}", project.claim_label(id)),
        Mention::Number(_) => format!("number {}", project.quote(annotation)),
        Mention::Source(_) => format!("source {}", project.quote(annotation)),
    })
}
