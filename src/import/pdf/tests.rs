//! Small files made by hand.

use super::*;
use crate::import::Imported;
use crate::model::document::structure::Kind;

/// A file of these objects, numbered from 1; the first is the catalog.
fn file(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (nth, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", nth + 1).bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    bytes.extend(format!("trailer\n<</Size {}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).bytes());
    bytes
}

/// A file of A4 pages with these programs. Its fonts are F (plain), B (bold) and Z (a font without letters of its own).
fn pages(programs: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R/B 5 0 R>>/XObject<</I 6 0 R>>>>>>",
            programs.len(),
            (0..programs.len()).map(|nth| format!("{} 0 R ", 7 + 2 * nth)).collect::<String>()
        ),
        "<</Title(Dyke fails)/Author(Ann Example)/CreationDate(D:20240503101500Z)>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        "<</Type/Font/Subtype/TrueType/BaseFont/Arial-BoldMT>>".to_owned(),
        "<</Type/XObject/Subtype/Image/Width 3/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8/Length 6>>\nstream\nscanxy\nendstream"
            .to_owned(),
    ];
    for (nth, program) in programs.iter().enumerate() {
        let link = "<</Type/Annot/Subtype/Link/Rect[0 0 50 20]/A<</S/URI/URI(https://example.org/r)>>>>";
        let mark = "<</Type/Annot/Subtype/Highlight/Rect[60 698 90 708]/QuadPoints[58 710 83 710 58 698 83 698]/Contents(Says who?)/T(Ben)/M(D:20240504)>>";
        let note = "<</Type/Annot/Subtype/Text/Rect[560 20 580 40]/Contents(At the foot)>>";
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R/Annots[{link}{mark}{note}]>>", 8 + 2 * nth));
        objects.push(format!("<</Length {}>>\nstream\n{program}\nendstream", program.len()));
    }
    file(&objects)
}

/// Lines of words, each at its place in points from the bottom left.
fn set(lines: &[(f32, f32, &str)]) -> String {
    lines.iter().map(|(x, y, words)| format!("BT /F 10 Tf {x} {y} Td ({words}) Tj ET\n")).collect()
}

fn opened(bytes: &[u8]) -> Imported {
    read(bytes, &Wish::default()).unwrap().freeze()
}

#[track_caller]
fn check(programs: &[&str], expected: &str) {
    assert_eq!(opened(&pages(programs)).text.as_str(), expected);
}

fn parts(read: &Imported) -> Vec<(&str, Kind)> {
    read.structure.parts().iter().map(|part| (read.text.slice(part.span), part.kind)).collect()
}

#[test]
fn lines_become_paragraphs_over_pages_and_hyphens_go() {
    let first = set(&[
        (60.0, 700.0, "The dyke at Orva failed in the night of the third of May, and the govern-"),
        (60.0, 688.0, "ment said that it would be mended before the winter came."),
        (75.0, 676.0, "A second paragraph begins here with an indent, and goes on until the end of"),
    ]);
    let second = set(&[(60.0, 780.0, "the page and over it."), (60.0, 750.0, "A third stands apart.")]);
    let read = opened(&pages(&[&first, &second]));
    let expected = "The dyke at Orva failed in the night of the third of May, and the government said that it would be mended before the winter came.\nA second paragraph begins here with an indent, and goes on until the end of the page and over it.\nA third stands apart.\n";
    assert_eq!(read.text.as_str(), expected);
    let pages: Vec<_> = parts(&read).into_iter().filter(|(_, kind)| matches!(kind, Kind::Page(_))).collect();
    assert_eq!(pages.len(), 2);
    assert!(pages[0].0.ends_with("until the end of") && pages[1].0.starts_with("the page and over"), "{pages:?}");
}

