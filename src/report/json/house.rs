//! What the desk has decided for the whole project.

use super::shape::{House, Names, Preset, Scale, ScaleValue, Stated, SwitchedOff, ToldApart};
use super::time;
use crate::model;
use crate::model::id::QuantityId;
use crate::model::stated::Relation;

pub(super) fn house(house: &model::house::House) -> House<'_> {
    House {
        scales: house.scales.iter().map(scale).collect(),
        grades: house.grade_words().into_iter().map(|(sign, meaning)| Names { name: sign, text: meaning }).collect(),
        switched_off: house.switched_off.iter().map(off).collect(),
        filters: house.filters.iter().map(|filter| Names { name: &filter.name, text: &filter.query }).collect(),
        letters: house.templates.iter().map(|template| Names { name: &template.letter, text: &template.text }).collect(),
        presets: house.presets.iter().map(preset).collect(),
        sources_kept_apart: house.kept_apart.iter().map(|pair| [pair.one.to_string(), pair.other.to_string()]).collect(),
        numbers_told_apart: house.told_apart.iter().map(|told| ToldApart { numbers: ids(&told.numbers), from: ids(&told.from) }).collect(),
        stated_checks: house
            .stated
            .iter()
            .map(|stated| Stated { relation: stated.relation.map(relation), numbers: ids(&stated.numbers) })
            .collect(),
    }
}

fn ids(numbers: &[QuantityId]) -> Vec<String> {
    numbers.iter().map(ToString::to_string).collect()
}

fn scale(scale: &model::claim::Scale) -> Scale<'_> {
    let values = scale.values.iter().map(|value| ScaleValue { word: &value.word, meaning: &value.meaning, place: value.place.value() });
    Scale { name: &scale.name, values: values.collect() }
}

fn off(off: &model::house::SwitchedOff) -> SwitchedOff<'_> {
    SwitchedOff { rule: &off.rule, reason: &off.reason, by: &off.by, at: time(off.at) }
}

fn preset(preset: &model::preset::Preset) -> Preset<'_> {
    Preset {
        name: &preset.name,
        sections: &preset.sections,
        articles: preset.articles.iter().map(ToString::to_string).collect(),
        filter: &preset.filter,
        names: &preset.names,
        language: &preset.language,
        paper: &preset.paper,
        contacts: preset.has_contacts,
        fonts: preset.has_fonts,
        page: &preset.page,
    }
}

/// Words for programs: they stay where those on screen change.
fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Sum => "sum",
        Relation::Part => "part",
        Relation::Share => "share",
        Relation::Growth => "growth",
        Relation::PerHead => "per head",
        Relation::Conversion => "conversion",
        Relation::Span => "span",
        Relation::Age => "age",
    }
}
