//! The fields of every kind of record.

use super::field::{Field, choice, opaque, plain, said, text};
use super::tables::{Merge, Mergeable};
use crate::model::annotation::{Annotation, Mention};
use crate::model::change::Change;
use crate::model::claim::{Claim, ClaimKind, Correction, Evidence, Pointer, Risk, Stance, Status};
use crate::model::document::Document;
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::flag::{Flag, Subject};
use crate::model::group::Group;
use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, ExclusionId, FlagId, GroupId, LinkId, QuantityId, SourceId};
use crate::model::link::Link;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::quantity::{Approximation, Quantity};
use crate::model::signature::SignOff;
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

fn group_words(number: &Quantity, project: &Project) -> String {
    let group = number.group.and_then(|group| project.groups().get(&group));
    group.map_or_else(String::new, |group| group.title().to_owned())
}

impl Mergeable for Document {
    const FIELDS: &'static [Field<Self>] = &[
        text!("title", meta.title),
        text!("outlet", meta.outlet),
        text!("byline", meta.byline),
        text!("date", meta.published),
        text!("address", meta.url),
        text!("archived address", meta.archive_url),
        text!("language", meta.language),
        text!("origin", meta.origin),
        // The text of an article never changes, but a file may have been changed by hand: where one side did, its text stands, with
        // its layout. Where both did, there are two articles by now.
        Field {
            is_same: |one, other| one.text == other.text,
            ..plain!("text", [text, structure, asides, dropped], |_, _| "another text".to_owned())
        },
        Field {
            is_same: |one, other| one.text != other.text || one.structure == other.structure,
            ..plain!("layout", [structure], |_, _| "headings, quotes and other parts of the text".to_owned())
        },
        Field {
            is_same: |one, other| one.text != other.text || one.asides == other.asides,
            ..plain!("notes of the writer", [asides], |document, _| format!("{} notes of the writer", document.asides.len()))
        },
        plain!("file it was read from", [original], |document, _| {
            document.original.as_ref().map_or_else(String::new, |file| file.path.clone())
        }),
        plain!("opened", [opened], |document, _| time(document.opened)),
        plain!("sign-off", [signed], |document, _| signed_words(document.signed.as_ref())),
        opaque!(),
    ];

    fn subject(id: DocumentId) -> Option<Subject> {
        Some(Subject::Document(id))
    }

    fn is_same_thing(&self, other: &Self) -> bool {
        self.text == other.text
    }

    fn merge_rest(&mut self, base: Option<&Self>, (ours, theirs): (&Self, &Self), _: &mut Merge<'_>) {
        // What was turned down in other words is not offered in these.
        let of = |document: &Self| if document.text == self.text { document.dropped.clone() } else { Vec::new() };
        let was = base.map_or(Vec::new(), of);
        self.dropped = super::lists::merge_list(&was, &of(ours), &of(theirs)).list;
        self.dropped.sort_unstable();
        let was = base.map_or(&[][..], |base| &base.earlier);
        self.earlier = super::lists::merge_list(was, &ours.earlier, &theirs.earlier).list;
    }
}

impl Mergeable for Source {
    const FIELDS: &'static [Field<Self>] = &[
        text!("name", name),
        choice!("kind", kind, SourceKind::ALL),
        text!("role", role),
        text!("locator", locator),
        text!("address", url),
        text!("archived address", archive_url),
        text!("contact", contact),
        plain!("contact open", [is_contact_open], |source, _| source.is_contact_open.to_string()),
        text!("heard by", heard_by),
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

    fn merge_rest(&mut self, base: Option<&Self>, (ours, theirs): (&Self, &Self), _: &mut Merge<'_>) {
        let was = base.map_or(&[][..], |base| &base.rests_on);
        self.rests_on = super::lists::merge_list(was, &ours.rests_on, &theirs.rests_on).list;
        let was = base.map_or(&[][..], |base| &base.files);
        self.files = super::lists::merge_list(was, &ours.files, &theirs.files).list;
    }
}

