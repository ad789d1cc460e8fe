//! Texts that are made here.

use super::*;
use crate::import::Imported;
use crate::model::document::aside::AsideKind;
use crate::model::document::structure::Kind;

const HEAD: &str = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}}{\colortbl;\red0;}{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\outlinelevel1 Mine;}{\s3 Quote;}{\*\cs10 Strong;}}{\*\revtbl{Unknown;}{Ann;}{Ben;}}";

fn read_made(body: &str) -> Imported {
    read(format!("{HEAD}{body}}}").as_bytes(), &Wish::default()).unwrap().freeze()
}

#[track_caller]
fn check(body: &str, text: &str) {
    let read = read_made(body);
    assert_eq!(read.text.as_str().trim_end_matches('\n'), text);
    assert_eq!(read.warnings, []);
}

#[track_caller]
fn check_parts(body: &str, expected: &[(&str, Kind)]) {
    let read = read_made(body);
    let parts: Vec<_> = read.structure.parts().iter().map(|part| (read.text.slice(part.span), part.kind)).collect();
    assert_eq!(parts, expected, "{}", read.text.as_str());
}

#[track_caller]
fn check_asides(body: &str, text: &str, expected: &[(&str, AsideKind, &str, &str, &str)]) {
    let read = read_made(body);
    assert_eq!(read.text.as_str().trim_end(), text);
    let aside = |aside: &crate::model::document::Aside| (aside.span, aside.kind, aside.by.clone(), aside.at.clone(), aside.words.clone());
    let asides: Vec<_> = read.asides.iter().map(aside).collect();
    let asides: Vec<_> = asides.iter().map(|aside| (read.text.slice(aside.0), aside.1, &*aside.2, &*aside.3, &*aside.4)).collect();
    assert_eq!(asides, expected);
}

#[test]
fn letters_are_read_in_the_encoding_of_their_font() {
    check(r"\pard One \'e9t\'e9\par Two\line three\par", "One été\nTwo\nthree");
    check(r"{\f1 \'c4\'e0} {\f2 \'83A\'83\'42} {\f3 a\'a3}\par", "Да アィ α≤");
    check(
        r"a\emdash b\endash c \lquote d\rquote  \ldblquote e\rdblquote\~f\_g\-h\{\}\\ \bullet\tab x",
        "a—b–c ‘d’ “e”\u{a0}f\u{2011}g\u{ad}h{}\\ • x",
    );
}

#[test]
fn letters_by_number_pass_over_what_stands_for_them() {
    check(r"\u8364?5 \uc2\u8364\'80\'80\uc1 {\uc0\u233}e \u-10179?\u-8704?", "€5 €é e 😀".replace("é e", "ée").as_str());
    check(r"\uc1\u233\'e9\'e9", "éé");
    let alone = read_made(r"a\u-10179?b\par");
    assert!(alone.text.as_str().starts_with('a') && alone.text.as_str().contains('b'), "{}", alone.text.as_str());
}

#[test]
fn what_is_no_text_is_left_out_and_what_is_hidden_is_counted() {
    check(r"{\header Top\par}{\footer Page}{\*\unknown no}{\pict\pngblip 8950}{\info{\keywords no}}Text{\xe index}.\par", "Text.");
    check(r"{\shp{\*\shpinst{\sp{\sn no}}{\shptxt Box\par}}{\shprslt Box}}Before\par", "Before\nBox");
    check("A\\bin5 }}}}}B", "AB");
    let hidden = read_made(r"Seen{\v not}.\par");
    assert_eq!((hidden.text.as_str(), hidden.warnings.len()), ("Seen.\n", 1));
}

#[test]
fn styles_looks_lists_and_links_are_known() {
    check_parts(
        r#"\pard\s1\b Dyke fails\b0\par\pard\s2 Below\par\pard\s3 They said\par\pard{\listtext\bullet\tab}\ls1\ilvl1 deep\par\pard\ilvl0 A {\b bold} and {\i slanted} word, 10{\super 6}; {\field{\*\fldinst HYPERLINK "https://example.org/r"}{\fldrslt the report}}\par"#,
        &[
            ("Dyke fails", Kind::Heading(1)),
            ("Below", Kind::Heading(2)),
            ("They said", Kind::Quote(1)),
            ("deep", Kind::Entry(2)),
            ("bold", Kind::Strong),
            ("slanted", Kind::Emphasis),
            ("the report", Kind::Link(0)),
        ],
    );
    check(r"10{\super 6} m{\super 2}", "10^6 m2");
}

