//! `tickmark check`: what the rules find in a project, for people or for scripts.

use std::path::PathBuf;

use serde::Serialize;

use super::terminal::say;
use super::{FAILED, FLAWED, SOUND, complain, count, open, size};
use crate::lint::{self, Finding, Rule, Severity, Subject};
use crate::model::annotation::Mention;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::storage::Warning;

/// Tell what should be looked at before a project goes out
#[derive(clap::Args)]
#[command(after_help = "Exit code: 0 no errors (there may be warnings and notes), 1 errors were found, 2 the project cannot be read.")]
pub(super) struct Arguments {
    /// The project file
    #[arg(value_name = "P.ron")]
    project: PathBuf,
    /// Print JSON for scripts
    #[arg(long)]
    json: bool,
}

/// The answer for scripts.
#[derive(Serialize)]
struct Answer<'a> {
    project: &'a str,
    articles: usize,
    claims: usize,
    /// Whether no error was found.
    sound: bool,
    findings: Vec<Line<'a>>,
    /// Rules that the desk switched off for this project.
    switched_off: Vec<Off<'a>>,
    /// What was wrong with the file itself.
    warnings: Vec<String>,
}

/// One finding for scripts.
#[derive(Serialize)]
struct Line<'a> {
    rule: &'static str,
    severity: &'static str,
    /// Claim, number, source or article.
    kind: &'static str,
    id: String,
    /// Label and quote, or the name.
    subject: String,
    words: &'a str,
}

/// A rule that is switched off, for scripts.
#[derive(Serialize)]
struct Off<'a> {
    rule: &'a str,
    reason: &'a str,
    by: &'a str,
}

pub(super) fn run(arguments: &Arguments) -> u8 {
    let opened = match open(&arguments.project) {
        Ok(opened) => opened,
        Err(error) => {
            complain(&error.to_string());
            return FAILED;
        }
    };
    let lookup = Lookup::new(&opened.project);
    let findings = lint::findings(&opened.project, &lookup, super::now());
    let is_sound = !findings.iter().any(|finding| finding.severity == Severity::Error);
    if arguments.json {
        say(&json(&opened.project, &lookup, &findings, &opened.warnings));
    } else {
        in_words(&opened.project, &lookup, &findings);
    }
    if is_sound { SOUND } else { FLAWED }
}

fn in_words(project: &Project, lookup: &Lookup, findings: &[Finding]) {
    for finding in findings {
        let subject = lint::subject_words(project, lookup, finding.subject);
        say(&format!("{:8} {subject}: {}", finding.severity.word(), finding.words));
    }
    for off in &project.house().switched_off {
        let title = Rule::of_code(&off.rule).map_or(off.rule.as_str(), |rule| rule.title());
        say(&format!("{:8} {title}: {}", "off", off.reason.trim()));
    }
    let of = |severity: Severity| {
        let found = findings.iter().filter(|finding| finding.severity == severity).count();
        count(found, severity.word())
    };
    let (errors, warnings, notes) = (of(Severity::Error), of(Severity::Warning), of(Severity::Note));
    say(&format!("{errors}, {warnings}, {notes} in “{}” ({}).", project.name(), size(project)));
}

fn json(project: &Project, lookup: &Lookup, findings: &[Finding], warnings: &[Warning]) -> String {
    let answer = Answer {
        project: project.name(),
        articles: project.order().len(),
        claims: project.claims().len(),
        sound: !findings.iter().any(|finding| finding.severity == Severity::Error),
        findings: findings.iter().map(|finding| line(project, lookup, finding)).collect(),
        switched_off: project.house().switched_off.iter().map(|off| Off { rule: &off.rule, reason: &off.reason, by: &off.by }).collect(),
        warnings: warnings.iter().map(ToString::to_string).collect(),
    };
    // Strings and numbers alone can always be written as JSON.
    serde_json::to_string_pretty(&answer).unwrap_or_default()
}

fn line<'a>(project: &Project, lookup: &Lookup, finding: &'a Finding) -> Line<'a> {
    let (kind, id) = match finding.subject {
        Subject::Record(record @ Mention::Claim(id)) => (record.tag().word(), id.to_string()),
        Subject::Record(record @ Mention::Number(id)) => (record.tag().word(), id.to_string()),
        Subject::Record(record @ Mention::Source(id)) => (record.tag().word(), id.to_string()),
        Subject::Document(id) => ("article", id.to_string()),
    };
    let subject = lint::subject_words(project, lookup, finding.subject);
    Line { rule: finding.rule.code(), severity: finding.severity.word(), kind, id, subject, words: &finding.words }
}
