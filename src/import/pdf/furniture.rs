//! Running heads, feet and page numbers: words that come again in the same place of many pages and are no part of the article.

use std::collections::HashMap;

use super::line::Line;

/// The part of a page, at its top and its bottom, in which running heads are looked for.
const ZONE: f32 = 0.14;
/// How many lines from the edge.
const ROWS: usize = 3;
/// Most lines of one page that are looked at.
const MARGIN_LINES: usize = 100;
/// How far apart, in parts of the page, the same line may stand on two pages.
const SHIFT: f32 = 0.02;

/// The lines of a page and its height in points.
#[derive(Debug, Default)]
pub struct Page {
    /// Its lines in reading order.
    pub lines: Vec<Line>,
    /// Its height, points.
    pub height: f32,
}

/// What comes again: the words with their figures struck out and, of a bare number, how far it is from the number of its page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Motif {
    is_top: bool,
    words: String,
    ahead: Option<i64>,
}

/// On how many pages a motif stands at which height, in steps of [`SHIFT`].
#[derive(Debug, Default)]
struct Places(HashMap<Motif, HashMap<i32, Seen>>);

#[derive(Debug, Default)]
struct Seen {
    pages: usize,
    last: Option<u32>,
}

impl Places {
    fn of(pages: &[Page]) -> Self {
        let mut places = Places::default();
        for page in pages {
            for (line, motif) in margins(page) {
                let seen = places.0.entry(motif).or_default().entry(step(line, page.height)).or_default();
                seen.pages += usize::from(seen.last != Some(line.page));
                seen.last = Some(line.page);
            }
        }
        places
    }

    /// On how many pages it stands at about the height of a line.
    fn count(&self, motif: &Motif, line: &Line, height: f32) -> usize {
        let Some(steps) = self.0.get(motif) else { return 0 };
        let here = step(line, height);
        (here - 1..=here + 1).filter_map(|step| steps.get(&step)).map(|seen| seen.pages).sum()
    }
}

fn step(line: &Line, height: f32) -> i32 {
    (line.base / height.max(1.0) / SHIFT).round() as i32
}

/// Takes running heads and page numbers out of pages, and gives them back. The first of a file stays: it may name paper and day.
pub fn taken_out(pages: &mut [Page]) -> Vec<Line> {
    let places = Places::of(pages);
    let needed = if pages.len() <= 4 { 2 } else { 3 };
    let count = pages.len();
    let mut taken = Vec::new();
    for (nth, page) in pages.iter_mut().enumerate() {
        let height = page.height;
        let comes_again = |line: &Line, motif: &Motif| {
            places.count(motif, line, height) >= needed || (motif.ahead == Some(1) && count > 1) || line.is_artefact
        };
        // What stands beside the number of the page is a head, too, though a chapter's name may come twice only.
        let numbered: Vec<f32> =
            margins(page).filter(|(line, motif)| motif.ahead.is_some() && comes_again(line, motif)).map(|(line, _)| line.base).collect();
        let is_numbered = |line: &Line| numbered.iter().any(|base| (base - line.base).abs() < 2.0);
        let again: Vec<(f32, String, bool)> = margins(page)
            .filter(|(line, motif)| comes_again(line, motif) || is_numbered(line))
            .map(|(line, motif)| (line.base, line.words.clone(), motif.ahead.is_none() && nth == 0 && (motif.is_top || count == 1)))
            .collect();
        let found = |line: &Line| again.iter().find(|(base, words, _)| (base - line.base).abs() < 0.01 && *words == line.words);
        let edges = edges(page, |line| found(line).is_some());
        let is_out = |line: &Line| found(line).is_some_and(|(_, _, stays)| !stays) && (line.base <= edges.0 || line.base >= edges.1);
        let lines = std::mem::take(&mut page.lines);
        let (gone, kept) = lines.into_iter().partition(|line: &Line| is_out(line) || is_marked(line, nth, count));
        page.lines = kept;
        taken.extend::<Vec<Line>>(gone);
        if nth == 0 {
            head_first(page, &places, count);
        }
    }
    taken
}

/// Puts the head of the first page before its text, wherever it was drawn.
fn head_first(page: &mut Page, places: &Places, count: usize) {
    let heads: Vec<f32> = margins(page)
        .filter(|(line, motif)| motif.is_top && (line.is_artefact || (count > 1 && places.count(motif, line, page.height) > 1)))
        .map(|(line, _)| line.base)
        .collect();
    let is_head = |line: &Line| heads.iter().any(|base| (base - line.base).abs() < 0.01);
    page.lines.sort_by_key(|line| !is_head(line));
}

