//! Changes of claims, one or many at once: status, rating, kind, risks, agreement, sign-off. However many, it is one step of undo.

use super::{Outcome, Refusal, Request, Session};
use crate::command::{ClaimChange, EvidenceChange, Field};
use crate::model::annotation::Mention;
use crate::model::claim::{Agreement, Claim, Evidence, Likeness, Party, Pointer, Rating, ScaleValue, Stance, verdict};
use crate::model::count::count;
use crate::model::id::{ClaimId, EvidenceId};
use crate::model::signature::SignOff;
use crate::model::unknown::Unknown;

impl Session {
    /// Changes claims in one step. A field that must be written next gets the focus where it is one claim.
    pub(super) fn change_claims(&mut self, ids: &[ClaimId], change: &ClaimChange) -> Outcome {
        let Some(first) = ids.first().copied() else { return Err("Select claims first.".into()) };
        let value = self.value_of(change)?;
        self.check_sign(ids, change)?;
        self.step(|draft, maker| {
            let of = if ids.len() == 1 { draft.project().claim_label(first) } else { count(ids.len(), "claim") };
            let label = label(change, &of, value.as_ref());
            for id in ids {
                let scale = draft.project().scale().name.clone();
                let rating = value.as_ref().map(|value| (value, scale.as_str()));
                let project_claim = draft.project().claims().contains_key(id);
                if project_claim {
                    let signature = (maker.by().to_owned(), maker.now());
                    draft.change::<Claim>(*id, |claim| carry_out(claim, change, rating, signature))?;
                }
            }
            Ok(((), label))
        })?;
        self.after_change(ids, change, first)
    }

    /// The value of the scale in use that a rating names.
    fn value_of(&self, change: &ClaimChange) -> Result<Option<ScaleValue>, Refusal> {
        let ClaimChange::Rating(Some(nth)) = change else { return Ok(None) };
        let scale = self.project.scale();
        let value = usize::from(*nth).checked_sub(1).and_then(|at| scale.values.get(at)).cloned();
        let few = || Refusal(format!("“{}” has {}. Settings has room for more.", scale.name, count(scale.values.len(), "value")));
        value.map(Some).ok_or_else(few)
    }

    /// A sign-off needs somebody who signs, and something that is settled; opening again needs a reason.
    fn check_sign(&self, ids: &[ClaimId], change: &ClaimChange) -> Outcome {
        match change {
            ClaimChange::SignOff => {
                self.check_signer()?;
                let open = ids.iter().filter_map(|id| self.project.claims().get(id)).find(|claim| !claim.is_settled());
                let is_open = |claim: &Claim| {
                    let label = self.project.claim_label(claim.id);
                    Refusal(format!("{label} is not settled yet. Confirm, change or cut it, or set it aside as not checkable; then sign."))
                };
                open.map_or(Ok(()), |claim| Err(is_open(claim)))
            }
            ClaimChange::Reopen(reason) if reason.trim().is_empty() => {
                Err("Write why it is opened again; the history keeps the reason.".into())
            }
            ClaimChange::Agreed(..) => {
                let bare = ids.iter().filter_map(|id| self.project.claims().get(id)).find(|claim| claim.correction.is_none());
                bare.map_or(Ok(()), |claim| {
                    Err(Refusal(format!("{} has no correction to agree to. F4 writes one.", self.project.claim_label(claim.id))))
                })
            }
            _ => Ok(()),
        }
    }

    /// Whether anybody is named who can sign.
    pub(super) fn check_signer(&self) -> Outcome {
        match self.checker.trim() {
            "" => Err("Write your name or initials in the settings first; a sign-off needs somebody who signs.".into()),
            _ => Ok(()),
        }
    }

    fn after_change(&mut self, ids: &[ClaimId], change: &ClaimChange, first: ClaimId) -> Outcome {
        let label = self.project.claim_label(first);
        match change {
            // A rating needs a reason: the cursor goes where it is to be written.
            ClaimChange::Rating(Some(_)) if ids.len() == 1 => return self.focus(Field::RatingReason(first)),
            ClaimChange::Status(status) if ids.len() == 1 => {
                let left = self.open_claims_left();
                let letter = label.trim_end_matches(|sign: char| sign.is_ascii_digit());
                self.requests.push(Request::Announce(format!("{label} {}. {left} left in {letter}.", status.word().to_lowercase())));
            }
            ClaimChange::SignOff if ids.len() == 1 => self.say(format!("{label} is signed off by {}.", self.checker), false),
            _ if ids.len() > 1 => self.say(format!("{} changed. Undo takes all of it back.", count(ids.len(), "claim")), false),
            _ => {}
        }
        Ok(())
    }

    fn open_claims_left(&self) -> usize {
        let Some(document) = self.selection.map(|selection| selection.document) else { return 0 };
        let claims = self.lookup.claims_in(&self.project, document);
        claims.iter().filter(|(id, _)| self.project.claims().get(id).is_some_and(|claim| !claim.is_settled())).count()
    }

    /// Changes a row of evidence.
    pub(super) fn change_evidence(&mut self, id: ClaimId, row: EvidenceId, change: EvidenceChange) -> Outcome {
        let taken = match &change {
            EvidenceChange::TakeSelection => Some(self.words_at_hand()?),
            _ => None,
        };
        self.change_claim(id, "change evidence of", |claim| {
            let Some(evidence) = claim.evidence.iter_mut().find(|evidence| evidence.id == row) else { return };
            match change {
                EvidenceChange::Source(source) => evidence.source = source,
                EvidenceChange::Pointer(pointer) => evidence.pointer = pointer,
                EvidenceChange::TakeSelection => take_words(evidence, taken),
                EvidenceChange::Due(due) => evidence.due = due,
                EvidenceChange::File(file) => evidence.file = file.map(Box::new),
            }
        })
    }

