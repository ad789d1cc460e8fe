//! Texts that are made here, part by part.

use super::*;
use crate::import::Imported;
use crate::import::archive::tests::packed;
use crate::model::document::aside::AsideKind;
use crate::model::document::structure::Kind;

const NAMES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:style="s" xmlns:fo="f""#;
const AUTOMATIC: &str = r#"
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P3" style:family="paragraph" style:parent-style-name="P3"><style:text-properties fo:font-style="italic"/></style:style>"#;

fn content(body: &str) -> String {
    format!(
        "<office:document-content {NAMES}><office:automatic-styles>{AUTOMATIC}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
}

fn made(body: &str) -> Vec<u8> {
    packed(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content(body))])
}

fn read_made(body: &str) -> Imported {
    read(&made(body), &Wish::default()).unwrap().freeze()
}

#[track_caller]
fn check(body: &str, text: &str) {
    assert_eq!(read_made(body).text.as_str().trim_end(), text);
}

#[track_caller]
fn check_parts(body: &str, expected: &[(&str, Kind)]) {
    let read = read_made(body);
    let parts: Vec<_> = read.structure.parts().iter().map(|part| (read.text.slice(part.span), part.kind)).collect();
    assert_eq!(parts, expected, "{}", read.text.as_str());
}

#[track_caller]
fn check_asides(body: &str, text: &str, expected: &[(&str, AsideKind, &str, &str)]) {
    let read = read_made(body);
    assert_eq!(read.text.as_str().trim_end(), text);
    let asides: Vec<_> =
        read.asides.iter().map(|aside| (read.text.slice(aside.span), aside.kind, aside.by.as_str(), aside.words.as_str())).collect();
    assert_eq!(asides, expected);
}

#[test]
fn paragraphs_blanks_and_breaks_are_read_as_they_are_shown() {
    check("<text:p>One<text:s text:c=\"3\"/>two<text:tab/>three\n  four</text:p><text:p/>", "One two three four");
    check("<text:p>One<text:line-break/>two</text:p>", "One\ntwo");
    check("<text:p>10<text:span text:style-name=\"T2\">6</text:span> m<text:span text:style-name=\"T2\">2</text:span></text:p>", "10^6 m2");
    check("<text:p>CO 2003 <text:span text:style-name=\"T2\">1</text:span></text:p>", "CO 2003 1");
    check("<text:p><text:ruby><text:ruby-base>山</text:ruby-base><text:ruby-text>やま</text:ruby-text></text:ruby>路</text:p>", "山やま路");
}

#[test]
fn headings_lists_quotes_and_looks_are_known_by_their_styles() {
    let body = r##"<text:p text:style-name="P1">Dyke fails</text:p><text:h text:outline-level="2">What <text:span text:style-name="T1">we</text:span> know</text:h>
        <text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list>
        <text:p text:style-name="P2">They said so.</text:p><text:p text:style-name="P3">All <text:span text:style-name="T1">of</text:span> it</text:p>
        <text:p>See <text:a xlink:href="https://example.org/r">the report</text:a> and <text:a xlink:href="#x">below</text:a>.</text:p>"##;
    check_parts(
        body,
        &[
            ("Dyke fails", Kind::Heading(1)),
            ("What we know", Kind::Heading(2)),
            ("we", Kind::Strong),
            ("one", Kind::Entry(1)),
            ("deep", Kind::Entry(2)),
            ("They said so.", Kind::Quote(1)),
            ("All of it", Kind::Emphasis),
            ("of", Kind::Strong),
            ("the report", Kind::Link(0)),
        ],
    );
}

#[test]
fn notes_and_comments_stand_on_their_places() {
    let body = r#"<text:p>It cost 20<text:note text:note-class="footnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>The budget.</text:p></text:note-body></text:note>
        <office:annotation office:name="c1"><dc:creator>Ann</dc:creator><dc:date>2031-01-02</dc:date><text:p>Of which year?</text:p><text:p>Ask.</text:p></office:annotation>million euros<office:annotation-end office:name="c1"/> a year<office:annotation><dc:creator>Ben</dc:creator><text:p>Why?</text:p></office:annotation>.</text:p><text:p>End</text:p>"#;
    check_asides(
        body,
        "It cost 20 million euros a year.\nEnd\ni The budget.",
        &[
            ("20", AsideKind::Footnote, "", "The budget."),
            ("million euros", AsideKind::Comment, "Ann", "Of which year?\nAsk."),
            ("year", AsideKind::Comment, "Ben", "Why?"),
        ],
    );
}

