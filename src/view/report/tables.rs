//! The tables of the report: ratings by article, claims, sources, numbers.

use egui::{Color32, Rect, Stroke, StrokeKind, Ui, Vec2};

use crate::model::source::SourceKind;
use crate::report::{ArticleRow, ClaimRow, NumberRow, RatingFace, RestsOn, Section, SentenceCount, SourceGroup, SourceRow, Tally};
use crate::view::sign::{kind_icon, status_icon};
use crate::view::table::{Column, cell_sign, cell_text, cell_ui, cells};
use crate::view::wording::count;
use crate::widget::paint::{line_cut_to, line_of_text, paint_line_at, paint_line_in};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Face, Icon, Theme, letter_badge_ui, paint_icon, rating_chip_ui};

const RATINGS: [Column; 6] = [
    Column::of("", 26.0),
    Column::rest("Article"),
    Column::of("Claims by rating", 286.0).narrow(1, 150.0),
    Column::of("Settled", 58.0).right(),
    Column::of("Sentences read", 148.0).indented(16.0).narrow(2, 60.0),
    Column::of("", 44.0).right(),
];
const CLAIMS: [Column; 5] = [
    Column::of("No.", 44.0),
    Column::rest("As written"),
    Column::of("Rating", 122.0).narrow(2, 46.0),
    Column::of("Status", 106.0).narrow(3, 28.0),
    Column::of("Rests on", 184.0).narrow(1, 128.0),
];
const SOURCES: [Column; 5] = [
    Column::of("", 24.0),
    Column::rest("Source"),
    Column::of("Carries", 150.0).narrow(1, 80.0),
    Column::of("Grade", 60.0),
    Column::of("To settle", 200.0).narrow(2, 160.0),
];
const NUMBERS: [Column; 6] = [
    Column::rest("As written"),
    Column::of("Value", 96.0).right(),
    Column::of("Meant as", 84.0).indented(9.0).narrow(2, 0.0),
    Column::of("Measures", 176.0).indented(9.0).narrow(1, 110.0),
    Column::of("Where", 96.0).narrow(3, 62.0),
    Column::of("In claim", 76.0),
];

pub(super) fn columns_ui(ui: &Ui, section: Section, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let columns: &[Column] = match section {
        Section::Ratings => &RATINGS,
        Section::Claims => &CLAIMS,
        Section::Sources => &SOURCES,
        Section::Numbers => &NUMBERS,
        _ => return,
    };
    for (column, cell) in columns.iter().zip(cells(columns, rect, 0.0)) {
        if cell.width() <= 0.0 {
            continue;
        }
        let line = line_cut_to(ui, column.heading, Face::Meta, (theme.ink3, cell.width()));
        let left = if column.is_right { cell.right() - line.size().x } else { cell.left() };
        paint_line_at(ui.painter(), (left, cell.center().y), line, theme.ink3);
    }
}

pub(super) fn rating_ui(ui: &mut Ui, row: &ArticleRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&RATINGS, rect, 0.0);
    let [letter, title, counted @ ..] = cells.as_slice() else { return };
    cell_ui(ui, *letter, |ui| letter_badge_ui(ui, &row.letter, Badge::Small));
    cell_text(ui, title.with_max_x(title.right() - 10.0), &row.title, (Face::Dense, theme.ink));
    paint_tally(ui, counted, &row.tally);
}

/// All articles together, in the columns of one.
pub(super) fn total_ui(ui: &Ui, (words, total): (&str, &Tally), rect: Rect) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(rect.with_max_y(rect.top() + 1.0), 0.0, theme.line2);
    let cells = cells(&RATINGS, rect, 0.0);
    let [_, title, counted @ ..] = cells.as_slice() else { return };
    cell_text(ui, title.with_max_x(title.right() - 10.0), words, (Face::DenseStrong, theme.ink));
    paint_tally(ui, counted, total);
}

fn paint_tally(ui: &Ui, cells: &[Rect], tally: &Tally) {
    let theme = Theme::of(ui.ctx());
    let [bar, settled, sentences, left] = cells else { return };
    paint_bar(ui, Rect::from_center_size(bar.center(), Vec2::new(bar.width(), 20.0)), tally);
    right_text(ui, *settled, &format!("{}/{}", tally.settled, tally.claims), (Face::Dense, theme.ink));
    let read = Rect::from_min_size(egui::pos2(sentences.left(), sentences.center().y - 5.5), Vec2::new(sentences.width().min(112.0), 11.0));
    paint_sentences(ui, read, tally.sentences);
    right_text(ui, *left, &format!("{} left", tally.sentences.untouched), (Face::Meta, theme.ink3));
}

