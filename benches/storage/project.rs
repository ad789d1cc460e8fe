//! The project that is opened and saved.

use tickmark::edit::Draft;
use tickmark::model::annotation::{Annotation, Mention};
use tickmark::model::change::Change;
use tickmark::model::claim::Claim;
use tickmark::model::document::{Document, Meta, Structure, Text};
use tickmark::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, ProjectId, Uid};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;

const SENTENCE: &str = "The dyke at Orva held for # minutes, the minister’s office said, and 1,500 people left. ";

/// One long article of sentences that differ in a number, a mark on each.
pub fn project(marks: u64) -> Project {
    let mut project = Project::new(ProjectId(Uid(1)), "Bench");
    let mut draft = Draft::new(&mut project);
    let document = DocumentId(Uid(2));
    let sentences = (0..marks).map(|nth| format!("{}{}", SENTENCE.replace('#', &nth.to_string()), if nth % 5 == 4 { "\n" } else { "" }));
    let text = Text::freeze(sentences.collect::<String>());
    let sentences = text.sentences().to_vec();
    draft
        .add(Document {
            id: document,
            text,
            structure: Structure::default(),
            meta: Meta::default(),
            opened: Moment::default(),
            signed: None,
            dropped: Vec::new(),
            asides: Vec::new(),
            original: None,
            earlier: Vec::new(),
            unknown: Default::default(),
        })
        .expect("an article fits");
    draft.reorder(vec![document]).expect("its order fits");
    for (number, sentence) in (1..).zip(sentences) {
        let (id, at) = (Uid(u64::from(number) + 10), Moment::from_ms(1_900_000_000_000 + i64::from(number)));
        let claim = Claim { restatement: SENTENCE.to_owned(), ..Claim::new(ClaimId(id), document, number, at, "RK") };
        draft.add(claim).expect("a claim fits");
        let mention = Mention::Claim(ClaimId(id));
        let (note, keywords, by) = (String::new(), vec!["flood".to_owned()], "RK".to_owned());
        let mark = Annotation {
            id: AnnotationId(id),
            document,
            span: sentence,
            mention,
            note,
            keywords,
            created: at,
            by: by.clone(),
            unknown: Default::default(),
            doubt: None,
        };
        draft.add(mark).expect("a mark fits");
        let (field, before, after) = ("claim".to_owned(), String::new(), "tagged".to_owned());
        draft
            .add(Change { id: ChangeId(id), at, by, subject: mention, field, before, after, unknown: Default::default() })
            .expect("a line of history fits");
    }
    project
}
