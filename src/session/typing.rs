//! What is typed in fields becomes edits; all typing of one visit is one step of undo.

use jiff::tz::TimeZone;

use super::rereading::read_all_again;
use super::stepping::Maker;
use super::{Outcome, Refusal, Session, due};
use crate::command::Field;
use crate::edit::Draft;
use crate::edit::transaction::Visit;
use crate::model::annotation::Annotation;
use crate::model::claim::{Claim, Correction, Evidence, ScaleValue};
use crate::model::document::Document;
use crate::model::group::Group;
use crate::model::house::{House, Template};
use crate::model::id::{ClaimId, DocumentId, EvidenceId, QuantityId};
use crate::model::letter::Letter;
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::quantity::{Approximation, Quantity, Value};
use crate::model::source::Source;

impl Session {
    /// Takes what stands in a field now.
    pub(super) fn type_in(&mut self, field: Field, text: &str, visit: Visit) -> Outcome {
        self.step_in_visit(Some(visit), |draft, maker: &mut Maker<'_>| {
            let label = format!("type {}{}", field.word(), owner(draft.project(), field));
            write(draft, field, text, maker.now())?;
            Ok(((), label))
        })
    }
}

/// Whose field it is, for the label: ` of A14`.
fn owner(project: &Project, field: Field) -> String {
    match field {
        Field::Restatement(claim)
        | Field::RatingReason(claim)
        | Field::ClaimNote(claim)
        | Field::Correction(claim)
        | Field::EvidenceText(claim, _)
        | Field::EvidenceUrl(claim, _)
        | Field::EvidenceLocator(claim, _)
        | Field::EvidenceQuestion(claim, _)
        | Field::EvidenceQuote(claim, _)
        | Field::EvidenceArchive(claim, _)
        | Field::EvidenceSeen(claim, _)
        | Field::EvidenceDue(claim, _)
        | Field::Speaker(claim)
        | Field::SaidOn(claim)
        | Field::SaidAt(claim) => format!(" of {}", project.claim_label(claim)),
        Field::Title(id)
        | Field::Outlet(id)
        | Field::Byline(id)
        | Field::Published(id)
        | Field::Url(id)
        | Field::ArchiveUrl(id)
        | Field::Language(id) => {
            format!(" of {}", project.letter(id))
        }
        _ => String::new(),
    }
}

fn write(draft: &mut Draft<'_>, field: Field, text: &str, now: Moment) -> Outcome {
    let typed = text.to_owned();
    match field {
        Field::ProjectName => draft.rename(&typed)?,
        Field::ScaleName => draft.set_house(|house| house.change_scale(|scale| scale.name.clone_from(&typed)))?,
        Field::ScaleWord(value) => write_value_of_scale(draft, value, |value| value.word.clone_from(&typed))?,
        Field::ScaleMeaning(value) => write_value_of_scale(draft, value, |value| value.meaning.clone_from(&typed))?,
        Field::Template(letter) => draft.set_house(|house| write_template(house, letter, typed))?,
        Field::Title(id) => draft.change::<Document>(id, |document| document.meta.title = typed)?,
        Field::Outlet(id) => draft.change::<Document>(id, |document| document.meta.outlet = typed)?,
        Field::Byline(id) => draft.change::<Document>(id, |document| document.meta.byline = typed)?,
        Field::Published(id) => draft.change::<Document>(id, |document| document.meta.published = typed)?,
        Field::Url(id) => draft.change::<Document>(id, |document| document.meta.url = typed)?,
        Field::ArchiveUrl(id) => draft.change::<Document>(id, |document| document.meta.archive_url = typed)?,
        Field::Language(id) => write_language(draft, id, typed)?,
        Field::MarkNote(id) => draft.change::<Annotation>(id, |mark| mark.note = typed)?,
        Field::Keywords(id) => draft.change::<Annotation>(id, |mark| mark.keywords = keywords(&typed))?,
        Field::Restatement(id) => draft.change::<Claim>(id, |claim| claim.restatement = typed)?,
        Field::RatingReason(id) => write_reason(draft, id, typed)?,
        Field::ClaimNote(id) => draft.change::<Claim>(id, |claim| claim.note = typed)?,
        Field::Correction(id) => draft.change::<Claim>(id, |claim| claim.correction = correction(typed))?,
        Field::EvidenceText(claim, row) => write_evidence(draft, claim, row, |evidence| evidence.text = typed)?,
        Field::EvidenceUrl(claim, row) => write_evidence(draft, claim, row, |evidence| evidence.url = typed)?,
        Field::EvidenceLocator(claim, row) => write_evidence(draft, claim, row, |evidence| evidence.locator = typed)?,
        Field::EvidenceQuestion(claim, row) => write_evidence(draft, claim, row, |evidence| evidence.question = typed)?,
        Field::EvidenceQuote(claim, row) => write_evidence(draft, claim, row, |evidence| evidence.quote = typed)?,
        Field::EvidenceArchive(claim, row) => write_evidence(draft, claim, row, |evidence| evidence.archive_url = typed)?,
        Field::EvidenceSeen(claim, row) => write_evidence(draft, claim, row, |evidence| evidence.seen = typed)?,
        Field::EvidenceDue(claim, row) => write_due(draft, (claim, row), &typed, now)?,
        Field::Speaker(id) => draft.change::<Claim>(id, |claim| claim.say(|said| said.speaker = typed))?,
        Field::SaidOn(id) => draft.change::<Claim>(id, |claim| claim.say(|said| said.date = typed))?,
        Field::SaidAt(id) => draft.change::<Claim>(id, |claim| claim.say(|said| said.place = typed))?,
        Field::QuantityValue(id) => write_value(draft, id, &typed)?,
        Field::Unit(id) => write_quantity(draft, id, |number| number.unit = typed)?,
        Field::Measured(id) => write_quantity(draft, id, |number| number.measured = typed)?,
        Field::MeasuredOf(id) => write_quantity(draft, id, |number| number.of = typed)?,
        Field::AsOf(id) => write_quantity(draft, id, |number| number.as_of = typed)?,
        Field::GroupName(id) => draft.change::<Group>(id, |group| group.name = typed)?,
        Field::GroupNote(id) => draft.change::<Group>(id, |group| group.note = typed)?,
        Field::GroupApart(id) => draft.change::<Group>(id, |group| group.apart = typed)?,
        Field::NumberApart(id) => draft.change::<Quantity>(id, |number| number.apart = typed)?,
        Field::Per(id) => write_quantity(draft, id, |number| number.per = typed)?,
        Field::SourceName(id) => draft.change::<Source>(id, |source| source.name = typed)?,
        Field::SourceRole(id) => draft.change::<Source>(id, |source| source.role = typed)?,
        Field::SourceLocator(id) => draft.change::<Source>(id, |source| source.locator = typed)?,
        Field::SourceUrl(id) => draft.change::<Source>(id, |source| source.url = typed)?,
        Field::SourceArchive(id) => draft.change::<Source>(id, |source| source.archive_url = typed)?,
        Field::SourceContact(id) => draft.change::<Source>(id, |source| source.contact = typed)?,
        Field::SourceHeardBy(id) => draft.change::<Source>(id, |source| source.heard_by = typed)?,
        Field::SourceGrade(id) => draft.change::<Source>(id, |source| source.grade = typed)?,
        Field::SourceNote(id) => draft.change::<Source>(id, |source| source.note = typed)?,
    }
    Ok(())
}

