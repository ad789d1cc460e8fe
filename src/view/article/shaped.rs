//! What the light structure of an article makes of its blocks: the rows of a table are cut into cells that stand side by side,
//! and signs of the format are told from words. An article without structure costs nothing here.

use std::collections::BTreeMap;
use std::ops::Range;

use super::flow::{Block, Blocks};
use crate::model::document::structure::{Kind, Part, Shape};
use crate::model::document::{Document, Span, Structure};

/// Room of a table on a page of the usual size, in characters as wide as a figure, with the gap behind its last column.
const ROOM_CHARS: f32 = 71.0;
/// What a column takes besides its words, in such characters: the bar before them and the gap behind.
const BESIDE_CHARS: f32 = 2.8;
/// Words up to so many characters are kept whole, if the columns of the table then fit; else shorter ones only.
const KEPT_CHARS: [f32; 3] = [18.0, 11.0, 6.0];
/// How much wider the semibold words are that name the columns.
const HEAD_WIDER: f32 = 1.08;
/// Characters that a column is at most given room for, when columns share the width of the page.
const MOST_CHARS: f32 = 60.0;

/// Where a cell stands in its row, as shares of the width of the page: begin and end.
pub type Shares = (f32, f32);

/// The shapes of an article's paragraphs and the columns of its tables.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    shapes: Vec<Shape>,
    structure: Structure,
    /// Tables that are set in columns, in order, with the edges of their columns as shares of the width of the page.
    tables: Vec<(Span, Vec<f32>)>,
    /// Of the blocks that are cells.
    cells: BTreeMap<usize, Shares>,
    /// Words in bold and italic, and links, paragraph by paragraph.
    free: Vec<(Span, Kind)>,
}

/// How the words of a block are set apart, in bytes of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetApart {
    /// Bold.
    pub strong: Vec<Range<usize>>,
    /// Italic.
    pub emphasis: Vec<Range<usize>>,
    /// Links.
    pub links: Vec<Range<usize>>,
}

/// Words in bold, in italic and in links, cut at the ends of paragraphs, in order.
fn free_words(document: &Document) -> Vec<(Span, Kind)> {
    let paragraphs = document.text.paragraphs();
    let mut free = Vec::new();
    for part in document.structure.parts().iter().filter(|part| matches!(part.kind, Kind::Strong | Kind::Emphasis | Kind::Link(_))) {
        let first = document.text.paragraph_at(part.span.start());
        for paragraph in paragraphs.iter().skip(first).take_while(|paragraph| paragraph.start() < part.span.end()) {
            let (start, end) = (part.span.start().max(paragraph.start()), part.span.end().min(paragraph.end()));
            if start < end {
                free.push((Span::between(start, end), part.kind));
            }
        }
    }
    free.sort_by_key(|(span, _)| span.start());
    free
}

impl Shapes {
    /// The shapes of an article, before its paragraphs are cut into blocks.
    pub fn of(document: &Document) -> Self {
        let shapes = document.structure.shapes(&document.text);
        let structure = document.structure.clone();
        let spans = structure.parts().iter().filter(|part| part.kind == Kind::Table).map(|part| part.span);
        let tables = spans.filter_map(|span| Some((span, edges(&needs(document, span))?))).collect();
        let free = free_words(document);
        Shapes { shapes, structure, tables, cells: BTreeMap::new(), free }
    }

    /// Which words of a block are set apart, that begins somewhere in that paragraph.
    pub fn set_apart(&self, paragraph: Span, block: Span) -> SetApart {
        let mut apart = SetApart::default();
        let from = self.free.partition_point(|(span, _)| span.start() < paragraph.start());
        let here = self.free.iter().skip(from).take_while(|(span, _)| span.start() < block.end());
        for (span, kind) in here.filter(|(span, _)| span.overlaps(block)) {
            let local = span.start().max(block.start()) - block.start()..span.end().min(block.end()) - block.start();
            match kind {
                Kind::Strong => apart.strong.push(local),
                Kind::Emphasis => apart.emphasis.push(local),
                Kind::Link(_) => apart.links.push(local),
                _ => {}
            }
        }
        apart
    }

    /// The edges of the columns of the table in which a place lies, if it is set in columns.
    fn edges_at(&self, byte: usize) -> Option<&[f32]> {
        let at = self.tables.partition_point(|(span, _)| span.start() <= byte).checked_sub(1)?;
        self.tables.get(at).filter(|(span, _)| byte < span.end()).map(|(_, edges)| edges.as_slice())
    }

