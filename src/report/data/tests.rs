//! What the tables hold, and what spreadsheets and programs read of them.

use super::*;
use crate::model::annotation::Mention;
use crate::model::change::Change;
use crate::model::claim::Claim;
use crate::model::id::ChangeId;
use crate::model::source::{Source, SourceKind};
use crate::report::Options;
use crate::report::export::testing::{converted, exported, exported_with, has, python};
use crate::report::testing::{HOSTILE, hostile, invented, small};
use crate::testing::{Desk, NOW};

/// Cells in a line each, `head: words`, blank ones left out.
fn told(table: &Table) -> String {
    let mut out = format!("== {}\n", table.name);
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len(), "{}", table.name);
        for (column, cell) in table.columns.iter().zip(row).filter(|(_, cell)| !cell.is_blank()) {
            out.push_str(&format!("{}: {}\n", column.head, words(cell)));
        }
        out.push_str("--\n");
    }
    out
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => words.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Status(status) => status.word().to_lowercase(),
        Cell::Grade(grade) => grade.value().to_string(),
    }
}

fn table<'a>(tables: &'a [Table], name: &str) -> &'a Table {
    tables.iter().find(|table| table.name == name).unwrap()
}

#[test]
fn all_tables_of_a_small_project() {
    let told: String = exported(&small(), |export| tables(export).iter().map(told).collect());
    insta::assert_snapshot!(told);
}

#[test]
fn every_table_tells_of_the_same_claims_and_heads_differ() {
    exported(&invented(), |export| {
        let tables = tables(export);
        assert_eq!(table(&tables, "claims").rows.len(), export.project.claims().len());
        assert_eq!(table(&tables, "mentions").rows.len(), export.project.annotations().len());
        assert_eq!(table(&tables, "links").rows.len(), export.project.links().len());
        for table in &tables {
            let heads: std::collections::BTreeSet<_> = table.columns.iter().map(|column| column.head).collect();
            assert_eq!(heads.len(), table.columns.len(), "{}", table.name);
        }
    });
}

/// A source that was named before it was protected, with a contact.
fn protected() -> Desk {
    let mut desk = Desk::default();
    desk.article("[It rained|claim], [Ann Gale|source] said; [Bo Dale|source] agreed.");
    let (ann, bo) = (desk.source("Ann Gale"), desk.source("Bo Dale"));
    desk.change(ann, |source: &mut Source| {
        source.name = "An official of the ministry".into();
        source.kind = SourceKind::Anonymous;
        source.contact = "+1 555 0142".into();
        source.url = "https://ministry.example/gale".into();
        source.heard_by = "Cy Gale".into();
    });
    desk.change(bo, |source: &mut Source| source.contact = "bo@dale.example".into());
    let mut line = |subject: Mention, field: &str, before: &str, after: &str| {
        let id = ChangeId(desk.id());
        let (field, before, after) = (field.to_owned(), before.to_owned(), after.to_owned());
        let change = Change { id, at: NOW, by: "RK".into(), subject, field, before, after, unknown: Default::default() };
        desk.add(change);
    };
    line(Mention::Source(ann), "name", "Ann Gale", "An official of the ministry");
    line(Mention::Source(bo), "contact", "", "bo@dale.example");
    line(Mention::Source(bo), "name", "Bo", "Bo Dale");
    let claim = Mention::Claim(crate::testing::claim(&desk.project, "A1"));
    let mut line = |before: &str, after: &str| {
        let id = ChangeId(desk.id());
        let (field, before, after) = ("rests on".to_owned(), before.to_owned(), after.to_owned());
        desk.add(Change { id, at: NOW, by: "RK".into(), subject: claim, field, before, after, unknown: Default::default() });
    };
    line("", "Ann Gale");
    line("", "Bo Dale");
    desk
}

#[test]
fn contacts_and_former_names_of_protected_sources_are_not_told() {
    let desk = protected();
    exported(&desk, |export| {
        let tables = tables(export);
        let (sources, changes) = (told(table(&tables, "sources")), told(table(&tables, "changes")));
        for secret in ["Gale", "0142", "dale.example"] {
            assert!(!sources.contains(secret) && !changes.contains(secret), "{sources}{changes}");
        }
        assert!(changes.contains("before: Bo\nafter: Bo Dale"), "{changes}");
        assert!(csv(export).losses.iter().any(|loss| loss.starts_with("2 confidential contacts left out")));
    });
    let options = Options { has_contacts: true, ..Options::default() };
    exported_with(&desk.project, &options, |export| {
        let sources = told(table(&tables(export), "sources"));
        assert!(sources.contains("0142") && sources.contains("bo@dale.example") && !sources.contains("Gale"), "{sources}");
    });
}

