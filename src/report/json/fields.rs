//! Every field of the project file is in the schema of the JSON file, under its own name or another one, or it is said here why it is not.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use serde_json::Value;

/// The types of the project file. Only its text is read: the report may not know the storage.
const FILE: &str = include_str!("../../storage/format.rs");
const SCHEMA: &str = include_str!("../../../docs/schema/project.schema.json");

/// A record of the project file: its name, where the schema has it, fields that have another name there (or, with a slash, stand in
/// another place), and fields that are left out, with the reason.
type Record = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static [(&'static str, &'static str)]);

const HOUSE: &str = "/properties/house";

const RECORDS: &[Record] = &[
    (
        "File",
        "",
        &[
            ("scale", "/properties/house/properties/scales"),
            ("more_scales", "/properties/house/properties/scales"),
            ("grades", "/properties/house/properties/grades"),
            ("switched_off", "/properties/house/properties/switched_off"),
            ("filters", "/properties/house/properties/filters"),
            ("templates", "/properties/house/properties/letters"),
            ("presets", "/properties/house/properties/presets"),
            ("kept_apart", "/properties/house/properties/sources_kept_apart"),
            ("told_apart", "/properties/house/properties/numbers_told_apart"),
            ("stated", "/properties/house/properties/stated_checks"),
            ("documents", "articles"),
            ("quantities", "numbers"),
            ("annotations", "/$defs/article/properties/marks"),
            ("exclusions", "/$defs/article/properties/not_checkable"),
            ("changes", "history"),
        ],
        &[
            ("version", "of the project file; the JSON file has its own"),
            ("least_reader", "how the project file is to be read, not what is in the project"),
        ],
    ),
    (
        "House",
        HOUSE,
        &[
            ("templates", "letters"),
            ("kept_apart", "sources_kept_apart"),
            ("told_apart", "numbers_told_apart"),
            ("stated", "stated_checks"),
        ],
        &[],
    ),
    ("Scale", "/$defs/scale", &[("words", "values")], &[]),
    ("ScaleValue", "/$defs/scale/properties/values/items", &[], &[]),
    ("GradeWord", "/$defs/named", &[("sign", "name"), ("meaning", "text")], &[]),
    ("SwitchedOff", "/properties/house/properties/switched_off/items", &[], &[]),
    ("SavedFilter", "/$defs/named", &[("query", "text")], &[]),
    ("Preset", "/properties/house/properties/presets/items", &[], &[]),
    ("Template", "/$defs/named", &[("letter", "name")], &[]),
    ("KeptApart", HOUSE, &[("one", "sources_kept_apart"), ("other", "sources_kept_apart")], &[]),
    ("ToldApart", "/properties/house/properties/numbers_told_apart/items", &[], &[]),
    ("Stated", "/properties/house/properties/stated_checks/items", &[], &[]),
    ("KeptFile", "/$defs/file", &[("path", "name")], &[]),
    ("SignOff", "/$defs/sign_off", &[], &[]),
    (
        "Document",
        "/$defs/article",
        &[
            ("url", "address"),
            ("archive_url", "archived_at"),
            ("origin", "read_from"),
            ("dropped", "not_offered_again"),
            ("line_end", "line_ends"),
            ("bom", "had_byte_order_mark"),
            ("structure", "parts"),
            ("earlier", "earlier_drafts"),
        ],
        &[],
    ),
    ("Place", "/$defs/place", &[], &[]),
    ("Doubt", "/$defs/doubt", &[], &[]),
    (
        "Source",
        "/$defs/source",
        &[("url", "address"), ("archive_url", "archived_at"), ("contact_open", "is_contact_open"), ("heard_by", "heard_through")],
        &[],
    ),
    ("Group", "/$defs/group", &[("apart", "why_not_comparable")], &[]),
    ("Quantity", "/$defs/number", &[("approximation", "meant_as"), ("edited", "was_typed"), ("apart", "why_not_comparable")], &[]),
    ("Value", "/$defs/number", &[("low", "value"), ("high", "to")], &[]),
    ("Claim", "/$defs/claim", &[("home", "article"), ("speaker", "said_by"), ("created", "at")], &[]),
    ("Rating", "/$defs/rating", &[("grade", "place")], &[]),
    (
        "SignedRating",
        "/$defs/claim/properties/other_ratings/items",
        &[("grade", "rating"), ("word", "rating"), ("scale", "rating"), ("reason", "rating")],
        &[],
    ),
    ("Evidence", "/$defs/evidence", &[("url", "address"), ("archive_url", "archived_at"), ("document", "article")], &[]),
    ("Correction", "/$defs/claim/properties/correction/anyOf/0", &[], &[]),
    ("Agreement", "/$defs/claim/properties/correction/anyOf/0/properties/agreed/items", &[], &[]),
    ("Annotation", "/$defs/mark", &[("mention", "mentions"), ("created", "at"), ("document", "/$defs/article/properties/marks")], &[]),
    ("Link", "/$defs/link", &[("cue", "attributed_by")], &[]),
    ("Exclusion", "/$defs/passage", &[("document", "/$defs/article/properties/not_checkable")], &[]),
    ("Change", "/$defs/change", &[("subject", "record")], &[]),
    ("Flag", "/$defs/flag", &[("kind", "record")], &[]),
];