    /// Adds what a transcript says as a row of evidence: for the claim where its words are faithful, else against it.
    pub(super) fn keep_transcript(&mut self, id: ClaimId, passage: String, likeness: Likeness) -> Outcome {
        let row: EvidenceId = self.ids.next(self.now);
        let stance = if likeness.is_faithful() { Stance::Supports } else { Stance::Contradicts };
        let text = format!("Transcript: {}", likeness.word().to_lowercase());
        let seen = jiff::Timestamp::from_millisecond(self.now.epoch_ms);
        let seen = seen.map_or_else(|_| String::new(), |now| now.to_zoned(jiff::tz::TimeZone::system()).strftime("%F").to_string());
        let evidence = Evidence { text, quote: passage, seen, stance, ..Evidence::new(row) };
        self.change_claim(id, "keep a transcript as evidence of", |claim| claim.evidence.push(evidence))?;
        self.focus(Field::EvidenceLocator(id, row))
    }

    /// The words selected in an article, or those of the mark selected there, and what they are.
    fn words_at_hand(&self) -> Result<(Pointer, String), Refusal> {
        if let Some(mark) = self.mark() {
            let quote = self.project.quote(mark).to_owned();
            let pointer = match mark.mention {
                Mention::Claim(id) => Pointer::Claim(id),
                Mention::Number(_) | Mention::Source(_) => Pointer::Passage(mark.document),
            };
            return Ok((pointer, quote));
        }
        let selection = self.selection.filter(|selection| !selection.is_empty());
        let words = selection.and_then(|selection| {
            let document = self.project.document(selection.document)?;
            Some((Pointer::Passage(selection.document), document.text.slice(selection.span()).to_owned()))
        });
        words.ok_or_else(|| "Select the words in an article first; then they become the evidence.".into())
    }
}

fn take_words(evidence: &mut Evidence, taken: Option<(Pointer, String)>) {
    if let Some((pointer, quote)) = taken {
        evidence.pointer = Some(pointer);
        evidence.quote = quote;
    }
}

/// What a step is called: `rate A14 1 Wrong`, `mark 5 claims as confirmed`.
fn label(change: &ClaimChange, of: &str, value: Option<&ScaleValue>) -> String {
    match change {
        ClaimChange::Status(status) => format!("mark {of} as {}", status.word().to_lowercase()),
        ClaimChange::Rating(_) => match value {
            Some(value) => format!("rate {of} {}", verdict::label(value.place, &value.word)),
            None => format!("clear the rating of {of}"),
        },
        ClaimChange::Kind(kind) => format!("make {of} a {}", kind.word().to_lowercase()),
        ClaimChange::Risk(risk, true) => format!("flag {of}: {}", risk.word().to_lowercase()),
        ClaimChange::Risk(risk, false) => format!("unflag {of}: {}", risk.word().to_lowercase()),
        ClaimChange::NotCheckable(Some(reason)) => format!("set {of} aside: {}", reason.word()),
        ClaimChange::NotCheckable(None) => format!("make {of} checkable again"),
        ClaimChange::Agreed(party, true) => format!("note that the {} agrees to the correction of {of}", party.word().to_lowercase()),
        ClaimChange::Agreed(party, false) => format!("take back that the {} agrees to the correction of {of}", party.word().to_lowercase()),
        ClaimChange::SignOff => format!("sign {of} off"),
        ClaimChange::Reopen(_) => format!("open {of} again"),
    }
}

fn carry_out(
    claim: &mut Claim,
    change: &ClaimChange,
    rating: Option<(&ScaleValue, &str)>,
    (by, at): (String, crate::model::moment::Moment),
) {
    match change {
        ClaimChange::Status(status) if claim.status != *status => {
            claim.status = *status;
            claim.status_since = at;
            claim.status_by = by;
        }
        ClaimChange::Status(_) => {}
        ClaimChange::Rating(_) => {
            let reason = claim.rating.take().map(|rating| rating.reason).unwrap_or_default();
            claim.rating = rating.map(|(value, scale)| Rating {
                word: value.word.clone(),
                scale: scale.to_owned(),
                ..Rating::new(value.place, reason)
            });
        }
        ClaimChange::Kind(kind) => claim.kind = *kind,
        ClaimChange::Risk(risk, is_on) => claim.risks = claim.risks.with(*risk, *is_on),
        ClaimChange::NotCheckable(reason) => claim.not_checkable = *reason,
        ClaimChange::Agreed(party, is_agreed) => agree(claim, *party, is_agreed.then_some((by, at))),
        // A second signature does not take the place of the first.
        ClaimChange::SignOff if claim.is_signed() => {}
        ClaimChange::SignOff => claim.signed = Some(Box::new(SignOff::new(&by, at))),
        ClaimChange::Reopen(reason) => {
            if let Some(signed) = &mut claim.signed {
                reason.trim().clone_into(&mut signed.reopened);
            }
        }
    }
}

fn agree(claim: &mut Claim, party: Party, signature: Option<(String, crate::model::moment::Moment)>) {
    let Some(correction) = &mut claim.correction else { return };
    let is_there = correction.agreement(party).is_some();
    match signature {
        Some((by, at)) if !is_there => {
            correction.agreed.push(Agreement { party, by, at, unknown: Unknown::default() });
            correction.agreed.sort_by_key(|agreement| agreement.party);
        }
        Some(_) => {}
        None => correction.agreed.retain(|agreement| agreement.party != party),
    }
}
