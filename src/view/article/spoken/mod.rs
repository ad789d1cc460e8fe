//! What a screen reader finds of the page: the page is a document, its headings, paragraphs, lists, quotes and tables are its
//! children, and in them stand the marks and the words in runs with the place of each character. It reaches beyond the view, so that
//! a reader can read on, and what is out of view comes into it when it is asked to. Costs nothing while no such reader listens.

mod containers;
mod crossing;
#[cfg(test)]
mod tests;
mod words;

use egui::accesskit::Action;
use egui::{Id, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use self::containers::Containers;
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

/// How much of an article is told on each side of the view, bytes: all of an article up to this size, and of a book as much as is
/// read in half an hour, so that a frame costs no more in a book.
pub const STRETCH_BYTES: usize = 40_000;

/// Tells the page, and every paragraph, mark and word in view and `around` it; does what a screen reader asks for, and gives the words
/// that it wants to see.
pub fn page_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    page: &Page<'_>,
    around: impl FnOnce() -> (Vec<Placed>, bool),
    (response, document): (&Response, &Document),
) -> Option<Span> {
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, format!("Article text: {}", document.title())));
    if !ui.ctx().has_accesskit_node(response.id) {
        return None;
    }
    let (placed, has_more) = around();
    if has_more {
        ui.ctx().request_repaint();
    }
    let width = |block: &Placed| if block.shape.table_row > 0 { block.words.width() } else { page.measure.column };
    let rect = |block: &Placed| Rect::from_min_size(page.origin(block), vec2(width(block), block.words.height()));
    let (first, last) = (placed.first()?, placed.last()?);
    let told = Span::between(first.block.span.start(), last.block.span.end());
    let marks = cx.session.lookup().document(document.id).map_or(Vec::new(), |lookup| lookup.marks.overlapping(told));
    let looks = words::looks(cx.session, &marks);
    let mut marks = marks.into_iter().peekable();
    let mut teller =
        Teller { page, placed: &placed, document, response, looks, words: Words::default(), around: Containers::default(), wanted: None };
    let lost = lost_in(cx.session, document, told);
    for block in &placed {
        lost.iter().filter(|lost| block.block.span.covers(lost.at)).for_each(|lost| teller.lost_ui(ui, cx, lost));
        let mut here = Vec::new();
        while let Some(mark) = marks.next_if(|mark| mark.span.start() < block.block.span.end()) {
            here.push(mark);
        }
        teller.paragraph_ui(ui, cx, (block, rect(block)), &here);
    }
    answer(ui, cx, response, document, &teller.words).or(teller.wanted)
}

/// Tells the paragraphs of a page one after another.
struct Teller<'a> {
    page: &'a Page<'a>,
    placed: &'a [Placed],
    document: &'a Document,
    response: &'a Response,
    looks: Vec<(Span, Look)>,
    words: Words,
    around: Containers,
    /// What the screen reader wants to see.
    wanted: Option<Span>,
}

