//! The text of a letter with placeholders in braces, and `{each} … {end}` around what is said of every claim.

use super::Values;

/// What can stand in the text of a letter, each with its meaning. Those of a claim only stand between `{each}` and `{end}`.
pub const PLACEHOLDERS: [(&str, &str); 19] = [
    ("article", "title of the article"),
    ("letter", "its letter in the project"),
    ("outlet", "newspaper, agency or site"),
    ("date", "date of publication"),
    ("writer", "who wrote it"),
    ("checker", "who checks"),
    ("today", "date and time now"),
    ("count", "how many claims the letter is about"),
    ("each", "what follows is said of every claim"),
    ("end", "of what is said of every claim"),
    ("claim", "name of the claim: A14"),
    ("paragraph", "where it stands"),
    ("words", "its words in the article"),
    ("question", "what is asked"),
    ("due", "by when an answer is wanted"),
    ("note", "the margin note"),
    ("new", "the wording that should stand there"),
    ("why", "the reason of its rating, else the note"),
    ("rating", "its rating"),
];

/// Why the text of a letter cannot be filled in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// There is no such placeholder.
    #[error("“{{{0}}}” stands for nothing. There are {1}.")]
    Unknown(String, String),
    /// A placeholder of a claim outside of `{each} … {end}`.
    #[error("“{{{0}}}” is about one claim, so it can only stand between “{{each}}” and “{{end}}”.")]
    Outside(String),
    /// `{each}` without `{end}`, or the other way round.
    #[error("“{{each}}” and “{{end}}” belong together, once.")]
    Unpaired,
}

/// A piece of a text: words, or the name of a placeholder.
enum Piece<'a> {
    Words(&'a str),
    Name(&'a str),
}

/// Checks the text of a letter without filling it in.
///
/// # Errors
/// When a placeholder is not known or stands where it cannot, or `{each}` has no `{end}`.
pub fn check(text: &str) -> Result<(), TemplateError> {
    let [before, each, after] = parts(text)?;
    let common = |piece: &Piece<'_>| if let Piece::Name(name) = piece { known(name, false) } else { Ok(()) };
    before.iter().chain(&after).try_for_each(common)?;
    each.iter().try_for_each(|piece| if let Piece::Name(name) = piece { known(name, true) } else { Ok(()) })
}

/// Fills in the text of a letter: what is common once, what is between `{each}` and `{end}` for every item.
///
/// # Errors
/// When a placeholder is not known or stands where it cannot, or `{each}` has no `{end}`.
pub(super) fn fill(text: &str, (facts, items): (&Values, &[Values]), safe: impl Fn(&str) -> String) -> Result<String, TemplateError> {
    check(text)?;
    let [before, each, after] = parts(text)?;
    let value = |name: &str, item: Option<&Values>| {
        let found = item.into_iter().flatten().chain(facts).find(|(known, _)| *known == name);
        found.map_or_else(String::new, |(_, value)| safe(value))
    };
    let mut filled = String::new();
    let mut put = |pieces: &[Piece<'_>], item: Option<&Values>| {
        for piece in pieces {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Name(name) => filled.push_str(&value(name, item)),
            }
        }
    };
    put(&before, None);
    items.iter().for_each(|item| put(&each, Some(item)));
    put(&after, None);
    Ok(filled)
}

/// What stands before `{each}`, between it and `{end}`, and after. A text without `{each}` is all before it.
fn parts(text: &str) -> Result<[Vec<Piece<'_>>; 3], TemplateError> {
    let mut parts = [Vec::new(), Vec::new(), Vec::new()];
    let mut at = 0;
    for piece in pieces(text) {
        match (&piece, at) {
            (Piece::Name("each"), 0) => at = 1,
            (Piece::Name("end"), 1) => at = 2,
            (Piece::Name("each" | "end"), _) => return Err(TemplateError::Unpaired),
            _ => {}
        }
        if !matches!(piece, Piece::Name("each" | "end"))
            && let Some(part) = parts.get_mut(at)
        {
            part.push(piece);
        }
    }
    if at == 1 { Err(TemplateError::Unpaired) } else { Ok(parts) }
}

/// Words and placeholders in turn. A brace that encloses no plain word is a brace.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let (words, opened) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let name = opened.get(1..).and_then(|inner| inner.split_once('}')).map(|(name, _)| name);
        let is_name = name.is_some_and(|name| !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || sign == '_'));
        match name.filter(|_| is_name) {
            Some(name) => {
                pieces.extend([Piece::Words(words), Piece::Name(name)]);
                rest = opened.get(name.len() + 2..).unwrap_or("");
            }
            None => {
                let end = (start + 1).min(rest.len());
                pieces.push(Piece::Words(rest.get(..end).unwrap_or("")));
                rest = rest.get(end..).unwrap_or("");
            }
        }
    }
    pieces.push(Piece::Words(rest));
    pieces
}

fn known(name: &str, is_inside: bool) -> Result<(), TemplateError> {
    let place = PLACEHOLDERS.iter().position(|(known, _)| *known == name);
    let of_claims = PLACEHOLDERS.iter().position(|(known, _)| *known == "end").unwrap_or(0);
    match place {
        None => {
            let names: Vec<_> = PLACEHOLDERS.iter().map(|(name, _)| *name).collect();
            Err(TemplateError::Unknown(name.to_owned(), names.join(", ")))
        }
        Some(place) if place > of_claims && !is_inside => Err(TemplateError::Outside(name.to_owned())),
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_text_is_said() {
        let said = |text: &str| check(text).map_or_else(|error| error.to_string(), |()| String::new());
        assert_eq!(said("Dear {writer}, {each}{claim}{end}"), "");
        assert_eq!(said("A { brace } and {two words} are words"), "");
        assert_eq!(said("{claim}"), "“{claim}” is about one claim, so it can only stand between “{each}” and “{end}”.");
        for unpaired in ["{each}", "{end}", "{each}{each}{end}", "{each}{end}{each}{end}"] {
            assert_eq!(said(unpaired), "“{each}” and “{end}” belong together, once.", "{unpaired}");
        }
        assert!(said("{x}").contains("stands for nothing"));
        // Every text that ships is sound.
        for letter in super::super::Letter::ALL {
            assert_eq!(said(super::super::usual_template(letter)), "");
        }
    }
}
