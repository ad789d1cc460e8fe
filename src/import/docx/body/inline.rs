//! The runs of a paragraph: words, breaks, signs, fields, links, pictures with text boxes.

use super::Body;
use crate::import::docx::styles::{Style, value};
use crate::import::docx::{formula, symbol};
use crate::import::pen::Ink;
use crate::import::xml::{Element, Space};

impl<'x> Body<'x> {
    /// Writes what stands in a paragraph, a link or a change.
    pub(super) fn runs(&mut self, container: Element<'x>) {
        let mut insertion: Option<(Element<'x>, crate::import::draft::Mark)> = None;
        for inline in container.elements() {
            // Insertions of one hand that follow each other are one.
            let is_inserted = matches!(inline.name(), "ins" | "moveTo");
            let is_seam = matches!(inline.name(), "proofErr" | "bookmarkStart" | "bookmarkEnd" | "commentRangeStart" | "commentRangeEnd");
            if let Some((change, from)) = insertion
                && !is_seam
                && !(is_inserted && super::who(change) == super::who(inline))
            {
                self.note_inserted(change, from);
                insertion = None;
            }
            if is_inserted {
                self.strike();
                insertion.get_or_insert((inline, self.pen.draft.here()));
                self.runs(inline);
            } else {
                self.inline(inline);
            }
        }
        if let Some((change, from)) = insertion {
            self.note_inserted(change, from);
        }
    }

    pub(super) fn inline(&mut self, inline: Element<'x>) {
        match inline.space() {
            Space::Compatibility => return chosen(inline).into_iter().for_each(|chosen| self.runs(chosen)),
            Space::OfficeMath => {
                self.strike();
                return self.pen.words(&formula::line(inline), Ink::default());
            }
            _ => {}
        }
        match inline.name() {
            "r" => self.run(inline),
            "del" | "moveFrom" => self.deleted(inline),
            "ins" | "moveTo" => self.inserted(inline, Body::runs),
            "hyperlink" => self.link(inline),
            "fldSimple" => self.simple_field(inline),
            "sdt" => inline.child("sdtContent").into_iter().for_each(|content| self.runs(content)),
            "smartTag" | "customXml" | "dir" | "bdo" | "sdtContent" => self.runs(inline),
            "commentRangeStart" | "commentRangeEnd" => self.comment_mark(inline),
            "ruby" => self.ruby(inline),
            // Damaged files and some programs leave the run out.
            "t" => self.pen.words(&inline.words(), Ink::default()),
            _ => {}
        }
    }

    fn link(&mut self, link: Element<'x>) {
        let address = link.attribute("id").and_then(|id| self.package.link(self.story, &id)).map(str::to_owned);
        self.linked(link, address);
    }

    fn simple_field(&mut self, field: Element<'x>) {
        let address = field.attribute("instr").and_then(|command| crate::import::docx::field::target(&command));
        self.linked(field, address);
    }

    fn linked(&mut self, link: Element<'x>, address: Option<String>) {
        self.strike();
        let from = self.pen.draft.here();
        self.runs(link);
        if let Some(address) = address {
            let kind = self.pen.draft.link(&address);
            self.pen.draft.mark(from, kind);
        }
    }

    /// Writes the signs, then how they are read, as they stand one above the other.
    fn ruby(&mut self, ruby: Element<'x>) {
        for part in ["rubyBase", "rt"] {
            ruby.child(part).into_iter().for_each(|part| self.runs(part));
        }
    }

    fn run(&mut self, run: Element<'x>) {
        let properties = run.child("rPr");
        let ink = self.ink_of(properties);
        for part in run.elements() {
            if part.space() == Space::Compatibility {
                if let Some(chosen) = chosen(part) {
                    note_boxes(chosen, &mut self.boxes);
                }
                continue;
            }
            match part.name() {
                "t" if !self.fields.is_in_command() => self.say(&part.words(), ink),
                "tab" | "ptab" => self.say(" ", ink),
                "br" | "cr" if !self.fields.is_in_command() && !ink.hidden => {
                    self.strike();
                    self.pen.break_line();
                }
                "noBreakHyphen" => self.say("\u{2011}", ink),
                "softHyphen" => self.say("\u{ad}", ink),
                "sym" => self.symbol(part, ink),
                "instrText" => self.fields.command(&part.words()),
                "fldChar" => self.field(part),
                "footnoteReference" | "endnoteReference" => self.note_reference(part),
                "commentReference" => self.comment_mark(part),
                "drawing" | "pict" | "object" => note_boxes(part, &mut self.boxes),
                "ruby" => self.ruby(part),
                _ => {}
            }
        }
    }

    fn say(&mut self, words: &str, ink: Ink) {
        if !self.fields.is_in_command() {
            self.strike();
            self.pen.words(words, ink);
        }
    }

    fn ink_of(&self, properties: Option<Element<'x>>) -> Ink {
        let Some(properties) = properties else { return self.ink };
        let direct = Style::of_words(properties);
        let name = value(properties, "rStyle");
        let named = name.map_or_else(Style::default, |name| self.package.styles.get(Some(&name)));
        Ink {
            strong: direct.strong.or(named.strong).unwrap_or(false),
            emphasis: direct.emphasis.or(named.emphasis).unwrap_or(false),
            hidden: direct.hidden.or(named.hidden).unwrap_or(self.ink.hidden),
            raised: direct.raised.or(named.raised).unwrap_or(false),
        }
    }

    fn symbol(&mut self, sign: Element<'x>, ink: Ink) {
        let code = sign.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let font = sign.attribute("font").unwrap_or_default();
        let meaning = code.and_then(|code| symbol::meaning(&font, code)).unwrap_or('\u{fffd}');
        self.say(meaning.encode_utf8(&mut [0; 4]), ink);
    }

    fn field(&mut self, mark: Element<'x>) {
        match mark.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.begin(),
            Some("separate") => self.fields.separate(self.pen.draft.here()),
            Some("end") => {
                if let Some((from, address)) = self.fields.end() {
                    let kind = self.pen.draft.link(&address);
                    self.pen.draft.mark(from, kind);
                }
            }
            _ => {}
        }
    }
}

/// Of several ways to say the same, the first one that holds words or boxes.
pub fn chosen(choice: Element<'_>) -> Option<Element<'_>> {
    let has_words = |branch: &Element<'_>| branch.descendants().any(|inner| matches!(inner.name(), "t" | "txbxContent"));
    choice.elements().find(has_words).or_else(|| choice.elements().next())
}

/// Finds the text boxes in a drawing, not those inside of others, each once.
fn note_boxes<'x>(drawing: Element<'x>, boxes: &mut Vec<Element<'x>>) {
    for inner in drawing.elements() {
        if inner.name() == "txbxContent" {
            boxes.push(inner);
        } else if inner.space() == Space::Compatibility {
            chosen(inner).into_iter().for_each(|chosen| note_boxes(chosen, boxes));
        } else {
            note_boxes(inner, boxes);
        }
    }
}
