//! The JSON file holds to its published schema, tells everything, and keeps contacts to itself.

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::model::project::Project;
use crate::report::Options;
use crate::report::export::testing::{exported, exported_with};
use crate::report::testing::{HOSTILE, hostile, invented, small};

/// The published schema, ready to check.
struct Schema {
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl Schema {
    fn published() -> Self {
        let text = include_str!("../../../docs/schema/project.schema.json");
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.add_resource("urn:tickmark:project:1", serde_json::from_str(text).unwrap()).unwrap();
        let index = compiler.compile("urn:tickmark:project:1", &mut schemas).unwrap();
        Schema { schemas, index }
    }

    fn refusal(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|error| format!("{error:#}"))
    }
}

fn of(project: &Project, has_contacts: bool) -> Value {
    let options = Options { has_contacts, ..Options::default() };
    let printed = exported_with(project, &options, |export| json(export, &|_| true).unwrap());
    serde_json::from_slice(&printed.files[0].bytes).unwrap()
}

#[test]
fn the_exports_of_test_projects_hold_to_the_schema_and_are_the_same_bytes_each_time() {
    let schema = Schema::published();
    for desk in [crate::testing::Desk::default(), small(), invented()] {
        assert_eq!(schema.refusal(&of(&desk.project, true)), None);
        exported(&desk, |export| {
            let bytes = || json(export, &|_| true).unwrap().files.remove(0).bytes;
            assert_eq!(bytes(), bytes());
        });
    }
    for words in HOSTILE {
        let value = of(&hostile(words).project, false);
        assert_eq!(schema.refusal(&value), None, "{words}");
        assert_eq!(value["name"], *words);
        assert_eq!(value["claims"][0]["note"], *words);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn projects_of_every_shape_hold_to_the_schema(project in crate::testing::projects::projects()) {
        let value = of(&project, true);
        prop_assert_eq!(Schema::published().refusal(&value), None);
        let count = |list: &str| value[list].as_array().unwrap().len();
        let expected = (project.claims().len(), project.sources().len(), project.quantities().len(), project.changes().len());
        prop_assert_eq!((count("claims"), count("sources"), count("numbers"), count("history")), expected);
    }
}

#[test]
fn the_schema_refuses_what_is_not_of_its_shape() {
    let schema = Schema::published();
    let sound = of(&small().project, false);
    let mut changes: Vec<(&str, Value)> = vec![
        ("/claims/0/status", "Paused".into()),
        ("/claims/0/id", "A1".into()),
        ("/claims/0/rating/place", 6.into()),
        ("/articles/0/marks/0/place/start", (-1).into()),
        ("/articles/0/sha256", "abc".into()),
        ("/articles/0/opened", "yesterday".into()),
        ("/sources/0/kind", Value::Null),
        ("/version", 2.into()),
    ];
    for (field, value) in changes.drain(..) {
        let mut altered = sound.clone();
        *altered.pointer_mut(field).unwrap() = value;
        assert!(schema.refusal(&altered).is_some(), "{field}");
    }
    for field in ["claims", "house", "history"] {
        let mut altered = sound.clone();
        altered.as_object_mut().unwrap().remove(field);
        assert!(schema.refusal(&altered).is_some(), "{field}");
    }
    let mut altered = sound;
    altered["claims"][0]["colour"] = "red".into();
    assert!(schema.refusal(&altered).is_some());
}

#[test]
fn a_place_is_counted_in_code_points_of_the_text() {
    let mut desk = crate::testing::Desk::default();
    desk.article("👍 é [नहीं गया|claim].");
    let value = of(&desk.project, false);
    let place = &value["articles"][0]["marks"][0]["place"];
    let text: Vec<char> = value["articles"][0]["text"].as_str().unwrap().chars().collect();
    let (start, end) = (place["start"].as_u64().unwrap() as usize, place["end"].as_u64().unwrap() as usize);
    assert_eq!(text[start..end].iter().collect::<String>(), place["exact"].as_str().unwrap());
    assert_eq!((start, place["prefix"].as_str().unwrap()), (4, "👍 é "));
}

#[test]
fn contacts_are_only_told_on_wish_and_a_stop_stops() {
    use crate::model::source::{Source, SourceKind};
    let mut desk = small();
    desk.change(desk.source("officials"), |source: &mut Source| {
        source.kind = SourceKind::Anonymous;
        source.contact = "+1 555 0142".into();
        source.url = "https://ministry.example/gale".into();
    });
    let told = |contacts| of(&desk.project, contacts).to_string();
    assert!(!told(false).contains("0142") && !told(false).contains("gale"));
    assert!(told(true).contains("0142") && told(true).contains("gale"));
    exported(&desk, |export| {
        let losses = json(export, &|_| true).unwrap().losses;
        assert!(losses.contains(&"1 confidential contact left out. Ask for contacts to have them.".to_owned()), "{losses:?}");
        assert_eq!(json(export, &|_| false).unwrap_err(), ExportError::Cancelled);
    });
}

#[test]
fn what_the_desk_decided_and_earlier_drafts_are_told_with_their_values() {
    use crate::model::document::{Document, Dropped, Offer};
    use crate::model::house::ToldApart;
    use crate::model::preset::Preset;
    use crate::model::stated::{Relation, Stated};
    let mut desk = small();
    let numbers = ["6,200 people", "2:40 a.m."].map(|words| desk.number(words));
    let article = desk.project.order()[0];
    desk.decide(|house| {
        house.presets = vec![Preset {
            name: "Lawyer".into(),
            sections: vec!["claims".into()],
            articles: vec![article],
            paper: "letter".into(),
            has_contacts: true,
            page: "https://desk.example/gate".into(),
            ..Preset::default()
        }];
        house.told_apart = vec![ToldApart { numbers: numbers.to_vec(), ..ToldApart::default() }];
        house.stated = vec![Stated::new(Relation::PerHead, numbers.to_vec())];
    });
    desk.change(article, |document: &mut Document| {
        let mut earlier = document.clone();
        earlier.meta.byline = "The desk".into();
        document.earlier = vec![std::sync::Arc::new(earlier)];
        let span = document.text.paragraphs()[1];
        document.dropped = vec![Dropped { span, offer: Offer::Aside }];
    });
    let value = of(&desk.project, false);
    assert_eq!(Schema::published().refusal(&value), None);
    let house = &value["house"];
    let numbers = numbers.map(|id| id.to_string());
    let told = serde_json::json!({ "name": "Lawyer", "sections": ["claims"], "articles": [article.to_string()], "filter": "", "names": "",
        "language": "", "paper": "letter", "contacts": true, "fonts": false, "page": "https://desk.example/gate" });
    assert_eq!(house["presets"], serde_json::json!([told]));
    assert_eq!(house["numbers_told_apart"], serde_json::json!([{ "numbers": numbers, "from": [] }]));
    assert_eq!(house["stated_checks"], serde_json::json!([{ "relation": "per head", "numbers": numbers }]));
    let told = &value["articles"][0];
    let draft = &told["earlier_drafts"][0];
    assert_eq!((&draft["byline"], &draft["text"], &draft["sha256"]), (&"The desk".into(), &told["text"], &told["sha256"]));
    let dropped = &told["not_offered_again"][0];
    assert_eq!((&dropped["offered_as"], dropped["start"].as_u64()), (&"aside".into(), Some("Gate jams in Merrowhaven\n".len() as u64)));
}

#[test]
fn a_cell_of_a_table_is_told_with_its_row_and_column() {
    use crate::model::document::structure::Kind;
    let mut desk = crate::testing::Desk::default();
    let cell = |row, column| Kind::Cell { row, column, is_head: row == 0 };
    desk.structured("Gates\nGate 3\nshut", &[("Gate 3", cell(0, 1)), ("shut", cell(4, 2))]);
    let value = of(&desk.project, false);
    assert_eq!(Schema::published().refusal(&value), None);
    let parts = value["articles"][0]["parts"].as_array().unwrap();
    let told: Vec<_> = parts.iter().map(|part| (part["kind"].as_str().unwrap(), part["row"].as_u64(), part["column"].as_u64())).collect();
    assert_eq!(told, [("head cell", Some(0), Some(1)), ("cell", Some(4), Some(2))]);
}
