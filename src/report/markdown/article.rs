//! An annotated article in Markdown: numbered paragraphs, claims in brackets, notes as footnotes.

use std::borrow::Cow;

use super::escape::{address, quote, text};
use super::loss::Loss;
use super::tables::{joined, places, rating, warning};
use super::{marks, push};
use crate::model::claim::correction::Piece;
use crate::model::quantity::Approximation;
use crate::model::source::FirstHand;
use crate::report::{AnnotatedArticle, EvidenceLine, Language, LinkLine, MarkFace, Note, NumberLine, Report, SourceLine};

pub(super) fn articles(report: &Report, losses: &mut Vec<Loss>) -> String {
    let language = report.language();
    let mut page = String::new();
    for article in &report.articles {
        push(&mut page, format_args!("### {} {}\n\n", article.letter, text(&article.title)));
        for fact in &article.facts {
            push(&mut page, format_args!("- {}: {}\n", fact.name, address(&fact.value)));
        }
        page.push('\n');
        paragraphs((article, language), &mut page, losses);
        for note in &article.notes {
            footnote((article, language), note, &mut page);
        }
        set_aside((article, language), &mut page);
        remarks((article, language), &mut page);
    }
    page
}

fn paragraphs((article, language): (&AnnotatedArticle, Language), page: &mut String, losses: &mut Vec<Loss>) {
    let note_of = |face: &MarkFace| face.note.and_then(|at| article.notes.get(at)).map(|note| footnote_name(article, note));
    let raw = format!(" ({})", language.say("untouched"));
    for paragraph in &article.paragraphs {
        let words = marks::words(article, paragraph, losses, note_of);
        let is_raw = paragraph.sentences > 0 && paragraph.untouched == paragraph.sentences;
        push(page, format_args!("¶{} {words}{}\n\n", paragraph.name, if is_raw { &*raw } else { "" }));
    }
    let crossing = marks::crossing_claims(article);
    losses.extend((crossing > 0).then_some(Loss::CrossingClaims(crossing)));
}

/// The label of a claim, with the article's letter where the claim comes from another one.
fn footnote_name(article: &AnnotatedArticle, note: &Note) -> String {
    if note.is_home() { note.claim.label.clone() } else { format!("{}-{}", article.letter, note.claim.label) }
}

fn footnote((article, language): (&AnnotatedArticle, Language), note: &Note, page: &mut String) {
    let name = footnote_name(article, note);
    let head = format!(
        "{} {}: {}, {}",
        note.claim.label,
        quote(language, &note.quote),
        language.status(note.status).to_lowercase(),
        rating(language, note.rating.as_ref())
    );
    push(page, format_args!("[^{name}]: {head}\n\n"));
    for (name, words) in lines(language, note) {
        push(page, format_args!("    - {name}: {words}\n"));
    }
    page.push('\n');
}

/// What a note says, a line each. Names are ours, words are Markdown already.
fn lines(language: Language, note: &Note) -> Vec<(Cow<'static, str>, String)> {
    let say = |key| language.say(key);
    let reason = note.rating.as_ref().map_or("", |rating| rating.reason.as_str());
    let mut lines = vec![(say("note-full"), text(&note.restatement)), (say("note-reason"), text(reason))];
    lines.extend(note.findings.iter().map(|words| (say("note-finding"), warning(words))));
    lines.extend(note.correction.as_deref().map(|pieces| (say("note-correction"), correction(language, pieces))));
    lines.extend(note.evidence.iter().map(|line| (language.stance(line.stance), evidence(line))));
    lines.extend(note.sources.iter().map(|line| (say("note-sources"), source(language, line))));
    lines.extend(note.numbers.iter().map(|line| (say("note-number"), number(language, line))));
    lines.extend(note.links.iter().map(|line| (say("note-link"), link(language, line))));
    lines.extend(note.notes.iter().map(|words| (say("note-note"), text(words))));
    lines.push((say("note-keywords"), text(&language.commas(&note.keywords))));
    lines.push((say("note-also-at"), places(&note.elsewhere)));
    lines.push((say("fact-signed"), text(&note.signed)));
    lines.retain(|(_, words)| !words.is_empty());
    lines
}

fn correction(language: Language, pieces: &[Piece]) -> String {
    let new = pieces.iter().filter_map(|piece| match piece {
        Piece::Kept(words) | Piece::Added(words) => Some(words.as_str()),
        Piece::Struck(_) => None,
    });
    let new: String = new.collect();
    if new.trim().is_empty() { language.say("take-it-out").into_owned() } else { quote(language, &new) }
}

fn evidence(line: &EvidenceLine) -> String {
    joined(&[text(&line.text), text(&line.locator), address(&line.url)], ", ")
}

fn source(language: Language, line: &SourceLine) -> String {
    let first_hand = match line.first_hand {
        FirstHand::Yes => language.say("first-hand"),
        FirstHand::No => language.say("second-hand"),
        FirstHand::Unclear => Cow::Borrowed(""),
    };
    let parts = [text(&line.name), text(&line.role), language.kind(line.kind).to_lowercase(), first_hand.into_owned(), text(&line.grade)];
    joined(&[joined(&parts, ", "), address(&line.locator), text(&line.note)], "; ")
}

fn number(language: Language, line: &NumberLine) -> String {
    let meant =
        if line.approximation == Approximation::Exact { String::new() } else { language.approximation(line.approximation).into_owned() };
    format!("{} = {}", quote(language, &line.written), joined(&[text(&line.reading), meant, text(&line.about)], ", "))
}

fn link(language: Language, line: &LinkLine) -> String {
    joined(&[format!("{} {} {}", line.words, line.claim.label, quote(language, &line.quote)), text(&line.note)], "; ")
}

fn set_aside((article, language): (&AnnotatedArticle, Language), page: &mut String) {
    if article.set_aside.is_empty() {
        return;
    }
    push(page, format_args!("{}:\n\n", language.say_with("not-checkable-in", &[("letter", article.letter.as_str().into())])));
    for passage in &article.set_aside {
        push(page, format_args!("- {}, {}: {}\n", passage.place, language.reason(passage.reason), quote(language, &passage.words)));
    }
    page.push('\n');
}

fn remarks((article, language): (&AnnotatedArticle, Language), page: &mut String) {
    if article.remarks.is_empty() {
        return;
    }
    push(page, format_args!("{}:\n\n", language.say_with("remarks-in", &[("letter", article.letter.as_str().into())])));
    for remark in &article.remarks {
        let keywords = if remark.keywords.is_empty() { String::new() } else { format!("({})", text(&language.commas(&remark.keywords))) };
        let words = joined(&[text(&remark.note), keywords], " ");
        push(page, format_args!("- {}, {} {}: {words}\n", remark.place.words, language.tag(remark.tag), quote(language, &remark.quote)));
    }
    page.push('\n');
}
