//! The Word document as its parts, and as LibreOffice reads it.

use std::collections::BTreeMap;
use std::io::Read;

use quick_xml::events::Event;

use super::changes::changes;
use super::*;
use crate::model::claim::{Claim, Correction, Status};
use crate::model::group::Group;
use crate::model::id::GroupId;
use crate::model::quantity::Quantity;
use crate::report::export::testing::{converted, exported, exported_with, has};
use crate::report::plots::to_svg;
use crate::report::testing::{HOSTILE, hostile, invented, small};
use crate::report::{Language, Options};
use crate::testing::Desk;

fn bytes(export: &Export<'_>) -> Vec<u8> {
    docx(export, &|_| true).unwrap().files.remove(0).bytes
}

/// The parts of a package by name, without pictures.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        if name.starts_with("word/media/") {
            continue;
        }
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(name, text);
    }
    parts
}

/// The words of a part, taken-out ones too; the part must be well-formed.
fn words(part: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(part);
    reader.config_mut().check_end_names = true;
    let (mut out, mut depth) = (String::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(_) => depth += 1,
            Event::End(end) => {
                depth -= 1;
                out.push_str(if end.name().as_ref() == b"w:p" { "\n" } else { "" });
            }
            Event::Empty(tag) if tag.name().as_ref() == b"w:br" => out.push('\n'),
            Event::Empty(tag) if tag.name().as_ref() == b"w:tab" => out.push('\t'),
            Event::Text(text) => out.push_str(&text.decode().unwrap()),
            Event::GeneralRef(reference) => {
                let name = reference.decode().unwrap();
                let sign = reference.resolve_char_ref().unwrap();
                out.push(sign.or_else(|| quick_xml::escape::resolve_predefined_entity(&name)?.chars().next()).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    out
}

fn count_of(text: &str, tag: &str) -> usize {
    text.matches(&format!("<{tag} ")).count() + text.matches(&format!("<{tag}>")).count()
}

#[test]
fn each_claim_has_a_comment_and_a_footnote_and_each_correction_is_tracked() {
    exported(&small(), |export| {
        let bytes = bytes(export);
        assert_eq!(bytes, self::bytes(export), "the same bytes each time");
        let parts = parts(&bytes);
        let (document, comments) = (&parts["word/document.xml"], &parts["word/comments.xml"]);
        let notes: usize = export.report.articles.iter().map(|article| article.notes.len()).sum();
        assert_eq!((count_of(comments, "w:comment"), export.project.claims().len()), (5, 5));
        let anchors = ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"].map(|tag| count_of(document, tag));
        assert_eq!(anchors, [5, 5, 5]);
        assert_eq!((count_of(document, "w:footnoteReference"), notes), (6, 6));
        assert_eq!(count_of(&parts["word/footnotes.xml"], "w:footnote"), notes + 2);
        assert!(comments.contains("w:author=\"RK\" w:date=\"2026-11-21T14:32:00Z\" w:initials=\"RK\""));
        assert!(words(comments).contains("Reason: Eleven people were kept in hospital overnight."), "{}", words(comments));
        assert!(document.contains("<w:highlight w:val=\"yellow\"/>") && document.contains("<w:tblHeader/>"));
        assert!(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
        insta::assert_snapshot!(words(document));
    });
}

/// Two articles with figures of the same that disagree.
fn disagreeing() -> Desk {
    let mut desk = Desk::default();
    desk.article("One\n[It killed [1,100 men|number]|claim] at \"Gate <3>\".");
    desk.article("Two\n[It killed [2,200 men|number]|claim].");
    let group = GroupId(desk.id());
    desk.add(Group::named(group, "Dead & \"missing\""));
    for words in ["1,100 men", "2,200 men"] {
        desk.change(desk.number(words), |number: &mut Quantity| number.group = Some(group));
    }
    desk
}

#[test]
fn a_plot_is_a_picture_of_the_document_with_words_for_who_does_not_see_it() {
    exported(&disagreeing(), |export| {
        let bytes = bytes(export);
        assert_eq!(bytes, self::bytes(export), "the same bytes each time");
        let document = &parts(&bytes)["word/document.xml"];
        let drawing = export.report.disagreeing().next().and_then(|group| group.plot.as_ref()).unwrap();
        assert_eq!((count_of(document, "w:drawing"), count_of(document, "wp:inline")), (1, 1));
        let words = xml::safe(&drawing.description);
        assert!(words.contains("1,100 men") && document.contains(&format!(" descr=\"{words}\"")), "{words}");
        // As wide as the text of a page of A4 between its margins: 11906 twips without 2 times 1134.
        assert!(document.contains(&format!("<wp:extent cx=\"{}\" ", (11_906 - 2 * 1134) * 635)), "{document}");
        assert!(document.contains("<a:blip r:embed=\"rIdP1\"/>"));
        let relations = &parts(&bytes)["word/_rels/document.xml.rels"];
        assert!(relations.contains("Id=\"rIdP1\"") && relations.contains("relationships/image\" Target=\"media/plot1.png\""));
        assert!(parts(&bytes)["[Content_Types].xml"].contains("Extension=\"png\" ContentType=\"image/png\""));
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        let mut png = Vec::new();
        zip.by_name("word/media/plot1.png").unwrap().read_to_end(&mut png).unwrap();
        let expected = Painter::new().paint(&to_svg(drawing)).unwrap();
        assert!(png.starts_with(b"\x89PNG") && png == expected.png);
        assert_eq!(docx(export, &|_| true).unwrap().losses, Vec::<String>::new());
    });
    let options = Options { sections: [Section::Claims].into(), ..Options::default() };
    exported_with(&disagreeing().project, &options, |export| {
        let bytes = bytes(export);
        assert!(!parts(&bytes)["word/document.xml"].contains("w:drawing"));
        assert!(zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap().by_name("word/media/plot1.png").is_err());
    });
}

#[test]
fn words_of_a_plot_that_its_picture_lacks_are_told() {
    let mut desk = disagreeing();
    let group = *desk.project.groups().keys().next().unwrap();
    desk.change(group, |group: &mut Group| group.name = "القتلى".into());
    let losses = exported(&desk, |export| docx(export, &|_| true).unwrap().losses);
    assert_eq!(
        losses,
        ["1 text of a plot missing in its picture, since the program's own fonts lack the script; the list before the plot has it."]
    );
}

/// The text of an article, words that go as `[-…-]` and words that come as `{+…+}`.
fn tracked(desk: &Desk) -> (String, usize) {
    exported(desk, |export| {
        let article = &export.report.articles[0];
        let changes = changes(export.project, article);
        let text = export.project.documents().next().unwrap().text.as_str().to_owned();
        let document = parts(&bytes(export)).remove("word/document.xml").unwrap();
        assert_eq!((count_of(&document, "w:ins"), count_of(&document, "w:delText")), (changes.added.len(), changes.struck.len()));
        let (mut out, mut at) = (String::new(), 0);
        let mut edges: Vec<usize> = changes.struck.iter().flat_map(|range| [range.start, range.end]).collect();
        edges.extend(changes.added.iter().map(|(at, _)| *at));
        edges.extend([0, text.len()]);
        edges.sort_unstable();
        edges.dedup();
        for edge in edges {
            let words = &text[at..edge];
            let is_struck = changes.strikes(at) && at < edge;
            out.push_str(&if is_struck { format!("[-{words}-]") } else { words.to_owned() });
            changes.added.iter().filter(|(place, _)| *place == edge).for_each(|(_, words)| out.push_str(&format!("{{+{words}+}}")));
            at = edge;
        }
        (out, changes.skipped)
    })
}

fn correct(desk: &mut Desk, label: &str, status: Status, wording: &str) {
    desk.change(desk.claim(label), |claim: &mut Claim| {
        claim.status = status;
        claim.correction = Some(Correction::of(wording));
    });
}

#[test]
fn corrections_become_tracked_changes_at_every_mark() {
    let mut desk = Desk::default();
    desk.article("[The soldiers came|claim x]. [Nobody came|claim]. [All left|claim]. [The soldiers came|claim x].");
    correct(&mut desk, "A1", Status::Changed, "The Marines came");
    correct(&mut desk, "A2", Status::Asked, "Two came");
    correct(&mut desk, "A3", Status::Cut, "");
    let expected = "The [-soldiers-]{+Marines+} came. [-Nobody-]{+Two+} came. [-All left-]. The [-soldiers-]{+Marines+} came.";
    assert_eq!(tracked(&desk), (expected.to_owned(), 0));
}

#[test]
fn of_corrections_over_one_another_the_outer_one_is_tracked_and_the_other_one_told() {
    let mut desk = Desk::default();
    let id = desk.plain("One two three four five.");
    desk.tag(id, "One two three", crate::model::annotation::Tag::Claim);
    desk.tag(id, "three four five", crate::model::annotation::Tag::Claim);
    correct(&mut desk, "A1", Status::Changed, "One 2 three");
    correct(&mut desk, "A2", Status::Changed, "3 four five");
    assert_eq!(tracked(&desk), ("One [-two-]{+2+} three four five.".to_owned(), 1));
    let losses = exported(&desk, |export| docx(export, &|_| true).unwrap().losses);
    assert!(losses[0].starts_with("1 correction not written as tracked changes"), "{losses:?}");
}

#[test]
fn hostile_words_come_out_as_text_in_well_formed_parts() {
    for words_in in HOSTILE.iter().copied().chain(["]]>", "</w:t>", "\u{202e}gpj.exe", "=cmd|' /C calc'!A0"]) {
        exported(&hostile(words_in), |export| {
            let parts = parts(&bytes(export));
            for (name, part) in &parts {
                let told = words(part);
                if name.contains("comments") {
                    let shown: String =
                        words_in.chars().map(|sign| if sign < ' ' && !"\n\t".contains(sign) { '\u{fffd}' } else { sign }).collect();
                    assert!(told.contains(shown.trim()), "{shown} is not in {told}");
                }
            }
            let addresses = &parts["word/_rels/document.xml.rels"];
            let targets = addresses.split("TargetMode").filter_map(|piece| piece.rsplit("Target=\"").next());
            let outside: Vec<_> = targets.filter(|target| target.contains(':')).collect();
            assert!(outside.iter().all(|target| target.starts_with("http") || target.starts_with("mailto:")), "{outside:?}");
        });
    }
}

#[test]
fn arabic_runs_from_right_to_left() {
    let mut desk = Desk::default();
    desk.article("عنوان\n[انهار السد|claim] يوم الخميس.\nIn English.");
    let options = Options { language: Language::Arabic, ..Options::default() };
    exported_with(&desk.project, &options, |export| {
        let parts = parts(&bytes(export));
        let document = &parts["word/document.xml"];
        assert!(document.contains("<w:bidiVisual/>") && document.contains("<w:rtl/>"));
        assert!(document.contains("<w:pStyle w:val=\"ArticleText\"/><w:bidi/>"));
        assert!(document.contains("<w:bidi w:val=\"0\"/></w:pPr>"), "the English paragraph");
        assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"ar\" w:eastAsia=\"ar\" w:bidi=\"ar\"/>"));
        assert!(document.contains("<w:bidi/></w:sectPr>"));
    });
}

#[test]
fn a_stop_stops_and_progress_only_grows() {
    exported(&invented(), |export| {
        assert_eq!(docx(export, &|done| done < 0.5).unwrap_err(), ExportError::Cancelled);
        let last = std::cell::Cell::new(0.0_f32);
        docx(export, &|done| {
            assert!((last.get()..=1.0).contains(&done), "{done} after {}", last.get());
            last.set(done);
            true
        })
        .unwrap();
        assert_eq!(last.get(), 1.0);
    });
}

#[test]
fn turns_of_direction_end_where_they_began() {
    assert_eq!(closed("a\u{202e}b"), "a\u{202e}b\u{202c}");
    assert_eq!(closed("\u{2067}a\u{202d}b\u{202c}"), "\u{2067}a\u{202d}b\u{202c}\u{2069}");
    assert_eq!(closed("plain"), "plain");
}

#[test]
fn libreoffice_finds_comments_footnotes_highlights_and_tracked_changes() {
    if !has("soffice") {
        return;
    }
    for (desk, language) in [
        (small(), Language::English),
        (invented(), Language::Arabic),
        (hostile(HOSTILE[0]), Language::French),
        (disagreeing(), Language::German),
    ] {
        let options = Options { language, ..Options::default() };
        exported_with(&desk.project, &options, |export| {
            let folder = tempfile::tempdir().unwrap();
            let bytes = bytes(export);
            std::fs::write(folder.path().join("report.docx"), &bytes).unwrap();
            converted(folder.path(), "report.docx", "odt");
            let read = parts_of_odt(&std::fs::read(folder.path().join("report.odt")).unwrap());
            let written = parts(&bytes);
            let document = &written["word/document.xml"];
            let comments = count_of(&written["word/comments.xml"], "w:comment");
            assert_eq!(count_of(&read, "office:annotation"), comments);
            let footnotes = count_of(&written["word/footnotes.xml"], "w:footnote") - 2;
            assert_eq!(read.matches("text:note-class=\"footnote\"").count(), footnotes);
            let insertions = count_of(&read, "text:insertion");
            assert_eq!(insertions, count_of(document, "w:ins"));
            assert!((count_of(document, "w:del") > 0) == (count_of(&read, "text:deletion") > 0));
            assert_eq!(document.contains("w:highlight"), read.contains("fo:background-color=\"#ffff00\""));
            assert_eq!(count_of(&read, "draw:image"), document.matches("<w:drawing>").count());
            let headings = count_of(&read, "text:h");
            assert_eq!(headings, document.matches("w:val=\"Heading").count());
        });
    }
}

fn parts_of_odt(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name("content.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}