/// The records of the project file and their fields.
fn records() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let (head, field) = (Regex::new(r"^    pub struct (\w+) \{$").unwrap(), Regex::new(r"^        pub (\w+):").unwrap());
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut current = "";
    for line in FILE.lines() {
        if let Some(name) = head.captures(line) {
            current = name.get(1).unwrap().as_str();
            found.entry(current).or_default();
        } else if let Some(name) = field.captures(line) {
            found.get_mut(current).unwrap().insert(name.get(1).unwrap().as_str());
        }
    }
    found
}

/// Whether the schema has that property and asks for it in every file.
fn is_required(schema: &Value, place: &str) -> bool {
    let Some((of, name)) = place.rsplit_once("/properties/") else { return false };
    let Some(object) = schema.pointer(of) else { return false };
    let required = object["required"].as_array().is_some_and(|names| names.iter().any(|other| other == name));
    required && object["properties"].get(name).is_some()
}

/// What is wrong between a set of records and the schema, in words.
fn faults(records: &BTreeMap<&str, BTreeSet<&str>>, schema: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, fields) in records {
        let Some((_, place, renamed, left_out)) = RECORDS.iter().find(|(record, ..)| record == name) else {
            faults.push(format!("{name} is not listed"));
            continue;
        };
        for field in fields.iter().filter(|field| !left_out.iter().any(|(other, _)| other == *field)) {
            let told = renamed.iter().find(|(other, _)| other == field).map_or(*field, |(_, told)| told);
            let told = if told.starts_with('/') { told.to_owned() } else { format!("{place}/properties/{told}") };
            if !is_required(schema, &told) {
                faults.push(format!("{name}.{field} is not in the JSON as {told}"));
            }
        }
        let gone = renamed.iter().chain(*left_out).filter(|(field, _)| !fields.contains(field));
        faults.extend(gone.map(|(field, _)| format!("{name}.{field} is listed and is no field")));
    }
    let gone = RECORDS.iter().filter(|(name, ..)| !records.contains_key(name));
    faults.extend(gone.map(|(name, ..)| format!("{name} is listed and is no record")));
    faults
}

#[test]
fn every_field_of_the_project_file_is_in_the_json_or_said_to_be_left_out() {
    let (records, schema) = (records(), serde_json::from_str(SCHEMA).unwrap());
    assert!(records.len() > 25 && records["Claim"].len() > 15, "the records were not found");
    assert_eq!(faults(&records, &schema), Vec::<String>::new());
    // A field that nobody has written into the JSON is told, and so are a new record and one that is gone.
    let mut more = records.clone();
    more.get_mut("Preset").unwrap().insert("colour");
    more.insert("Weather", BTreeSet::new());
    more.remove("Stated");
    let expected = [
        "Preset.colour is not in the JSON as /properties/house/properties/presets/items/properties/colour",
        "Weather is not listed",
        "Stated is listed and is no record",
    ];
    assert_eq!(faults(&more, &schema), expected);
}
