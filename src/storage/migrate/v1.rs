//! Version 1 to version 2: one record a line in place of one field a line, and the least reader behind the version. Frozen: these
//! are the types of version 1 as they were, apart from those of the current version, and are never changed again.

use ron::error::SpannedError;
use ron::value::RawValue;
use serde::de::MapAccess;

use crate::storage::record::{Field, Read, parse, records};
use crate::storage::written::{Lines, Out, Verbatim, Written, write_name};

macro_rules! words {
    ($($name:ident $default:literal;)+) => {$(
        /// A word of a closed list, as it stands in the file.
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name(String);

        impl Default for $name {
            fn default() -> Self {
                $name($default.to_owned())
            }
        }

        impl Written for $name {
            fn write(&self, out: &mut Out) {
                out.push(&self.0);
            }
        }

        impl<'de> Field<'de> for $name {
            fn next<A: MapAccess<'de>>(map: &mut A) -> Result<Read<Self>, A::Error> {
                map.next_value::<&RawValue>().map(|raw| Ok($name(raw.trim().get_ron().to_owned())))
            }
        }
    )+};
}

words! {
    LineEnd "Lf";
    SourceKind "Person";
    FirstHand "Unclear";
    Approximation "Exact";
    Status "Open";
    Stance "Context";
    Role "RestsOn";
    Reason "Opinion";
    Mention "Claim(\"\")";
}

records! {
    pub struct File {
        pub version: u32,
        pub name: String,
        pub id: String,
        pub scale: Scale,
        pub documents: Vec<Document>,
        pub sources: Vec<Source>,
        pub quantities: Vec<Quantity>,
        pub claims: Vec<Claim>,
        pub annotations: Vec<Annotation>,
        pub links: Vec<Link>,
        pub exclusions: Vec<Exclusion>,
        pub changes: Vec<Change>,
    }

    pub struct Scale {
        pub name: String,
        pub words: Vec<String>,
    }

    pub struct Document {
        pub id: String,
        pub title: String,
        pub outlet: String,
        pub byline: String,
        pub published: String,
        pub url: String,
        pub archive_url: String,
        pub origin: String,
        pub opened: String,
        pub sha256: String,
        pub line_end: LineEnd,
        pub bom: bool,
        pub text: Lines,
    }

    pub struct Place {
        pub start: usize,
        pub end: usize,
        pub exact: String,
        pub prefix: String,
        pub suffix: String,
    }

    pub struct Source {
        pub id: String,
        pub name: String,
        pub kind: SourceKind,
        pub role: String,
        pub locator: String,
        pub grade: String,
        pub first_hand: FirstHand,
        pub note: String,
    }

    pub struct Quantity {
        pub id: String,
        pub value: Option<Value>,
        pub unit: String,
        pub approximation: Approximation,
        pub measured: String,
        pub of: String,
        pub as_of: String,
        pub edited: bool,
    }

    pub struct Value {
        pub low: String,
        pub high: Option<String>,
    }

    pub struct Claim {
        pub id: String,
        pub home: String,
        pub number: u32,
        pub restatement: String,
        pub status: Status,
        pub status_since: String,
        pub rating: Option<Rating>,
        pub evidence: Vec<Evidence>,
        pub correction: Option<Correction>,
        pub note: String,
        pub created: String,
        pub by: String,
    }

    pub struct Rating {
        pub grade: u8,
        pub reason: String,
    }

    pub struct Evidence {
        pub id: String,
        pub text: String,
        pub url: String,
        pub locator: String,
        pub stance: Stance,
    }

    pub struct Correction {
        pub wording: String,
    }

    pub struct Annotation {
        pub id: String,
        pub document: String,
        pub place: Place,
        pub mention: Mention,
        pub note: String,
        pub keywords: Vec<String>,
        pub created: String,
        pub by: String,
    }

    pub struct Link {
        pub id: String,
        pub from: Mention,
        pub to: Mention,
        pub role: Role,
        pub note: String,
    }

    pub struct Exclusion {
        pub id: String,
        pub document: String,
        pub place: Place,
        pub reason: Reason,
    }

    pub struct Change {
        pub id: String,
        pub at: String,
        pub by: String,
        pub subject: Mention,
        pub field: String,
        pub before: String,
        pub after: String,
    }
}

/// A file of version 1 as one of version 2.
///
/// # Errors
/// When it is no file of version 1, with the place in it.
pub fn to_v2(text: &str) -> Result<String, SpannedError> {
    let file: File = parse(text)?;
    let mut out = Out { text: "(\n".to_owned(), breaks_lines: true };
    field("version", &2_u32, &mut out);
    field("least_reader", &2_u32, &mut out);
    field("name", &file.name, &mut out);
    field("id", &file.id, &mut out);
    field("scale", &file.scale, &mut out);
    list("documents", &file.documents, &mut out);
    list("sources", &file.sources, &mut out);
    list("quantities", &file.quantities, &mut out);
    list("claims", &file.claims, &mut out);
    list("annotations", &file.annotations, &mut out);
    list("links", &file.links, &mut out);
    list("exclusions", &file.exclusions, &mut out);
    list("changes", &file.changes, &mut out);
    for (name, value) in file.unknown.iter() {
        field(name, &Verbatim(value), &mut out);
    }
    out.push(")\n");
    Ok(out.text)
}

fn field(name: &str, value: &impl Written, out: &mut Out) {
    out.push("  ");
    write_name(name, out);
    out.push(": ");
    value.write(out);
    out.push(",\n");
}

fn list<T: Written>(name: &str, records: &[T], out: &mut Out) {
    out.push(&format!("  {name}: [\n"));
    for record in records {
        out.push("    ");
        record.write(out);
        out.push(",\n");
    }
    out.push("  ],\n");
}
