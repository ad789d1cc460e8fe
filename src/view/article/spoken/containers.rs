//! The lists, quotes and tables around the paragraphs of a page, as nodes of a screen reader's tree.

use egui::{Id, Rect, Role, Ui, UiBuilder};

use super::super::flow::Placed;
use super::words::bounds_of;

/// What a paragraph is to a screen reader.
pub(super) fn role(block: &Placed) -> Role {
    match block.shape {
        _ if block.block.is_headline => Role::Heading,
        shape if shape.heading > 0 => Role::Heading,
        shape if shape.is_caption => Role::Caption,
        shape if shape.table_row == 1 => Role::ColumnHeader,
        shape if shape.table_row > 1 => Role::Cell,
        shape if shape.begins_entry => Role::ListItem,
        _ => Role::Paragraph,
    }
}

/// The level of a heading or of an entry, from 1.
pub(super) fn level(block: &Placed) -> Option<usize> {
    let shape = block.shape;
    let level = if shape.heading == 0 && block.block.is_headline { 1 } else { shape.heading.max(shape.entry) };
    (level > 0).then_some(usize::from(level))
}

/// Something that holds paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Quote,
    List,
    Table,
    /// With the index of its paragraph.
    Row(usize),
}

impl Kind {
    fn role(self) -> Role {
        match self {
            Kind::Quote => Role::Blockquote,
            Kind::List => Role::List,
            Kind::Table => Role::Table,
            Kind::Row(_) => Role::Row,
        }
    }
}

/// The containers that are open while the paragraphs of a page are told, from the outermost one.
#[derive(Default)]
pub(super) struct Containers {
    open: Vec<(Kind, Id, Rect)>,
}

impl Containers {
    /// Opens and closes containers so that a block can be told, and gives the innermost one, or the page.
    pub(super) fn enter_ui(&mut self, ui: &mut Ui, page: Id, (block, rect): (&Placed, Rect)) -> Id {
        let shape = block.shape;
        let mut wanted = vec![Kind::Quote; usize::from(shape.quote)];
        wanted.extend(vec![Kind::List; usize::from(shape.entry)]);
        if shape.is_in_table {
            wanted.push(Kind::Table);
        }
        if shape.table_row > 0 {
            wanted.push(Kind::Row(block.block.paragraph));
        }
        let same = self.open.iter().zip(&wanted).take_while(|((open, ..), wanted)| open == *wanted).count();
        self.open.truncate(same);
        for (depth, kind) in wanted.into_iter().enumerate().skip(same) {
            let parent = self.open.last().map_or(page, |(_, id, _)| *id);
            let builder = UiBuilder::new()
                .scope_id(page.with(("container", depth, block.index)))
                .accessibility_parent(parent)
                .accessibility_role(kind.role())
                .max_rect(rect);
            self.open.push((kind, ui.new_child(builder).unique_id(), rect));
        }
        for (_, id, around) in &mut self.open {
            *around = around.union(rect);
            ui.ctx().accesskit_node_builder(*id, |node| node.set_bounds(bounds_of(*around)));
        }
        self.open.last().map_or(page, |(_, id, _)| *id)
    }
}