fn right_text(ui: &Ui, cell: Rect, words: &str, (face, colour): (Face, Color32)) {
    let line = line_cut_to(ui, words, face, (colour, cell.width()));
    paint_line_at(ui.painter(), (cell.right() - line.size().x, cell.center().y), line, colour);
}

/// A bar of all claims: the best rating at the left, a numeral in each part, what is not rated at the right.
fn paint_bar(ui: &Ui, rect: Rect, tally: &Tally) {
    let theme = Theme::of(ui.ctx());
    let rect = rect.round();
    let painter = ui.painter();
    painter.rect_filled(rect, 3.0, theme.paper);
    let all = tally.claims.max(1) as f32;
    let parts = (1_u8..=5).zip(tally.rated).rev().map(|(grade, count)| (Some(grade), count)).chain([(None, tally.unrated)]);
    let mut done = 0;
    for (grade, number) in parts.filter(|(_, number)| *number > 0) {
        let from = rect.left() + (rect.width() * done as f32 / all).round();
        done += number;
        let to = rect.left() + (rect.width() * done as f32 / all).round();
        let part = Rect::from_x_y_ranges(from..=to, rect.y_range());
        let (fill, ink) = grade.map_or((theme.paper, theme.ink3), |grade| theme.rating(grade));
        // The whole rounded bar clipped to the part: only its outer corners come out round.
        painter.with_clip_rect(part.intersect(ui.clip_rect())).rect_filled(rect, 3.0, fill);
        if from > rect.left() {
            let colour = if grade.is_some() { theme.paper } else { theme.line2 };
            painter.vline(from + 0.5, rect.y_range(), Stroke::new(1.0, colour));
        }
        let face = if grade.is_some() { Face::SectionHead } else { Face::Meta };
        let numeral = line_of_text(ui, &number.to_string(), face, ink);
        if numeral.size().x + 2.0 <= part.width() {
            paint_line_in(painter, part, numeral, ink);
        }
    }
    painter.rect_stroke(rect, 3.0, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
}

/// Sentences with a mark filled, not checkable ones with a bar through them, untouched ones empty.
fn paint_sentences(ui: &Ui, rect: Rect, sentences: SentenceCount) {
    let theme = Theme::of(ui.ctx());
    let rect = rect.round();
    let all = sentences.total().max(1) as f32;
    let at = |count: usize| rect.left() + (rect.width() * count as f32 / all).round();
    let (marked, read) = (at(sentences.marked), at(sentences.marked + sentences.not_checkable));
    let painter = ui.painter();
    painter.rect_stroke(rect, 0.0, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    painter.rect_filled(rect.with_max_x(marked), 0.0, theme.ink2);
    if read > marked {
        let barred = Rect::from_x_y_ranges(marked..=read, rect.y_range());
        painter.rect_stroke(barred, 0.0, Stroke::new(1.0, theme.ink2), StrokeKind::Inside);
        painter.hline(barred.x_range(), barred.center().y, Stroke::new(1.0, theme.ink2));
    }
}

pub(super) fn claim_ui(ui: &mut Ui, row: &ClaimRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&CLAIMS, rect, 0.0);
    let [label, quote, rating, status, rests_on] = cells.as_slice() else { return };
    cell_text(ui, *label, &row.label, (Face::DenseStrong, theme.ink));
    quote_cell_ui(ui, quote.with_max_x(quote.right() - 12.0), &row.quote);
    rating_cell_ui(ui, *rating, row.rating.as_ref());
    cell_sign(ui, *status, (status_icon(row.status), row.status.word()), theme.ink);
    rests_on_ui(ui, *rests_on, &row.rests_on);
}

/// Verbatim words on one row.
pub(super) fn quote_cell_ui(ui: &mut Ui, cell: Rect, words: &str) {
    let theme = Theme::of(ui.ctx());
    cell_ui(ui, cell, |ui| quote_ui(ui, &Quote::new(words, TextStyle::serif(14.0, 19.0), theme.ink).rows(1)));
}

/// The numeral stands alone where there is no room for the word.
fn rating_cell_ui(ui: &mut Ui, cell: Rect, rating: Option<&RatingFace>) {
    let has_room = cell.width() > 60.0;
    match rating {
        None if !has_room => cell_text(ui, cell, "–", (Face::Dense, Theme::of(ui.ctx()).ink3)),
        _ => cell_ui(ui, cell, |ui| {
            let word = rating.filter(|_| has_room).map_or("", |rating| &rating.word);
            rating_chip_ui(ui, rating.map(|rating| rating.grade.value()), word);
        }),
    }
}

fn rests_on_ui(ui: &Ui, cell: Rect, rests_on: &RestsOn) {
    let theme = Theme::of(ui.ctx());
    if rests_on.is_warning {
        cell_sign(ui, cell, (Icon::TriangleAlert, &rests_on.words), theme.warn);
    } else {
        cell_text(ui, cell, &rests_on.words, (Face::Dense, theme.ink2));
    }
}

pub(super) fn kind_ui(ui: &Ui, group: &SourceGroup, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(rect.with_max_y(rect.top() + 1.0), 0.0, theme.line);
    let title = line_of_text(ui, group.kind.plural(), Face::DenseStrong, theme.ink);
    let after = rect.left() + title.size().x + 8.0;
    paint_line_at(ui.painter(), (rect.left(), rect.center().y), title, theme.ink);
    let number = line_of_text(ui, &count(group.rows.len(), "source"), Face::Meta, theme.ink3);
    paint_line_at(ui.painter(), (after, rect.center().y), number, theme.ink3);
}

pub(super) fn source_ui(ui: &mut Ui, (kind, row): (SourceKind, &SourceRow), rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&SOURCES, rect, 0.0);
    let [sign, name, carries, grade, settle] = cells.as_slice() else { return };
    paint_icon(ui.painter(), kind_icon(kind), egui::pos2(sign.left() + 8.0, sign.center().y), 15.0, theme.ink3);
    let name = name.with_max_x(name.right() - 10.0);
    let remark = [row.role.as_str(), row.locator.as_str()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
    if remark.is_empty() {
        cell_text(ui, name, &row.name, (Face::Dense, theme.ink));
    } else {
        let (upper, lower) = name.split_top_bottom_at_fraction(0.5);
        cell_text(ui, upper.translate(Vec2::new(0.0, 2.0)), &row.name, (Face::Dense, theme.ink));
        cell_text(ui, lower.translate(Vec2::new(0.0, -2.0)), &remark, (Face::Meta, theme.ink3));
    }
    let labels: Vec<_> = row.claims.iter().map(|claim| claim.label.as_str()).collect();
    cell_text(ui, carries.with_max_x(carries.right() - 10.0), &labels.join(", "), (Face::Dense, theme.ink2));
    cell_text(ui, *grade, if row.grade.is_empty() { "–" } else { &row.grade }, (Face::Dense, theme.ink2));
    if !row.finding.is_empty() {
        cell_sign(ui, *settle, (Icon::TriangleAlert, &row.finding), theme.warn);
    }
}

pub(super) fn number_ui(ui: &mut Ui, row: &NumberRow, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let cells = cells(&NUMBERS, rect, 0.0);
    let [written, value, meant, measures, place, claim] = cells.as_slice() else { return };
    cell_ui(ui, written.with_max_x(written.right() - 10.0), |ui| {
        let lane = [(0..row.written.len(), Emphasis::NumberLane(theme.num))];
        quote_ui(ui, &Quote::new(&row.written, TextStyle::serif(14.0, 19.0), theme.ink).rows(1).emphasis(&lane));
    });
    let colour = if row.is_read { theme.ink } else { theme.warn };
    right_text(ui, *value, if row.is_read { &row.reading } else { "not read" }, (Face::DenseStrong, colour));
    cell_text(ui, *meant, row.approximation.word(), (Face::Meta, theme.ink3));
    let what = [&row.measured, &row.of, &row.as_of].into_iter().filter(|words| !words.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    cell_text(ui, measures.with_max_x(measures.right() - 8.0), &what, (Face::Dense, theme.ink2));
    let first = row.places.first().map_or("", |place| &place.words);
    let more = if row.places.len() > 1 { format!(" +{}", row.places.len() - 1) } else { String::new() };
    cell_text(ui, *place, &format!("{first}{more}"), (Face::Dense, theme.ink2));
    let labels: Vec<_> = row.claims.iter().map(|claim| claim.label.as_str()).collect();
    cell_text(ui, *claim, &labels.join(", "), (Face::DenseStrong, theme.ink));
}
