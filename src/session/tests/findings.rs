//! Findings are carried on from step to step; asked anew of the whole project they must be the same, whatever was done, undone and done
//! again. And what a desk does not want is switched off and on.

use proptest::prelude::*;

use super::lookup::step;
use super::testing::{Desk, NOW, project_of};
use crate::command::{Action, Command};
use crate::edit::Draft;
use crate::lint::{Findings, Rule};
use crate::model::claim::{Agreement, Claim, ClaimKind, Correction, Evidence, Grade, Party, Pointer, Rating, Stance, Status};
use crate::model::document::Document;
use crate::model::exclusion::Reason;
use crate::model::group::Group;
use crate::model::id::{EvidenceId, QuantityId, SourceId, Uid};
use crate::model::link::{Link, Role};
use crate::model::quantity::Quantity;
use crate::model::source::{FirstHand, Source, SourceKind};
use crate::model::unknown::Unknown;
use crate::session::stepping::Maker;
use crate::session::*;

/// Words of several kinds.
fn words(at: usize) -> String {
    ["", "one", "22 January 2025", "https://x.example", "2025-01-20"][at % 5].to_owned()
}

/// Changes of a number and of what it measures.
fn change_number(
    draft: &mut Draft<'_>,
    maker: &mut Maker<'_>,
    (number, kind): (QuantityId, usize),
    (one, other): (usize, usize),
) -> Result<(), Refusal> {
    let known = draft.project().groups().keys().nth(other % 3).copied();
    match (kind, known) {
        (14, _) => draft.change(number, |number: &mut Quantity| (number.unit, number.measured) = (words(one), words(other)))?,
        (19, Some(group)) => draft.change(group, |group: &mut Group| (group.name, group.apart) = (words(one), words(other)))?,
        (19, None) => {}
        _ => {
            let group = match known {
                Some(group) => group,
                None => {
                    let group = Group::named(maker.id(), &words(other));
                    draft.add(group.clone())?;
                    group.id
                }
            };
            let value = ["1500", "1500", "2200", "40"][other % 4].parse().ok();
            draft.change(number, |number: &mut Quantity| {
                number.group = (!other.is_multiple_of(7)).then_some(group);
                (number.value, number.apart) = (value, if other.is_multiple_of(9) { "else".into() } else { String::new() });
            })?;
        }
    }
    Ok(())
}

