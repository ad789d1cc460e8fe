//! Documents that are made here, part by part.

use super::*;
use crate::import::Imported;
use crate::import::archive::tests::packed;
use crate::model::document::aside::AsideKind;
use crate::model::document::structure::Kind;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;
const STYLES: &str = r#"
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Dots2"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>"#;

/// A document with that body; more parts as their names and contents.
fn made(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |name: &str| format!(r#"<Relationship Id="{name}" Type="{kind}/{name}" Target="{name}.xml"/>"#);
    let links = r#"<Relationship Id="l1" Type="x/hyperlink" Target="https://example.org/a?b&amp;c" TargetMode="External"/>"#;
    let inner: String = ["styles", "footnotes", "endnotes", "comments"].map(relation).concat();
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let styles = format!("<w:styles {W}>{STYLES}</w:styles>");
    let top = format!(r#"<Relationships><Relationship Id="a" Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>"#);
    let relations = format!("<Relationships>{inner}{links}</Relationships>");
    let mut parts = vec![("_rels/.rels", top.as_str()), ("word/_rels/document.xml.rels", &relations), ("word/document.xml", &document)];
    parts.push(("word/styles.xml", &styles));
    parts.extend_from_slice(more);
    packed(&parts)
}

fn read_made(body: &str, more: &[(&str, &str)]) -> Imported {
    read(&made(body, more), &Wish::default()).unwrap().freeze()
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn r(words: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

#[track_caller]
fn check(body: &str, text: &str) {
    assert_eq!(read_made(body, &[]).text.as_str().trim_end(), text);
}

#[track_caller]
fn check_parts(body: &str, expected: &[(&str, Kind)]) {
    let read = read_made(body, &[]);
    let parts: Vec<_> = read.structure.parts().iter().map(|part| (read.text.slice(part.span), part.kind)).collect();
    assert_eq!(parts, expected, "{}", read.text.as_str());
}

#[track_caller]
fn check_asides(body: &str, more: &[(&str, &str)], text: &str, expected: &[(&str, AsideKind, &str, &str)]) {
    let read = read_made(body, more);
    assert_eq!(read.text.as_str().trim_end(), text);
    let asides: Vec<_> =
        read.asides.iter().map(|aside| (read.text.slice(aside.span), aside.kind, aside.by.as_str(), aside.words.as_str())).collect();
    assert_eq!(asides, expected);
}

#[test]
fn paragraphs_are_lines_and_runs_are_joined() {
    let body = format!("{}<w:p>{}{}{}</w:p><w:p/>", p("Dyke fails"), r("It fai"), r("led "), r("twice."));
    check(&body, "Dyke fails\nIt failed twice.");
    check("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>", "a b\nc\u{2011}d");
    check(
        r#"<w:p><w:r><w:sym w:font="Symbol" w:char="F0A3"/><w:t xml:space="preserve"> 5 </w:t><w:sym w:font="Odd" w:char="F8FF"/></w:r></w:p>"#,
        "≤ 5 \u{fffd}",
    );
}

#[test]
fn styles_tell_what_a_paragraph_is_in_every_language() {
    let styled =
        |style: &str, words: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#);
    let body = ["berschrift1", "Mine", "Deep", "Zitat", "Dots2", "Loop", "Heading3"].map(|style| styled(style, style)).concat();
    check_parts(
        &body,
        &[
            ("berschrift1", Kind::Heading(1)),
            ("Mine", Kind::Heading(1)),
            ("Deep", Kind::Heading(4)),
            ("Zitat", Kind::Quote(1)),
            ("Dots2", Kind::Entry(2)),
            ("Heading3", Kind::Heading(3)),
        ],
    );
    let listed = r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t>in</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="Dots2"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>out</w:t></w:r></w:p>"#;
    check_parts(listed, &[("in", Kind::Entry(2))]);
}

#[test]
fn bold_and_italic_runs_are_joined_and_links_know_their_address() {
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">";
    let body = format!(
        r#"<w:p>{}{bold}very </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Fett"/></w:rPr><w:t>bold</w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:t>er</w:t></w:r>
        <w:hyperlink r:id="l1">{}</w:hyperlink></w:p>"#,
        r("A "),
        r(" the report")
    );
    let read = read_made(&body, &[]);
    assert_eq!(read.text.as_str(), "A very bolder the report\n");
    let parts: Vec<_> = read.structure.parts().iter().map(|part| (read.text.slice(part.span), part.kind)).collect();
    assert_eq!(parts, [("very bold", Kind::Strong), ("er", Kind::Emphasis), ("the report", Kind::Link(0))]);
    assert_eq!(read.structure.target(Kind::Link(0)), Some("https://example.org/a?b&c"));
}

#[test]
fn commands_of_fields_are_no_words_and_their_results_are() {
    let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let command = |words: &str| format!("<w:r><w:instrText>{words}</w:instrText></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}{}{}{}{}{}{}{}{}</w:p>",
        r("See "),
        mark("begin"),
        command(" HYPERLINK "),
        command("\"https://example.org/f\" "),
        mark("separate"),
        r("page "),
        mark("begin"),
        command("PAGE"),
        mark("separate"),
        r("7"),
        mark("end"),
        mark("end"),
    );
    let read = read_made(&format!("{body}{}", p("End")), &[]);
    assert_eq!(read.text.as_str(), "See page 7\nEnd\n");
    assert_eq!(read.structure.targets().iter().map(|target| &**target).collect::<Vec<_>>(), ["https://example.org/f"]);
}

#[test]
fn tracked_changes_stand_beside_the_text_that_they_lead_to() {
    let body = format!(
        r#"<w:p>{}<w:ins w:author="Ann" w:date="2031-01-02T03:04:05Z">{}</w:ins><w:ins w:author="Ann" w:date="2031-01-02T03:04:05Z">{}</w:ins><w:del w:author="Ben" w:date="d"><w:r><w:delText xml:space="preserve">five </w:delText></w:r></w:del><w:del w:author="Ben" w:date="d"><w:r><w:delText>men</w:delText></w:r></w:del>{}</w:p>"#,
        r("The mayor said "),
        r("six"),
        r(" people"),
        r(" died.")
    );
    let expected = [("people", AsideKind::Deletion, "Ben", "five men"), ("six people", AsideKind::Insertion, "Ann", "")];
    let read = read_made(&body, &[]);
    assert_eq!(read.asides.iter().map(|aside| aside.at.as_str()).collect::<Vec<_>>(), ["2031-01-02T03:04:05Z", "d"]);
    let mut found: Vec<_> = read.asides.iter().map(|aside| (read.text.slice(aside.span), aside.kind, &*aside.by, &*aside.words)).collect();
    found.sort_by_key(|aside| aside.0);
    assert_eq!(found, expected);
    assert_eq!(read.text.as_str(), "The mayor said six people died.\n");
}

#[test]
fn a_deleted_paragraph_end_joins_two_lines() {
    let body =
        format!(r#"<w:p><w:pPr><w:rPr><w:del w:author="Ben"/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>{}"#, r("One "), r("two"), p("three"));
    check(&body, "One two\nthree");
}

#[test]
fn moved_words_stand_where_they_were_moved_to() {
    let body = format!(
        r#"<w:p><w:moveFrom w:author="Ann">{}</w:moveFrom>{}<w:moveTo w:author="Ann">{}</w:moveTo></w:p>"#,
        r("Monday"),
        r("It was "),
        r("Monday")
    );
    check_asides(&body, &[], "It was Monday", &[("It", AsideKind::Deletion, "Ann", "Monday"), ("Monday", AsideKind::Insertion, "Ann", "")]);
}

#[test]
fn comments_stand_on_the_words_that_they_are_about() {
    let body = format!(
        r#"<w:p>{}<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>{}<w:r><w:commentReference w:id="1"/></w:r></w:p>"#,
        r("The dyke "),
        r("failed twice"),
        r(" on Monday")
    );
    let comments = format!(
        r#"<w:comments {W}><w:comment w:id="0" w:author="Ann" w:date="2031-01-02">{}{}</w:comment><w:comment w:id="1" w:author="Ben">{}</w:comment></w:comments>"#,
        p("When?"),
        p("Ask."),
        p("Which?")
    );
    check_asides(
        &body,
        &[("word/comments.xml", &comments)],
        "The dyke failed twice on Monday",
        &[("failed twice", AsideKind::Comment, "Ann", "When?\nAsk."), ("Monday", AsideKind::Comment, "Ben", "Which?")],
    );
}

#[test]
fn notes_stand_at_the_end_and_on_their_places() {
    let body = format!(
        r#"<w:p>{}<w:r><w:footnoteReference w:id="2"/></w:r>{}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>{}"#,
        r("It cost 20"),
        r(" million"),
        p("End")
    );
    let line = r#"<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"#;
    let footnotes = format!(
        "<w:footnotes {W}>{line}<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p>{}</w:footnote></w:footnotes>",
        r(" The budget."),
        p("Page 3.")
    );
    let endnotes = format!("<w:endnotes {W}><w:endnote w:id=\"2\">{}</w:endnote></w:endnotes>", p("Euros."));
    check_asides(
        &body,
        &[("word/footnotes.xml", &footnotes), ("word/endnotes.xml", &endnotes)],
        "It cost 20 million\nEnd\n1 The budget.\nPage 3.\n2 Euros.",
        &[("20", AsideKind::Footnote, "", "The budget.\nPage 3."), ("million", AsideKind::Footnote, "", "Euros.")],
    );
}

#[test]
fn tables_are_lines_with_tabs_and_frames_are_paragraphs() {
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", p(words));
    let wide = format!(r#"<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}{}</w:tc>"#, p("both"), p("years"));
    let table = format!(
        r#"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{wide}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>"#,
        cell("town"),
        cell("Orva"),
        cell("5"),
        cell("7")
    );
    check(&format!("{}{table}{}", p("Above"), p("Below")), "Above\ntown\tboth years\nOrva\t5\t7\nBelow");
    let at = |row, column, is_head| Kind::Cell { row, column, is_head };
    check_parts(
        &table,
        &[
            ("town\tboth years\nOrva\t5\t7", Kind::Table),
            ("town", at(0, 0, true)),
            ("both years", at(0, 1, true)),
            ("Orva", at(1, 0, false)),
            ("5", at(1, 1, false)),
            ("7", at(1, 2, false)),
        ],
    );
    let frame = format!("<w:tbl><w:tr><w:tc>{}{table}</w:tc>{}</w:tr></w:tbl>", p("Left"), cell("Right"));
    check(&frame, "Left\ntown\tboth years\nOrva\t5\t7\nRight");
}

#[test]
fn a_text_box_is_read_once_behind_its_paragraph() {
    let content = format!("<w:txbxContent>{}</w:txbxContent>", p("In the box"));
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{content}</w:drawing></mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
        r("Before "),
        r("after")
    );
    check(&body, "Before after\nIn the box");
}

#[test]
fn hidden_words_are_left_out_and_counted() {
    let body = format!("<w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>{}</w:p>", r("Seen"), r("."));
    let read = read_made(&body, &[]);
    assert_eq!(read.text.as_str(), "Seen.\n");
    assert!(read.warnings.iter().any(|warning| warning.to_string().contains("hidden words (1 passages)")), "{:?}", read.warnings);
}

#[test]
fn title_author_and_date_are_those_that_the_file_states() {
    let core = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="d"><dc:title>Gate fails</dc:title><dc:creator>Ann Example</dc:creator><dcterms:modified>2031-03-14T10:00:00Z</dcterms:modified></cp:coreProperties>"#;
    let read = read_made(&p("Text."), &[("docProps/core.xml", core)]);
    assert_eq!([&*read.meta.title, &*read.meta.byline, &*read.meta.published], ["Gate fails", "Ann Example", "2031-03-14"]);
}

#[test]
fn hostile_and_broken_documents_are_refused_or_read_with_a_word() {
    let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(10_000), p("deep"));
    assert!(matches!(read(&made(&deep, &[]), &Wish::default()), Err(Refusal::TooMuch(_))));
    assert!(matches!(read(&made("", &[]), &Wish::default()), Err(Refusal::NoWords(_))));
    assert!(matches!(read(&packed(&[("a.txt", "a")]), &Wish::default()), Err(Refusal::Damaged(_))));
    // Just below the limit: the walk through it needs no more stack than a thread has.
    let nested = format!("{}{}{}", "<w:sdt><w:sdtContent>".repeat(250), p("deep"), "</w:sdtContent></w:sdt>".repeat(250));
    check(&nested, "deep");
    let frames = format!("{}{}{}", "<w:tbl><w:tr><w:tc>".repeat(160), p("deep"), "</w:tc></w:tr></w:tbl>".repeat(160));
    check(&frames, "deep");
    let cut = packed(&[("word/document.xml", &format!("<w:document {W}><w:body>{}<w:p><w:r><w:t>Two", p("One")))]);
    let read = read(&cut, &Wish::default()).unwrap().freeze();
    assert_eq!(read.text.as_str(), "One\nTwo\n");
    assert!(read.warnings.iter().any(|warning| warning.to_string().starts_with("Part of the file is damaged")), "{:?}", read.warnings);
}