impl Teller<'_> {
    /// Tells a paragraph, with the marks that begin in it between its words.
    fn paragraph_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, (block, rect): (&Placed, Rect), marks: &[Mark]) {
        let text = self.document.text.slice(block.block.span);
        let parent = self.around.enter_ui(ui, self.response.id, (block, rect));
        let role = containers::role(block);
        let builder = UiBuilder::new()
            .scope_id(self.response.id.with(("paragraph", block.index)))
            .accessibility_parent(parent)
            .accessibility_role(role)
            .accessibility_label(text)
            .max_rect(rect);
        let mut paragraph = ui.new_child(builder);
        paragraph.expand_to_include_rect(rect);
        let id = paragraph.unique_id();
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_bounds(words::bounds_of(rect));
            node.add_action(Action::ScrollIntoView);
            if let Some(level) = containers::level(block) {
                node.set_level(level);
            }
        });
        if ui.input(|input| input.has_accesskit_action_request(id, Action::ScrollIntoView)) {
            self.wanted = Some(block.block.span);
        }
        let mut sentences = self.sentences_left(cx.session, block).into_iter().peekable();
        let mut marks = marks.iter().peekable();
        let mut suggested = suggested_in(cx.session, block).into_iter().peekable();
        for run in block.words.runs(&words::cuts(block, &self.looks)) {
            let end = block.block.span.start() + run.bytes.end;
            while let Some((span, name)) = sentences.next_if(|(span, _)| span.start() < end) {
                let id = self.response.id.with(("sentence", span.start()));
                self.passage_ui(&paragraph, (id, span), Role::Note, &name);
            }
            while let Some(mark) = marks.next_if(|mark| mark.span.start() < end) {
                self.mark_ui(&paragraph, cx, *mark);
            }
            while let Some((span, name)) = suggested.next_if(|(span, _)| span.start() < end) {
                self.suggestion_ui(&paragraph, cx, (span, &name));
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

    fn mark_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>, mark: Mark) {
        let Some(annotation) = cx.session.project().annotations().get(&mark.id) else { return };
        let id = self.response.id.with(("mark", mark.id));
        self.passage_ui(ui, (id, mark.span), Role::Mark, &signs::spoken(cx.session, annotation));
        let is_selected = cx.session.mark().is_some_and(|selected| selected.id == mark.id);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.add_action(Action::Click);
            node.add_action(Action::ScrollIntoView);
            node.set_selected(is_selected);
        });
        let is_asked = |action| ui.input(|input| input.has_accesskit_action_request(id, action));
        if is_asked(Action::Click) {
            cx.send(Command::SelectMark(mark.id));
        }
        if is_asked(Action::Click) || is_asked(Action::ScrollIntoView) {
            self.wanted = Some(mark.span);
        }
    }

    fn suggestion_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>, (span, name): (Span, &str)) {
        let id = self.response.id.with(("suggestion", span));
        self.passage_ui(ui, (id, span), Role::Mark, name);
        ui.ctx().accesskit_node_builder(id, |node| node.add_action(Action::Click));
        if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
            cx.send(Command::Select { document: self.document.id, anchor: span.start(), head: span.end() });
            self.wanted = Some(span);
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

    /// Tells one name over the words of a span.
    fn passage_ui(&self, ui: &Ui, (id, span): (Id, Span), role: Role, name: &str) {
        let blocks = self.placed.partition_point(|block| block.block.span.end() <= span.start());
        let blocks = self.placed.get(blocks..).unwrap_or_default().iter().take_while(|block| block.block.span.start() < span.end());
        let rows = blocks.flat_map(|block| self.page.screen_rects(std::slice::from_ref(block), span));
        let view = self.page.painter.clip_rect();
        let rect = rows.reduce(Rect::union).unwrap_or(Rect::from_min_size(view.min, vec2(0.0, 0.0)));
        ui.interact(rect, id, Sense::hover()).widget_info(|| WidgetInfo::labeled(role, true, name));
    }
}

/// What could be tagged and begins in a block, each as it is said.
fn suggested_in(session: &Session, block: &Placed) -> Vec<(Span, String)> {
    let here = session.suggestions_over(block.block.span).into_iter().filter(|found| block.block.span.covers(found.span.start()));
    here.map(|found| (found.span, session.spoken(found))).collect()
}

/// Tells where caret and selection are, and puts them where the screen reader wants them, which is then to be seen.
fn answer(ui: &Ui, cx: &mut Cx<'_>, response: &Response, document: &Document, words: &Words) -> Option<Span> {
    let selection = cx.session.selection().filter(|selection| selection.document == document.id);
    let ends = selection.and_then(|selection| Some((words.position(selection.anchor)?, words.position(selection.head)?)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.add_action(Action::SetTextSelection);
        if let Some((anchor, focus)) = ends {
            node.set_text_selection(egui::accesskit::TextSelection { anchor, focus });
        }
    });
    let wanted = ui.input(|input| words::wanted_selection(input, response.id));
    let (anchor, head) = wanted.and_then(|wanted| Some((words.byte(wanted.anchor)?, words.byte(wanted.focus)?)))?;
    cx.send(Command::Select { document: document.id, anchor, head });
    Some(Span::between(head, head))
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