    /// Whether no paragraph has a shape of its own.
    pub fn is_plain(&self) -> bool {
        self.shapes.is_empty()
    }

    /// The shape of a paragraph.
    pub fn shape(&self, paragraph: usize) -> Shape {
        self.shapes.get(paragraph).copied().unwrap_or_default()
    }

    /// Where a block stands in its row, if it is a cell.
    pub fn cell(&self, block: usize) -> Option<Shares> {
        self.cells.get(&block).copied()
    }

    /// The blocks that stand side by side with this one, itself among them.
    pub fn band(&self, blocks: &Blocks, block: usize) -> Range<usize> {
        if self.cell(block).is_none() { block..block + 1 } else { blocks.siblings(block) }
    }

    /// Cuts a row of a table into its cells, bars and blanks before a cell with it; nothing where it is none.
    pub fn cut_row(&self, paragraph: usize, span: Span) -> Vec<Span> {
        if self.shape(paragraph).table_row == 0 {
            return Vec::new();
        }
        let cells: Vec<Span> = self.cells_in(span).collect();
        if cells.len() < 2 || self.edges_at(span.start()).is_none() {
            return Vec::new();
        }
        let ends = cells.iter().take(cells.len() - 1).map(|cell| cell.end()).chain([span.end()]);
        let mut start = span.start();
        ends.map(|end| Span::between(std::mem::replace(&mut start, end), end)).collect()
    }

    fn cells_in(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        self.structure.inside(span).filter(|part| matches!(part.kind, Kind::Cell { .. })).map(|part| part.span)
    }

    /// Finds the column of each cell, once the rows are cut.
    pub fn share_columns(&mut self, blocks: &Blocks) {
        let rows = blocks.cut().filter(|(paragraph, _)| self.shape(*paragraph).table_row > 0);
        let mut cells = BTreeMap::new();
        for (_, row) in rows {
            let Some(edges) = blocks.get(row.start).and_then(|block| self.edges_at(block.span.start())) else { continue };
            let edge = |at: usize| edges.get(at).copied().unwrap_or(1.0);
            cells.extend(row.enumerate().map(|(column, index)| (index, (edge(column), edge(column + 1)))));
        }
        self.cells = cells;
    }

    /// Bytes of a block that are signs of the format and no words, in order.
    pub fn signs(&self, block: &Block) -> Vec<Range<usize>> {
        if self.structure.is_empty() {
            return Vec::new();
        }
        let span = block.span;
        let local =
            |from: usize, to: usize| from.clamp(span.start(), span.end()) - span.start()..to.clamp(span.start(), span.end()) - span.start();
        if self.shape(block.paragraph).table_row > 0 {
            let mut end = span.start();
            let mut signs: Vec<Range<usize>> = Vec::new();
            for cell in self.cells_in(span) {
                signs.push(local(end, cell.start()));
                end = cell.end();
            }
            signs.push(local(end, span.end()));
            return signs;
        }
        let is_sign = |part: &Part| part.kind == Kind::Sign;
        self.structure.inside(span).filter(is_sign).map(|part| local(part.span.start(), part.span.end())).collect()
    }

    /// Bytes at the start of a block that hang before its words: the marker of an entry, the sign of a quote, the bar of a cell, and
    /// the blanks that bring further lines of an entry below its words.
    pub fn hanging(&self, document: &Document, block: &Block) -> usize {
        let shape = self.shape(block.paragraph);
        if shape.table_row > 0 && !(block.is_first && block.is_last) {
            return self.cells_in(block.span).next().map_or(0, |cell| cell.start() - block.span.start());
        }
        if !block.is_first || (shape.entry == 0 && shape.quote == 0) || shape.is_sign(block.span) {
            return 0;
        }
        let words = document.text.slice(block.span);
        let lead = words.get(shape.lead as usize..).unwrap_or_default();
        words.len() - lead.trim_start().len()
    }
}

/// What a column needs, in characters as wide as a figure: for its longest word, and for its longest cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Need {
    word: f32,
    cell: f32,
}

/// What the columns of a table need.
fn needs(document: &Document, table: Span) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    for part in document.structure.inside(table) {
        let Kind::Cell { column, is_head, .. } = part.kind else { continue };
        let weight = if is_head { HEAD_WIDER } else { 1.0 };
        let column = column as usize;
        if needs.len() <= column {
            needs.resize(column + 1, Need::default());
        }
        let words = document.text.slice(part.span);
        let longest = words.split_whitespace().map(word_chars).fold(0.0, f32::max);
        if let Some(need) = needs.get_mut(column) {
            let all: f32 = words.chars().map(chars_of).sum();
            *need = Need { word: need.word.max(longest * weight), cell: need.cell.max(all * weight) };
        }
    }
    needs
}

