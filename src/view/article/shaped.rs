//! What the light structure of an article makes of its blocks: the rows of a table are cut into cells that stand side by side,
//! and signs of the format are told from words. An article without structure costs nothing here.

use std::collections::BTreeMap;
use std::ops::Range;

use super::flow::Block;
use crate::model::document::structure::{Kind, Part, Shape};
use crate::model::document::{Document, Span, Structure};

/// More cells than this in a row are not set in columns: they would be too narrow for a word.
const MOST_COLUMNS: usize = 12;
/// Characters that a column is at least and at most given room for, when columns share the width of the page.
const COLUMN_CHARS: (usize, usize) = (4, 40);

/// Where a cell stands in its row, as shares of the width of the page: begin and end.
pub type Shares = (f32, f32);

/// The shapes of an article's paragraphs and the columns of its tables.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    shapes: Vec<Shape>,
    structure: Structure,
    /// Of the blocks that are cells.
    cells: BTreeMap<usize, Shares>,
}

impl Shapes {
    /// The shapes of an article, before its paragraphs are cut into blocks.
    pub fn of(document: &Document) -> Self {
        let shapes = document.structure.shapes(&document.text);
        Shapes { shapes, structure: document.structure.clone(), cells: BTreeMap::new() }
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
    pub fn band(&self, blocks: &[Block], block: usize) -> Range<usize> {
        if self.cell(block).is_none() {
            return block..block + 1;
        }
        let is_first = |at: usize| blocks.get(at).is_none_or(|block| block.is_first);
        let is_last = |at: usize| blocks.get(at).is_none_or(|block| block.is_last);
        let start = (0..=block).rev().find(|at| is_first(*at)).unwrap_or(block);
        let last = (block..blocks.len()).find(|at| is_last(*at)).unwrap_or(block);
        start..last + 1
    }

    /// Cuts a row of a table into its cells, bars and blanks before a cell with it; nothing where it is none.
    pub fn cut_row(&self, paragraph: usize, span: Span) -> Vec<Span> {
        if self.shape(paragraph).table_row == 0 {
            return Vec::new();
        }
        let cells: Vec<Span> = self.cells_in(span).collect();
        if !(2..=MOST_COLUMNS).contains(&cells.len()) {
            return Vec::new();
        }
        let ends = cells.iter().take(cells.len() - 1).map(|cell| cell.end()).chain([span.end()]);
        let mut start = span.start();
        ends.map(|end| Span::between(std::mem::replace(&mut start, end), end)).collect()
    }

    fn cells_in(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        self.structure.inside(span).filter(|part| matches!(part.kind, Kind::Cell { .. })).map(|part| part.span)
    }

    /// Gives the columns of each table their shares, once its rows are cut.
    pub fn share_columns(&mut self, document: &Document, blocks: &[Block]) {
        let tables = self.structure.parts().iter().filter(|part| part.kind == Kind::Table);
        let mut cells = BTreeMap::new();
        for table in tables {
            let from = blocks.partition_point(|block| block.span.end() <= table.span.start());
            let here = blocks.iter().enumerate().skip(from).take_while(|(_, block)| block.span.start() < table.span.end());
            let here: Vec<(usize, &Block)> = here.filter(|(_, block)| !(block.is_first && block.is_last)).collect();
            let mut at = 0;
            let columns: Vec<(usize, usize)> = here
                .iter()
                .map(|(index, block)| {
                    at = if block.is_first { 0 } else { at + 1 };
                    (*index, at)
                })
                .collect();
            let mut chars = [COLUMN_CHARS.0; MOST_COLUMNS];
            for ((_, column), (_, block)) in columns.iter().zip(&here) {
                let count = document.text.slice(block.span).trim().chars().count().min(COLUMN_CHARS.1);
                chars.iter_mut().skip(*column).take(1).for_each(|most| *most = count.max(*most));
            }
            let count = columns.iter().map(|(_, column)| column + 1).max().unwrap_or(0);
            let all: usize = chars.iter().take(count).sum();
            let share = |column: usize| chars.iter().take(column).sum::<usize>() as f32 / all.max(1) as f32;
            cells.extend(columns.into_iter().map(|(index, column)| (index, (share(column), share(column + 1)))));
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

    /// Bytes at the start of a block that hang before its words: the marker of an entry, the sign of a quote, and the blanks that
    /// bring further lines of an entry below its words.
    pub fn hanging(&self, document: &Document, block: &Block) -> usize {
        let shape = self.shape(block.paragraph);
        if !block.is_first || (shape.entry == 0 && shape.quote == 0) || shape.is_sign(block.span) {
            return 0;
        }
        let words = document.text.slice(block.span);
        let lead = words.get(shape.lead as usize..).unwrap_or_default();
        words.len() - lead.trim_start().len()
    }
}
