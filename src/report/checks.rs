//! Before it goes out: every rule once, with what it found.

use super::Jump;
use super::desk::Desk;
use super::words::join_filled;
use crate::lint::{Finding, Rule, Severity, Subject};
use crate::model::house::SwitchedOff;

/// One rule and what it found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The rule.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// `9 claims name no source`, or `Every claim names a source`.
    pub words: String,
    /// What it found, in order.
    pub lines: Vec<CheckLine>,
}

/// A rule that is switched off for the project, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Off {
    /// Its code.
    pub code: String,
    /// Its name; the code where this version does not know it.
    pub title: String,
    /// Why.
    pub reason: String,
    /// Who switched it off, and when: `RK, 21 November 2026, 14:32`.
    pub by: String,
}

/// One finding of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckLine {
    /// Its subject in words: `A14 “there were no…”`.
    pub subject: String,
    /// What was found.
    pub words: String,
    /// Where to look.
    pub jump: Jump,
}

impl Check {
    /// Whether nothing was found.
    pub fn is_fine(&self) -> bool {
        self.lines.is_empty()
    }
}

/// Rules that are switched off, in the order in which they were.
pub(super) fn off(desk: &Desk<'_>) -> Vec<Off> {
    let off = |off: &SwitchedOff| Off {
        code: off.rule.clone(),
        title: Rule::of_code(&off.rule).map_or_else(|| off.rule.clone(), |rule| desk.language.rule(rule).into_owned()),
        reason: off.reason.trim().to_owned(),
        by: join_filled(&[&desk.person(&off.by), &desk.date_and_time(off.at)], ", "),
    };
    desk.project.house().switched_off.iter().map(off).collect()
}

/// Rules with findings first, the gravest first. What nobody looks for is not said to be fine.
pub(super) fn rows(desk: &Desk<'_>) -> Vec<Check> {
    let check = |rule: Rule| {
        let found = desk.findings.iter().filter(|finding| finding.rule == rule);
        let lines: Vec<_> = found.map(|finding| line(desk, finding)).collect();
        Check { rule, severity: rule.severity(), words: desk.language.checked(rule, lines.len()), lines }
    };
    let mut checks: Vec<_> = Rule::ALL.into_iter().filter(|rule| desk.project.house().why_off(rule.code()).is_none()).map(check).collect();
    checks.sort_by_key(Check::is_fine);
    checks
}

fn line(desk: &Desk<'_>, finding: &Finding) -> CheckLine {
    let jump = match finding.subject {
        Subject::Record(record) => Jump::Record(record),
        Subject::Document(id) => Jump::Document(id),
    };
    CheckLine { subject: desk.subject(finding.subject), words: desk.words_of(finding), jump }
}

#[cfg(test)]
mod tests {
    use crate::lint::subject_words;
    use crate::model::lookup::Lookup;
    use crate::report::testing::{invented, small};
    use crate::report::tests::input;
    use crate::report::{BuildInput, Jump, Language, Options, build};

    #[test]
    fn english_names_a_subject_as_the_window_does() {
        use crate::lint::Subject;
        for desk in [small(), invented()] {
            let (project, lookup) = (&desk.project, Lookup::new(&desk.project));
            let report = build(project, &lookup, &input());
            let lines: Vec<_> = report.checks.iter().flat_map(|check| &check.lines).collect();
            assert!(lines.len() > 5);
            for line in lines {
                let subject = match line.jump {
                    Jump::Record(record) => Subject::Record(record),
                    Jump::Document(id) => Subject::Document(id),
                    other => panic!("{other:?}"),
                };
                assert_eq!(line.subject, subject_words(project, &lookup, subject));
            }
        }
    }

    #[test]
    fn another_language_says_each_finding_in_a_sentence_of_its_own() {
        let desk = small();
        let told = |language| {
            let input = BuildInput { options: Options { language, ..Options::default() }, ..input() };
            let checks = build(&desk.project, &Lookup::new(&desk.project), &input).checks;
            let lines = checks.iter().map(|check| {
                let lines: Vec<_> = check.lines.iter().map(|line| format!("{}: {}", line.subject, line.words)).collect();
                format!("{} [{}]", check.words, lines.join(" | "))
            });
            lines.collect::<Vec<_>>()
        };
        let german = told(Language::German);
        insta::assert_snapshot!(german.join("\n"));
        let english = told(Language::English);
        for language in Language::ALL.into_iter().skip(1) {
            let lines = told(language);
            assert_eq!(lines.len(), english.len());
            assert!(lines.iter().zip(&english).all(|(line, english)| line != english), "{lines:?}");
        }
    }
}
