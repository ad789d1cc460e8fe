//! Writes WordprocessingML (ECMA-376): markup that is ours, words that are anybody's. Words can never become markup.

use std::fmt::Write;

/// A piece of a document in the making.
#[derive(Debug, Default)]
pub(super) struct Xml(String);

/// How a run of words looks. Elements stand in the order of the schema (CT_RPr).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RunLook {
    /// Name of a character style; blank for none.
    pub style: &'static str,
    /// Bold.
    pub is_bold: bool,
    /// Italic.
    pub is_italic: bool,
    /// Struck through.
    pub is_struck: bool,
    /// Colour of the letters, `0xRRGGBB`.
    pub colour: Option<u32>,
    /// Highlighter, by its name in Word.
    pub highlight: Option<&'static str>,
    /// Underline, by its name in Word, and its colour.
    pub underline: Option<(&'static str, u32)>,
    /// Ground, `0xRRGGBB`.
    pub ground: Option<u32>,
    /// Whether a tracked change takes it out.
    pub is_deleted: bool,
}

impl Xml {
    /// Markup.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Markup with values that are ours or were made safe by [`safe`].
    pub fn put(&mut self, markup: std::fmt::Arguments<'_>) -> &mut Self {
        // Writing to a text cannot fail.
        let _ = self.0.write_fmt(markup);
        self
    }

    /// Words in a run. Tabs and line ends are those of Word.
    pub fn run(&mut self, words: &str, look: &RunLook) -> &mut Self {
        if words.is_empty() {
            return self;
        }
        self.raw("<w:r>");
        self.look(look, is_right_to_left(words));
        let tag = if look.is_deleted { "w:delText" } else { "w:t" };
        let mut is_first = true;
        for line in words.split('\n') {
            if !std::mem::take(&mut is_first) {
                self.raw("<w:br/>");
            }
            for (at, part) in line.split('\t').enumerate() {
                if at > 0 {
                    self.raw("<w:tab/>");
                }
                if !part.is_empty() {
                    self.put(format_args!("<{tag} xml:space=\"preserve\">"));
                    push_safe(&mut self.0, part);
                    self.put(format_args!("</{tag}>"));
                }
            }
        }
        self.raw("</w:r>")
    }

    fn look(&mut self, look: &RunLook, is_right_to_left: bool) {
        let plain = RunLook { is_deleted: look.is_deleted, ..RunLook::default() };
        if *look == plain && !is_right_to_left {
            return;
        }
        self.raw("<w:rPr>");
        if !look.style.is_empty() {
            self.put(format_args!("<w:rStyle w:val=\"{}\"/>", look.style));
        }
        for (is_on, tags) in [(look.is_bold, "<w:b/><w:bCs/>"), (look.is_italic, "<w:i/><w:iCs/>"), (look.is_struck, "<w:strike/>")] {
            if is_on {
                self.raw(tags);
            }
        }
        if let Some(colour) = look.colour {
            self.put(format_args!("<w:color w:val=\"{colour:06X}\"/>"));
        }
        if let Some(highlight) = look.highlight {
            self.put(format_args!("<w:highlight w:val=\"{highlight}\"/>"));
        }
        if let Some((underline, colour)) = look.underline {
            self.put(format_args!("<w:u w:val=\"{underline}\" w:color=\"{colour:06X}\"/>"));
        }
        if let Some(ground) = look.ground {
            self.put(format_args!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{ground:06X}\"/>"));
        }
        if is_right_to_left {
            self.raw("<w:rtl/>");
        }
        self.raw("</w:rPr>");
    }

    /// A paragraph begins, in a style, from right to left where it is to.
    pub fn open_paragraph(&mut self, style: &str, is_right_to_left: bool) -> &mut Self {
        self.raw("<w:p><w:pPr>");
        if !style.is_empty() {
            self.put(format_args!("<w:pStyle w:val=\"{style}\"/>"));
        }
        if is_right_to_left {
            self.raw("<w:bidi/>");
        }
        self.raw("</w:pPr>")
    }

    /// It ends.
    pub fn close_paragraph(&mut self) -> &mut Self {
        self.raw("</w:p>")
    }

    /// Adds another piece behind.
    pub fn append(&mut self, other: Xml) -> &mut Self {
        self.raw(&other.0)
    }

    /// The markup.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Words as XML holds them, in elements and attributes. Characters that XML 1.0 has no way to hold are told as the sign for that.
pub(super) fn safe(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    push_safe(&mut out, words);
    out
}

fn push_safe(out: &mut String, words: &str) {
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // A reader would take these for a space.
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
}

/// Whether words are read from right to left: by their first letter that has a direction (UAX 9, P2 and P3).
pub(super) fn is_right_to_left(words: &str) -> bool {
    let runs_left = |sign: char| matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    words.chars().find(|sign| sign.is_alphabetic()).is_some_and(runs_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_markup() {
        let mut xml = Xml::default();
        xml.run("a<b>&\"\u{1}\n\tc", &RunLook::default());
        let text =
            "<w:r><w:t xml:space=\"preserve\">a&lt;b&gt;&amp;&quot;\u{fffd}</w:t><w:br/><w:tab/><w:t xml:space=\"preserve\">c</w:t></w:r>";
        assert_eq!(xml.into_string(), text);
    }

    #[test]
    fn direction_is_that_of_the_first_letter() {
        for (words, expected) in [("12 שלום", true), ("«مرحبا» ABC", true), ("ABC مرحبا", false), ("12.", false), ("", false)]
        {
            assert_eq!(is_right_to_left(words), expected, "{words}");
        }
    }
}
