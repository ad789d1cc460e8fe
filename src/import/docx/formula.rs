//! Formulas of Word in one line: `a/b`, `x^2`, `x_1`, `√(y)`.

use crate::import::xml::{Child, Element};

/// A formula as words.
pub fn line(formula: Element<'_>) -> String {
    let mut words = String::new();
    write(formula, &mut words);
    words
}

fn write(element: Element<'_>, words: &mut String) {
    match element.name() {
        "f" => joined(element, &["num", "den"], "/", words),
        "sSup" => joined(element, &["e", "sup"], "^", words),
        "sSub" => joined(element, &["e", "sub"], "_", words),
        "sSubSup" => {
            joined(element, &["e", "sub"], "_", words);
            grouped("^", element.child("sup"), words);
        }
        "rad" => {
            grouped("", element.child("deg"), words);
            grouped("√", element.child("e"), words);
        }
        "nary" => {
            words.push(sign(element, "chr", '∫'));
            grouped("_", element.child("sub"), words);
            grouped("^", element.child("sup"), words);
            words.push(' ');
            inside(element.child("e"), words);
        }
        "d" => {
            words.push(sign(element, "begChr", '('));
            element.elements().filter(|inner| inner.name() == "e").for_each(|inner| write(inner, words));
            words.push(sign(element, "endChr", ')'));
        }
        "t" => words.push_str(&element.words()),
        name if name.ends_with("Pr") => {}
        _ => inside(Some(element), words),
    }
}

fn inside(element: Option<Element<'_>>, words: &mut String) {
    for child in element.into_iter().flat_map(Element::children) {
        if let Child::Element(inner) = child {
            write(inner, words);
        }
    }
}

fn joined(element: Element<'_>, names: &[&str], between: &str, words: &mut String) {
    for (nth, name) in names.iter().enumerate() {
        grouped(if nth > 0 { between } else { "" }, element.child(name), words);
    }
}

/// Words behind a sign, in brackets where they are more than a number or a name.
fn grouped(before: &str, element: Option<Element<'_>>, words: &mut String) {
    let mut inner = String::new();
    inside(element, &mut inner);
    if inner.is_empty() {
        return;
    }
    words.push_str(before);
    let is_whole = inner.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '.' | ','));
    if is_whole {
        words.push_str(&inner);
    } else {
        words.extend(["(", &inner, ")"]);
    }
}

/// A sign that the properties of an element name.
fn sign(element: Element<'_>, name: &str, usual: char) -> char {
    let properties = element.elements().find(|inner| inner.name().ends_with("Pr"));
    let named = properties.and_then(|properties| properties.child(name)).and_then(|sign| sign.attribute("val"));
    named.map_or(usual, |sign| sign.chars().next().unwrap_or(' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::xml::Xml;

    #[test]
    fn formulas_keep_their_meaning_in_one_line() {
        let check = |source: &str, expected: &str| {
            let xml = Xml::read(format!("<m:oMath>{source}</m:oMath>").as_bytes()).unwrap();
            assert_eq!(line(xml.root().unwrap()), expected);
        };
        let run = |words: &str| format!("<m:r><m:t>{words}</m:t></m:r>");
        let part = |name: &str, words: &str| format!("<m:{name}>{}</m:{name}>", run(words));
        check(&format!("<m:sSup>{}{}</m:sSup>{}", part("e", "10"), part("sup", "6"), run("+1")), "10^6+1");
        check(&format!("<m:f>{}{}</m:f>", part("num", "a+b"), part("den", "2")), "(a+b)/2");
        check(&format!("<m:rad>{}</m:rad>", part("e", "y")), "√y");
        check(&format!("<m:d>{}</m:d>", part("e", "x")), "(x)");
    }
}
