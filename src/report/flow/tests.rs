//! The flow says what the tree says, in every language, and each of its links leads somewhere.

use std::collections::BTreeSet;

use super::*;
use crate::model::lookup::Lookup;
use crate::report::anchors::{article_id, mark_id, note_id};
use crate::report::testing::{invented, small};
use crate::report::tests::input;
use crate::report::{BuildInput, Language, Options, build};
use crate::testing::Desk;

fn printed(desk: &Desk, options: Options) -> Report {
    build(&desk.project, &Lookup::new(&desk.project), &BuildInput { options, ..input() })
}

/// All links of a value, wherever they stand in it.
fn links(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            if fields.get("kind").is_some_and(|kind| kind == "place") {
                found.insert(fields["name"].as_str().unwrap().to_owned());
            }
            fields.values().for_each(|value| links(value, found));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| links(value, found)),
        _ => {}
    }
}

/// The names of all places that a writer prints.
fn places(report: &Report, flow: &Flow) -> BTreeSet<String> {
    let rows = flow.parts.iter().flat_map(|part| &part.blocks).flat_map(|block| match block {
        Block::Table { rows, .. } => rows.as_slice(),
        _ => &[],
    });
    let mut names: BTreeSet<_> = rows.filter_map(|row| row.anchor.clone()).collect();
    let articles = flow.parts.iter().any(|part| part.blocks.contains(&Block::Articles)).then_some(&report.articles);
    for article in articles.into_iter().flatten() {
        names.insert(article_id(article));
        names.extend(article.notes.iter().map(|note| note_id(article, note)));
        names.extend(article.marks.iter().filter(|mark| mark.is_visible).map(|mark| mark_id(mark.id)));
    }
    names
}

#[test]
fn every_link_leads_to_a_place_that_is_printed_whatever_is_left_out() {
    for desk in [small(), invented()] {
        for left_out in Section::ALL {
            let sections = Section::ALL.into_iter().filter(|section| *section != left_out).collect();
            let report = printed(&desk, Options { sections, ..Options::default() });
            let flow = flow(&report);
            let anchors = Anchors::new(&report);
            let notes = report.articles.iter().flat_map(|article| &article.notes).map(|note| note_lines(report.language(), note, &anchors));
            let notes = if left_out == Section::Articles { Vec::new() } else { notes.collect() };
            let mut found = BTreeSet::new();
            links(&serde_json::to_value((&flow, &notes)).unwrap(), &mut found);
            let places = places(&report, &flow);
            let dangling: Vec<_> = found.difference(&places).collect();
            assert!(dangling.is_empty(), "without {left_out:?}: {dangling:?}");
            assert!(left_out == Section::Articles || !found.is_empty());
        }
    }
}

#[test]
fn the_parts_are_those_that_are_wanted_and_hold_something() {
    let codes = |options| flow(&printed(&small(), options)).parts.iter().map(|part| part.code).collect::<Vec<_>>();
    let usual = codes(Options::default());
    assert!(!usual.contains(&"history") && usual.starts_with(&["summary", "ratings", "claims"]), "{usual:?}");
    let few = codes(Options { sections: [Section::Claims, Section::Changes].into(), ..Options::default() });
    assert_eq!(few, ["claims", "changes"]);
    let end = flow(&printed(&small(), Options { sections: [Section::Claims].into(), ..Options::default() })).end;
    assert!(end[0].starts_with("Left out of this copy: Summary, Ratings by article,"), "{end:?}");
}

#[test]
fn in_another_language_no_word_of_ours_stays_english() {
    let english = serde_json::to_string(&flow(&printed(&small(), Options::default()))).unwrap();
    // Words of the program alone: none of them stands in the articles, names or notes of the project.
    let ours = [
        "Ratings by article",
        "not rated",
        "claims settled",
        "Where to find",
        "Anonymous",
        "first hand",
        "Before it goes out",
        "Contradicts",
        "Every sum holds",
        "names no source",
        "Number “",
    ];
    let ours: Vec<_> = ours.into_iter().filter(|words| english.contains(words)).collect();
    assert!(ours.len() >= 8, "{ours:?}");
    for language in Language::ALL.into_iter().skip(1) {
        let flow = flow(&printed(&small(), Options { language, ..Options::default() }));
        let said = serde_json::to_string(&flow).unwrap();
        let left: Vec<_> = ours.iter().filter(|words| said.contains(*words)).collect();
        assert!(left.is_empty(), "{language:?}: {left:?}");
        assert_eq!((flow.language, flow.is_right_to_left), (language.code(), language == Language::Arabic));
    }
}

#[test]
fn the_summary_counts_claims_by_status_an_article_a_row() {
    let flow = flow(&printed(&small(), Options::default()));
    let Some(Block::Table { columns, rows }) = flow.parts[0].blocks.last() else { panic!("no table in {:?}", flow.parts[0]) };
    let text = |cell: &Cell| match cell {
        Cell::Lines { lines } => lines.iter().flatten().map(|run| run.text.as_str()).collect(),
        _ => String::new(),
    };
    let heads: Vec<_> = columns.iter().map(|column| column.title.as_str()).collect();
    assert_eq!(heads, ["", "Article", "Open", "Asked", "Confirmed", "Changed", "Cut"]);
    assert!((columns.iter().map(|column| column.share).sum::<f32>() - 1.0).abs() < 0.01);
    let rows: Vec<String> = rows.iter().map(|row| row.cells.iter().map(text).collect::<Vec<_>>().join("|")).collect();
    let expected = [
        "A|Gate jams in Merrowhaven|0|1|1|1|0",
        "B|Two people were hurt, Rosalind Achterholt said. Nobody was i…|1|1|0|0|1",
        "|All articles, each claim once|1|1|1|1|1",
    ];
    assert_eq!(rows, expected);
    let nothing = printed(&Desk::default(), Options::default());
    assert_eq!(super::flow(&nothing).parts[0].blocks.len(), 1, "cards alone");
}