/// Down to which line the head of a page reaches and from which line on its foot does: whole lines from the edge that come again, with a
/// gap between them and the text. The first rows of a table that goes on from page to page have none, nor has a page that comes again whole.
fn edges(page: &Page, is_repeat: impl Fn(&Line) -> bool) -> (f32, f32) {
    let mut rows: Vec<(f32, f32, bool)> = Vec::new();
    let mut lines: Vec<&Line> = page.lines.iter().filter(|line| line.turn == 0).collect();
    lines.sort_by(|one, other| one.base.total_cmp(&other.base));
    for line in lines {
        let repeats = is_repeat(line);
        match rows.last_mut() {
            Some((base, size, all)) if line.base - *base < 2.0 => {
                *all &= repeats;
                *size = size.max(line.size);
            }
            _ => rows.push((line.base, line.size, repeats)),
        }
    }
    let reach = |rows: &mut dyn Iterator<Item = &(f32, f32, bool)>| {
        let mut reached: Option<f32> = None;
        let mut last: Option<(f32, f32)> = None;
        for (base, size, repeats) in rows {
            let is_apart = last.is_some_and(|(before, tall)| (base - before).abs() > 1.7 * size.max(tall));
            if let Some((before, _)) = last.filter(|_| is_apart || !repeats) {
                reached = if is_apart { Some(before) } else { reached };
            }
            if !repeats {
                return reached;
            }
            last = Some((*base, *size));
        }
        reached
    };
    let top = reach(&mut rows.iter()).map_or(f32::MIN, |base| base + 2.0);
    let bottom = reach(&mut rows.iter().rev()).map_or(f32::MAX, |base| base - 2.0);
    (top, bottom)
}

/// Whether the file itself says that a line is no part of the article.
fn is_marked(line: &Line, page: usize, count: usize) -> bool {
    line.is_artefact && page > 0 && count > 1
}

/// The lines near the top and bottom of a page, with what could come again of them.
fn margins(page: &Page) -> impl Iterator<Item = (&Line, Motif)> {
    let mut bases: Vec<f32> = page.lines.iter().filter(|line| line.turn == 0).map(|line| line.base).collect();
    bases.sort_by(f32::total_cmp);
    bases.dedup_by(|one, other| (*one - *other).abs() < 2.0);
    // The outermost lines count also where margins are wide.
    let outer = |row: f32, part: f32| (row - page.height * part).abs() < page.height * 0.25;
    let first = bases.first().copied().filter(|row| outer(*row, 0.0)).unwrap_or(0.0);
    let last = bases.last().copied().filter(|row| outer(*row, 1.0)).unwrap_or(f32::MAX);
    let top = bases.get(ROWS - 1).or(bases.last()).copied().unwrap_or(0.0).min(page.height * ZONE).max(first);
    let bottom = bases.iter().rev().nth(ROWS - 1).or(bases.first()).copied().unwrap_or(0.0).max(page.height * (1.0 - ZONE)).min(last);
    page.lines
        .iter()
        .filter(|line| line.turn == 0)
        .filter_map(move |line| {
            let is_top = line.base <= top + 2.0;
            (is_top || line.base >= bottom - 2.0).then(|| (line, motif(line, is_top)))
        })
        .take(MARGIN_LINES)
}

fn motif(line: &Line, is_top: bool) -> Motif {
    let mut words = String::new();
    let mut number: Option<i64> = None;
    let mut figures = String::new();
    for sign in line.words.chars().chain([' ']) {
        if sign.is_ascii_digit() {
            figures.push(sign);
            continue;
        }
        if !figures.is_empty() {
            number = number.or_else(|| figures.parse().ok());
            figures.clear();
            words.push('#');
        }
        if !sign.is_whitespace() {
            words.extend(sign.to_lowercase());
        }
    }
    if let Some(roman) = roman(&words) {
        number = Some(roman);
        words = "#".to_owned();
    }
    let is_bare = words.chars().filter(|sign| sign.is_alphabetic()).count() == 0 || is_page_number(&words);
    let ahead = number.filter(|_| is_bare).map(|number| number - i64::from(line.page));
    Motif { is_top, words, ahead }
}

