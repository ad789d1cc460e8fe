//! An annotated article in Markdown: numbered paragraphs, claims in brackets, notes as footnotes.

use super::escape::{address, quote, text};
use super::loss::Loss;
use super::tables::{joined, places, rating, warning};
use super::{marks, push};
use crate::model::claim::correction::Piece;
use crate::model::quantity::Approximation;
use crate::model::source::FirstHand;
use crate::report::{AnnotatedArticle, EvidenceLine, LinkLine, MarkFace, Note, NumberLine, Report, SourceLine};

pub(super) fn articles(report: &Report, losses: &mut Vec<Loss>) -> String {
    let mut page = String::new();
    for article in &report.articles {
        push(&mut page, format_args!("### {} {}\n\n", article.letter, text(&article.title)));
        for fact in &article.facts {
            push(&mut page, format_args!("- {}: {}\n", fact.name, address(&fact.value)));
        }
        page.push('\n');
        paragraphs(article, &mut page, losses);
        for note in &article.notes {
            footnote(article, note, &mut page);
        }
        set_aside(article, &mut page);
        remarks(article, &mut page);
    }
    page
}

fn paragraphs(article: &AnnotatedArticle, page: &mut String, losses: &mut Vec<Loss>) {
    let note_of = |face: &MarkFace| face.note.and_then(|at| article.notes.get(at)).map(|note| footnote_name(article, note));
    for paragraph in &article.paragraphs {
        let words = marks::words(article, paragraph, losses, note_of);
        let is_raw = paragraph.sentences > 0 && paragraph.untouched == paragraph.sentences;
        push(page, format_args!("¶{} {words}{}\n\n", paragraph.name, if is_raw { " (untouched)" } else { "" }));
    }
    let crossing = marks::crossing_claims(article);
    losses.extend((crossing > 0).then_some(Loss::CrossingClaims(crossing)));
}

/// The label of a claim, with the article's letter where the claim comes from another one.
fn footnote_name(article: &AnnotatedArticle, note: &Note) -> String {
    if note.is_home() { note.claim.label.clone() } else { format!("{}-{}", article.letter, note.claim.label) }
}

fn footnote(article: &AnnotatedArticle, note: &Note, page: &mut String) {
    let name = footnote_name(article, note);
    let head =
        format!("{} {}: {}, {}", note.claim.label, quote(&note.quote), note.status.word().to_lowercase(), rating(note.rating.as_ref()));
    push(page, format_args!("[^{name}]: {head}\n\n"));
    for (name, words) in lines(note) {
        push(page, format_args!("    - {name}: {words}\n"));
    }
    page.push('\n');
}

/// What a note says, a line each. Names are ours, words are Markdown already.
fn lines(note: &Note) -> Vec<(&'static str, String)> {
    let reason = note.rating.as_ref().map_or("", |rating| rating.reason.as_str());
    let mut lines = vec![("In full", text(&note.restatement)), ("Reason", text(reason))];
    lines.extend(note.findings.iter().map(|words| ("Finding", warning(words))));
    lines.extend(note.correction.as_deref().map(|pieces| ("Correction", correction(pieces))));
    lines.extend(note.evidence.iter().map(|line| (line.stance.word(), evidence(line))));
    lines.extend(note.sources.iter().map(|line| ("Rests on", source(line))));
    lines.extend(note.numbers.iter().map(|line| ("Number", number(line))));
    lines.extend(note.links.iter().map(|line| ("Link", link(line))));
    lines.extend(note.notes.iter().map(|words| ("Note", text(words))));
    lines.push(("Keywords", text(&note.keywords.join(", "))));
    lines.push(("Also at", places(&note.elsewhere)));
    lines.retain(|(_, words)| !words.is_empty());
    lines
}

fn correction(pieces: &[Piece]) -> String {
    let new = pieces.iter().filter_map(|piece| match piece {
        Piece::Kept(words) | Piece::Added(words) => Some(words.as_str()),
        Piece::Struck(_) => None,
    });
    let new: String = new.collect();
    if new.trim().is_empty() { "take it out".to_owned() } else { quote(&new) }
}

fn evidence(line: &EvidenceLine) -> String {
    joined(&[text(&line.text), text(&line.locator), address(&line.url)], ", ")
}

fn source(line: &SourceLine) -> String {
    let first_hand = match line.first_hand {
        FirstHand::Yes => "first hand",
        FirstHand::No => "second hand",
        FirstHand::Unclear => "",
    };
    let parts = [text(&line.name), text(&line.role), line.kind.word().to_lowercase(), first_hand.to_owned(), text(&line.grade)];
    joined(&[joined(&parts, ", "), address(&line.locator), text(&line.note)], "; ")
}

fn number(line: &NumberLine) -> String {
    let meant = if line.approximation == Approximation::Exact { String::new() } else { line.approximation.word().to_owned() };
    format!("{} = {}", quote(&line.written), joined(&[text(&line.reading), meant, text(&line.about)], ", "))
}

fn link(line: &LinkLine) -> String {
    joined(&[format!("{} {} {}", line.words, line.claim.label, quote(&line.quote)), text(&line.note)], "; ")
}

fn set_aside(article: &AnnotatedArticle, page: &mut String) {
    if article.set_aside.is_empty() {
        return;
    }
    push(page, format_args!("Not checkable in {}:\n\n", article.letter));
    for passage in &article.set_aside {
        push(page, format_args!("- {}, {}: {}\n", passage.place, passage.reason.word(), quote(&passage.words)));
    }
    page.push('\n');
}

fn remarks(article: &AnnotatedArticle, page: &mut String) {
    if article.remarks.is_empty() {
        return;
    }
    push(page, format_args!("Notes on numbers and sources in {}:\n\n", article.letter));
    for remark in &article.remarks {
        let keywords = if remark.keywords.is_empty() { String::new() } else { format!("({})", text(&remark.keywords.join(", "))) };
        let words = joined(&[text(&remark.note), keywords], " ");
        push(page, format_args!("- {}, {} {}: {words}\n", remark.place.words, remark.tag.word(), quote(&remark.quote)));
    }
    page.push('\n');
}