/// With the language the figures of an article read otherwise; those of which a checker has typed any part stay as they are.
fn write_language(draft: &mut Draft<'_>, id: DocumentId, typed: String) -> Outcome {
    let language = |draft: &Draft<'_>| draft.project().document(id).map(Document::language);
    let before = language(draft);
    draft.change::<Document>(id, |document| document.meta.language = typed)?;
    if language(draft) != before { read_all_again(draft, id) } else { Ok(()) }
}

/// Words between commas, without blanks and repetitions.
fn keywords(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in typed.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        if !words.iter().any(|other| other == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// A blank text is none of the desk's own.
fn write_template(house: &mut House, letter: Letter, text: String) {
    house.templates.retain(|template| template.letter != letter.code());
    if !text.trim().is_empty() {
        house.templates.push(Template { letter: letter.code().to_owned(), text, ..Template::default() });
    }
}

fn write_value_of_scale(draft: &mut Draft<'_>, at: u8, mut write: impl FnMut(&mut ScaleValue)) -> Outcome {
    draft.set_house(|house| house.change_scale(|scale| scale.values.iter_mut().skip(at.into()).take(1).for_each(&mut write)))?;
    Ok(())
}

/// A blank field is no correction; to take a claim out there is the status "cut". Whoever agreed agreed to another wording.
fn correction(wording: String) -> Option<Correction> {
    (!wording.trim().is_empty()).then(|| Correction::of(wording))
}

fn write_reason(draft: &mut Draft<'_>, claim: ClaimId, reason: String) -> Outcome {
    let is_rated = draft.project().claims().get(&claim).is_some_and(|claim| claim.rating.is_some());
    if !is_rated {
        return Err("Rate the claim first, 1 to 5; then the reason has its place.".into());
    }
    draft.change::<Claim>(claim, |claim| {
        if let Some(rating) = &mut claim.rating {
            rating.reason = reason;
        }
    })?;
    Ok(())
}

fn write_evidence(draft: &mut Draft<'_>, claim: ClaimId, row: EvidenceId, write: impl FnOnce(&mut Evidence)) -> Outcome {
    draft.change::<Claim>(claim, |claim| {
        if let Some(evidence) = claim.evidence.iter_mut().find(|evidence| evidence.id == row) {
            write(evidence);
        }
    })?;
    Ok(())
}

fn write_due(draft: &mut Draft<'_>, (claim, row): (ClaimId, EvidenceId), typed: &str, now: Moment) -> Outcome {
    let due = match typed.trim() {
        "" => None,
        time => Some(
            due::read(time, now, &TimeZone::system()).ok_or_else(|| Refusal(format!("“{time}” is no time. Write {}.", due::EXAMPLES)))?,
        ),
    };
    write_evidence(draft, claim, row, |evidence| evidence.due = due)
}

fn write_quantity(draft: &mut Draft<'_>, number: QuantityId, write: impl FnOnce(&mut Quantity)) -> Outcome {
    draft.change::<Quantity>(number, |number| {
        write(number);
        number.is_edited = true;
    })?;
    Ok(())
}

fn write_value(draft: &mut Draft<'_>, number: QuantityId, typed: &str) -> Outcome {
    let value = if typed.trim().is_empty() { None } else { Some(typed.parse::<Value>().map_err(|error| Refusal(error.to_string()))?) };
    write_quantity(draft, number, |number| {
        number.value = value;
        let is_range = value.is_some_and(|value| value.high.is_some());
        if is_range {
            number.approximation = Approximation::Between;
        } else if number.approximation == Approximation::Between {
            number.approximation = Approximation::Exact;
        }
    })
}
