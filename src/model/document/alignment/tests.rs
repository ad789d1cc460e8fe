//! Two drafts word by word: what each has, what was moved, what was put in or taken out.

use super::*;

fn shown(old: &str, new: &str) -> String {
    let (old, new) = (Text::freeze(old), Text::freeze(new));
    let pieces = Alignment::of(&old, &new).pieces();
    let show = |piece: &Piece| match piece {
        Piece::Kept(span) => new.slice(*span).to_owned(),
        Piece::Struck(span) => format!("[-{}-]", old.slice(*span)),
        Piece::Added(span) => format!("[+{}+]", new.slice(*span)),
    };
    pieces.iter().map(show).collect::<Vec<_>>().join(" ")
}

fn check(old: &str, new: &str, expected: &str) {
    assert_eq!(shown(old, new), expected, "{old} / {new}");
}

#[test]
fn words_that_were_changed_are_struck_and_added_in_their_place() {
    check("About 1,500 troops went home.", "About 1,600 troops went home.", "About [-1,500-] [+1,600+] troops went home.");
    check("He left. She stayed in town.", "She stayed in town.", "[-He left.-] She stayed in town.");
    check("", "All new.", "[+All new.+]");
    check("All gone.", "", "[-All gone.-]");
    check("It’s “so”\n\nhe said.", "It's \"so\" he said.", "It's \"so\" he said.");
}

#[test]
fn a_sentence_that_only_shares_small_words_is_another_sentence() {
    let expected = "[-The mayor of the town opened the bridge.-] [+The price of the wheat fell after the harvest.+]";
    check("The mayor of the town opened the bridge.", "The price of the wheat fell after the harvest.", expected);
}

fn moved(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (Text::freeze(old), Text::freeze(new));
    let alignment = Alignment::of(&old, &new);
    let words = (0..alignment.old_words().len()).filter(|at| matches!(alignment.fate(*at), Fate::Moved(_)));
    words.filter_map(|at| alignment.old_words().span(at)).map(|span| old.slice(span).to_owned()).collect()
}

#[test]
fn a_sentence_that_was_put_elsewhere_is_found_there_also_if_it_was_reworded_a_little() {
    let rest = "The council met on Tuesday evening and voted on the budget. Nobody from the port authority came to the hall.";
    let line = "The ferry sank in March.";
    assert_eq!(moved(&format!("{line} {rest}"), &format!("{rest} {line}")).join(" "), "The ferry sank in March .");
    let other = "The old ferry sank in March.";
    assert_eq!(moved(&format!("{line} {rest}"), &format!("{rest} {other}")).join(" "), "The ferry sank in March .");
}

#[test]
fn a_sentence_that_could_have_gone_to_two_places_went_to_none() {
    let rest = "The council met on Tuesday evening and voted on the budget. Nobody from the port authority came to the hall.";
    let line = "The ferry sank in March.";
    assert_eq!(moved(&format!("{line} {rest}"), &format!("{rest} {line} The end of it all. {line}")), [""; 0]);
}

#[test]
fn a_lone_word_behind_a_change_stays_also_where_the_run_before_it_began_in_the_sentence_before() {
    check(
        "Rain\nIt rained on 4 days. Nobody was hurt.",
        "Rain\nIt rained on 5 days.",
        "Rain\nIt rained on [-4-] [+5+] days. [-Nobody was hurt.-]",
    );
}