/// Changes of everything at which a rule looks, as commands of the inspector make them.
fn change(session: &mut Session, kind: usize, one: usize, other: usize) {
    let project = session.project();
    let nth = |at: usize, len: usize| at % len.max(1);
    let Some(claim) = project.claims().keys().nth(nth(one, project.claims().len())).copied() else { return };
    let pointed = project.claims().keys().nth(nth(other, project.claims().len())).copied();
    let sources: Vec<SourceId> = project.sources().keys().copied().collect();
    let (Some(source), Some(on)) = (sources.get(nth(one, sources.len())).copied(), sources.get(nth(other, sources.len())).copied()) else {
        return;
    };
    let number: Option<QuantityId> = project.quantities().keys().nth(nth(one, project.quantities().len())).copied();
    let document = project.order().get(nth(one, project.order().len())).copied();
    let due = Moment::from_ms(NOW.epoch_ms + (other as i64 - 20) * 1_000);
    let _ = session.step(|draft, maker| {
        if let (14 | 17..=19, Some(number)) = (kind, number) {
            return Ok((change_number(draft, maker, (number, kind), (one, other))?, "change".to_owned()));
        }
        match kind {
            0 | 1 => draft.change(source, |source: &mut Source| {
                if !source.rests_on.contains(&on) {
                    source.rests_on.push(on)
                }
            })?,
            2 => draft.change(source, |source: &mut Source| source.rests_on.clear())?,
            3 => draft.change(source, |source: &mut Source| source.kind = SourceKind::ALL[other % 5])?,
            4 => draft.change(source, |source: &mut Source| source.first_hand = FirstHand::ALL[other % 3])?,
            5 => draft.change(source, |source: &mut Source| (source.name, source.url) = (words(other), words(one)))?,
            6..=8 => {
                let row = Evidence {
                    question: words(one),
                    text: words(other),
                    quote: words(one + other),
                    seen: words(other),
                    stance: Stance::ALL[one % 3],
                    source: (one.is_multiple_of(2)).then_some(on),
                    pointer: pointed.filter(|_| other.is_multiple_of(3)).map(Pointer::Claim),
                    due: (other.is_multiple_of(2)).then_some(due),
                    ..Evidence::new(EvidenceId(maker.id::<ClaimId>().0))
                };
                draft.change(claim, |claim: &mut Claim| claim.evidence.push(row))?;
            }
            9 => draft.change(claim, |claim: &mut Claim| drop(claim.evidence.pop()))?,
            10 => draft.change(claim, |claim: &mut Claim| {
                claim.rating = Grade::new(other as u8 % 6).map(|grade| Rating { word: words(one), ..Rating::new(grade, words(other)) });
            })?,
            11 => draft.change(claim, |claim: &mut Claim| {
                claim.kind = ClaimKind::ALL[other % 7];
                claim.not_checkable = (other.is_multiple_of(3)).then_some(Reason::Motive);
            })?,
            12 => draft.change(claim, |claim: &mut Claim| {
                let party = Party::ALL[other % 3];
                let agreed = vec![Agreement { party, by: String::new(), at: NOW, unknown: Unknown::default() }];
                claim.correction = Some(Correction { wording: words(one), agreed });
            })?,
            13 => {
                if let Some(document) = document {
                    draft.change(document, |document: &mut Document| document.meta.published = words(other))?;
                }
            }
            15 => draft.set_house(|house| house.change_scale(|scale| scale.values[other % 5].word = words(one)))?,
            16 => draft.remove::<Source>(sources[one % sources.len()]).or_else(|_| draft.change(source, |_: &mut Source| {}))?,
            20 => {
                if let Some(number) = number {
                    draft.add(Link::new(maker.id(), Mention::Claim(claim), Mention::Number(number), Role::Contains))?;
                }
            }
            _ => draft.change(claim, |claim: &mut Claim| claim.status = Status::ALL[other % 6])?,
        }
        Ok(((), "change".to_owned()))
    });
}

fn linked_project() -> Session {
    let marked = [
        "Dyke\n[About [1,500|number] people|claim] left, [officials|source officials] said. [It held|claim held], [Courier|source] says. Bad luck.",
        "Two\n[It held|claim held] for [40|number] years. [They|source officials] left. [None|claim] left, [a report|source] says.",
    ];
    Session::new(project_of(&marked), None, IdSource::new(7))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn findings_are_the_same_carried_on_or_asked_anew(
        steps in prop::collection::vec((0usize..48, 0usize..90, 0usize..40), 1..60),
    ) {
        let mut session = linked_project();
        let mut now = NOW;
        for (kind, one, other) in steps {
            now = Moment::from_ms(now.epoch_ms + other as i64 * 700);
            let project = session.project();
            let mark = |at: usize| project.annotations().values().nth(at % project.annotations().len().max(1)).map(|mark| mark.mention);
            let command = match kind {
                0..18 => step(&mut session, kind, one, other),
                18..22 => mark(one).zip(mark(other)).map(|(from, to)| Command::Link {
                    from,
                    to,
                    role: match to {
                        Mention::Claim(_) => Some([Role::Same, Role::Supports, Role::Contradicts][one % 3]),
                        _ => None,
                    },
                }),
                22 => Some(Command::SwitchOff { rule: Rule::ALL[one % Rule::ALL.len()].code().to_owned(), reason: "House style".into() }),
                23 => Some(Command::SwitchOn(Rule::ALL[one % Rule::ALL.len()].code().to_owned())),
                24 => {
                    // A clock may be set back.
                    now = Moment::from_ms(now.epoch_ms - 40_000);
                    None
                }
                _ => {
                    change(&mut session, kind - 25, one, other);
                    None
                }
            };
            match command {
                Some(command) => session.run(command, now),
                None => session.wake(now),
            }
            let (project, lookup) = (session.project(), session.lookup());
            let anew = Findings::new(project, lookup, session.findings().now());
            prop_assert_eq!(session.findings(), &anew);
            prop_assert_eq!(session.findings(), &Findings::new(project, &Lookup::new(project), session.findings().now()));
        }
    }
}

