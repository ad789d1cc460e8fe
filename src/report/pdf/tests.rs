//! The PDF as its readers see it: its words in order by pdftotext, its build by qpdf and by our own reader of PDF files.

use std::process::{Command, Stdio};

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Stream, String as PdfString};

use super::*;
use crate::model::annotation::Tag;
use crate::model::lookup::Lookup;
use crate::report::options::Paper;
use crate::report::testing::{HOSTILE, hostile, invented, small};
use crate::report::{BuildInput, tests::input};
use crate::testing::Desk as Project;

fn built(desk: &Project) -> Report {
    crate::report::build(&desk.project, &Lookup::new(&desk.project), &input())
}

#[track_caller]
fn printed(report: &Report) -> (Vec<u8>, Vec<String>) {
    let mut printed = pdf(report, &|_| true).unwrap();
    assert_eq!(printed.files.len(), 1);
    (printed.files.pop().unwrap().bytes, printed.losses)
}

/// What a program of the system makes of a file: whether it holds, and what it says. Nothing where it is not installed, which a build
/// machine must not lack.
fn ask(program: &str, arguments: &[&str], file: &[u8]) -> Option<(bool, String)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, file).unwrap();
    let arguments = arguments.iter().map(|argument| if *argument == "FILE" { path.as_os_str().to_owned() } else { argument.into() });
    let Ok(output) = Command::new(program).args(arguments).stdin(Stdio::null()).output() else {
        assert!(std::env::var_os("CI").is_none(), "the build machine lacks {program}");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    Some((output.status.success(), said))
}

/// The words of a file without white space and signs that are not seen, in the order in which they were written.
fn words(file: &[u8]) -> Option<String> {
    let (_, said) = ask("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"], file)?;
    Some(squeezed(&said))
}

