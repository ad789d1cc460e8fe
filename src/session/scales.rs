//! The rating scales of a project. Whatever becomes of a scale, a rating keeps the word it was given with until it is mapped.

use super::{Outcome, Refusal, Session};
use crate::command::{Field, ScaleChange};
use crate::model::claim::{Claim, Grade, Scale, ScaleValue};
use crate::model::count::count;
use crate::model::house::House;
use crate::model::id::ClaimId;

impl Session {
    /// How many ratings have a word or scale that is not the one in use.
    pub fn outdated_ratings(&self) -> usize {
        self.outdated().count()
    }

    fn outdated(&self) -> impl Iterator<Item = ClaimId> + '_ {
        let house = self.project.house();
        let is_outdated = move |claim: &&Claim| {
            let other_scale = |scale: &str| !scale.is_empty() && scale != house.scale().name;
            claim.rating.as_ref().is_some_and(|rating| house.is_outdated(rating) || other_scale(&rating.scale))
        };
        self.project.claims().values().filter(is_outdated).map(|claim| claim.id)
    }

    /// Changes the scales.
    pub(super) fn change_scale(&mut self, change: ScaleChange) -> Outcome {
        if change == ScaleChange::Map {
            return self.map_ratings();
        }
        check(self.project.house(), &change)?;
        let added = matches!(change, ScaleChange::AddValue).then(|| self.project.scale().values.len());
        self.step(|draft, _| {
            let label = label(&change);
            draft.set_house(|house| carry_out(house, change))?;
            Ok(((), label.to_owned()))
        })?;
        match added.and_then(|at| u8::try_from(at).ok()) {
            Some(at) => self.focus(Field::ScaleWord(at)),
            None => Ok(()),
        }
    }

    /// Gives every rating the word that the scale in use has nearest to its place.
    fn map_ratings(&mut self) -> Outcome {
        let scale = self.project.scale().clone();
        let outdated: Vec<ClaimId> = self.outdated().collect();
        let number = outdated.len();
        self.step(|draft, _| {
            for id in outdated {
                draft.change::<Claim>(id, |claim| {
                    let Some(rating) = &mut claim.rating else { return };
                    if let Some(value) = nearest(&scale, rating.grade) {
                        rating.grade = value.place;
                        rating.word.clone_from(&value.word);
                        rating.scale.clone_from(&scale.name);
                    }
                })?;
            }
            Ok(((), format!("map {} to “{}”", count(number, "rating"), scale.name)))
        })?;
        let words = count(number, "rating");
        self.say(format!("{words} now in the words of “{}”. Undo gives the old ones back.", self.project.scale().name), false);
        Ok(())
    }
}

/// The value whose place is nearest; of two, the first.
fn nearest(scale: &Scale, grade: Grade) -> Option<&ScaleValue> {
    scale.values.iter().min_by_key(|value| value.place.value().abs_diff(grade.value()))
}

fn check(house: &House, change: &ScaleChange) -> Outcome {
    let values = house.scale().values.len();
    let has_name = |name: &str| house.scales.iter().any(|scale| scale.name == name);
    match change {
        ScaleChange::AddValue if values >= Scale::MOST_VALUES => {
            Err(Refusal(format!("A scale has at most {} values, one for each digit key.", Scale::MOST_VALUES)))
        }
        ScaleChange::RemoveValue(_) if values < 2 => Err("A scale needs at least one value.".into()),
        ScaleChange::Remove(_) if house.scales.len() < 2 => Err("A project needs at least one scale. Add another one first.".into()),
        ScaleChange::Use(name) | ScaleChange::Remove(name) if !has_name(name) => Err(Refusal(format!("No scale is called “{name}”."))),
        ScaleChange::Add(scale) if scale.name.trim().is_empty() => Err("A scale needs a name.".into()),
        ScaleChange::Add(scale) if scale.values.is_empty() => Err(Refusal(format!("“{}” holds no values.", scale.name))),
        ScaleChange::Add(scale) if scale.values.len() > Scale::MOST_VALUES => {
            Err(Refusal(format!("“{}” has {} values; a scale has at most {}.", scale.name, scale.values.len(), Scale::MOST_VALUES)))
        }
        _ => Ok(()),
    }
}

fn label(change: &ScaleChange) -> &'static str {
    match change {
        ScaleChange::AddValue => "add a value to the scale",
        ScaleChange::RemoveValue(_) => "remove a value of the scale",
        ScaleChange::MoveValue(..) => "reorder the scale",
        ScaleChange::Place(..) => "place a value of the scale",
        ScaleChange::Use(_) => "use another scale",
        ScaleChange::Add(_) => "add a scale",
        ScaleChange::Remove(_) => "remove a scale",
        ScaleChange::Map => "map ratings to the scale",
    }
}

