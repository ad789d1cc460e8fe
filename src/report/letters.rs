//! Letters: questions to the writer of an article and the list of changes for its editor, from a text with placeholders that the desk
//! may change; as plain text, Markdown, or a draft for a mail program.

mod mail;
mod template;

pub use template::{PLACEHOLDERS, TemplateError, check};

use jiff::tz::Offset;

use super::markdown::escape;
use super::words;
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Status};
use crate::model::document::Document;
use crate::model::id::DocumentId;
pub use crate::model::letter::{Letter, LetterForm};
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
use crate::model::project::Project;

/// Who writes, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// Name or initials of the checker.
    pub checker: String,
    /// Now.
    pub now: Moment,
    /// Difference of the checker's clock to UTC.
    pub offset: Offset,
}

/// Writes a letter about an article.
///
/// # Errors
/// When the text it is made from has a placeholder that there is not, or an `{each}` without its `{end}`.
pub fn write(
    (project, lookup): (&Project, &Lookup),
    document: DocumentId,
    (letter, form): (Letter, LetterForm),
    writing: &Writing,
) -> Result<String, TemplateError> {
    let Some(article) = project.document(document) else { return Ok(String::new()) };
    let desk = Desk { project, lookup, article, writing };
    let items: Vec<_> = desk.claims().into_iter().filter_map(|claim| desk.item(claim, letter)).collect();
    let facts = desk.facts(items.len());
    let safe = |words: &str| if form == LetterForm::Markdown { escape::text(words) } else { words.to_owned() };
    let filled = template::fill(template_of(letter, project), (&facts, &items), safe)?;
    Ok(match form {
        LetterForm::Text => filled,
        LetterForm::Markdown => hard_breaks(&filled),
        LetterForm::Mail => mail::draft(&filled, writing),
    })
}

/// Lines stay lines in Markdown: a backslash ends each that another one follows.
fn hard_breaks(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let goes_on = !line.trim().is_empty() && lines.peek().is_some_and(|next| !next.trim().is_empty());
        out.push_str(line);
        out.push_str(if goes_on { "\\\n" } else { "\n" });
    }
    out
}

/// The text that it is made from where the desk has none of its own.
pub fn usual_template(letter: Letter) -> &'static str {
    match letter {
        Letter::Questions => {
            "Subject: Questions on “{article}”\n\nDear {writer},\n\nwe are checking “{article}” ({outlet}, {date}). \
                 Open questions: {count}.\n{each}\n{claim}, {paragraph}: “{words}”\n{question}{due}\n{end}\nThank you,\n{checker}\n{today}\n"
        }
        Letter::Changes => {
            "Subject: Changes in “{article}”\n\n“{article}” ({outlet}, {date}). Changes: {count}.\n{each}\n{claim}, {paragraph}\nStands: \
                 {words}\nShould be: {new}\nWhy: {why}\n{end}\n{checker}, {today}\n"
        }
    }
}

/// The text that it is made from in a project.
pub fn template_of(letter: Letter, project: &Project) -> &str {
    let own = project.house().templates.iter().find(|template| template.letter == letter.code());
    own.map(|template| template.text.as_str()).filter(|text| !text.trim().is_empty()).unwrap_or(usual_template(letter))
}

/// Names of placeholders with what stands for them.
type Values = Vec<(&'static str, String)>;

struct Desk<'a> {
    project: &'a Project,
    lookup: &'a Lookup,
    article: &'a Document,
    writing: &'a Writing,
}

