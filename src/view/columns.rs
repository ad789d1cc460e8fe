//! Columns of tables: what each takes, and which give way, one after another, where the window is narrow.

use egui::Rect;

/// What the column that takes what is left over has at least, points, before others give way.
const LEAST_REST: f32 = 190.0;

/// A column: its heading, what it takes, and how it stands.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its heading; may be blank.
    pub heading: &'static str,
    /// Width in points; the one that takes what is left over has none.
    pub width: Option<f32>,
    /// Whether heading and contents stand at its right edge.
    pub is_right: bool,
    /// Room before its contents, points: behind a column that stands at its right edge.
    pub indent: f32,
    /// Its turn in giving way, and what it is content with then, points; 0 leaves it out.
    pub narrow: Option<(u8, f32)>,
}

impl Column {
    /// A column of so many points.
    pub const fn of(heading: &'static str, width: f32) -> Self {
        Column { heading, width: Some(width), is_right: false, indent: 0.0, narrow: None }
    }

    /// The column that takes what is left over.
    pub const fn rest(heading: &'static str) -> Self {
        Column { heading, width: None, is_right: false, indent: 0.0, narrow: None }
    }

    /// The same column with its contents at the right.
    pub const fn right(self) -> Self {
        Column { is_right: true, ..self }
    }

    /// The same column with room before its contents, points.
    pub const fn indented(self, indent: f32) -> Self {
        Column { indent, ..self }
    }

    /// The same column, content with fewer points where there is no room: the first turn gives way first.
    pub const fn narrow(self, turn: u8, width: f32) -> Self {
        Column { narrow: Some((turn, width)), ..self }
    }
}

/// The rects of the columns within a row; one that is left out has no width.
pub fn cells(columns: &[Column], row: Rect, padding: f32) -> Vec<Rect> {
    let (widths, rest) = widths(columns, row.width() - 2.0 * padding);
    let mut left = row.left() + padding;
    let cell = |(column, width): (&Column, Option<f32>)| {
        let width = width.unwrap_or(rest);
        let from = left + column.indent.min(width);
        let rect = Rect::from_min_max(egui::pos2(from, row.top()), egui::pos2(left + width, row.bottom()));
        left += width;
        rect
    };
    columns.iter().zip(widths).map(cell).collect()
}

/// The width of each column, and of the one that takes what is left over.
fn widths(columns: &[Column], room: f32) -> (Vec<Option<f32>>, f32) {
    let mut widths: Vec<Option<f32>> = columns.iter().map(|column| column.width).collect();
    let left_over = |widths: &[Option<f32>]| room - widths.iter().flatten().sum::<f32>();
    let mut turns: Vec<_> = columns.iter().zip(0..).filter_map(|(column, at): (_, usize)| Some((column.narrow?, at))).collect();
    turns.sort_by_key(|((turn, _), _)| *turn);
    for ((_, narrow), at) in turns {
        if left_over(&widths) >= LEAST_REST {
            break;
        }
        if let Some(width) = widths.get_mut(at) {
            *width = Some(narrow);
        }
    }
    let rest = left_over(&widths).max(40.0);
    (widths, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 4] = [
        Column::rest("Words"),
        Column::of("Kind", 100.0).narrow(2, 0.0),
        Column::of("Status", 120.0).narrow(1, 30.0),
        Column::of("No.", 40.0),
    ];

    #[track_caller]
    fn check(room: f32, expected: [f32; 4]) {
        let row = Rect::from_min_size(egui::pos2(5.0, 0.0), egui::vec2(room + 20.0, 10.0));
        let cells = cells(&COLUMNS, row, 10.0);
        assert_eq!(cells.iter().map(Rect::width).collect::<Vec<_>>(), expected);
        assert!(cells.windows(2).all(|pair| pair[0].right() == pair[1].left()) && cells[0].left() == 15.0);
    }

    #[test]
    fn columns_give_way_in_turn_where_there_is_no_room() {
        check(500.0, [240.0, 100.0, 120.0, 40.0]);
        check(449.0, [279.0, 100.0, 30.0, 40.0]);
        check(300.0, [230.0, 0.0, 30.0, 40.0]);
        // Where nothing is left to give, the words keep a little.
        check(90.0, [40.0, 0.0, 30.0, 40.0]);
    }
}