fn carry_out(house: &mut House, change: ScaleChange) {
    match change {
        ScaleChange::AddValue => house.change_scale(|scale| {
            let last = scale.values.last().map_or(Grade::ALL[0], |value| value.place);
            scale.values.push(ScaleValue::new("", last));
        }),
        ScaleChange::RemoveValue(at) => house.change_scale(|scale| {
            if usize::from(at) < scale.values.len() {
                scale.values.remove(at.into());
            }
        }),
        ScaleChange::MoveValue(at, by) => house.change_scale(|scale| {
            let from = usize::from(at);
            if from < scale.values.len() {
                let value = scale.values.remove(from);
                scale.values.insert(from.saturating_add_signed(by).min(scale.values.len()), value);
            }
        }),
        ScaleChange::Place(at, place) => {
            house.change_scale(|scale| scale.values.iter_mut().skip(at.into()).take(1).for_each(|value| value.place = place));
        }
        ScaleChange::Use(name) => {
            if let Some(at) = house.scales.iter().position(|scale| scale.name == name) {
                let scale = house.scales.remove(at);
                house.scales.insert(0, scale);
            }
        }
        ScaleChange::Add(mut scale) => {
            let name = scale.name.clone();
            let is_taken = |house: &House, name: &str| house.scales.iter().any(|other| other.name == name);
            let mut nth = 2;
            while is_taken(house, &scale.name) {
                scale.name = format!("{name} {nth}");
                nth += 1;
            }
            house.scales.insert(0, scale);
        }
        ScaleChange::Remove(name) => house.scales.retain(|scale| scale.name != name),
        ScaleChange::Map => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Command;
    use crate::session::IdSource;
    use crate::testing::{NOW, claim, project};

    fn desk() -> Session {
        let mut session = Session::new(project("T\n[It rained|claim]. [It poured|claim]."), None, IdSource::new(1));
        let id = claim(session.project(), "A1");
        session.run(Command::Rate(id, Some(2)), NOW);
        session
    }

    fn rated(session: &Session) -> String {
        let id = claim(session.project(), "A1");
        session.project().rating_label(session.project().claims()[&id].rating.as_ref().unwrap())
    }

    fn radio() -> Scale {
        let values = [("False", 1), ("Half true", 3), ("True", 5)];
        let values = values.map(|(word, place)| ScaleValue::new(word, Grade::new(place).unwrap())).to_vec();
        Scale { values, ..Scale { name: "Radio".into(), ..Scale::default() } }
    }

    #[test]
    fn another_scale_keeps_what_was_rated_until_it_is_mapped_and_undo_gives_it_back() {
        let mut session = desk();
        assert_eq!((rated(&session).as_str(), session.outdated_ratings()), ("2 Mostly wrong", 0));
        session.run(Command::ChangeScale(ScaleChange::Add(radio())), NOW);
        assert_eq!((rated(&session).as_str(), session.outdated_ratings()), ("2 Mostly wrong", 1));
        session.run(Command::ChangeScale(ScaleChange::Map), NOW);
        assert_eq!((rated(&session).as_str(), session.outdated_ratings()), ("1 False", 0));
        session.run(Command::Run(crate::command::Action::Undo), NOW);
        assert_eq!(rated(&session), "2 Mostly wrong");
        session.run(Command::ChangeScale(ScaleChange::Use("House scale".into())), NOW);
        assert_eq!((session.project().scale().name.as_str(), session.outdated_ratings()), ("House scale", 0));
        session.run(Command::ChangeScale(ScaleChange::Remove("House scale".into())), NOW);
        assert_eq!((rated(&session).as_str(), session.project().house().scales.len()), ("2 Mostly wrong", 1));
    }

    #[test]
    fn a_value_in_use_may_be_renamed_moved_and_removed() {
        let mut session = desk();
        session.run(Command::ChangeScale(ScaleChange::RemoveValue(1)), NOW);
        assert_eq!((rated(&session).as_str(), session.outdated_ratings()), ("2 Mostly wrong", 1));
        session.run(Command::ChangeScale(ScaleChange::MoveValue(0, 1)), NOW);
        let words: Vec<_> = session.project().scale().values.iter().map(|value| value.word.clone()).collect();
        assert_eq!(words, ["Mixed", "Wrong", "Mostly right", "Right"]);
        session.run(Command::ChangeScale(ScaleChange::Place(1, Grade::ALL[1])), NOW);
        assert_eq!(session.project().scale().values[1].place, Grade::ALL[1]);
    }

    #[test]
    fn what_a_scale_cannot_be_is_refused_in_words() {
        let mut session = desk();
        let mut said = |change| {
            session.run(Command::ChangeScale(change), NOW);
            session.notice().map_or_else(String::new, |notice| notice.words.clone())
        };
        assert_eq!(said(ScaleChange::Remove("House scale".into())), "A project needs at least one scale. Add another one first.");
        assert_eq!(said(ScaleChange::Use("No".into())), "No scale is called “No”.");
        for _ in 0..5 {
            said(ScaleChange::AddValue);
        }
        assert_eq!(session.project().scale().values.len(), 9);
    }
}