#[test]
fn tables_are_lines_with_tabs() {
    let row = |cells: &[&str]| {
        format!(r"\trowd\cellx1\cellx2\pard\intbl {}\row ", cells.iter().map(|cell| format!(r"{cell}\cell ")).collect::<String>())
    };
    let body = format!(r"\pard Above\par {}{}\pard Below\par", row(&["town", "dead"]), row(&["Orva", r"5\par or 6"]));
    check(&body, "Above\ntown\tdead\nOrva\t5 or 6\nBelow");
    let at = |row, column| Kind::Cell { row, column, is_head: false };
    check_parts(
        &body,
        &[("town\tdead\nOrva\t5 or 6", Kind::Table), ("town", at(0, 0)), ("dead", at(0, 1)), ("Orva", at(1, 0)), ("5 or 6", at(1, 1))],
    );
}

#[test]
fn notes_comments_and_changes_stand_beside_their_words() {
    check_asides(
        r"It cost 20{\super\chftn{\footnote\pard\chftn  The \b budget.}} million\par End\par",
        "It cost 20 million\nEnd\n1 The budget.",
        &[("20", AsideKind::Footnote, "", "", "The budget.")],
    );
    check_asides(
        r"The dyke {\*\atrfstart 7}failed twice{\*\atrfend 7}{\*\atnid AX}{\*\atnauthor Ann}\chatn{\*\annotation{\*\atnref 7}{\*\atndate 137589338}\pard When?\par} on Monday\par",
        "The dyke failed twice on Monday",
        &[("failed twice", AsideKind::Comment, "Ann", "2031-03-14T09:26", "When?")],
    );
    check_asides(
        r"He said {\deleted\revauthdel2 five}{\deleted\revauthdel2  men}{\revised\revauth1\revdttm137589338 six people} died\par",
        "He said six people died",
        &[("said", AsideKind::Deletion, "Ben", "", "five men"), ("six people", AsideKind::Insertion, "Ann", "2031-03-14T09:26", "")],
    );
}

#[test]
fn title_author_and_date_are_those_that_the_file_states() {
    let read = read_made(r"{\info{\upr{\title G?te}{\*\ud{\title G\u228?te}}}{\author Ann Example}{\revtim\yr2031\mo3\dy14\hr1}}Text.\par");
    assert_eq!([&*read.meta.title, &*read.meta.byline, &*read.meta.published], ["Gäte", "Ann Example", "2031-03-14"]);
}

#[test]
fn hostile_and_broken_texts_are_refused_or_read_with_a_word() {
    let refusal = |bytes: &[u8]| read(bytes, &Wish::default()).unwrap_err();
    assert!(matches!(refusal(format!("{{\\rtf1{}", "{".repeat(100_000)).as_bytes()), Refusal::TooMuch(_)));
    assert!(matches!(refusal(b"PK"), Refusal::Damaged(_)));
    assert!(matches!(refusal(b"{\\rtf1 }"), Refusal::NoWords(_)));
    for group in [r"{\footnote a", r"{\*\annotation a", r"{\*\shpinst{\shptxt a", r"{\field{\*\fldinst a", r"{\upr a"] {
        let (depth, ends) = (20_000, "}".repeat(20_000 * group.matches('{').count()));
        let nested = format!("{HEAD}a{}{ends}}}", group.repeat(depth));
        if let Err(refusal) = read(nested.as_bytes(), &Wish::default()) {
            assert!(matches!(refusal, Refusal::TooMuch(_)), "{group}: {refusal:?}");
        }
    }
    check(r"a{\footnote b{\footnote c}}", "a\n1 b\n2 c");
    let cut = read(br"{\rtf1 One\par Tw\'", &Wish::default()).unwrap().freeze();
    assert_eq!(cut.text.as_str(), "One\nTw\n");
    assert_eq!(cut.warnings.len(), 1);
}
