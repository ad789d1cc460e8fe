//! The page is read back as a browser would: which elements, attributes, links and anchors it has.

use std::collections::BTreeSet;

use super::html;
use crate::model::annotation::Tag;
use crate::model::claim::{Claim, Status};
use crate::report::testing::{HOSTILE, hostile, invented, small};
use crate::report::tests::{build, input};
use crate::testing::Desk;

/// An element with its attributes.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

/// Start tags and text of a page. Strict: anything that is no plain start tag, end tag or text is a fault.
fn read(page: &str) -> (Vec<Element>, String) {
    let (mut elements, mut text) = (Vec::new(), String::new());
    let mut rest = page.strip_prefix("<!DOCTYPE html>").unwrap();
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(&unescaped(before));
        let mut quoted = false;
        let end = tag.find(|sign| {
            quoted ^= sign == '"';
            sign == '>' && !quoted
        });
        let (tag, after) = tag.split_at(end.unwrap());
        rest = &after[1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "</{name}>");
            continue;
        }
        let element = element(tag);
        if element.name == "style" {
            // A browser reads a style sheet up to the next end tag, whatever stands in it.
            rest = rest.split_once("</style>").unwrap().1;
        }
        elements.push(element);
    }
    assert!(rest.is_empty(), "{rest}");
    (elements, text)
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric()), "<{tag}>");
    let mut attributes = Vec::new();
    while let Some((head, tail)) = rest.trim_end_matches('/').split_once("=\"") {
        let (value, after) = tail.split_once('"').unwrap();
        let (flags, name) = head.trim().rsplit_once(' ').unwrap_or(("", head.trim()));
        attributes.extend(flags.split_whitespace().map(|flag| (flag.to_owned(), String::new())));
        attributes.push((name.to_owned(), unescaped(value)));
        rest = after;
    }
    attributes.extend(rest.split_whitespace().map(|flag| (flag.to_owned(), String::new())));
    Element { name: name.to_owned(), attributes }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Elements and attributes that a report may have. None of them runs or loads anything.
const ELEMENTS: &str = "html head meta title style body svg symbol circle path use main header section nav article div span p h1 h2 h3 h4 caption \
     desc rect line text polygon g ul li dl dt dd table thead tbody tfoot tr th td a b i em s del ins bdi br wbr details summary fieldset legend input label";
const ATTRIBUTES: &str = "lang charset http-equiv content name class id href rel title dir style aria-label aria-labelledby aria-hidden role \
     colspan scope for type checked hidden xmlns viewBox d cx cy r width height x y x1 y1 x2 y2 fill stroke font-family font-size font-weight text-anchor points stroke-width";

