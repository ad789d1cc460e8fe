//! What the desk has decided for the whole project, entry by entry: each is known by its name, code or kind.

use super::lists::merge_list;
use super::tables::Merge;
use crate::model::claim::Scale;
use crate::model::flag::{Conflict, Flag, Subject};
use crate::model::house::{House, ToldApart};
use crate::model::id::QuantityId;
use crate::model::project::Project;
use crate::model::stated::{Relation, Stated};

/// A list of the house: to change it, and to read it.
type List<T> = (fn(&mut House) -> &mut Vec<T>, fn(&House) -> &Vec<T>);

impl Merge<'_> {
    /// Scales, grades, findings switched off, filters, letters, what is kept apart, and what is stated to belong together.
    pub fn house(&mut self) {
        let scale_words = |scale: &Scale| {
            let words: Vec<_> = scale.values.iter().map(|value| value.word.as_str()).collect();
            format!("{}: {}", scale.name, words.join(", "))
        };
        self.entries("rating scale", (|house| &mut house.scales, |house| &house.scales), (|scale| scale.name.clone(), scale_words));
        self.entries(
            "grade of sources",
            (|house| &mut house.grades, |house| &house.grades),
            (|word| word.sign.clone(), |word| word.meaning.clone()),
        );
        self.entries(
            "finding switched off",
            (|house| &mut house.switched_off, |house| &house.switched_off),
            (|off| off.rule.clone(), |off| format!("{}: {}", off.rule, off.reason)),
        );
        self.entries(
            "filter",
            (|house| &mut house.filters, |house| &house.filters),
            (|filter| filter.name.clone(), |filter| filter.query.clone()),
        );
        self.entries(
            "text of a letter",
            (|house| &mut house.templates, |house| &house.templates),
            (|template| template.letter.clone(), |template| template.text.clone()),
        );
        self.entries(
            "way to print the report",
            (|house| &mut house.presets, |house| &house.presets),
            (|preset| preset.name.clone(), |preset| format!("{}, {}", preset.name, preset.language)),
        );
        self.entries(
            "sources kept apart",
            (|house| &mut house.kept_apart, |house| &house.kept_apart),
            (|pair| format!("{} {}", pair.one, pair.other), |pair| format!("{} {}", pair.one, pair.other)),
        );
        let told = |told: &ToldApart| {
            let ids = |ids: &[QuantityId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            format!("{} / {}", ids(&told.numbers), ids(&told.from))
        };
        self.entries("numbers told apart", (|house| &mut house.told_apart, |house| &house.told_apart), (told, told));
        let stated = |stated: &Stated| {
            let numbers: Vec<String> = stated.numbers.iter().map(ToString::to_string).collect();
            format!("{} {}", stated.relation.map_or("", Relation::word), numbers.join(" "))
        };
        self.entries("stated check", (|house| &mut house.stated, |house| &house.stated), (stated, stated));
    }

    /// A list of entries. One that both sides changed, each in its own way, stays as ours, with a flag that holds theirs; one that
    /// a side took out and the other one changed stays.
    fn entries<T: Clone + PartialEq>(
        &mut self,
        name: &str,
        (place, of): List<T>,
        (key, show): (impl Fn(&T) -> String, impl Fn(&T) -> String),
    ) {
        let entries = |project: &Project| -> Vec<(String, T)> {
            let mut keyed: Vec<(String, T)> = Vec::new();
            for entry in of(&project.house) {
                // Two entries of one name are told apart by their place.
                let times = keyed.iter().filter(|(_, other)| key(other) == key(entry)).count();
                keyed.push((format!("{}\u{0}{times}", key(entry)), entry.clone()));
            }
            keyed
        };
        let (base, ours, theirs) = (entries(self.base), entries(self.ours), entries(self.theirs));
        if theirs == base || ours == theirs {
            return;
        }
        let keys = |list: &[(String, T)]| list.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        let of_key = |list: &[(String, T)], key: &String| list.iter().find(|(other, _)| other == key).map(|(_, entry)| entry.clone());
        let mut order = merge_list(&keys(&base), &keys(&ours), &keys(&theirs)).list;
        let changed = |list: &[(String, T)]| -> Vec<String> {
            list.iter().filter(|entry| !base.contains(entry)).map(|(key, _)| key.clone()).collect()
        };
        for key in changed(&ours).into_iter().chain(changed(&theirs)) {
            if !order.contains(&key) {
                order.push(key);
            }
        }
        let merged = order.iter().filter_map(|key| {
            let (was, own, other) = (of_key(&base, key), of_key(&ours, key), of_key(&theirs, key));
            match (&own, &other) {
                (Some(_), Some(_)) if own == was => other,
                (Some(mine), Some(yours)) if other != was && own != other => {
                    self.flags.push(Flag::new(Subject::Project, Conflict::Differs, name, (show(mine), show(yours))));
                    own
                }
                (Some(_), _) => own,
                (None, _) => other,
            }
        });
        let merged: Vec<T> = merged.collect();
        *place(&mut self.merged.house) = merged;
    }
}
