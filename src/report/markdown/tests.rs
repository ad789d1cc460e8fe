//! The file is read back by a Markdown parser with every extension on: user text must come out as text.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag as Block};

use super::{Loss, markdown};
use crate::model::annotation::Tag;
use crate::model::claim::{Claim, Status};
use crate::report::testing::{HOSTILE, hostile, invented, small};
use crate::report::tests::build;
use crate::testing::Desk;

/// Texts of the file, the blocks that it has, and what should not be there.
fn read(page: &str) -> (String, Vec<String>) {
    let (mut words, mut blocks) = (String::new(), Vec::new());
    // The old footnotes end at the first blank line; taking them away takes the new ones along.
    let without = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_OLD_FOOTNOTES;
    for event in Parser::new_ext(page, (Options::all() - without) | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::SoftBreak => words.push(' '),
            Event::Code(code) => assert!(code.len() == 64 && code.bytes().all(|byte| byte.is_ascii_hexdigit()), "code: {code}"),
            Event::Start(Block::Link { link_type, dest_url, .. }) => {
                assert!(matches!(link_type, LinkType::Autolink | LinkType::Email), "link: {dest_url}");
                assert!(["https://", "http://", "mailto:"].iter().any(|scheme| dest_url.starts_with(scheme)), "{dest_url}");
            }
            Event::Start(
                block @ (Block::Heading { .. }
                | Block::List(_)
                | Block::Item
                | Block::Table(_)
                | Block::TableRow
                | Block::FootnoteDefinition(_)),
            ) => blocks.push(format!("{block:?}")),
            Event::Start(
                Block::Paragraph | Block::Emphasis | Block::Strong | Block::Strikethrough | Block::TableHead | Block::TableCell,
            )
            | Event::End(_)
            | Event::FootnoteReference(_) => words.push(' '),
            other => panic!("{other:?} has no place in the report"),
        }
    }
    (words.split_whitespace().collect::<Vec<_>>().join(" "), blocks)
}

#[test]
fn hostile_words_come_out_as_words() {
    for words in HOSTILE {
        // What is hidden in an article is a finding, whatever else stands there.
        let hidden: String = words.chars().filter(|sign| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{200b}' | '\u{feff}')).collect();
        let plain = read(&markdown(&build(&hostile(&format!("plain{hidden} words")))).0).1;
        let page = markdown(&build(&hostile(words))).0;
        let (text, blocks) = read(&page);
        // A text of several lines is an article of several paragraphs, but nowhere a list, a heading or a table more.
        assert_eq!(blocks, plain, "{words:?}");
        let wanted: String = words.chars().map(|sign| if sign.is_control() && !sign.is_whitespace() { '\u{fffd}' } else { sign }).collect();
        let wanted = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.matches(&wanted).count() > 20, "{words:?} is not in the file as it was typed");
        for sign in ["{{", "{%", "{#", "<%", "<?", "<!", "${", "#{"] {
            assert!(!page.contains(sign), "{sign} opens a template or markup");
        }
        let bare = page.match_indices("://").filter(|(at, _)| !page[..*at].ends_with("<https") && !page[..*at].ends_with("<http"));
        assert_eq!(bare.count(), page.matches("\\://").count(), "a bare address becomes a link in some readers");
    }
}

#[test]
fn the_small_project_reads_as_a_report() {
    let (page, losses) = markdown(&build(&small()));
    insta::assert_snapshot!("small", page);
    assert_eq!(losses, [Loss::CrossingClaims(1)]);
    read(&page);
}

#[test]
fn every_note_has_its_footnote() {
    for desk in [small(), invented(), Desk::default()] {
        let (page, _) = markdown(&build(&desk));
        let mut ends: Vec<_> = page.match_indices("[^").map(|(at, _)| page[at + 2..].split_once(']').unwrap()).collect();
        ends.sort_by_key(|(name, _)| name.to_owned());
        let (notes, references): (Vec<_>, Vec<_>) = ends.into_iter().partition(|(_, after)| after.starts_with(": "));
        let names = |ends: Vec<(&str, &str)>| ends.into_iter().map(|(name, _)| name.to_owned()).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(names(notes), names(references));
    }
}

/// The first paragraph of an article, and what it lost.
#[track_caller]
fn check(desk: &Desk, expected: &str, lost: &[Loss]) {
    let (page, losses) = markdown(&build(desk));
    let line = page.lines().find(|line| line.starts_with("¶1")).unwrap();
    assert_eq!((line, losses.as_slice()), (format!("¶1 {expected}").as_str(), lost));
}

#[test]
fn marks_are_shown_where_markdown_can_and_counted_where_it_cannot() {
    let check = |marked: &str, expected: &str, lost: &[Loss]| {
        let mut desk = Desk::default();
        desk.article(marked);
        check(&desk, expected, lost);
    };
    check("[[1,500 troops|number] left|claim], [they|source] said.", "\\[**1,500 troops** left\\][^A1], _they_ said.", &[]);
    check("[It [rained [and snowed|claim]|claim]|claim].", "\\[It \\[rained \\[and snowed\\][^A3]\\][^A2]\\][^A1].", &[]);
    check("[[12|number]|source] men.", "**_12_** men.", &[]);
    check("[[12|number] of [40|number]|source] men.", "_**12** of **40**_ men.", &[]);
    check("[12|number][40|number] men.", "1240 men.", &[Loss::HiddenNumbers(2)]);
    check("[12%|number]-[40|number] men.", "**12%**-**40** men.", &[]);
    check("[12%|number][(40)|number] men.", "**12%**(40) men.", &[Loss::HiddenNumbers(1)]);
    check("[12 [40|number]|number] men.", "**12 40** men.", &[Loss::HiddenNumbers(1)]);
    check("See https:[//a.example|source] {[% x|number].", "See https\\:_//a.example_ \\{**% x**.", &[]);
    check("3[00|number]km and[ him|source].", "300km and him.", &[Loss::HiddenNumbers(1), Loss::HiddenSources(1)]);
}

#[test]
fn crossing_marks_are_counted() {
    let mut desk = Desk::default();
    let id = desk.plain("One two three four five.");
    desk.tag(id, "One two three", Tag::Source);
    desk.tag(id, "two three four", Tag::Claim);
    desk.tag(id, "three four five", Tag::Number);
    desk.tag(id, "four five", Tag::Claim);
    let lost = [Loss::CrossingClaims(1), Loss::HiddenNumbers(1)];
    check(&desk, "_One \\[two three_ \\[four\\][^A1] five\\][^A2].", &lost);
    let words: Vec<_> = lost.iter().map(Loss::to_string).collect();
    assert_eq!(words[1], "1 number has no sign in the text; the table of numbers has it");
}

#[test]
fn cut_words_are_struck() {
    let mut desk = Desk::default();
    desk.article("It rained, [they say [a lot|number]|claim]. [x|claim]y.");
    for label in ["A1", "A2"] {
        desk.change(desk.claim(label), |claim: &mut Claim| claim.status = Status::Cut);
    }
    check(&desk, "It rained, \\[~~they say **a lot**~~\\][^A1]. \\[x\\][^A2]y.", &[Loss::HiddenStrikes(1)]);
}
