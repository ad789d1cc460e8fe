//! Who is cited in the five real articles: every name written down by hand, compared with what the program offers.

#![cfg(test)]

mod common;

use tickmark::model::document::{Language, Text};
use tickmark::suggest::speakers::citations;

/// Who is cited in each article, in the order of the text.
const SEEDS: &[(&str, &[&str])] = &[
    (
        "000_68b1d64d42725160.txt",
        &[
            "Acting defence secretary Robert Salesses",
            "Salesses",
            "government officials",
            "Officials",
            "they",
            "White House press secretary Karoline Leavitt",
            "Trump",
        ],
    ),
    (
        "001_0f4f96cdb5ca5f1f.txt",
        &[
            "officials familiar with the matter",
            "a senior military official",
            "Acting Secretary of Defense Robert Salesses",
            "Salesses",
            "CNN",
            "The senior military official",
            "White House press secretary Karoline Leavitt",
            "Leavitt",
            "one of the officials and another person familiar with the matter",
            "the first official",
            "one of the officials",
        ],
    ),
    (
        "002_1c4dbd910422bcc7.txt",
        &[
            "The Washington Post",
            "a senior U.S. defense official",
            "The official",
            "The senior defense official",
            "they",
            "the Post",
            "California governor Gavin Newsom",
            "he",
            "Lujan Grisham",
            "House speaker Nancy Pelosi",
        ],
    ),
    (
        "003_367ea80e5c9179e3.txt",
        &["a senior U.S. general", "General Terrence O'Shaughnessy", "Gen. O'Shaughnessy", "Officials", "McAleenan"],
    ),
    (
        "004_5a5b8db166a771a6.txt",
        &[
            "officials familiar with the matter",
            "one of the officials and another person familiar with the matter",
            "the first official",
            "one of the officials",
            "the two sources",
            "another defense official",
            "the official",
            "the official",
            "the Texas Military Department",
            "the officials",
            "sources familiar with the planning",
            "a Congressional Research Service analysis",
            "President Trump",
            "a Homeland Security official",
            "sources",
        ],
    ),
];

#[test]
fn who_is_cited_in_real_articles_is_found_and_nobody_else() {
    let Some(files) = common::seeds() else { return };
    let (mut hits, mut wanted, mut found, mut faults) = (0, 0, 0, Vec::new());
    for (name, cited) in SEEDS {
        let path = files.iter().find(|path| path.ends_with(name)).unwrap();
        let text = Text::freeze(std::fs::read_to_string(path).unwrap());
        let mut left: Vec<&str> = citations(&text, Language::English).iter().map(|citation| text.slice(citation.speaker)).collect();
        (wanted, found) = (wanted + cited.len(), found + left.len());
        for who in *cited {
            match left.iter().position(|speaker| speaker == who) {
                Some(at) => {
                    left.remove(at);
                    hits += 1;
                }
                None => faults.push(format!("{name}: {who} is missing")),
            }
        }
        faults.extend(left.iter().map(|who| format!("{name}: {who} is nobody who is cited")));
    }
    println!("{hits} of {wanted} cited sources found, {found} offered\n{}", faults.join("\n"));
    assert!(hits * 100 >= wanted * 95 && hits * 100 >= found * 95, "{}", faults.join("\n"));
}