impl Mergeable for Group {
    const FIELDS: &'static [Field<Self>] = &[text!("name", name), text!("note", note), text!("not comparable", apart), opaque!()];

    fn subject(id: GroupId) -> Option<Subject> {
        Some(Subject::Group(id))
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
        text!("per", per),
        choice!("approximation", approximation, Approximation::ALL),
        text!("measured", measured),
        text!("of", of),
        text!("as of", as_of),
        plain!("group", [group], |number, project| group_words(number, project)),
        text!("not comparable", apart),
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
        choice!("kind", kind, ClaimKind::ALL),
        said!("said by", speaker),
        said!("said on", date),
        said!("said at", place),
        Field {
            read: |words, claim| {
                let reason = Reason::ALL.into_iter().find(|reason| reason.word() == words);
                claim.not_checkable = reason;
                reason.is_some() || words.is_empty()
            },
            ..plain!("not checkable", [not_checkable], |claim, _| {
                claim.not_checkable.map_or_else(String::new, |reason| reason.word().to_owned())
            })
        },
        Field {
            copy: |from, to| (to.status, to.status_since, to.status_by) = (from.status, from.status_since, from.status_by.clone()),
            ..choice!("status", status, Status::ALL)
        },
        Field {
            read: |words, claim| {
                let wording = if words == TAKE_OUT { "" } else { words };
                // Nobody has agreed to words that were put together from two sides.
                claim.correction = (!words.is_empty()).then(|| Correction::of(wording));
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
        plain!("sign-off", [signed], |claim, _| signed_words(claim.signed.as_deref())),
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
        if self.status == ours.status
            && ours.status == theirs.status
            && (theirs.status_since, &theirs.status_by) > (ours.status_since, &ours.status_by)
        {
            self.status_since = theirs.status_since;
            self.status_by.clone_from(&theirs.status_by);
        }
        // A risk that one side sees is one; one that a side has ruled out, and the other has not touched, is none.
        let was = base.map(|base| base.risks).unwrap_or_default();
        self.risks =
            Risk::ALL.into_iter().filter(|risk| merged_bit(was.has(*risk), ours.risks.has(*risk), theirs.risks.has(*risk))).collect();
        merge.rating(self, base, (ours, theirs));
        merge.evidence(self, base, (ours, theirs));
    }
}

/// A side of a choice between yes and no: whoever changed it.
fn merged_bit(was: bool, ours: bool, theirs: bool) -> bool {
    if ours == was { theirs } else { ours }
}

fn signed_words(signed: Option<&SignOff>) -> String {
    signed.map_or_else(String::new, |signed| format!("{}, {}, {}", signed.by, time(signed.at), signed.reopened))
}

/// What a row of evidence points at or comes from, in words.
fn pointer_words(row: &Evidence, project: &Project) -> String {
    match row.pointer {
        Some(Pointer::Claim(id)) => mention(Mention::Claim(id), project),
        Some(Pointer::Passage(id)) => format!("article {}", project.letter(id)),
        None => String::new(),
    }
}

/// The fields of a row of evidence.
pub(super) const EVIDENCE: &[Field<Evidence>] = &[
    text!("evidence question", question),
    text!("evidence", text),
    text!("evidence address", url),
    text!("evidence archived address", archive_url),
    text!("evidence place", locator),
    text!("evidence quote", quote),
    text!("evidence seen", seen),
    choice!("stance", stance, Stance::ALL),
    plain!("evidence source", [source], |row, project| row.source.map_or_else(String::new, |id| mention(Mention::Source(id), project))),
    plain!("evidence points at", [pointer], pointer_words),
    plain!("evidence due", [due], |row, _| row.due.map_or_else(String::new, time)),
    plain!("evidence file", [file], |row, _| row.file.as_ref().map_or_else(String::new, |file| file.path.clone())),
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
        text!("cue", cue),
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
