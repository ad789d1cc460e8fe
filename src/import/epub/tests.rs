//! Books that are made here, chapter by chapter.

use super::*;
use crate::import::Imported;
use crate::import::archive::tests::packed;
use crate::model::document::structure::Kind;

const CONTAINER: &str =
    r#"<container><rootfiles><rootfile full-path="OPS/book.opf"/><rootfile full-path="OPS/other.opf"/></rootfiles></container>"#;
const META: &str = r##"<metadata xmlns:dc="d"><dc:title>Gate fails</dc:title><dc:creator id="a">Ann Example</dc:creator><dc:creator id="b">Ben Other</dc:creator><meta refines="#b" property="role">trl</meta><dc:publisher>Nord</dc:publisher><dc:date>2031-03-14T00:00:00Z</dc:date><dc:language>de</dc:language></metadata>"##;

/// A book with these chapters in that order; `list` adds to the list of parts, `order` to the reading order.
fn made(chapters: &[&str], list: &str, order: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let names: Vec<String> = (1..=chapters.len()).map(|nth| format!("OPS/text/c{nth}.xhtml")).collect();
    let listed =
        (1..=chapters.len()).map(|nth| format!(r#"<item id="c{nth}" href="text/c{nth}.xhtml" media-type="application/xhtml+xml"/>"#));
    let places = (1..=chapters.len()).rev().map(|nth| format!(r#"<itemref idref="c{nth}"/>"#));
    let package = format!(
        "<package>{META}<manifest>{}{list}</manifest><spine>{}{order}</spine></package>",
        listed.collect::<String>(),
        places.collect::<String>()
    );
    let pages: Vec<String> = chapters
        .iter()
        .map(|body| format!(r#"<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>No</title></head><body>{body}</body></html>"#))
        .collect();
    let mut parts = vec![("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER), ("OPS/book.opf", &package)];
    parts.extend(names.iter().zip(&pages).map(|(name, page)| (name.as_str(), page.as_str())));
    parts.extend_from_slice(more);
    packed(&parts)
}

fn read_chapter(body: &str) -> Imported {
    read(&made(&[body], "", "", &[]), &Wish::default()).unwrap().freeze()
}

#[track_caller]
fn check(body: &str, text: &str) {
    assert_eq!(read_chapter(body).text.as_str().trim_end(), text);
}

#[track_caller]
fn check_parts(body: &str, expected: &[(&str, Kind)]) {
    let read = read_chapter(body);
    let parts: Vec<_> = read.structure.parts().iter().map(|part| (read.text.slice(part.span), part.kind)).collect();
    assert_eq!(parts, expected, "{}", read.text.as_str());
}

#[test]
fn chapters_stand_in_the_order_of_the_spine_with_what_the_book_says_about_itself() {
    let list = r#"<item id="n" href="text/notes.xhtml" media-type="application/xhtml+xml"/><item id="x" href="x.xml" media-type="application/xml" fallback="y"/><item id="y" href="text/y.xhtml" media-type="application/xhtml+xml"/><item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>"#;
    let order = r#"<itemref idref="n" linear="no"/><itemref idref="x"/><itemref idref="c1"/><itemref idref="gone"/>"#;
    let bytes =
        made(&["<p>One</p>", "<p>Two</p>"], list, order, &[("OPS/text/notes.xhtml", "<p>aside</p>"), ("OPS/text/y.xhtml", "<p>Y</p>")]);
    let read = read(&bytes, &Wish::default()).unwrap().freeze();
    assert_eq!(read.text.as_str(), "Two\nOne\nY\n");
    let meta = read.meta;
    assert_eq!(
        [&*meta.title, &*meta.byline, &*meta.outlet, &*meta.published, &*meta.language],
        ["Gate fails", "Ann Example", "Nord", "2031-03-14", "de"]
    );
    assert!(read.warnings.iter().any(|warning| warning.to_string().contains("“OPS/gone.xhtml” is missing")), "{:?}", read.warnings);
}

#[test]
fn blocks_and_looks_are_kept_and_what_is_not_shown_is_not() {
    check(
        "One <br/>two<div>three <span>four</span></div>five<script>no()</script><style>no</style><rp>(</rp>",
        "One\ntwo\nthree four\nfive",
    );
    check("<p>caf&eacute;&nbsp;&#x2019;s 10<sup>6</sup></p>", "café\u{a0}’s 10^6");
    check("<p><ruby>山<rp>(</rp><rt>やま</rt><rp>)</rp></ruby>路</p>", "山やま路");
    check("<svg><title>no</title><g><text>Two <tspan>words</tspan></text></g></svg>", "Two words");
    check("<p><math><mfrac><mn>1</mn><mn>2</mn></mfrac><msup> <mi>x</mi> <mn>3</mn> </msup></math></p>", "1/2x^3");
    check("<nav epub:type='toc'><ol><li>One</li></ol></nav><pre>a\n b</pre>", "a\nb");
    check_parts(
        "<h2>What <b>we</b> know</h2><ul><li>one<ul><li>deep</li></ul></li></ul><blockquote><p>They <em>said</em></p></blockquote><p>See <a href='https://example.org/r'>the report</a>, <a href='c2.xhtml'>later</a>.</p><figure><figcaption>A dyke</figcaption></figure>",
        &[
            ("What we know", Kind::Heading(2)),
            ("we", Kind::Strong),
            ("one\ndeep", Kind::Entry(1)),
            ("deep", Kind::Entry(2)),
            ("They said", Kind::Quote(1)),
            ("said", Kind::Emphasis),
            ("the report", Kind::Link(0)),
            ("A dyke", Kind::Caption),
        ],
    );
    check_parts(
        "<div><p><img src='a.png' alt='Map of the dyke'/></p></div><p><img alt='T'/>he <img alt='flag'/><img alt='flag'/> fell</p>",
        &[("Map of the dyke", Kind::Caption)],
    );
    check("<p><img alt='T'/>he <img alt='flag'/><img alt='flag'/> fell</p>", "The flag flag fell");
    let hidden = read_chapter("<p>Seen</p><p hidden='hidden'>not</p><p style='color: red; display : none'>nor this</p>");
    assert_eq!(hidden.text.as_str(), "Seen\n");
    assert!(!hidden.warnings.is_empty());
    check("<script src='show.js'/><p hidden='hidden'>A script shows it</p>", "A script shows it");
}

#[test]
fn tables_pages_and_notes_are_known() {
    let at = |row, column, is_head| Kind::Cell { row, column, is_head };
    check_parts(
        "<table><caption>Towns</caption><thead><tr><th colspan='2'>town</th><th>dead</th></tr></thead><tbody><tr><td>Orva</td><td>N</td><td>5</td></tr></tbody></table>",
        &[
            ("Towns", Kind::Caption),
            ("town\tdead\nOrva\tN\t5", Kind::Table),
            ("town", at(0, 0, true)),
            ("dead", at(0, 2, true)),
            ("Orva", at(1, 0, false)),
            ("N", at(1, 1, false)),
            ("5", at(1, 2, false)),
        ],
    );
    check_parts(
        "<p>before <span epub:type='pagebreak' title='12'/>on twelve</p><p>more<span role='doc-pagebreak' aria-label='Page 13'>13</span> on</p>",
        &[("on twelve\nmore", Kind::Page(12)), ("on", Kind::Page(13))],
    );
    let read = read_chapter(
        "<p>It cost 20 million<a epub:type='noteref' href='#n1'>*</a>.</p><aside epub:type='footnote' id='n1'><p>The budget.<a role='doc-backlink' href='#r1'>↩</a></p></aside>",
    );
    assert_eq!(read.text.as_str(), "It cost 20 million*.\nThe budget.\n");
    let asides: Vec<_> = read.asides.iter().map(|aside| (read.text.slice(aside.span), aside.words.as_str())).collect();
    assert_eq!(asides, [("million", "The budget.")]);
}

#[test]
fn hostile_and_locked_books_are_refused() {
    let refusal = |bytes: &[u8]| read(bytes, &Wish::default()).unwrap_err();
    let locked =
        r#"<encryption><EncryptedData><CipherData><CipherReference URI="OPS/text/c1.xhtml"/></CipherData></EncryptedData></encryption>"#;
    assert_eq!(refusal(&made(&["<p>?</p>"], "", "", &[("META-INF/encryption.xml", locked)])), Refusal::Locked);
    let font = locked.replace("text/c1.xhtml", "font.otf");
    assert!(read(&made(&["<p>One</p>"], "", "", &[("META-INF/encryption.xml", &font)]), &Wish::default()).is_ok());
    assert!(matches!(refusal(&made(&[&"<div>".repeat(50_000)], "", "", &[])), Refusal::TooMuch(_)));
    assert!(matches!(refusal(&made(&["<img src='a.png'/>"], "", "", &[])), Refusal::NoWords(_)));
    assert!(matches!(refusal(&packed(&[("a", "a")])), Refusal::Damaged(_)));
    let out = CONTAINER.replace("OPS/book.opf", "../../etc/passwd");
    assert!(matches!(refusal(&packed(&[("META-INF/container.xml", &out)])), Refusal::Damaged(_)));
    let nested = format!("{}deep{}", "<div>".repeat(500), "</div>".repeat(500));
    check(&nested, "deep");
}