/// Whether it is a sign of East Asia or a picture, behind which a row may end.
const fn is_wide(sign: char) -> bool {
    sign >= '\u{2e80}'
}

/// The room that a character takes, about: the letters of the serif, signs of East Asia and pictures.
fn chars_of(sign: char) -> f32 {
    match sign {
        _ if is_wide(sign) => 2.0,
        'm' | 'M' | 'W' | '%' | '@' | '—' => 1.95,
        'w' => 1.65,
        'A'..='Z' => 1.3,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | ' ' => 0.75,
        'a'..='z' => 1.1,
        _ => 1.0,
    }
}

/// The room that a word takes of which no row may end inside. Between signs of East Asia it may.
fn word_chars(word: &str) -> f32 {
    word.split_inclusive(is_wide).map(|piece| piece.chars().map(chars_of).sum()).fold(0.0, f32::max)
}

/// The edges of columns as shares of the width, from 0 to 1: each has room for its words, short columns for their cells, and long ones
/// share the rest. Nothing where not even short words would fit.
fn edges(needs: &[Need]) -> Option<Vec<f32>> {
    let widths = widths(needs)?;
    let sum: f32 = widths.iter().sum();
    let mut edge = 0.0;
    let inner = widths.iter().map(|width| {
        edge += width / sum.max(1.0);
        edge
    });
    Some([0.0].into_iter().chain(inner).collect())
}

/// The widths of columns in characters.
fn widths(needs: &[Need]) -> Option<Vec<f32>> {
    let most = |need: &Need| need.cell.min(MOST_CHARS) + BESIDE_CHARS;
    let all: f32 = needs.iter().map(most).sum();
    if all <= ROOM_CHARS {
        return Some(needs.iter().map(|need| most(need) * ROOM_CHARS / all.max(1.0)).collect());
    }
    let least = |kept: f32| needs.iter().map(move |need| need.word.min(kept) + BESIDE_CHARS);
    let kept = KEPT_CHARS.into_iter().find(|kept| least(*kept).sum::<f32>() <= ROOM_CHARS)?;
    let mut widths: Vec<f32> = least(kept).collect();
    let mut rest = ROOM_CHARS - widths.iter().sum::<f32>();
    let mut wishes: Vec<(f32, &mut f32)> =
        needs.iter().zip(&mut widths).map(|(need, width)| ((most(need) - *width).max(0.0), width)).collect();
    wishes.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let count = wishes.len();
    for (at, (wish, width)) in wishes.into_iter().enumerate() {
        let given = wish.min(rest / (count - at) as f32);
        *width += given;
        rest -= given;
    }
    Some(widths)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Widths of columns in characters, from the longest word and the longest cell of each.
    fn shared(needs: &[(f32, f32)]) -> Option<Vec<f32>> {
        let needs: Vec<Need> = needs.iter().map(|(word, cell)| Need { word: *word, cell: *cell }).collect();
        let edges = edges(&needs)?;
        Some(edges.windows(2).map(|pair| ((pair[1] - pair[0]) * ROOM_CHARS).round()).collect())
    }

    #[test]
    fn a_column_has_room_for_its_words_and_long_cells_get_the_rest() {
        // A gauge, its level, the change, and a remark of two rows.
        assert_eq!(shared(&[(6.0, 10.0), (5.0, 9.0), (6.0, 6.0), (9.0, 46.0)]), Some(vec![13.0, 12.0, 9.0, 38.0]));
        // Where everything fits, columns share the page by what they hold.
        assert_eq!(shared(&[(5.0, 5.0), (13.0, 13.0)]), Some(vec![23.0, 48.0]));
        // Fourteen columns of figures fit, fourteen of words do not.
        assert_eq!(shared(&[(2.0, 2.0); 14]).map(|widths| widths.len()), Some(14));
        assert_eq!(shared(&[(8.0, 20.0); 14]), None);
        // Eight of long words fit where the longest of them are broken.
        assert_eq!(shared(&[(8.0, 20.0); 7]).map(|widths| widths.len()), Some(7));
    }

    #[test]
    fn words_of_east_asia_may_be_broken() {
        assert_eq!([word_chars("1,200"), word_chars("約1200人"), word_chars("水位")], [4.75, 6.0, 2.0]);
        assert!(word_chars("gamma") > 7.0);
    }
}