#[test]
fn columns_are_read_one_after_the_other_however_they_were_drawn() {
    let words = "words of a column which is as wide as this";
    let line = |column: usize, row: usize| (60.0 + 260.0 * column as f32, 700.0 - 12.0 * row as f32, format!("{column}{row} {words}"));
    let across: Vec<_> = (0..12).flat_map(|row| [line(0, row), line(1, row)]).collect();
    let down: Vec<_> = (0..2).flat_map(|column| (0..12).map(move |row| line(column, row))).collect();
    let text = |lines: &[(f32, f32, String)]| {
        let lines: Vec<_> = lines.iter().map(|(x, y, words)| (*x, *y, words.as_str())).collect();
        let read = opened(&pages(&[&set(&lines)]));
        read.text.as_str().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(text(&across), text(&down));
}

#[test]
fn tables_keep_their_rows_and_cells() {
    let rows = [["Place", "Rain", "Days"], ["Orva", "1,204", "12"], ["Lund", "87", "3"]];
    let cells = rows.iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().map(move |(column, words)| (60.0 + 120.0 * column as f32, 700.0 - 14.0 * row as f32, *words))
    });
    let read = opened(&pages(&[&set(&cells.collect::<Vec<_>>())]));
    assert_eq!(read.text.as_str(), "Place\tRain\tDays\nOrva\t1,204\t12\nLund\t87\t3\n");
    assert!(parts(&read).contains(&("1,204", Kind::Cell { row: 1, column: 1, is_head: false })));
}

#[test]
fn headings_links_and_list_entries_are_marked() {
    let program = "BT /B 20 Tf 60 760 Td (Dyke fails) Tj ET BT /F 10 Tf 60 700 Td (It was ) Tj /B 10 Tf (not) Tj /F 10 Tf ( expected, says the mayor of the place.) Tj ET
        BT /F 10 Tf 60 650 Td (\\267) Tj 15 0 Td (first of the points) Tj ET BT /F 10 Tf 5 5 Td (report) Tj ET";
    let read = opened(&pages(&[program]));
    let parts = parts(&read);
    assert!(parts.contains(&("Dyke fails", Kind::Heading(1))), "{parts:?}");
    let link = parts.iter().find(|(words, _)| *words == "report").unwrap();
    assert_eq!(read.structure.target(link.1), Some("https://example.org/r"));
    assert!(parts.iter().any(|(words, kind)| *kind == Kind::Entry(1) && words.ends_with("first of the points")), "{parts:?}");
    assert_eq!([&*read.meta.title, &*read.meta.byline, &*read.meta.published], ["Dyke fails", "Ann Example", "2024-05-03"]);
}

#[test]
fn comments_are_put_on_their_words_or_on_those_next_to_them() {
    let read = opened(&pages(&[&set(&[(60.0, 700.0, "Orva was flooded, and nobody had known."), (60.0, 100.0, "It rained.")])]));
    let asides: Vec<_> = read.asides.iter().map(|aside| (read.text.slice(aside.span), &*aside.words, &*aside.by, &*aside.at)).collect();
    assert_eq!(asides, [("Orva", "Says who?", "Ben", "2024-05-04"), (".", "At the foot", "", "")]);
}

#[test]
fn what_is_not_seen_is_left_out_and_what_was_recognised_in_a_picture_is_kept() {
    check(&[&set(&[(60.0, 700.0, "Seen."), (60.0, 900.0, "Above."), (700.0, 700.0, "Beside.")])], "Seen.\n");
    check(&["BT /F 10 Tf 60 700 Td (Shadow) Tj ET BT /F 10 Tf 60.4 700.3 Td (Shadow) Tj ET"], "Shadow\n");
    check(&["q 0 0 100 100 re W n BT /F 10 Tf 60 700 Td (Clipped) Tj ET Q BT /F 10 Tf 60 600 Td (Whole) Tj ET"], "Whole\n");
    check(&["q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr /F 10 Tf 60 700 Td (Recognised) Tj ET"], "Recognised\n");
    check(&["BT /F 10 Tf 60 700 Td (Seen) Tj ET BT 3 Tr /F 10 Tf 60 700 Td (Seem) Tj ET"], "Seen\n");
}

