//! Draws one line of the report page.

use egui::{Align, Color32, CornerRadius, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2};

use super::bars::{paint_ratings, paint_read};
use super::jump;
use super::rows::{Line, empty_words};
use crate::model::annotation::Mention;
use crate::model::claim::Status;
use crate::report::{Card, ChangeRow, ClaimRow, Contradiction, Jump, Question, RatingFace, Report, Section, Side};
use crate::view::Cx;
use crate::view::article::margin_paint::status_icon;
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Chip, Face, Icon, Spoken, Theme, chip_ui, icon_text_ui, icon_ui, letter_badge_ui, rating_chip_ui};

/// The page with what can be changed on it.
pub(super) struct Sheet<'a> {
    pub(super) report: &'a Report,
    pub(super) filter: &'a mut usize,
    pub(super) shows_all_claims: &'a mut bool,
}

/// Words of an article on the page.
const QUOTE: TextStyle = TextStyle::serif(14.0, 19.0);

impl Sheet<'_> {
    /// Draws a line in its place.
    pub(super) fn line_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, line: Line, rect: Rect) {
        let report = self.report;
        let theme = Theme::of(ui.ctx());
        let mut ui = ui.new_child(
            UiBuilder::new().id_salt(("report line", format!("{line:?}"))).max_rect(rect).layout(Layout::left_to_right(Align::Center)),
        );
        let ui = &mut ui;
        match line {
            Line::Gap => {}
            Line::Title => drop(ui.label(Face::ReportTitle.text(&report.title))),
            Line::Byline => drop(ui.label(Face::Dense.text(&report.byline).color(theme.ink2))),
            Line::Cards => cards_ui(ui, cx, &report.cards, rect),
            Line::Heading(part) => self.heading_ui(ui, part, rect),
            Line::Empty(part) => drop(ui.label(Face::Dense.text(empty_words(part)).color(theme.ink3))),
            Line::Rating(at) => self.rating_ui(ui, cx, at, rect),
            Line::ClaimsHead => claims_head_ui(ui, rect),
            Line::Claim(at) => report.claims.rows.get(at).into_iter().for_each(|row| claim_ui(ui, cx, row, rect)),
            Line::MoreClaims(more) => {
                if crate::widget::link_button_ui(ui, &format!("{more} more claims"), "Show all claims").clicked() {
                    *self.shows_all_claims = true;
                }
            }
            Line::Contradiction(at) => report.contradictions.get(at).into_iter().for_each(|pair| contradiction_ui(ui, cx, pair, rect)),
            Line::Question(at) => report.questions.get(at).into_iter().for_each(|question| question_ui(ui, cx, question, rect)),
            Line::Change(at) => report.changes.get(at).into_iter().for_each(|change| change_ui(ui, cx, change, rect)),
            Line::SourceKind(at) => {
                let words = report.sources.get(at).map_or("", |group| group.kind.plural());
                ui.label(Face::DenseStrong.text(words).color(theme.ink2));
            }
            Line::Source(group, at) => self.source_ui(ui, cx, (group, at), rect),
            Line::Number(at) => self.number_ui(ui, cx, at, rect),
            Line::Article(at) => self.article_ui(ui, cx, at, rect),
            Line::Method(at) => {
                let words = report.method.paragraphs.get(at).copied().unwrap_or("");
                ui.add(egui::Label::new(Face::Dense.text(words).color(theme.ink)).wrap());
            }
            Line::Scale => scale_ui(ui, report),
            Line::Hash(at) => self.hash_ui(ui, cx, at, rect),
        }
    }

    fn heading_ui(&mut self, ui: &mut Ui, part: Section, rect: Rect) {
        let theme = Theme::of(ui.ctx());
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, theme.line2));
        ui.label(Face::GroupTitle.text(part.title()));
        if part == Section::Claims {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (at, filter) in self.report.claims.filters.iter().enumerate().rev() {
                    let count = (at > 0).then_some(filter.rows.len());
                    if chip_ui(ui, Chip { word: filter.name, count, is_on: *self.filter == at }).clicked() {
                        *self.filter = at;
                        *self.shows_all_claims = false;
                    }
                }
            });
        } else if let Some(count) = self.report.count(part).filter(|count| *count > 0) {
            ui.label(Face::Meta.text(count.to_string()).color(theme.ink3));
        }
        if part == Section::Ratings {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                for face in &self.report.scale {
                    legend_ui(ui, face);
                }
            });
        }
    }

    fn rating_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, at: usize, rect: Rect) {
        let Some(row) = self.report.ratings.get(at) else { return };
        let theme = Theme::of(ui.ctx());
        let spoken = format!(
            "{} {}: {} of {} settled, {} sentences untouched",
            row.letter, row.title, row.settled, row.claims, row.sentences.untouched
        );
        if line_button(ui, rect, &spoken) {
            jump(cx, Jump::Document(row.document));
        }
        letter_badge_ui(ui, &row.letter, Badge::Small);
        let bar_left = rect.left() + rect.width() * 0.34;
        cut_label_ui(ui, &row.title, bar_left - 14.0, theme.ink);
        let bar = Rect::from_min_max(pos2(bar_left, rect.top() + 4.0), pos2(rect.left() + rect.width() * 0.70, rect.bottom() - 5.0));
        if row.claims > 0 {
            paint_ratings(ui, bar, row);
        }
        let painter = ui.painter();
        let settled = format!("{}/{}", row.settled, row.claims);
        painter.text(
            pos2(rect.left() + rect.width() * 0.785, bar.center().y),
            egui::Align2::RIGHT_CENTER,
            settled,
            Face::Dense.font(),
            theme.ink,
        );
        let read =
            Rect::from_min_max(pos2(rect.left() + rect.width() * 0.805, rect.top() + 9.0), pos2(rect.right() - 58.0, rect.bottom() - 10.0));
        paint_read(ui, read, row);
        let left = format!("{} left", row.sentences.untouched);
        ui.painter().text(pos2(rect.right(), bar.center().y), egui::Align2::RIGHT_CENTER, left, Face::Meta.font(), theme.ink2);
    }

    fn source_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, (group, at): (usize, usize), rect: Rect) {
        let Some(row) = self.report.sources.get(group).and_then(|group| group.rows.get(at)) else { return };
        let theme = Theme::of(ui.ctx());
        if line_button(ui, rect, &format!("Source {}", row.name)) {
            jump(cx, Jump::Record(Mention::Source(row.source)));
        }
        let column = rect.width() * 0.44;
        ui.allocate_ui_with_layout(vec2(column, rect.height()), Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add_space(3.0);
            ui.add(egui::Label::new(Face::DenseStrong.text(&row.name)).truncate().selectable(false));
            let below =
                [row.role.as_str(), row.locator.as_str()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ");
            ui.add(egui::Label::new(Face::Meta.text(below).color(theme.ink2)).truncate().selectable(false));
        });
        let claims = row.claims.iter().map(|claim| claim.label.as_str()).collect::<Vec<_>>().join(" ");
        ui.allocate_ui_with_layout(vec2(rect.width() * 0.26, rect.height()), Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(Face::Meta.text(claims).color(theme.ink2)).truncate().selectable(false));
        });
        ui.label(Face::Dense.text(if row.grade.is_empty() { "–" } else { &row.grade }));
        warn_ui(ui, &row.finding);
    }

    fn number_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, at: usize, rect: Rect) {
        let Some(row) = self.report.numbers.get(at) else { return };
        let theme = Theme::of(ui.ctx());
        if line_button(ui, rect, &format!("Number {}, {}", row.written, row.reading)) {
            jump(cx, Jump::Record(Mention::Number(row.number)));
        }
        quote_cell_ui(ui, &row.written, rect.width() * 0.33);
        cell_ui(ui, &row.reading, (rect.width() * 0.20, rect.height()), if row.is_read { theme.ink } else { theme.warn });
        cell_ui(ui, row.approximation.word(), (rect.width() * 0.09, rect.height()), theme.ink2);
        cell_ui(ui, &row.about(), (rect.width() * 0.24, rect.height()), theme.ink2);
        let place = row.places.first().map_or("", |place| place.words.as_str());
        ui.add(egui::Label::new(Face::Meta.text(place).color(theme.ink2)).truncate().selectable(false));
    }

    fn article_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, at: usize, rect: Rect) {
        let (Some(article), Some(row)) = (self.report.articles.get(at), self.report.ratings.get(at)) else { return };
        let theme = Theme::of(ui.ctx());
        if line_button(ui, rect, &format!("Annotated article {} {}", row.letter, row.title)) {
            jump(cx, Jump::Document(row.document));
        }
        letter_badge_ui(ui, &row.letter, Badge::Small);
        cut_label_ui(ui, &row.title, rect.right() - 150.0, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = format!("{} numbered notes", article.notes.len());
            ui.label(Face::Meta.text(words).color(theme.ink2));
        });
    }

    fn hash_ui(&self, ui: &mut Ui, cx: &mut Cx<'_>, at: usize, rect: Rect) {
        let Some(row) = self.report.hashes.get(at) else { return };
        let theme = Theme::of(ui.ctx());
        if line_button(ui, rect, &format!("Text of {}: SHA-256 {}", row.letter, row.hash)) {
            jump(cx, Jump::Document(row.document));
        }
        letter_badge_ui(ui, &row.letter, Badge::Small);
        ui.add(egui::Label::new(Face::Meta.text(format!("SHA-256 {}", row.hash)).color(theme.ink)).truncate().selectable(false));
    }
}

