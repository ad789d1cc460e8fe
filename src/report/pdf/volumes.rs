//! A very long report as several files, each of which can be laid out and written in the memory that one takes. A table goes on in the
//! next file row by row, and articles stay whole.

use std::ops::Range;

use crate::report::Report;
use crate::report::flow::{self, Block, Flow, Part};

/// How much one file holds: rows of tables and items of lists; half of a row for each paragraph of an article and each line of a note,
/// which are laid out in half the time. Some 500 pages.
const ROOM: usize = 11_000;

/// What one file holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Volume {
    /// The parts of the report in it.
    pub flow: Flow,
    /// The articles in it, counted from 0.
    pub articles: Range<usize>,
}

/// The files that a report takes, mostly one.
pub(super) fn volumes(report: &Report) -> Vec<Volume> {
    let mut volumes = shared_out(flow::flow(report), &sizes(report), ROOM);
    let of = volumes.len();
    if of > 1 {
        for (nth, volume) in volumes.iter_mut().enumerate() {
            let told = [("volume", (nth + 1).into()), ("volumes", of.into())];
            let words = report.language().say_with("volume-of", &told);
            volume.flow.title = format!("{} – {words}", volume.flow.title);
            volume.flow.document_title = format!("{} – {words}", volume.flow.document_title);
        }
    }
    volumes
}

/// The room that each article of a report takes, counted like rows of tables.
pub(super) fn sizes(report: &Report) -> Vec<usize> {
    report.articles.iter().map(|article| 2 + (article.paragraphs.len() + 8 * article.notes.len()) / 2).collect()
}

/// Shares a flow out, each share of so much room; `sizes` are those of the articles.
pub(super) fn shared_out(mut flow: Flow, sizes: &[usize], room: usize) -> Vec<Volume> {
    if flow.parts.iter().flat_map(|part| &part.blocks).map(rows_of).sum::<usize>() + sizes.iter().sum::<usize>() <= room {
        return vec![Volume { flow, articles: 0..sizes.len() }];
    }
    let parts = std::mem::take(&mut flow.parts);
    let mut shares = Shares { frame: flow, room, left: room, full: Vec::new(), parts: Vec::new(), articles: 0..0 };
    for Part { code, title, beside, blocks } in parts {
        shares.begin(Part { code, title, beside, blocks: Vec::new() });
        for block in blocks {
            match block {
                Block::Table { columns, rows } => shares.rows(rows, |rows| Block::Table { columns: columns.clone(), rows }),
                Block::List { items } => shares.rows(items, |items| Block::List { items }),
                Block::Articles => shares.put_articles(sizes),
                other => {
                    let size = rows_of(&other);
                    shares.put(other, size);
                }
            }
        }
    }
    shares.close();
    shares.full
}

/// The room that a block takes, but for articles.
fn rows_of(block: &Block) -> usize {
    match block {
        Block::Table { rows, .. } => rows.len(),
        Block::List { items } => items.len(),
        Block::Articles => 0,
        _ => 2,
    }
}

/// The shares so far, and the one that is being filled.
struct Shares {
    /// What stands around the parts of each.
    frame: Flow,
    room: usize,
    left: usize,
    full: Vec<Volume>,
    parts: Vec<Part>,
    articles: Range<usize>,
}

impl Shares {
    fn begin(&mut self, part: Part) {
        if self.left == 0 {
            self.close();
        }
        self.parts.push(part);
    }

    /// Ends the share; the part that is being filled goes on in the next one.
    fn close(&mut self) {
        let going_on = self.parts.last().map(|part| Part { blocks: Vec::new(), ..part.clone() });
        let parts = std::mem::take(&mut self.parts).into_iter().filter(|part| !part.blocks.is_empty()).collect();
        self.full.push(Volume { flow: Flow { parts, ..self.frame.clone() }, articles: self.articles.clone() });
        (self.left, self.articles) = (self.room, self.articles.end..self.articles.end);
        self.parts.extend(going_on);
    }

    fn put(&mut self, block: Block, size: usize) {
        if self.left == 0 && size > 0 {
            self.close();
        }
        if let Some(part) = self.parts.last_mut() {
            part.blocks.push(block);
        }
        self.left = self.left.saturating_sub(size);
    }

    /// Rows, cut where the room ends.
    fn rows<T>(&mut self, mut rows: Vec<T>, block: impl Fn(Vec<T>) -> Block) {
        loop {
            if self.left == 0 {
                self.close();
            }
            let rest = rows.split_off(rows.len().min(self.left));
            let size = rows.len();
            self.put(block(rows), size);
            if rest.is_empty() {
                break;
            }
            rows = rest;
        }
    }

    fn put_articles(&mut self, sizes: &[usize]) {
        for (at, size) in sizes.iter().copied().enumerate() {
            if self.left < size && self.left < self.room {
                self.close();
            }
            if self.articles.end == at && self.articles.start == at {
                self.put(Block::Articles, 0);
            }
            self.articles.end = at + 1;
            self.left = self.left.saturating_sub(size);
        }
        if sizes.is_empty() {
            self.put(Block::Articles, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lookup::Lookup;
    use crate::report::testing::invented;
    use crate::report::tests::input;

    /// The blocks of volumes, tables row by row and lists item by item, with the headings that they stand below.
    fn pieces(volumes: &[Volume]) -> Vec<(&'static str, String)> {
        let parts = volumes.iter().flat_map(|volume| &volume.flow.parts);
        let pieces = |block: &Block| match block {
            Block::Table { rows, .. } => rows.iter().map(|row| format!("{row:?}")).collect(),
            Block::List { items } => items.iter().map(|item| format!("{item:?}")).collect(),
            other => vec![format!("{other:?}")],
        };
        parts.flat_map(|part| part.blocks.iter().flat_map(pieces).map(|piece| (part.code, piece))).collect()
    }

    #[test]
    fn whatever_room_a_file_has_nothing_is_left_out_and_nothing_stands_twice() {
        let desk = invented();
        let report = crate::report::build(&desk.project, &Lookup::new(&desk.project), &input());
        let flow = flow::flow(&report);
        let articles = report.articles.len();
        let whole = pieces(&shared_out(flow.clone(), &vec![9; articles], usize::MAX));
        assert!(articles > 1 && whole.len() > 40, "{articles} {}", whole.len());
        for room in 1..60 {
            let volumes = shared_out(flow.clone(), &vec![9; articles], room);
            let mut pieces = pieces(&volumes);
            // Articles may go on in the next file.
            pieces.dedup_by(|next, last| next == last && next.1 == "Articles");
            assert_eq!(pieces, whole, "{room}");
            let shown: Vec<usize> = volumes.iter().flat_map(|volume| volume.articles.clone()).collect();
            assert_eq!(shown, (0..articles).collect::<Vec<_>>(), "{room}");
            for Volume { flow, articles } in &volumes {
                let rows: usize = flow.parts.iter().flat_map(|part| &part.blocks).map(rows_of).sum();
                assert!(rows + 9 * articles.len() <= room.max(9) + 1, "{room}: {rows} rows, {articles:?}");
                let has_articles = flow.parts.iter().any(|part| part.blocks.contains(&Block::Articles));
                assert_eq!(has_articles, !articles.is_empty(), "{room}");
            }
            assert!(room < 50 || volumes.len() < 30, "{room}: {}", volumes.len());
        }
    }
}
