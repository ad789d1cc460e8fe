//! What is expected of real files: the words as others have written them down, made ready to be compared.

use std::path::Path;

use serde_json::Value;

/// A text, or several in a row; nothing where there is none.
pub fn text(value: &Value) -> Option<String> {
    let all = |values: &Vec<Value>| values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ");
    value.as_str().map(str::to_owned).or_else(|| value.as_array().map(all)).filter(|text| !text.is_empty())
}

/// Words of HTML without hidden parts, a line for each element that is not within a line.
pub fn lines_of(html: &str) -> String {
    const INLINE: [&str; 24] = [
        "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "small", "span", "strong",
        "sub", "sup", "time", "tt", "u", "var",
    ];
    let mut text = String::new();
    for piece in html.replace("<!--", "<").split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or("").to_ascii_lowercase();
        if !INLINE.contains(&name.as_str()) {
            text.push('\n');
        }
        text.push_str(words);
    }
    let signs = [("&nbsp;", "\u{a0}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(text, |text, (entity, sign)| text.replace(entity, sign))
}

/// The paragraphs that rules written by hand for an outlet have picked.
pub fn paragraphs(expected: &Value) -> String {
    let body = &expected["body"];
    let sections = body["sections"].as_array().into_iter().flatten().flat_map(|section| [&section["headline"], &section["paragraphs"]]);
    let words = std::iter::once(&body["summary"]).chain(sections).filter_map(Value::as_array).flatten().filter_map(Value::as_str);
    words.collect::<Vec<_>>().join("\n")
}

/// Titles may have the outlet's name behind them, and names of authors a word before them.
pub fn is_same(read: &str, expected: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>().to_lowercase();
    let (read, expected) = (plain(read), plain(expected));
    !read.is_empty() && (read.contains(&expected) || expected.contains(&read))
}

/// The words of an office file, without the signs by which Markdown and the other reader mark lists, notes and looks.
pub fn of_office(text: &str) -> String {
    let plain = text.lines().filter(|line| !line.starts_with("<!--")).map(|line| without_marks(line.trim_start()));
    plain.collect::<Vec<_>>().join("\n").replace("&amp;", "&").replace("~~", "")
}

/// A line without the sign or number of its list entry and the numbers of notes in brackets.
fn without_marks(line: &str) -> String {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let is_number = first.trim_end_matches(['.', ')']).bytes().all(|byte| byte.is_ascii_digit()) && first.ends_with(['.', ')']);
    let line = if is_number || first == "-" { rest } else { line };
    let mut plain = String::new();
    for (nth, piece) in line.split('[').enumerate() {
        let (inside, behind) = piece.split_once(']').unwrap_or(("", piece));
        // In front of a line stands the number of the note itself, which is read; in it, that of a note that stands elsewhere.
        let is_elsewhere = nth > 0 && !plain.is_empty() && !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit());
        plain.push_str(if is_elsewhere { behind } else { piece });
    }
    plain
}

/// Words alone: the expectations part bold words from the signs beside them.
pub fn words(text: &str) -> String {
    text.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect()
}

/// The words of a PDF file, without signs of Markdown, where the expectation is in that, and of direction.
pub fn of_pdf(file: &str, text: &str) -> String {
    let is_markdown = Path::new(file).extension().is_some_and(|ending| ending == "md");
    let plain = |line: &str| if is_markdown { line.trim_start_matches(['#', '-']).replace("&amp;", "&") } else { line.to_owned() };
    without_directions(&text.lines().map(plain).collect::<Vec<_>>().join("\n"))
}

/// Without signs that only tell a direction.
pub fn without_directions(text: &str) -> String {
    text.chars().filter(|sign| !matches!(sign, '\u{202a}'..='\u{202e}' | '\u{feff}')).collect()
}