/// A whole line as a button: hover ground, hairline below, spoken name.
fn line_button(ui: &mut Ui, rect: Rect, name: &str) -> bool {
    let theme = Theme::of(ui.ctx());
    let response: Response = ui.interact(rect, ui.scope_id().with("line"), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(Vec2::new(6.0, 0.0)), CornerRadius::ZERO, theme.hover);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, theme.line));
    crate::widget::paint::paint_focus(ui, &response);
    Spoken::new(Role::Button, name).tell(&response);
    response.clicked()
}

fn cards_ui(ui: &mut Ui, cx: &mut Cx<'_>, cards: &[Card], rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let gap = 10.0;
    let width = (rect.width() - gap * (cards.len().max(1) - 1) as f32) / cards.len().max(1) as f32;
    for (at, card) in cards.iter().enumerate() {
        let left = rect.left() + at as f32 * (width + gap);
        let frame = Rect::from_min_size(pos2(left, rect.top() + 8.0), vec2(width, 68.0));
        let response = ui.interact(frame, ui.scope_id().with(("card", at)), Sense::click());
        Spoken::new(Role::Button, &format!("{} {} {}", card.figure, card.beside, card.below)).tell(&response);
        let fill = if response.hovered() && card.jump.is_some() { theme.hover } else { theme.paper };
        ui.painter().rect(frame, CornerRadius::same(4), fill, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
        let colour = if card.is_alarming { theme.warn } else { theme.ink };
        let figure = ui.painter().layout_no_wrap(card.figure.to_string(), crate::widget::font::semibold(26.0), colour);
        let beside = ui.painter().layout_no_wrap(card.beside.clone(), Face::Dense.font(), theme.ink2);
        let below = crate::widget::paint::line_cut_to(ui, &card.below, Face::Dense, (theme.ink, width - 20.0));
        let x = frame.left() + 12.0;
        ui.painter().galley(pos2(x, frame.top() + 6.0), figure.clone(), colour);
        ui.painter().galley(pos2(x + figure.size().x + 6.0, frame.top() + 18.0), beside, theme.ink2);
        ui.painter().galley(pos2(x, frame.top() + 42.0), below, theme.ink);
        if let Some(target) = card.jump.filter(|_| response.clicked()) {
            jump(cx, target);
        }
    }
}

fn legend_ui(ui: &mut Ui, face: &RatingFace) {
    let theme = Theme::of(ui.ctx());
    ui.label(Face::Meta.text(face.label()).color(theme.ink2));
    let (square, _) = ui.allocate_exact_size(vec2(13.0, 13.0), Sense::hover());
    let (fill, _) = theme.rating(face.grade.value());
    ui.painter().rect(square, CornerRadius::ZERO, fill, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    ui.add_space(-6.0);
}

fn claims_head_ui(ui: &mut Ui, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let columns = claim_columns(rect);
    for (x, words) in columns.into_iter().zip(["No.", "As written", "Rating", "Status", "Rests on"]) {
        ui.painter().text(pos2(x, rect.center().y), egui::Align2::LEFT_CENTER, words, Face::Meta.font(), theme.ink2);
    }
}

fn claim_columns(rect: Rect) -> [f32; 5] {
    [0.0, 0.055, 0.47, 0.625, 0.765].map(|share| rect.left() + rect.width() * share)
}

/// A ui from one x to another on the line.
fn cell_at(ui: &mut Ui, rect: Rect, from: f32, to: f32, contents: impl FnOnce(&mut Ui)) {
    let cell = Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.bottom()));
    contents(&mut ui.new_child(UiBuilder::new().id_salt(from as i32).max_rect(cell).layout(Layout::left_to_right(Align::Center))));
}

