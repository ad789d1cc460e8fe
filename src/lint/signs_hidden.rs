//! An article holds signs by which it may be other than it looks.

use super::{Desk, Words};
use crate::model::document::oddity::{Oddity, OddityKind};
use crate::model::id::DocumentId;

pub(super) fn find(desk: &Desk<'_>, id: DocumentId) -> Vec<Words> {
    let Some(document) = desk.project.document(id) else { return Vec::new() };
    let words = |odd: &Oddity| {
        let place = document.paragraph_name(document.text.paragraph_at(odd.first));
        let many = |one: &str, more: &str| {
            if odd.count == 1 { format!("A {one} in \u{b6}{place}") } else { format!("{} {more}, the first in \u{b6}{place}", odd.count) }
        };
        Words::from(match odd.kind {
            OddityKind::Direction => {
                format!("{}: words may stand in another order than they are shown", many("hidden direction mark", "hidden direction marks"))
            }
            OddityKind::Hidden => {
                format!(
                    "{}: words may be other than they look, and a search misses them",
                    many("sign that cannot be seen", "signs that cannot be seen")
                )
            }
            OddityKind::LookAlike => {
                let word = &odd.word;
                let many = many(&format!("word, \u{201c}{word}\u{201d},"), &format!("words, such as \u{201c}{word}\u{201d}"));
                format!("{many} with letters of another alphabet that look the same: a search misses it")
            }
        })
    };
    document.text.oddities().iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::testing::Desk;

    #[test]
    fn what_an_article_hides_is_told_with_its_place() {
        let mut desk = Desk::default();
        desk.article("One\nPlain words.");
        desk.article("Two\nThe m\u{430}yor said\u{202e} no\u{202c}.\nIt un\u{200b}seen.");
        let found = [
            "B: 2 hidden direction marks, the first in \u{b6}1: words may stand in another order than they are shown",
            "B: A sign that cannot be seen in \u{b6}2: words may be other than they look, and a search misses them",
            "B: A word, \u{201c}m\u{430}yor\u{201d}, in \u{b6}1 with letters of another alphabet that look the same: a search misses it",
        ];
        assert_eq!(said(&desk, Rule::SignsHidden), found);
    }
}
