//! The fields of every kind of record.

use super::field::{Field, choice, opaque, plain, text};
use super::tables::{Merge, Mergeable};
use crate::model::annotation::{Annotation, Mention};
use crate::model::change::Change;
use crate::model::claim::{Claim, Correction, Evidence, Stance, Status};
use crate::model::document::Document;
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::flag::{Flag, Subject};
use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, ExclusionId, FlagId, LinkId, QuantityId, SourceId};
use crate::model::link::Link;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::quantity::{Approximation, Quantity};
use crate::model::source::{FirstHand, Source, SourceKind};

/// A time in words that never clash: milliseconds since 1970.
fn time(moment: Moment) -> String {
    format!("{} ms", moment.epoch_ms)
}

/// A record in words: its quote, name or label.
fn mention(record: Mention, project: &Project) -> String {
    let label = match record {
        Mention::Claim(id) => project.claim_label(id),
        Mention::Source(id) => project.sources().get(&id).map_or_else(String::new, |source| source.name.clone()),
        Mention::Number(id) => project.quantities().get(&id).map_or_else(String::new, Quantity::reading),
    };
    format!("{} {label}", record.tag().word())
}

impl Mergeable for Document {
    const FIELDS: &'static [Field<Self>] = &[
        text!("title", meta.title),
        text!("outlet", meta.outlet),
        text!("byline", meta.byline),
        text!("date", meta.published),
        text!("address", meta.url),
        text!("archived address", meta.archive_url),
        text!("origin", meta.origin),
        // The text of an article never changes, but a file may have been changed by hand: where one side did, its text stands, with
        // its layout. Where both did, there are two articles by now.
        Field { is_same: |one, other| one.text == other.text, ..plain!("text", [text, structure], |_, _| "another text".to_owned()) },
        Field {
            is_same: |one, other| one.text != other.text || one.structure == other.structure,
            ..plain!("layout", [structure], |_, _| "headings, quotes and other parts of the text".to_owned())
        },
        plain!("opened", [opened], |document, _| time(document.opened)),
        opaque!(),
    ];

    fn subject(id: DocumentId) -> Option<Subject> {
        Some(Subject::Document(id))
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Mergeable for Source {
    const FIELDS: &'static [Field<Self>] = &[
        text!("name", name),
        choice!("kind", kind, SourceKind::ALL),
        text!("role", role),
        text!("locator", locator),
        text!("grade", grade),
        choice!("first hand", first_hand, FirstHand::ALL),
        text!("note", note),
        opaque!(),
    ];

    fn subject(id: SourceId) -> Option<Subject> {
        Some(Subject::Source(id))
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Mergeable for Quantity {
    const FIELDS: &'static [Field<Self>] = &[
        Field {
            read: |words, number| {
                let value = words.parse();
                number.value = value.as_ref().ok().copied();
                value.is_ok() || words.is_empty()
            },
            ..plain!("value", [value], |number, _| number.value.map_or_else(String::new, |value| value.to_string()))
        },
        text!("unit", unit),
        choice!("approximation", approximation, Approximation::ALL),
        text!("measured", measured),
        text!("of", of),
        text!("as of", as_of),
        opaque!(),
        // Once typed, always typed.
        Field { is_same: |_, _| true, ..plain!("typed", [is_edited], |number, _| number.is_edited.to_string()) },
    ];

    fn subject(id: QuantityId) -> Option<Subject> {
        Some(Subject::Number(id))
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        self.value == other.value
    }

    fn merge_rest(&mut self, _: Option<&Self>, (ours, theirs): (&Self, &Self), _: &mut Merge<'_>) {
        self.is_edited = ours.is_edited || theirs.is_edited;
    }
}

/// How a correction is shown that takes the claim out.
const TAKE_OUT: &str = "(take it out)";

impl Mergeable for Claim {
    const FIELDS: &'static [Field<Self>] = &[
        plain!("number", [home, number], |claim, project| project.claim_label(claim.id)),
        text!("claim in full", restatement),
        Field {
            copy: |from, to| (to.status, to.status_since) = (from.status, from.status_since),
            ..choice!("status", status, Status::ALL)
        },
        Field {
            read: |words, claim| {
                let wording = if words == TAKE_OUT { "" } else { words };
                claim.correction = (!words.is_empty()).then(|| Correction { wording: wording.to_owned() });
                true
            },
            is_text: true,
            ..plain!("correction", [correction], |claim, _| match &claim.correction {
                Some(correction) if correction.wording.is_empty() => TAKE_OUT.to_owned(),
                Some(correction) => correction.wording.clone(),
                None => String::new(),
            })
        },
        text!("note", note),
        plain!("made", [created], |claim, _| time(claim.created)),
        text!("made by", by),
        opaque!(),
    ];

    fn subject(id: ClaimId) -> Option<Subject> {
        Some(Subject::Claim(id))
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        (self.created, &self.by) == (other.created, &other.by)
    }

    fn merge_rest(&mut self, base: Option<&Self>, (ours, theirs): (&Self, &Self), merge: &mut Merge<'_>) {
        self.status_since = if self.status == ours.status && ours.status == theirs.status {
            ours.status_since.max(theirs.status_since)
        } else {
            self.status_since
        };
        merge.rating(self, base, (ours, theirs));
        merge.evidence(self, base, (ours, theirs));
    }
}

