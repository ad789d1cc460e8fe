//! Fields of Word: a command that is not shown, and the words that it gave when it was last worked out.

use crate::import::draft::Mark;

/// The fields around a place, the outer ones first.
#[derive(Default)]
pub struct Fields {
    open: Vec<Field>,
}

#[derive(Default)]
struct Field {
    command: String,
    /// Where its result begins; none while its command is read.
    result: Option<Mark>,
}

impl Fields {
    /// A field begins.
    pub fn begin(&mut self) {
        self.open.push(Field::default());
    }

    /// Its command ends and its result begins.
    pub fn separate(&mut self, here: Mark) {
        if let Some(field) = self.open.last_mut() {
            field.result = Some(here);
        }
    }

    /// A field ends. Gives where its result began and where it leads, if it is a link.
    pub fn end(&mut self) -> Option<(Mark, String)> {
        let field = self.open.pop()?;
        Some((field.result?, target(&field.command)?))
    }

    /// Adds words of a command.
    pub fn command(&mut self, words: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| field.result.is_none()) {
            field.command.push_str(words);
        }
    }

    /// Whether what is read here is a command and not shown.
    pub fn is_in_command(&self) -> bool {
        self.open.iter().any(|field| field.result.is_none())
    }
}

/// Where `HYPERLINK "address"` leads; nothing for a place in the document itself.
pub fn target(command: &str) -> Option<String> {
    let command = command.trim_start();
    let rest = command.get(..9).filter(|word| word.eq_ignore_ascii_case("HYPERLINK")).and_then(|_| command.get(9..))?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split_whitespace().next(),
    };
    address.filter(|address| !address.is_empty() && !address.starts_with('\\')).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_from_commands() {
        assert_eq!(target(" HYPERLINK \"https://example.org/a b\" \\o \"tip\"").as_deref(), Some("https://example.org/a b"));
        assert_eq!(target("hyperlink https://example.org").as_deref(), Some("https://example.org"));
        assert_eq!(target("HYPERLINK \\l \"place\""), None);
        assert_eq!(target("PAGE"), None);
    }
}
