//! From what a file says of the desk's decisions to the decisions.

use super::convert::id;
use crate::model::claim::{Grade, Scale, ScaleValue};
use crate::model::house::{GradeWord, House, KeptApart, SavedFilter, SwitchedOff, Template, ToldApart};
use crate::model::id::{DocumentId, QuantityId, SourceId};
use crate::model::preset::Preset;
use crate::model::stated::Stated;
use crate::storage::warning::Problem;
use crate::storage::{format, time};

/// What the desk has decided, and what had to be mended, each with the name of what it is about.
pub fn house(rows: format::House) -> (House, Vec<(String, Problem)>) {
    let mut problems = Vec::new();
    let format::House { scales, grades, switched_off, filters, templates, presets, kept_apart, told_apart, stated, unknown: _ } = rows;
    let mut scales: Vec<Scale> = scales.into_iter().filter_map(|row| scale(row, &mut problems)).collect();
    if scales.is_empty() {
        scales.push(Scale::default());
    }
    let off = |row: format::SwitchedOff, problems: &mut Vec<_>| {
        let format::SwitchedOff { rule, reason, by, at, unknown } = row;
        let read = time::read(&at);
        if read.is_none() {
            problems.push((rule.clone(), Problem::NoTime { field: "at", value: at }));
        }
        SwitchedOff { rule, reason, by, at: read.unwrap_or_default(), unknown }
    };
    let apart = |row: format::KeptApart, problems: &mut Vec<_>| {
        let format::KeptApart { one, other, unknown } = row;
        match (id::<SourceId>(&one), id::<SourceId>(&other)) {
            (Ok(one), Ok(other)) => Some(KeptApart { one, other, unknown }),
            (Err(problem), _) | (_, Err(problem)) => {
                problems.push((format!("{one}, {other}"), problem));
                None
            }
        }
    };
    let told = |row: format::ToldApart, problems: &mut Vec<_>| {
        let ids = |ids: &[String]| ids.iter().map(|text| id::<QuantityId>(text)).collect::<Result<Vec<_>, _>>();
        let from = row.from.0.unwrap_or_default();
        match (ids(&row.numbers), ids(&from)) {
            (Ok(numbers), Ok(from)) => Some(ToldApart { numbers, from, unknown: row.unknown }),
            (Err(problem), _) | (_, Err(problem)) => {
                problems.push((row.numbers.join(", "), problem));
                None
            }
        }
    };
    let belong = |row: format::Stated, problems: &mut Vec<_>| match row.numbers.iter().map(|text| id::<QuantityId>(text)).collect() {
        Ok(numbers) => Some(Stated { relation: row.relation.0.map(Into::into), numbers, unknown: row.unknown }),
        Err(problem) => {
            problems.push((row.numbers.join(", "), problem));
            None
        }
    };
    let house = House {
        scales,
        grades: grades.into_iter().map(|format::GradeWord { sign, meaning, unknown }| GradeWord { sign, meaning, unknown }).collect(),
        switched_off: switched_off.into_iter().map(|row| off(row, &mut problems)).collect(),
        filters: filters.into_iter().map(|format::SavedFilter { name, query, unknown }| SavedFilter { name, query, unknown }).collect(),
        templates: templates.into_iter().map(|format::Template { letter, text, unknown }| Template { letter, text, unknown }).collect(),
        presets: presets.into_iter().map(|row| preset(row, &mut problems)).collect(),
        kept_apart: kept_apart.0.unwrap_or_default().into_iter().filter_map(|row| apart(row, &mut problems)).collect(),
        told_apart: told_apart.0.unwrap_or_default().into_iter().filter_map(|row| told(row, &mut problems)).collect(),
        stated: stated.0.unwrap_or_default().into_iter().filter_map(|row| belong(row, &mut problems)).collect(),
    };
    (house, problems)
}

/// A way to print the report. An id that is none is said and left out: the articles are then those that can be told.
fn preset(row: format::Preset, problems: &mut Vec<(String, Problem)>) -> Preset {
    let format::Preset { name, sections, articles, filter, names, language, paper, contacts, fonts, page, unknown } = row;
    let articles = articles.0.unwrap_or_default().into_iter().filter_map(|text| {
        let read = id::<DocumentId>(&text);
        read.map_err(|problem| problems.push((name.clone(), problem))).ok()
    });
    Preset {
        articles: articles.collect(),
        name,
        sections: sections.0.unwrap_or_default(),
        filter: filter.0.unwrap_or_default(),
        names: names.0.unwrap_or_default(),
        language: language.0.unwrap_or_default(),
        paper: paper.0.unwrap_or_default(),
        has_contacts: contacts.0.unwrap_or(false),
        has_fonts: fonts.0.unwrap_or(false),
        page: page.0.unwrap_or_default(),
        unknown,
    }
}

/// A scale; nothing where the file does not state one. Files of earlier programs hold five words and no values.
pub fn scale(row: format::Scale, problems: &mut Vec<(String, Problem)>) -> Option<Scale> {
    let format::Scale { name, words, values, unknown } = row;
    let (words, values) = (words.0.unwrap_or_default(), values.0.unwrap_or_default());
    if name.is_empty() && words.is_empty() && values.is_empty() && unknown.is_empty() {
        return None;
    }
    let values =
        if values.is_empty() { five(&name, &words, problems) } else { values.into_iter().map(|row| value(&name, row, problems)).collect() };
    Some(Scale { name, values, unknown })
}

/// The values of a scale that has words for the places 1 to 5; the program's own words where some are missing.
fn five(name: &str, words: &[String], problems: &mut Vec<(String, Problem)>) -> Vec<ScaleValue> {
    let mut values = Scale::default().values;
    if words.len() != values.len() {
        problems.push((name.to_owned(), Problem::ScaleWords(words.len(), words.join(", "))));
    }
    for (value, word) in values.iter_mut().zip(words) {
        value.word.clone_from(word);
    }
    values
}

fn value(scale: &str, row: format::ScaleValue, problems: &mut Vec<(String, Problem)>) -> ScaleValue {
    let place = Grade::new(row.place);
    if place.is_none() {
        problems.push((scale.to_owned(), Problem::NoGrade { grade: row.place, reason: row.word.clone() }));
    }
    let nearest = if row.place == 0 { 1 } else { 5 };
    let place = place.or_else(|| Grade::new(nearest)).unwrap_or(Grade::ALL[0]);
    ScaleValue { word: row.word, meaning: row.meaning.0.unwrap_or_default(), place, unknown: row.unknown }
}