#[test]
fn python_reads_every_cell_back_as_it_was_and_none_is_a_formula() {
    if !has("python3") {
        return;
    }
    let mut files = Vec::new();
    let mut expected = Vec::new();
    for words in HOSTILE.iter().copied().chain(["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2+3", "\t=1", "a\r\nb;c"]) {
        exported(&hostile(words), |export| {
            files.extend(csv(export).files.into_iter().map(|file| String::from_utf8(file.bytes).unwrap()));
            expected.extend(tables(export));
        });
    }
    for (rows, table) in read_by_python(&files).iter().zip(&expected) {
        assert_eq!(rows.len(), table.rows.len() + 1, "{}", table.name);
        for (read, row) in rows.iter().skip(1).zip(&table.rows) {
            assert_eq!(read.len(), row.len());
            for (read, cell) in read.iter().zip(row) {
                let is_number = matches!(cell, Cell::Number(_));
                assert!(is_number || !read.starts_with(['=', '+', '-', '@', '\t', '\r']), "{read:?}");
                let undone = read.strip_prefix('\'').filter(|rest| *rest == words_of(cell)).unwrap_or(read);
                assert_eq!(undone, words_of(cell));
            }
        }
    }
    assert_eq!(expected.len(), files.len());
}

/// The rows of CSV files as Python's csv module has them.
fn read_by_python(files: &[String]) -> Vec<Vec<Vec<String>>> {
    let program = "import csv,io,json,sys\n\
        read=lambda text: list(csv.reader(io.StringIO(text.removeprefix(chr(0xfeff)),newline=''),strict=True))\n\
        print(json.dumps([read(text) for text in json.load(sys.stdin)]))";
    serde_json::from_str(&python(program, &serde_json::to_vec(files).unwrap())).unwrap()
}

/// The words of a cell as a file can hold them.
fn words_of(cell: &Cell) -> String {
    words(cell).replace('\0', "\u{fffd}")
}

#[test]
fn the_workbook_is_the_same_bytes_each_time_and_can_be_stopped() {
    exported(&small(), |export| {
        let book = || xlsx(export, &|_| true).unwrap().files.remove(0).bytes;
        let (one, other) = (book(), book());
        assert_eq!(one, other);
        assert_eq!(xlsx(export, &|_| false).unwrap_err(), crate::report::export::ExportError::Cancelled);
    });
}

#[test]
fn what_a_cell_cannot_hold_is_cut_short_and_told() {
    let mut desk = small();
    desk.change(desk.claim("A1"), |claim: &mut Claim| claim.note = "👍".repeat(20_000));
    let losses = exported(&desk, |export| xlsx(export, &|_| true).unwrap().losses);
    assert!(losses.contains(&"1 text was cut short, since a cell holds 32,767 characters.".to_owned()), "{losses:?}");
}

#[test]
fn libreoffice_reads_the_workbook_as_the_tables_have_it() {
    if !has("soffice") || !has("python3") {
        return;
    }
    for desk in [small(), hostile("=HYPERLINK(\"https://a.example\",\"x\")"), hostile("<b>&amp; \u{202e}x \u{1} _x0041_")] {
        exported(&desk, |export| {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("book.xlsx"), &xlsx(export, &|_| true).unwrap().files[0].bytes).unwrap();
            // All sheets, values as they are and not as they are shown (token 8 and 12 of the filter options of LibreOffice).
            converted(folder.path(), "book.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1");
            for table in tables(export) {
                let file = std::fs::read_to_string(folder.path().join(format!("book-{}.csv", table.name))).unwrap();
                let rows = read_by_python(&[file]).remove(0);
                let shown = |cell: &Cell| match cell {
                    Cell::Number(number) => number.normalize().to_string(),
                    cell => words(cell),
                };
                let expected: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(shown).collect()).collect();
                assert_eq!(rows.iter().skip(1).cloned().collect::<Vec<_>>(), expected, "{}", table.name);
            }
        });
    }
}

#[test]
fn heads_are_in_the_language_of_the_report_and_in_english_names_for_programs() {
    let desk = small();
    for language in Language::ALL {
        let options = Options { language, ..Options::default() };
        exported_with(&desk.project, &options, |export| {
            let files = csv(export).files;
            for (table, file) in tables(export).iter().zip(&files) {
                let heads: Vec<_> = table.columns.iter().map(|column| column.head_in(language).into_owned()).collect();
                let distinct: std::collections::BTreeSet<_> = heads.iter().collect();
                assert_eq!(distinct.len(), heads.len(), "{language:?} {}: {heads:?}", table.name);
                assert!(heads.iter().all(|head| !head.starts_with("head-")), "{language:?} {}: {heads:?}", table.name);
                let names: Vec<_> = table.columns.iter().map(|column| column.head).collect();
                assert_eq!(heads == names, language == Language::English, "{language:?} {}", table.name);
                let text = std::str::from_utf8(&file.bytes).unwrap().trim_start_matches('\u{feff}');
                assert_eq!(text.lines().next(), Some(heads.join(",").as_str()));
            }
        });
    }
    let options = Options { language: Language::German, ..Options::default() };
    let claims = exported_with(&desk.project, &options, |export| csv(export).files.remove(0).bytes);
    let claims = String::from_utf8(claims).unwrap();
    assert!(claims.contains("Behauptung,Artikel,Absatz,Zitat,Stand,Bewertung,") && claims.contains("Stützt sich nur auf anonyme Quellen"));
}