#[test]
fn tracked_changes_stand_beside_the_text_that_they_lead_to() {
    let body = r#"<text:tracked-changes>
        <text:changed-region text:id="a"><text:insertion><office:change-info><dc:creator>Ann</dc:creator><dc:date>2031-01-02</dc:date></office:change-info></text:insertion></text:changed-region>
        <text:changed-region text:id="b"><text:deletion><office:change-info><dc:creator>Ben</dc:creator></office:change-info><text:p>five men</text:p></text:deletion></text:changed-region>
        </text:tracked-changes><text:p>The mayor said <text:change text:change-id="b"/><text:change-start text:change-id="a"/>six people<text:change-end text:change-id="a"/> died.</text:p>"#;
    check_asides(
        body,
        "The mayor said six people died.",
        &[("said", AsideKind::Deletion, "Ben", "five men"), ("six people", AsideKind::Insertion, "Ann", "")],
    );
}

#[test]
fn tables_are_lines_and_frames_follow_their_paragraph() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let table = format!(
        "<table:table><table:table-header-rows><table:table-row>{}<table:covered-table-cell/>{}</table:table-row></table:table-header-rows><table:table-row>{}{}{}</table:table-row></table:table>",
        cell("town"),
        cell("7"),
        cell("Orva"),
        cell("5"),
        cell("7")
    );
    let at = |row, column, is_head| Kind::Cell { row, column, is_head };
    check_parts(
        &table,
        &[
            ("town\t7\nOrva\t5\t7", Kind::Table),
            ("town", at(0, 0, true)),
            ("7", at(0, 2, true)),
            ("Orva", at(1, 0, false)),
            ("5", at(1, 1, false)),
            ("7", at(1, 2, false)),
        ],
    );
    let frame = "<text:p>Before <draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>after</text:p>";
    check(frame, "Before after\nin the box");
}

#[test]
fn hidden_words_are_left_out_and_counted() {
    let read = read_made(r#"<text:p>Seen<text:span text:style-name="T3"> secret</text:span>.</text:p>"#);
    assert_eq!(read.text.as_str(), "Seen.\n");
    assert!(read.warnings.iter().any(|warning| warning.to_string().contains("hidden words (1 passages)")), "{:?}", read.warnings);
}

#[test]
fn a_single_file_is_read_and_what_is_no_text_is_refused() {
    let flat = content("<text:p>Flat</text:p>").replace("document-content", "document");
    assert_eq!(read(flat.as_bytes(), &Wish::default()).unwrap().freeze().text.as_str(), "Flat\n");
    let refusal = |bytes: &[u8]| read(bytes, &Wish::default()).unwrap_err();
    assert!(matches!(refusal(b"<a/>"), Refusal::Damaged(_)));
    assert!(matches!(refusal(&packed(&[("a", "a")])), Refusal::Damaged(_)));
    assert!(matches!(refusal(&made("<text:p/>")), Refusal::NoWords(_)));
    let locked = packed(&[("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"), ("content.xml", "?")]);
    assert_eq!(refusal(&locked), Refusal::Locked);
    let deep = "<text:section>".repeat(10_000);
    assert!(matches!(refusal(&made(&deep)), Refusal::TooMuch(_)));
    let nested = format!("{}<text:p>deep</text:p>{}", "<text:section>".repeat(500), "</text:section>".repeat(500));
    check(&nested, "deep");
    let repeated = r#"<table:table><table:table-row table:number-rows-repeated="4000000000"><table:table-cell table:number-columns-repeated="4000000000"><text:p>x</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>"#;
    assert!(read_made(repeated).text.len() < 100_000);
}

#[test]
fn title_author_and_date_are_those_that_the_file_states() {
    let meta = r#"<office:document-meta xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Gate fails</dc:title><meta:initial-creator>Ann Example</meta:initial-creator><dc:date>2031-03-14T10:00:00</dc:date></office:meta></office:document-meta>"#;
    let bytes = packed(&[("content.xml", &content("<text:p>Text.</text:p>")), ("meta.xml", meta)]);
    let read = read(&bytes, &Wish::default()).unwrap();
    assert_eq!([&*read.meta.title, &*read.meta.byline, &*read.meta.published], ["Gate fails", "Ann Example", "2031-03-14"]);
}
