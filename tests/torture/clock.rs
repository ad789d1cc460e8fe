//! A clock that jumps back and forth while the checker works.

use tickmark::command::catalogue::Action;
use tickmark::command::{Command, NewArticle};
use tickmark::model::annotation::Tag;
use tickmark::model::document::Text;
use tickmark::model::moment::Moment;
use tickmark::session::{IdSource, Session};
use tickmark::storage;

use super::records::{lost, open, records};
use super::table::{Form, Row};

/// Tags word after word, each by a clock that has jumped; every mark is there after saving, and undo goes back to the start.
pub fn backwards(form: Form) -> Option<Row> {
    let mut row = Row::default();
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..form.choose(20, 500_u64) {
        let case = format!("seed {seed}");
        let mut session = Session::empty(IdSource::new(seed), Moment::from_ms(1_800_000_000_000));
        let text = Text::freeze("About 6,200 people left the town. ".repeat(20));
        let words: Vec<_> = text.paragraphs().iter().flat_map(|paragraph| words_of(&text, paragraph.start(), paragraph.end())).collect();
        session.run(Command::AddArticles(vec![NewArticle::of(text)]), Moment::from_ms(1_800_000_000_000));
        let document = session.project().order()[0];
        let empty = records(session.project());
        let mut made = 0;
        for (nth, (start, end)) in words.iter().enumerate() {
            let tag = [Tag::Claim, Tag::Number, Tag::Source][nth % 3];
            let span = session.project().document(document).unwrap().text.span(*start, *end);
            session.run(Command::Tag { document, span, tag }, jumping(seed, nth));
            made += 1;
        }
        let count = session.project().annotations().len();
        let path = folder.path().join("p.ron");
        storage::save(&storage::Disk, &path, session.project()).unwrap();
        let wanted = records(session.project());
        let wrong = (count != made).then(|| format!("{count} of {made} marks"));
        match open(&path) {
            Ok(found) => row.note(&case, lost(&wanted, &found), wrong),
            Err(words) => row.note(&case, wanted.len(), Some(words)),
        }
        while session.history().len() > 1 {
            let left = session.history().len();
            session.run(Command::Run(Action::Undo), jumping(seed, left));
            assert!(session.history().len() < left, "{case}: undo has stopped at {left}");
        }
        row.note(
            &format!("{case}, undone"),
            lost(&empty, session.project()),
            (records(session.project()) != empty).then(|| "not as at the start".into()),
        );
    }
    Some(row)
}

/// A moment up to a day before or after noon, without order.
fn jumping(seed: u64, nth: usize) -> Moment {
    let mixed = (seed + 1).wrapping_mul(6_364_136_223_846_793_005).wrapping_add((nth as u64).wrapping_mul(1_442_695_040_888_963_407));
    Moment::from_ms(1_800_000_000_000 + i64::try_from((mixed >> 33) % 172_800_000).unwrap() - 86_400_000)
}

fn words_of(text: &Text, from: usize, to: usize) -> Vec<(usize, usize)> {
    let part = &text.as_str()[from..to];
    part.split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - part.as_ptr() as usize + from, word.len()))
        .map(|(start, len)| (start, start + len))
        .collect()
}