/// `Page 3`, `Page 3 of 9`, `S. 3/9`: a number with the word for page in some language.
fn is_page_number(words: &str) -> bool {
    let letters: String = words.chars().filter(|sign| sign.is_alphabetic()).collect();
    [
        "page",
        "pageof",
        "p",
        "pg",
        "seite",
        "seitevon",
        "s",
        "página",
        "páginade",
        "pagina",
        "paginadi",
        "pagesur",
        "strana",
        "страница",
        "第页",
        "ページ",
    ]
    .contains(&&*letters)
}

fn roman(words: &str) -> Option<i64> {
    let value = |sign: char| match sign {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        _ => None,
    };
    let values: Option<Vec<i64>> = words.chars().map(value).collect();
    let values = values.filter(|values| (1..=7).contains(&values.len()))?;
    let next = values.iter().skip(1).chain([&0]);
    Some(values.iter().zip(next).map(|(value, next)| if value < next { -value } else { *value }).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(number: u32, lines: &[(f32, &str)]) -> Page {
        let line =
            |(base, words): &(f32, &str)| Line { base: *base, words: (*words).to_owned(), page: number, size: 10.0, ..Line::default() };
        Page { lines: lines.iter().map(line).collect(), height: 800.0 }
    }

    fn left(pages: &mut [Page]) -> Vec<Vec<&str>> {
        taken_out(pages);
        pages.iter().map(|page| page.lines.iter().map(|line| &*line.words).collect()).collect()
    }

    #[test]
    fn heads_and_numbers_that_come_again_are_taken_out_and_the_first_head_stays() {
        let mut pages = [
            page(0, &[(40.0, "Orva Courier, 3 May"), (400.0, "It rained."), (780.0, "1")]),
            page(1, &[(40.0, "Orva Courier, 3 May"), (400.0, "It rained on."), (780.0, "2")]),
            page(2, &[(40.0, "Orva Courier, 3 May"), (400.0, "It stopped."), (780.0, "3")]),
        ];
        let expected = [vec!["Orva Courier, 3 May", "It rained."], vec!["It rained on."], vec!["It stopped."]];
        assert_eq!(left(&mut pages), expected);
    }

    #[test]
    fn rows_of_figures_and_words_of_the_text_stay() {
        let mut pages = [
            page(0, &[(60.0, "Rain 12"), (400.0, "It rained."), (740.0, "17")]),
            page(1, &[(60.0, "Rain began"), (400.0, "It rained."), (740.0, "170")]),
            page(2, &[(60.0, "Sun 1"), (400.0, "It rained."), (740.0, "4")]),
        ];
        let before: Vec<Vec<String>> = pages.iter().map(|page| page.lines.iter().map(|line| line.words.clone()).collect()).collect();
        assert_eq!(left(&mut pages), before);
    }

    #[test]
    fn the_name_of_a_chapter_goes_with_the_number_of_the_page() {
        let chapter = |number, name, own| page(number, &[(60.0, name), (60.5, own), (400.0, "It rained.")]);
        let mut pages = [chapter(0, "One", "7"), chapter(1, "Two", "8"), chapter(2, "Three", "9"), chapter(3, "Four", "10")];
        assert_eq!(left(&mut pages), [vec!["One", "It rained."], vec!["It rained."], vec!["It rained."], vec!["It rained."]]);
    }

    #[test]
    fn the_head_of_a_table_on_each_page_stays() {
        let table = |number, place| page(number, &[(60.0, "Place Rain"), (72.0, place), (400.0, "It rained.")]);
        let mut pages = [table(0, "Orva 12"), table(1, "Lund 9"), table(2, "Elm 3")];
        let expected =
            [["Place Rain", "Orva 12", "It rained."], ["Place Rain", "Lund 9", "It rained."], ["Place Rain", "Elm 3", "It rained."]];
        assert_eq!(left(&mut pages), expected);
    }

    #[test]
    fn numbers_of_pages_are_known_in_words_too() {
        let value = |words: &str| motif(&Line { words: words.to_owned(), page: 2, ..Line::default() }, false).ahead;
        assert_eq!((value("Page 3 of 9"), value("- 3 -"), value("iii"), value("xiv")), (Some(1), Some(1), Some(1), Some(12)));
        assert_eq!((value("3 May"), value("civil")), (None, None));
    }
}