fn claim_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &ClaimRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    if line_button(ui, rect, &format!("Claim {}: {}", row.label, row.quote)) {
        jump(cx, Jump::Record(Mention::Claim(row.claim)));
    }
    let [number, quote, rating, status, rests] = claim_columns(rect);
    cell_at(ui, rect, number, quote, |ui| drop(ui.label(Face::DenseStrong.text(&row.label))));
    cell_at(ui, rect, quote, rating - 12.0, |ui| quote_cell_ui(ui, &row.quote, rating - 12.0 - quote));
    cell_at(ui, rect, rating, status, |ui| match &row.rating {
        Some(face) => drop(rating_chip_ui(ui, Some(face.grade.value()), &face.word)),
        None => drop(ui.label(Face::Dense.text("not rated").color(theme.ink3))),
    });
    cell_at(ui, rect, status, rests, |ui| status_ui(ui, row.status));
    cell_at(ui, rect, rests, rect.right(), |ui| {
        if row.rests_on.is_warning {
            warn_ui(ui, &row.rests_on.words);
        } else {
            ui.add(egui::Label::new(Face::Dense.text(&row.rests_on.words).color(theme.ink2)).truncate().selectable(false));
        }
    });
}

fn status_ui(ui: &mut Ui, status: Status) {
    let ink = Theme::of(ui.ctx()).ink;
    icon_text_ui(ui, status_icon(status), status.word(), Face::Dense, ink);
}