/// A text without what a page changes in it: white space, places to break, and marks that only turn the direction.
fn squeezed(text: &str) -> String {
    let is_seen = |sign: &char| {
        !sign.is_whitespace() && !matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    text.chars().filter(is_seen).collect()
}

/// A value of a dictionary that must be there.
macro_rules! get {
    ($kind:ty, $dict:expr, $name:literal) => {
        $dict.get::<$kind>($name.as_bytes()).unwrap_or_else(|| panic!("there is no {}", $name))
    };
}

#[test]
fn a_file_is_whole_tagged_titled_and_in_a_language() {
    let (file, losses) = printed(&built(&small()));
    assert_eq!(losses, Vec::<String>::new());
    if let Some((holds, said)) = ask("qpdf", &["--check", "FILE"], &file) {
        assert!(holds, "{said}");
    }
    let read = Pdf::new(file.clone()).unwrap();
    let root: Dict<'_> = read.xref().get(read.xref().root_id()).unwrap();
    assert_eq!(get!(PdfString<'_>, root, "Lang").as_ref(), b"en");
    assert!(get!(bool, get!(Dict<'_>, root, "MarkInfo"), "Marked"));
    assert!(get!(bool, get!(Dict<'_>, root, "ViewerPreferences"), "DisplayDocTitle"));
    get!(Dict<'_>, root, "StructTreeRoot");
    get!(Dict<'_>, get!(Dict<'_>, root, "Outlines"), "First");
    let metadata = get!(Stream<'_>, root, "Metadata").decoded().unwrap().to_vec();
    let metadata = String::from_utf8(metadata).unwrap();
    for claim in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "fact-check report"] {
        assert!(metadata.contains(claim), "{claim} is not in {metadata}");
    }
}

#[test]
fn each_article_comes_out_in_order_with_its_notes() {
    for desk in [small(), invented()] {
        let report = built(&desk);
        let (file, _) = printed(&report);
        let Some(text) = words(&file) else { return };
        for article in &report.articles {
            // The head of the article, then its words; between them only numbers of notes, names of paragraphs and page feet.
            let mut rest = text.as_str();
            for segment in article.paragraphs.iter().flat_map(|line| &line.segments) {
                for word in segment.text.split_whitespace() {
                    let at = rest.find(&squeezed(word)).unwrap_or_else(|| panic!("{word} is not in its place in {}", article.letter));
                    rest = &rest[at + squeezed(word).len()..];
                }
            }
            for note in &article.notes {
                assert!(text.contains(&format!("↓{}", note.claim.label)), "{} has no short note", note.claim.label);
                let reason = note.rating.as_ref().map_or("", |rating| rating.reason.as_str());
                for words in [&note.quote, &note.restatement, reason].into_iter().chain(note.evidence.iter().map(|line| line.text.as_str()))
                {
                    assert!(text.contains(&squeezed(words)), "{words} is not in the note on {}", note.claim.label);
                }
            }
        }
    }
}

#[test]
fn notes_and_marks_lead_to_one_another() {
    let report = built(&small());
    let (file, _) = printed(&report);
    let read = Pdf::new(file).unwrap();
    let links: usize = read
        .pages()
        .iter()
        .filter_map(|page| page.raw().get::<Array<'_>>("Annots".as_bytes()))
        .map(|annots| annots.iter::<Dict<'_>>().count())
        .sum();
    let notes: usize = report.articles.iter().map(|article| article.notes.len()).sum();
    // Number to foot, foot to number, foot to note, note to number.
    assert!(links >= notes * 4, "{links} links for {notes} notes");
    let end = format!(" of {}", read.pages().len());
    let mut within = 0;
    let annots = read.pages().iter().filter_map(|page| page.raw().get::<Array<'_>>("Annots".as_bytes()));
    for annot in annots.flat_map(|annots| annots.iter::<Dict<'_>>().collect::<Vec<_>>()) {
        let words = String::from_utf8_lossy(get!(PdfString<'_>, annot, "Contents").as_bytes()).into_owned();
        assert!(!words.is_empty() && !words.contains("tickmark:"), "{words}");
        let Some(action) = annot.get::<Dict<'_>>("A".as_bytes()) else {
            assert!(annot.contains_key("Dest".as_bytes()), "a link has no end");
            within += usize::from(words.starts_with("Page ") && words.ends_with(&end));
            continue;
        };
        let address = String::from_utf8_lossy(get!(PdfString<'_>, action, "URI").as_bytes()).into_owned();
        assert!(address.contains(':') && !address.starts_with("tickmark:"), "a link leads nowhere: {address}");
    }
    assert!(within >= notes * 2, "{within} links say to which page they lead");
}

#[test]
fn a_claim_marked_within_its_own_mark_has_one_note() {
    let mut desk = Project::default();
    let id = desk.plain("One two three four five.");
    let claim = desk.tag(id, "One two three four", Tag::Claim);
    desk.mention(id, "two", claim);
    let (file, losses) = printed(&built(&desk));
    assert_eq!(losses, Vec::<String>::new());
    if let Some(text) = words(&file) {
        assert_eq!(text.matches("↓A1").count(), 1, "{text}");
    }
}

#[test]
fn hostile_words_come_out_as_words() {
    for words_of in HOSTILE {
        let desk = hostile(words_of);
        let checker = BuildInput { checker: (*words_of).to_owned(), ..input() };
        let report = crate::report::build(&desk.project, &Lookup::new(&desk.project), &checker);
        let (file, losses) = printed(&report);
        let expected = if words_of.contains('\u{1}') { "control or private" } else { "" };
        assert!(losses.iter().all(|loss| loss.contains(expected) && !expected.is_empty()), "{losses:?}");
        let Some(text) = words(&file) else { continue };
        for line in words_of.lines().map(|line| line.replace(['\u{0}', '\u{1}'], "\u{FFFD}")).filter(|line| !line.trim().is_empty()) {
            let turned: String = squeezed(&line).chars().rev().collect();
            let count = text.matches(&squeezed(&line)).count() + if line.contains('\u{202E}') { text.matches(&turned).count() } else { 0 };
            assert!(count > 20, "{line:?} stands {count} times in the PDF");
        }
    }
}

#[test]
fn every_page_says_which_it_is_of_how_many_and_all_but_the_first_have_the_title_over_them() {
    let report = built(&invented());
    let (file, _) = printed(&report);
    let count = Pdf::new(file.clone()).unwrap().pages().len();
    let Some((_, said)) = ask("pdftotext", &["-enc", "UTF-8", "-layout", "FILE", "-"], &file) else { return };
    let pages: Vec<_> = said.split_terminator('\u{C}').collect();
    assert!(pages.len() == count && count > report.articles.len(), "{} {count}", pages.len());
    for (page, number) in pages.into_iter().zip(1..) {
        assert!(page.trim_end().ends_with(&format!("Page {number} of {count}")), "{page}");
        let over = page.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let date = crate::report::flow::flow(&report).date;
        assert_eq!(over.contains(&report.title) && over.contains(&date), number > 1, "{over}");
    }
}

#[test]
fn pages_are_laid_out_once() {
    for desk in [small(), invented(), hostile(HOSTILE[0])] {
        let report = built(&desk);
        let volume = volumes::volumes(&report).remove(0);
        let Sheet { pieces, heads, fonts, .. } = Sheet::of(&report, volume).unwrap();
        let (steps, _taken) = channel();
        let work = Work { fonts, steps, is_cancelled: Default::default() };
        assert!(pieces.len() > 2, "{}", pieces.len());
        for data in pieces {
            assert_eq!(typeset::lay_out(&Desk::new(PIECE, data, &work).unwrap(), 0).unwrap().1, 1);
        }
        assert_eq!(typeset::lay_out(&Desk::new(HEADS, heads.of_pages(3), &work).unwrap(), 0).unwrap().1, 1);
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = built(&invented());
    assert!(printed(&report).0 == printed(&report).0);
    let later = Report { made: crate::model::moment::Moment::from_ms(report.made.epoch_ms + 60_000), ..report.clone() };
    assert!(printed(&report).0 != printed(&later).0);
}

#[test]
fn words_from_right_to_left_stand_at_the_right() {
    let mut desk = Project::default();
    let id = desk.plain("انهار السد\nقالت الحكومة إن السد صمد أربعين دقيقة.\nהסכר החזיק ארבעים דקות.\nThe dyke held.");
    desk.tag(id, "السد صمد", Tag::Claim);
    let (file, losses) = printed(&built(&desk));
    if !losses.is_empty() {
        assert!(std::env::var_os("CI").is_none(), "the build machine lacks fonts: {losses:?}");
        return;
    }
    let Some(text) = words(&file) else { return };
    for word in ["الحكومة", "دقيقة", "הסכר", "ארבעים"] {
        let turned: String = word.chars().rev().collect();
        assert!(text.contains(word) || text.contains(&turned), "{word} is not in {text}");
    }
    let Some((_, boxes)) = ask("pdftotext", &["-bbox", "FILE", "-"], &file) else { return };
    let ends = |words: &[&str]| {
        let lines = boxes.lines().filter(|line| words.iter().any(|word| line.contains(&format!(">{word}<"))));
        lines.filter_map(|line| line.split_once("xMax=\"")?.1.split('"').next()?.parse::<f32>().ok()).fold(0.0, f32::max)
    };
    let right = ends(&["הסכר", "רכסה"]);
    assert!((480.0..545.0).contains(&right), "the Hebrew line ends at {right}");
    assert!(ends(&["dyke"]) < 200.0);
}

#[test]
fn a_letter_page_is_a_letter_page() {
    for (paper, expected) in [(Paper::A4, (595, 842)), (Paper::Letter, (612, 792))] {
        let mut report = built(&small());
        report.options.paper = paper;
        let read = Pdf::new(printed(&report).0).unwrap();
        let (width, height) = read.pages()[0].render_dimensions();
        assert_eq!((width.round() as i32, height.round() as i32), expected);
    }
}

#[test]
fn a_sign_without_a_font_is_told() {
    let mut desk = small();
    desk.plain("The name is \u{378}\u{378} and \u{E001}.");
    let (_, losses) = printed(&built(&desk));
    let expected = [
        "6 control or private characters cannot be printed and stand as � in the PDF.",
        "12 characters have no font on this computer and stand as � in the PDF. Install a font with them and save again.",
    ];
    // The title of an article without a headline is its first line, and stands in the tables too.
    assert_eq!(losses, expected);
}

#[test]
fn work_is_told_and_can_be_ended() {
    let report = built(&invented());
    let told = std::cell::RefCell::new(Vec::new());
    pdf(&report, &|share| {
        told.borrow_mut().push(share);
        true
    })
    .unwrap();
    let told = told.into_inner();
    assert!(told.len() > report.articles.len() && told.is_sorted() && told.iter().all(|share| (0.0..=1.0).contains(share)), "{told:?}");
    assert_eq!(pdf(&report, &|_| false).unwrap_err(), PdfError::Cancelled);
    let asked = std::cell::Cell::new(0);
    let stop_at_the_third = |_| {
        asked.set(asked.get() + 1);
        asked.get() < 3
    };
    assert_eq!(pdf(&report, &stop_at_the_third).unwrap_err(), PdfError::Cancelled);
}

#[test]
fn the_preview_is_a_picture_as_wide_as_asked() {
    let picture = first_page(&built(&invented()), 400).unwrap();
    assert_eq!((picture.width, picture.height, picture.rgba.len()), (400, 566, 400 * 566 * 4));
    let dark = picture.rgba.chunks(4).filter(|pixel| pixel.iter().take(3).all(|part| *part < 100)).count();
    assert!(dark > 500, "{dark} dark pixels");
}

#[test]
fn the_preview_lays_out_no_second_article() {
    let mut report = built(&invented());
    report.options.sections = [crate::report::Section::Articles].into();
    let sheet = Sheet::of_first_page(&report).unwrap();
    let data: serde_json::Value = serde_json::from_slice(&sheet.pieces[0]).unwrap();
    assert_eq!(data["articles"].as_array().unwrap().len(), 1);
    report.options.sections = crate::report::Section::ALL.into();
    let data: serde_json::Value = serde_json::from_slice(&Sheet::of_first_page(&report).unwrap().pieces[0]).unwrap();
    assert_eq!(data["articles"].as_array().unwrap().len(), 0);
}

#[test]
fn a_report_too_long_for_one_file_stands_in_several_that_hold_by_themselves() {
    let report = built(&invented());
    let volumes = volumes::shared_out(crate::report::flow::flow(&report), &vec![30; report.articles.len()], 40);
    assert!(volumes.len() > 3, "{}", volumes.len());
    let mut said = String::new();
    for volume in volumes {
        let (bytes, losses) = volume_of(&report, volume, &|_| true).unwrap();
        assert_eq!(losses, Vec::<String>::new());
        let Some((is_sound, told)) = ask("qpdf", &["--check", "FILE"], &bytes) else { return };
        assert!(is_sound, "{told}");
        said += &words(&bytes).unwrap_or_default();
    }
    for article in &report.articles {
        for note in &article.notes {
            assert!(said.contains(&squeezed(&note.quote)), "{}", note.quote);
        }
    }
}