#[test]
fn text_that_the_file_gives_for_signs_is_taken() {
    check(
        &["/Span<</ActualText(office)>>BDC BT /F 10 Tf 60 700 Td (o3ce) Tj ET EMC BT /F 10 Tf 60 680 Td (closed) Tj ET"],
        "office closed\n",
    );
    check(&["/Span<</ActualText(flood\\255plain)>>BDC BT /F 10 Tf 60 700 Td (flood-plain) Tj ET EMC"], "floodplain\n");
}

#[test]
fn turned_text_is_read_along_its_lines() {
    check(&["BT /F 10 Tf 0 1 -1 0 300 100 Tm (It rained) Tj 0 -12 Td (all day.) Tj ET"], "It rained all day.\n");
}

#[test]
fn files_without_words_say_why() {
    let why = |bytes: &[u8]| match read(bytes, &Wish::default()) {
        Err(refusal) => refusal,
        Ok(draft) => panic!("{}", draft.text()),
    };
    assert_eq!(why(&pages(&["q 595 0 0 842 0 0 cm /I Do Q"])), Refusal::NoWords("its one page is a picture".to_owned()));
    let pictures = ["q 595 0 0 842 0 0 cm /I Do Q"; 3];
    assert_eq!(why(&pages(&pictures)), Refusal::NoWords("its 3 pages are pictures".to_owned()));
    assert_eq!(why(&pages(&["q 300 0 0 400 0 0 cm /I Do Q"])), Refusal::NoWords("nothing is written on its one page".to_owned()));
    assert_eq!(why(&pages(&[""])), Refusal::NoWords("nothing is written on its one page".to_owned()));
    assert_eq!(why(b"%PDF-1.7 and nothing else"), Refusal::Damaged("its pages cannot be found".to_owned()));
}

#[test]
fn running_heads_are_told_of() {
    let page = |number: usize| {
        let foot = format!("Page {number}");
        set(&[
            (60.0, 800.0, "Orva Courier"),
            (60.0, 700.0, "It rained again, and nobody knew for how long it would."),
            (280.0, 30.0, &foot),
        ])
    };
    let programs: Vec<String> = (1..=3).map(page).collect();
    let read = opened(&pages(&programs.iter().map(String::as_str).collect::<Vec<_>>()));
    assert_eq!(read.text.as_str().matches("Orva Courier").count(), 1);
    assert!(!read.text.as_str().contains("Page"));
    assert_eq!(
        read.warnings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["Running heads, feet and page numbers were left out (5), such as “Page 1”."]
    );
}

#[test]
fn a_page_of_many_letters_is_read_soon() {
    let begun = std::time::Instant::now();
    let same = "(ab) Tj (cd) Tj 0 0.01 Td ".repeat(30_000);
    let _ = read(&pages(&[&format!("BT /F 4 Tf 60 700 Td {same} ET")]), &Wish::default());
    let strewn: String = (0..60_000_u64).map(|nth| format!("1 0 0 1 {} {} Tm (a) Tj ", nth * 7919 % 595, nth * 104_729 % 842)).collect();
    let _ = read(&pages(&[&format!("BT /F 4 Tf {strewn} ET")]), &Wish::default());
    assert!(begun.elapsed() < std::time::Duration::from_secs(30), "{:?}", begun.elapsed());
}

#[test]
fn depth_loops_and_false_counts_do_no_harm() {
    let wish = Wish::default();
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    let mut objects =
        vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned(), format!("<</Type/Pages/Count 9999999999/Kids[2 0 R 3 0 R]/X {deep}>>")];
    objects.push("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>".to_owned());
    assert!(read(&file(&objects), &wish).is_err());
    let program = format!("{deep} TJ BT /F 10 Tf 60 700 Td (After) Tj ET");
    let _ = read(&pages(&[&program]), &wish);
    let states = format!("{}BT /F 10 Tf 60 700 Td (Deep) Tj ET", "q ".repeat(200_000));
    assert_eq!(opened(&pages(&[&states])).text.as_str(), "Deep\n");
    for cut in (0..1200).step_by(7) {
        let whole = pages(&[&set(&[(60.0, 700.0, "It rained.")])]);
        let _ = read(&whole[..cut.min(whole.len())], &wish);
    }
}