fn warn_ui(ui: &mut Ui, words: &str) {
    if words.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    icon_ui(ui, Icon::TriangleAlert, 13.0, theme.warn);
    ui.add(egui::Label::new(Face::Dense.text(words).color(theme.warn)).truncate().selectable(false));
}

fn quote_cell_ui(ui: &mut Ui, words: &str, width: f32) {
    let ink = Theme::of(ui.ctx()).ink;
    ui.allocate_ui_with_layout(vec2(width, 19.0), Layout::left_to_right(Align::Center), |ui| {
        quote_ui(ui, &Quote::new(words, QUOTE, ink).rows(1));
    });
}

fn cell_ui(ui: &mut Ui, words: &str, (width, height): (f32, f32), colour: Color32) {
    ui.allocate_ui_with_layout(vec2(width, height), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(width);
        ui.add(egui::Label::new(Face::Dense.text(words).color(colour)).truncate().selectable(false));
    });
}

fn cut_label_ui(ui: &mut Ui, words: &str, to: f32, colour: Color32) {
    let width = (to - ui.cursor().left()).max(20.0);
    let line = crate::widget::paint::line_cut_to(ui, words, Face::Dense, (colour, width));
    let (rect, _) = ui.allocate_exact_size(vec2(line.size().x, line.size().y), Sense::hover());
    ui.painter().galley(rect.min, line, colour);
}