#[test]
fn what_is_asked_becomes_late_without_a_step() {
    let mut session = linked_project();
    let claim = *session.project().claims().keys().next().unwrap();
    let row = Evidence { question: "Who?".into(), due: Some(Moment::from_ms(NOW.epoch_ms + 500)), ..Evidence::new(EvidenceId(Uid(9))) };
    session
        .step(|draft, _| {
            draft.change(claim, |claim: &mut Claim| claim.evidence.push(row))?;
            Ok(((), "ask".to_owned()))
        })
        .unwrap();
    session.wake(NOW);
    let late = |session: &Session| session.findings().count(Rule::AskedOverdue);
    assert_eq!((late(&session), session.next_deadline_ms(NOW)), (0, Some(501)));
    let counted = session.counted();
    session.wake(Moment::from_ms(NOW.epoch_ms + 500));
    assert_eq!((late(&session), session.counted()), (0, counted), "in its last moment it is not late");
    session.wake(Moment::from_ms(NOW.epoch_ms + 501));
    assert_eq!((late(&session), session.counted()), (1, counted + 1));
    assert_eq!(session.next_deadline_ms(Moment::from_ms(NOW.epoch_ms + 501)), None);
}

#[test]
fn findings_are_switched_off_with_a_reason_and_come_back() {
    let mut session = linked_project();
    session.set_checker("RK");
    let code = || Rule::NoSource.code().to_owned();
    let count = |session: &Session| session.findings().count(Rule::NoSource);
    let before = count(&session);
    assert!(before > 0);
    session.run(Command::SwitchOff { rule: code(), reason: " ".into() }, NOW);
    let words = "“Claims with no source” stays on: the report prints why findings are switched off. Write the reason.";
    assert_eq!((session.notice().map(|notice| notice.words.as_str()), count(&session)), (Some(words), before));
    session.run(Command::SwitchOff { rule: code(), reason: " A satire. ".into() }, NOW);
    assert_eq!(count(&session), 0);
    let off = session.project().house().why_off("no-source").cloned().unwrap();
    assert_eq!((off.reason.as_str(), off.by.as_str(), off.at), ("A satire.", "RK", NOW));
    session.run(Command::Run(Action::Undo), NOW);
    assert_eq!(count(&session), before);
    session.run(Command::Run(Action::Redo), NOW);
    session.run(Command::SwitchOff { rule: code(), reason: "Another.".into() }, NOW);
    assert_eq!(session.project().house().switched_off.len(), 1);
    session.run(Command::SwitchOn(code()), NOW);
    assert_eq!((count(&session), session.project().house().switched_off.len()), (before, 0));
    session.run(Command::AskWhyOff("no-such-rule".into()), NOW);
    assert_eq!(session.notice().map(|notice| notice.words.as_str()), Some("No rule is called “no-such-rule”."));
    session.run(Command::AskWhyOff(code()), NOW);
    assert!(session.take_requests().contains(&Request::AskWhyOff(Rule::NoSource)));
}

#[test]
fn letters_in_findings_follow_the_order_of_the_articles() {
    let mut desk = Desk::default();
    desk.article("[It held|claim] [officials|source officials].");
    desk.article("[It held well|claim] [they|source officials].");
    let (one, two, officials) = (desk.claim("A1"), desk.claim("B1"), desk.source("officials"));
    desk.link(one, Role::Same, two);
    desk.link(one, Role::RestsOn, officials);
    desk.link(two, Role::RestsOn, officials);
    desk.article("Third.");
    let mut session = Session::new(desk.project, None, IdSource::new(7));
    let words = |session: &Session| session.findings().of_rule(session.project(), session.lookup(), Rule::CircularSupport).remove(0).words;
    assert_eq!(words(&session), "Circular: A and B are one source, “officials”");
    let last = *session.project().order().last().unwrap();
    session.run(Command::MoveArticle(last, 0), NOW);
    assert_eq!(words(&session), "Circular: B and C are one source, “officials”");
}