#[track_caller]
fn check_safe(page: &str) -> String {
    let (elements, text) = read(page);
    let (known, allowed): (BTreeSet<_>, BTreeSet<_>) = (ELEMENTS.split_whitespace().collect(), ATTRIBUTES.split_whitespace().collect());
    let values = |wanted: &str| {
        let attributes = elements.iter().flat_map(|element| &element.attributes);
        attributes.filter(|(name, _)| name == wanted).map(|(_, value)| value.as_str()).collect::<Vec<_>>()
    };
    for element in &elements {
        assert!(known.contains(element.name.as_str()), "<{}>", element.name);
        for (name, value) in &element.attributes {
            assert!(allowed.contains(name.as_str()), "<{} {name}=…>", element.name);
            assert!(name != "style" || value.starts_with("flex-grow:") || value == "white-space:nowrap", "{value}");
        }
    }
    let ids: BTreeSet<_> = values("id").into_iter().collect();
    assert_eq!(ids.len(), values("id").len(), "an id stands twice");
    for target in values("href") {
        let is_outside = ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
        assert!(is_outside || target.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{target} leads nowhere");
    }
    for label in values("for").into_iter().chain(values("aria-labelledby")) {
        assert!(ids.contains(label), "{label} is not there");
    }
    text
}

#[test]
fn hostile_words_come_out_as_words() {
    for words in HOSTILE {
        let desk = hostile(words);
        let report = crate::report::build(
            &desk.project,
            &crate::model::lookup::Lookup::new(&desk.project),
            &crate::report::BuildInput { checker: (*words).to_owned(), ..input() },
        );
        let text = check_safe(&html(&report));
        let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
        for line in lines {
            assert!(text.matches(line).count() > 20, "{line:?} is not in the page as it was typed");
        }
    }
}

#[test]
fn every_link_has_its_place_and_notes_link_back() {
    for desk in [small(), invented(), Desk::default()] {
        check_safe(&html(&build(&desk)));
    }
    let page = html(&build(&small()));
    let (elements, _) = read(&page);
    let value =
        |element: &Element, wanted: &str| element.attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let references: Vec<_> = elements.iter().filter(|element| value(element, "class").as_deref() == Some("ref")).collect();
    assert_eq!(references.len(), 6);
    let backs = elements.iter().filter(|element| value(element, "class").as_deref() == Some("back")).count();
    // One note a claim and article: the claim of two articles has two.
    assert_eq!(backs, 6);
}

#[test]
fn nothing_is_loaded_or_run() {
    let page = html(&build(&small()));
    assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"));
    for forbidden in ["<script", "<link", "<img", "<iframe", "@import", "url(", "src=\"", "javascript:"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    let addresses: Vec<_> = page.match_indices("href=\"http").map(|(at, _)| page[at + 6..].split('"').next().unwrap()).collect();
    let expected = ["https://northwake.example/gate", "https://hospital.example/yearbook?y=2031&amp;p=4"];
    assert_eq!(addresses.iter().copied().collect::<BTreeSet<_>>(), expected.into_iter().collect());
}

/// The words of the first paragraph, as elements.
fn first_paragraph(desk: &Desk) -> String {
    let page = html(&build(desk));
    let (_, rest) = page.split_once("<div class=\"tx\" lang=\"\" dir=\"auto\">").unwrap();
    let shown = rest.split_once("</div>").unwrap().0;
    // Ids and titles are long and say nothing about the nesting.
    let mut short = String::new();
    for piece in shown.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let kept = tag.split(" id=").next().unwrap().split(" title=").next().unwrap().split(" href=").next().unwrap();
        let kept = kept.replace("span class=", "").replace('"', "");
        short.push_str(&if tag.is_empty() { text.to_owned() } else { format!("<{kept}>{text}") });
    }
    short.replace("</span>", "</>")
}

#[test]
fn crossing_marks_keep_their_signs() {
    let mut desk = Desk::default();
    let id = desk.plain("One two three four five.");
    desk.tag(id, "One two three", Tag::Claim);
    desk.tag(id, "two three four", Tag::Source);
    desk.tag(id, "three four five", Tag::Number);
    let expected = "<c o>One </><c><s>two </></><c e><n><s>three</></></><a class=ref>1</a><n><s> four</></><n> five</>.";
    assert_eq!(first_paragraph(&desk), expected);
}

#[test]
fn nested_and_cut_claims_show_what_they_are() {
    let mut desk = Desk::default();
    desk.article("The [troops [at this stage|claim] left|claim].");
    desk.change(desk.claim("A2"), |claim: &mut Claim| claim.status = Status::Cut);
    let expected =
        "The <c o>troops </><c><c done o e><s class=cut>at this stage</s></></><a class=ref>2</a><c e> left</><a class=ref>1</a>.";
    assert_eq!(first_paragraph(&desk), expected);
}

#[test]
fn fonts_come_along_only_on_wish_and_from_inside_the_file() {
    let desk = small();
    let printed = |options| {
        let input = crate::report::BuildInput { options, ..input() };
        html(&crate::report::build(&desk.project, &crate::model::lookup::Lookup::new(&desk.project), &input))
    };
    let plain = printed(crate::report::Options::default());
    assert!(!plain.contains("@font-face") && !plain.contains("font-src") && plain.contains("@page{size:A4}"));
    let paper = crate::report::Paper::Letter;
    let with = printed(crate::report::Options { has_fonts: true, paper, ..Default::default() });
    assert!(with.contains("; font-src data:\"") && with.contains("@page{size:letter}"));
    let sources: Vec<_> = with.match_indices("url(").map(|(at, _)| &with[at..at + 30]).collect();
    assert_eq!(sources.len(), 6);
    assert!(sources.iter().all(|source| source.starts_with("url(data:font/ttf;base64,")), "{sources:?}");
}

#[test]
fn every_language_makes_a_safe_page_that_says_its_language() {
    let desk = small();
    for language in crate::report::Language::ALL {
        for left_out in crate::report::Section::ALL {
            let sections = crate::report::Section::ALL.into_iter().filter(|section| *section != left_out).collect();
            let options = crate::report::Options { language, sections, ..Default::default() };
            let input = crate::report::BuildInput { options, ..input() };
            let page = html(&crate::report::build(&desk.project, &crate::model::lookup::Lookup::new(&desk.project), &input));
            let direction = if language.is_right_to_left() { "rtl" } else { "ltr" };
            assert!(page.contains(&format!("<html lang=\"{}\" dir=\"{direction}\">", language.code())));
            check_safe(&page);
        }
    }
}

#[test]
fn the_summary_has_a_table_of_statuses_with_heads_for_readers() {
    let page = html(&build(&small()));
    let table = page.split("<table class=\"ratings statuses\">").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    assert!(table.starts_with("<caption>Claims by status</caption>"), "{table}");
    assert_eq!(table.matches("<th ").count(), 7);
    assert_eq!(table.matches("scope=\"col\"").count(), 7);
    assert_eq!(table.matches("<td class=\"num-col\">").count(), 3 * 5, "two articles and all of them together");
    // A cell that is a block itself would be as narrow as its padding.
    assert_eq!(page.matches("<td><span class=\"one-line\">All articles, each claim once</span></td>").count(), 2);
    assert!(!html(&build(&Desk::default())).contains("<table class=\"ratings statuses\""));
}