fn contradiction_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: &Contradiction, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let middle = rect.center().x;
    side_ui(ui, cx, &pair.one, Rect::from_min_max(rect.min + vec2(0.0, 4.0), pos2(middle - 18.0, rect.bottom() - 6.0)));
    crate::widget::paint_icon(ui.painter(), Icon::EqualNot, rect.center(), 18.0, theme.warn);
    side_ui(ui, cx, &pair.other, Rect::from_min_max(pos2(middle + 18.0, rect.top() + 4.0), rect.max - vec2(0.0, 6.0)));
}

fn side_ui(ui: &mut Ui, cx: &mut Cx<'_>, side: &Side, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let mut ui = ui.new_child(UiBuilder::new().id_salt(side.claim.claim).max_rect(rect));
    let response = ui.interact(rect, ui.scope_id().with("side"), Sense::click());
    Spoken::new(Role::Button, &format!("Claim {}: {}", side.claim.label, side.quote)).tell(&response);
    let fill = if response.hovered() { theme.hover } else { theme.paper };
    ui.painter().rect(rect, CornerRadius::same(4), fill, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink2(vec2(10.0, 5.0))), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let place = side.place.as_ref().map_or("", |place| place.words.as_str());
        ui.label(Face::Meta.text(format!("{}   {place}   {}", side.claim.label, side.status.word())).color(theme.ink2));
        quote_ui(ui, &Quote::new(&side.quote, QUOTE, theme.ink).rows(1));
    });
    if response.clicked() {
        jump(cx, Jump::Record(Mention::Claim(side.claim.claim)));
    }
}

fn question_ui(ui: &mut Ui, cx: &mut Cx<'_>, question: &Question, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    if line_button(ui, rect, &format!("Open question on {}: {}", question.claim.label, question.note)) {
        jump(cx, Jump::Record(Mention::Claim(question.claim.claim)));
    }
    let words_x = rect.left() + 46.0;
    let note_x = rect.left() + rect.width() * 0.44;
    let since_x = rect.right() - 130.0;
    cell_at(ui, rect, rect.left(), words_x, |ui| drop(ui.label(Face::DenseStrong.text(&question.claim.label))));
    cell_at(ui, rect, words_x, note_x - 10.0, |ui| quote_cell_ui(ui, &question.quote, note_x - 10.0 - words_x));
    cell_at(ui, rect, note_x, since_x, |ui| {
        ui.add(egui::Label::new(Face::Dense.text(&question.note)).truncate().selectable(false));
    });
    cell_at(ui, rect, since_x, rect.right(), |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(Face::Meta.text(&question.since).color(theme.ink2)));
    });
}

fn change_ui(ui: &mut Ui, cx: &mut Cx<'_>, change: &ChangeRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    if line_button(ui, rect, &format!("Correction of {}: {}", change.claim.label, change.new)) {
        jump(cx, Jump::Record(Mention::Claim(change.claim.claim)));
    }
    let words_x = rect.left() + 46.0;
    cell_at(ui, rect, rect.left(), words_x, |ui| drop(ui.label(Face::DenseStrong.text(&change.claim.label))));
    let place = change.places.first().map_or("", |place| place.words.as_str());
    cell_at(ui, rect, rect.right() - 60.0, rect.right(), |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(Face::Meta.text(place).color(theme.ink2)));
    });
    let inside = Rect::from_min_max(pos2(words_x, rect.top() + 4.0), pos2(rect.right() - 66.0, rect.bottom() - 4.0));
    ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let strike: [_; 1] = [(0..change.old.len(), crate::widget::typeset::Emphasis::Strike(theme.warn))];
        quote_ui(ui, &Quote::new(&change.old, QUOTE, theme.ink2).rows(1).emphasis(&strike));
        quote_ui(ui, &Quote::new(&change.new, QUOTE, theme.ink).rows(1));
    });
}

fn scale_ui(ui: &mut Ui, report: &Report) {
    ui.spacing_mut().item_spacing.x = 14.0;
    ui.label(Face::DenseStrong.text(&report.method.scale_name));
    for face in &report.scale {
        rating_chip_ui(ui, Some(face.grade.value()), &face.word);
    }
}