impl Desk<'_> {
    fn claims(&self) -> Vec<&Claim> {
        let ids = self.lookup.claims_in(self.project, self.article.id);
        ids.into_iter().filter_map(|(id, _)| self.project.claims().get(&id)).collect()
    }

    fn facts(&self, count: usize) -> Values {
        let meta = &self.article.meta;
        let or = |words: &str, instead: &str| if words.trim().is_empty() { instead.to_owned() } else { words.trim().to_owned() };
        vec![
            ("article", self.article.title().to_owned()),
            ("letter", self.project.letter(self.article.id)),
            ("outlet", or(&meta.outlet, "outlet not known")),
            ("date", or(&meta.published, "date not known")),
            ("writer", or(&meta.byline, "colleague")),
            ("checker", or(&self.writing.checker, "The checking desk")),
            ("today", words::date_and_time(self.writing.now, self.writing.offset)),
            ("count", count.to_string()),
        ]
    }

    /// What is said of a claim; nothing where the letter is not about it.
    fn item(&self, claim: &Claim, letter: Letter) -> Option<Values> {
        let waiting: Vec<_> = claim.evidence.iter().filter(|row| row.is_waiting()).collect();
        let is_about = match letter {
            Letter::Questions => matches!(claim.status, Status::Asked | Status::Unresolved) || !waiting.is_empty(),
            Letter::Changes => claim.correction.is_some() || claim.status == Status::Cut,
        };
        if !is_about {
            return None;
        }
        let asked: Vec<_> = waiting.iter().map(|row| row.question.trim()).collect();
        let question = if !asked.is_empty() {
            asked.join("\n")
        } else if !claim.note.trim().is_empty() {
            claim.note.trim().to_owned()
        } else {
            "Where does this come from?".to_owned()
        };
        let due = waiting.iter().filter_map(|row| row.due).min();
        let due = due.map_or_else(String::new, |due| format!(" (by {})", words::date_and_time(due, self.writing.offset)));
        let new = match &claim.correction {
            Some(correction) if claim.status != Status::Cut && !correction.wording.trim().is_empty() => {
                correction.wording.trim().to_owned()
            }
            _ => "(take it out)".to_owned(),
        };
        let reason = claim.rating.as_ref().map(|rating| rating.reason.trim()).filter(|reason| !reason.is_empty());
        let why = reason.unwrap_or(claim.note.trim()).to_owned();
        Some(vec![
            ("claim", self.project.claim_label(claim.id)),
            ("paragraph", self.paragraph(claim)),
            ("words", self.quote(claim)),
            ("question", question),
            ("due", due),
            ("note", claim.note.trim().to_owned()),
            ("new", new),
            ("why", if why.is_empty() { "no reason given".to_owned() } else { why }),
            ("rating", claim.rating.as_ref().map_or_else(String::new, |rating| self.project.rating_label(rating))),
        ])
    }

    /// The words of its mention in this article, on one line.
    fn quote(&self, claim: &Claim) -> String {
        let mark = self.mark(claim);
        let words = mark.map_or_else(|| self.lookup.quote(self.project, Mention::Claim(claim.id)), |mark| self.project.quote(mark));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn paragraph(&self, claim: &Claim) -> String {
        let Some(mark) = self.mark(claim) else { return String::new() };
        let index = self.article.text.paragraphs().iter().rposition(|paragraph| paragraph.start() <= mark.span.start());
        let name = index.map(|index| self.article.paragraph_name(index)).unwrap_or_default();
        if name == "H" { "headline".to_owned() } else { format!("paragraph {name}") }
    }

    fn mark(&self, claim: &Claim) -> Option<&crate::model::annotation::Annotation> {
        let marks = self.lookup.mentions(Mention::Claim(claim.id)).iter().filter_map(|id| self.project.annotations().get(id));
        marks.into_iter().find(|mark| mark.document == self.article.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Correction, Evidence, Grade, Rating};
    use crate::model::house::Template;
    use crate::model::id::{EvidenceId, Uid};
    use crate::testing::{Desk as TestDesk, NOW};

    fn desk() -> TestDesk {
        let mut desk = TestDesk::default();
        desk.article("Dyke *fails*\nWords.\n[It rained|claim], [nobody|claim] left. [It held|claim].");
        let (asked, changed) = (desk.claim("A1"), desk.claim("A2"));
        desk.change(asked, |claim: &mut Claim| {
            claim.status = Status::Asked;
            let due = Some(Moment::from_ms(NOW.epoch_ms + 3_600_000));
            claim.evidence.push(Evidence { question: "How much?".into(), due, ..Evidence::new(EvidenceId(Uid(1))) });
        });
        desk.change(changed, |claim: &mut Claim| {
            claim.status = Status::Changed;
            claim.correction = Some(Correction::of("somebody"));
            claim.rating = Grade::new(1).map(|grade| Rating::new(grade, "30 left."));
        });
        desk
    }

    fn letter(desk: &TestDesk, letter: Letter, form: LetterForm) -> Result<String, TemplateError> {
        let writing = Writing { checker: "RK".into(), now: NOW, offset: Offset::UTC };
        write((&desk.project, &Lookup::new(&desk.project)), desk.project.order()[0], (letter, form), &writing)
    }

    #[test]
    fn questions_say_what_is_asked_of_whom_by_when() {
        insta::assert_snapshot!(letter(&desk(), Letter::Questions, LetterForm::Text).unwrap());
    }

    #[test]
    fn changes_say_what_stands_what_should_and_why_safe_in_markdown() {
        insta::assert_snapshot!(letter(&desk(), Letter::Changes, LetterForm::Markdown).unwrap());
    }

    #[test]
    fn a_draft_is_a_mail_with_its_subject() {
        insta::assert_snapshot!(letter(&desk(), Letter::Questions, LetterForm::Mail).unwrap().replace('\r', ""));
    }

    #[test]
    fn the_desk_writes_its_own_and_a_wrong_placeholder_is_named() {
        let mut desk = desk();
        let own = |text: &str| Template { letter: "changes".into(), text: text.into(), ..Template::default() };
        desk.decide(|house| house.templates = vec![own("{each}{claim}: {words} → {new}\n{end}")]);
        assert_eq!(letter(&desk, Letter::Changes, LetterForm::Text).unwrap(), "A2: nobody → somebody\n");
        desk.decide(|house| house.templates = vec![own("{each}{colour}{end}")]);
        let said = letter(&desk, Letter::Changes, LetterForm::Text).unwrap_err().to_string();
        assert!(said.starts_with("“{colour}” stands for nothing."), "{said}");
    }
}