/// The fields of a row of evidence.
pub(super) const EVIDENCE: &[Field<Evidence>] = &[
    text!("evidence", text),
    text!("evidence address", url),
    text!("evidence place", locator),
    choice!("stance", stance, Stance::ALL),
    opaque!(),
];

impl Mergeable for Annotation {
    const FIELDS: &'static [Field<Self>] = &[
        plain!("place", [document, span, doubt], |mark, project| project.quote(mark).to_owned()),
        plain!("mentions", [mention], |mark, project| mention(mark.mention, project)),
        text!("note", note),
        plain!("made", [created], |mark, _| time(mark.created)),
        text!("made by", by),
        opaque!(),
    ];

    fn subject(id: AnnotationId) -> Option<Subject> {
        Some(Subject::Mark(id))
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        (self.document, self.created, &self.by, self.mention.tag()) == (other.document, other.created, &other.by, other.mention.tag())
    }

    fn merge_rest(&mut self, base: Option<&Self>, (ours, theirs): (&Self, &Self), _: &mut Merge<'_>) {
        let was = base.map_or(&[][..], |base| &base.keywords);
        self.keywords = super::lists::merge_list(was, &ours.keywords, &theirs.keywords).list;
    }
}

impl Mergeable for Link {
    const FIELDS: &'static [Field<Self>] = &[
        plain!("ends", [from, to, role], |link, project| {
            format!("{} {} {}", mention(link.from, project), link.role.word(), mention(link.to, project))
        }),
        text!("note", note),
        opaque!(),
    ];

    fn subject(id: LinkId) -> Option<Subject> {
        Some(Subject::Link(id))
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        (self.from, self.to) == (other.from, other.to)
    }
}

impl Mergeable for Exclusion {
    const FIELDS: &'static [Field<Self>] = &[
        plain!("place", [document, span, doubt], |passage, project| {
            project.document(passage.document).map_or_else(String::new, |document| document.text.slice(passage.span).to_owned())
        }),
        choice!("reason", reason, Reason::ALL),
        opaque!(),
    ];

    fn subject(id: ExclusionId) -> Option<Subject> {
        Some(Subject::Passage(id))
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        (self.document, self.span) == (other.document, other.span)
    }
}

impl Mergeable for Change {
    // A line of history is never changed, so there is nothing to merge inside one.
    const FIELDS: &'static [Field<Self>] = &[];

    fn subject(_: ChangeId) -> Option<Subject> {
        None
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        self == other
    }
}

impl Mergeable for Flag {
    const FIELDS: &'static [Field<Self>] = &[];

    fn subject(_: FlagId) -> Option<Subject> {
        None
    }

    fn is_same_thing(&self, _: &Self) -> bool {
        // Its id follows from its contents.
        true
    }
}
