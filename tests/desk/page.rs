//! What is painted on the page, against the figures of the design language: the shapes that a frame hands to the renderer.

use egui::{Color32, Pos2, Rect, Role, Shape, Stroke};
use egui_kittest::kittest::Queryable as _;
use tickmark::widget::Icon;
use tickmark::widget::theme::Theme;

use super::trial::Desk;

const TEXT: &str = "Dyke fails at Orva\n\
    About 1,500 people left home on Monday, officials told Ann Reeve. Nobody was hurt that night.\n\
    The gates had stood open since the morning and nobody had gone to close them before the storm came in from the sea at dusk.\n";

/// The shapes on the page, in the order in which they are painted.
struct Painted(Vec<Shape>);

impl Painted {
    fn of(desk: &mut Desk) -> Self {
        Self::within(desk, "Article text: ")
    }

    /// What is painted on something that is called so.
    fn within(desk: &mut Desk, name: &str) -> Self {
        // The mouse rests beside the page.
        desk.harness.remove_cursor();
        desk.settle();
        let page = desk.rect_of(name);
        let mut shapes = Vec::new();
        for clipped in &desk.harness.output().shapes {
            flatten(&clipped.shape, &mut shapes);
        }
        shapes.retain(|shape| page.contains_rect(shape.visual_bounding_rect().shrink(0.5)));
        Painted(shapes)
    }

    fn find<T>(&self, pick: impl Fn(&Shape) -> Option<T>) -> Vec<T> {
        self.0.iter().filter_map(pick).collect()
    }

    /// Rectangles filled with a colour.
    fn fills(&self, colour: Color32) -> Vec<Rect> {
        self.find(|shape| match shape {
            Shape::Rect(rect) if rect.fill == colour => Some(rect.rect),
            _ => None,
        })
    }

    /// Lines of a colour: their ends and width.
    fn lines(&self, colour: Color32) -> Vec<([Pos2; 2], f32)> {
        self.find(|shape| match shape {
            Shape::LineSegment { points, stroke } if stroke.color == colour => Some((*points, stroke.width)),
            _ => None,
        })
    }

    /// Outlines of a kind, without a fill.
    fn outlines(&self, stroke: Stroke) -> Vec<Rect> {
        self.find(|shape| match shape {
            Shape::Rect(rect) if rect.stroke == stroke && rect.fill == Color32::TRANSPARENT => Some(rect.rect),
            _ => None,
        })
    }

    /// Where a text stands on the page: a word, or the sign of an icon.
    fn texts(&self, words: &str) -> Vec<Rect> {
        self.find(|shape| match shape {
            Shape::Text(text) if text.galley.text() == words => Some(text.visual_bounding_rect()),
            _ => None,
        })
    }

    /// Where an icon stands.
    fn icons(&self, icon: Icon) -> Vec<Rect> {
        self.texts(&icon.glyph().to_string())
    }

    fn circles(&self, colour: Color32) -> Vec<f32> {
        self.find(|shape| match shape {
            Shape::Circle(circle) if circle.fill == colour => Some(circle.radius),
            _ => None,
        })
    }

    /// When the first shape is painted for which something holds.
    fn first(&self, is_it: impl Fn(&Shape) -> bool) -> usize {
        self.0.iter().position(is_it).unwrap()
    }
}

fn flatten(shape: &Shape, into: &mut Vec<Shape>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(shape, into)),
        shape => into.push(shape.clone()),
    }
}

/// A window on the article with these marks, in the light or the dark theme.
fn desk(theme: &str, marks: &[(&str, &str)]) -> (Desk, Theme) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("one.txt");
    std::fs::write(&path, TEXT).unwrap();
    let mut desk = Desk::open_in(home, &[path]);
    desk.press("Ctrl+Comma");
    desk.click(theme);
    desk.press("Escape");
    for (words, key) in marks {
        desk.select(words);
        desk.press(key);
    }
    desk.press_all("Ctrl+1 Escape Ctrl+End");
    let theme = Theme::of(&desk.harness.ctx).as_ref().clone();
    (desk, theme)
}

/// Widths and heights.
fn sizes(rects: &[Rect]) -> Vec<(f32, f32)> {
    rects.iter().map(|rect| (rect.width(), rect.height())).collect()
}

#[test]
fn a_claim_is_a_wash_between_brackets_a_number_a_solid_lane_a_source_a_broken_one() {
    for theme in ["Light", "Dark"] {
        let marks = [("About 1,500 people left home", "C"), ("1,500 people", "N"), ("officials", "S"), ("Ann Reeve", "S")];
        let (mut desk, theme) = desk(theme, &marks);
        let painted = Painted::of(&mut desk);
        let [wash] = painted.fills(theme.wash)[..] else { panic!("{:?}", painted.fills(theme.wash)) };
        let baseline = wash.top() + 14.0;
        assert_eq!(wash.height(), 19.0);

        // Start and end: an upright as high as the wash, with a foot that points in, at the top and at the bottom.
        let brackets = painted.fills(theme.claim);
        assert_eq!(sizes(&brackets), [(1.5, 19.0), (5.0, 1.5), (1.5, 19.0), (5.0, 1.5)]);
        assert_eq!((brackets[0].left_top(), brackets[1].left_top()), (wash.left_top(), wash.left_top()));
        assert_eq!((brackets[2].right_bottom(), brackets[3].right_bottom()), (wash.right_bottom(), wash.right_bottom()));

        let [lane] = painted.fills(theme.num)[..] else { panic!("{:?}", painted.fills(theme.num)) };
        assert_eq!((lane.top() - baseline, lane.bottom() - baseline), (8.0, 11.0));
        assert!(lane.left() > wash.left() && lane.right() < wash.right());

        // Anonymous: dots of 2; named: dashes of 6; both with gaps of 3, in a lane of 2.
        let pieces = painted.lines(theme.src);
        let lengths: Vec<f32> = pieces.iter().map(|([from, to], _)| (to.x - from.x).round()).collect();
        assert!(pieces.iter().all(|([from, to], width)| (from.y, to.y, *width) == (baseline + 13.0, baseline + 13.0, 2.0)));
        let (dots, dashes) =
            (lengths.iter().filter(|length| **length == 2.0).count(), lengths.iter().filter(|length| **length == 6.0).count());
        assert!(dots > 8 && dashes > 5, "{lengths:?}");
        let gaps = pieces.windows(2).map(|pair| (pair[1].0[0].x - pair[0].0[1].x).round());
        assert_eq!(gaps.filter(|gap| *gap != 3.0).count(), 1, "but for the space between the two");

        // Wash below the words, brackets and lanes above them.
        let fill = |colour| move |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.fill == colour);
        let words = painted.first(|shape| matches!(shape, Shape::Mesh(mesh) if mesh.calc_bounds().intersects(wash)));
        let order = [painted.first(fill(theme.wash)), words, painted.first(fill(theme.claim)), painted.first(fill(theme.num))];
        assert!(order.is_sorted(), "{order:?}");
    }
}

#[test]
fn a_claim_over_several_rows_has_brackets_at_its_true_ends_only() {
    let (mut desk, theme) = desk("Light", &[("The gates had stood open", "C")]);
    desk.press_all("K R Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Enter");
    desk.press_all("Escape Ctrl+End");
    let painted = Painted::of(&mut desk);
    let washes = painted.fills(theme.wash);
    assert_eq!(washes.len(), 2, "{washes:?}");
    let brackets = painted.fills(theme.claim);
    assert_eq!(sizes(&brackets).iter().filter(|size| size.0 == 1.5).count(), 2, "{brackets:?}");
    assert_eq!(brackets[0].left_top(), washes[0].left_top());
    assert_eq!(brackets[2].right_bottom(), washes[1].right_bottom());
}

#[test]
fn inner_and_crossing_claims_are_told_apart_and_settled_ones_pale() {
    let outer = "About 1,500 people left home on Monday";
    let (mut desk, theme) = desk("Light", &[(outer, "C"), ("people left", "C"), ("on Monday, officials told", "C")]);
    let painted = Painted::of(&mut desk);
    assert_eq!(painted.fills(theme.wash).len(), 2);
    // The inner one is 2 lower at either end; where two cross, the wash is as high as theirs.
    assert_eq!(painted.fills(theme.wash2).iter().map(egui::Rect::height).collect::<Vec<_>>(), [15.0, 19.0]);
    assert_eq!(painted.fills(theme.claim).len(), 12);

    // Settled: a paler wash with paler brackets; inside another claim the brackets alone.
    for words in ["people left", "About 1,500"] {
        desk.select(words);
        desk.press_all("Left Right J K K T Escape");
    }
    desk.press_all("Ctrl+Home J T J T Escape Ctrl+End");
    let painted = Painted::of(&mut desk);
    assert_eq!((painted.fills(theme.washs).len(), painted.fills(theme.wash).len()), (1, 1));
    assert_eq!(painted.fills(theme.wash2).iter().map(egui::Rect::height).collect::<Vec<_>>(), [19.0]);
    assert_eq!((painted.fills(theme.claims).len(), painted.fills(theme.claim).len()), (8, 4));
}

#[test]
fn untouched_sentences_have_a_bar_until_they_are_marked() {
    let (mut desk, theme) = desk("Light", &[]);
    let bars = Painted::of(&mut desk).fills(theme.bar);
    assert!(!bars.is_empty() && bars.iter().all(|bar| bar.width() == 3.0), "{bars:?}");
    for words in ["About 1,500", "Nobody was", "The gates"] {
        desk.select(words);
        desk.press_all("Left X");
    }
    desk.press_all("Escape Ctrl+Home C Escape Ctrl+End");
    assert_eq!(Painted::of(&mut desk).fills(theme.bar), []);
}

#[test]
fn hits_are_outlined_and_never_look_like_marks() {
    let (mut desk, theme) = desk("Light", &[("1,500 people", "N")]);
    let marks =
        |painted: &Painted| [theme.wash, theme.wash2, theme.washs, theme.claim, theme.num].map(|colour| painted.fills(colour).len());
    let before = marks(&Painted::of(&mut desk));
    let strip = |desk: &mut Desk| Painted::within(desk, "Overview of the article").fills(theme.ink2.gamma_multiply(0.6)).len();
    assert_eq!(strip(&mut desk), 0);
    desk.press("Ctrl+F");
    desk.type_text("nobody");
    assert_eq!(strip(&mut desk), 2);
    let painted = Painted::of(&mut desk);
    assert_eq!(painted.outlines(Stroke::new(1.5, theme.ink2)).len(), 2);
    assert_eq!((marks(&painted), painted.lines(theme.src).len()), (before, 0));
    desk.press("F3");
    assert_eq!(Painted::of(&mut desk).fills(theme.selbg).len(), 1);
}

#[test]
fn the_selected_mark_has_an_outline_handles_and_its_links() {
    let (mut desk, theme) = desk("Light", &[("About 1,500 people left", "C"), ("The gates had stood open", "C")]);
    desk.press_all("Ctrl+Home J L J Enter");
    let painted = Painted::of(&mut desk);
    let outline = painted.lines(theme.sel);
    assert!(outline.iter().filter(|(_, width)| *width == 2.0).count() >= 4, "{outline:?}");
    // Two handles with a ring of paper, and a dot at either end of the link.
    assert_eq!((painted.circles(theme.sel), painted.circles(theme.paper)), (vec![5.5, 5.5, 2.5, 2.5], vec![7.0, 7.0]));
    assert!(painted.lines(theme.ink).iter().filter(|(_, width)| *width == 1.5).count() >= 3, "an elbow line to the other claim");
    desk.press_all("Escape Ctrl+End");
    let painted = Painted::of(&mut desk);
    assert!(painted.circles(theme.sel).is_empty() && painted.lines(theme.ink).iter().all(|(_, width)| *width != 1.5));
}

#[test]
fn a_number_in_a_number_has_feet_and_neighbours_a_gap() {
    let (mut desk, theme) = desk("Light", &[("1,500 people left", "N"), ("1,500", "N")]);
    let rects = Painted::of(&mut desk).fills(theme.num);
    assert_eq!(rects.iter().filter(|rect| rect.height() == 3.0).count(), 2, "{rects:?}");
    let feet: Vec<&Rect> = rects.iter().filter(|rect| rect.height() == 2.0).collect();
    assert_eq!(feet.iter().map(|foot| foot.width()).collect::<Vec<_>>(), [1.5, 1.5]);
    let inner = rects.iter().filter(|rect| rect.height() == 3.0).min_by(|a, b| a.width().total_cmp(&b.width())).unwrap();
    assert_eq!((feet[0].left(), feet[1].right(), feet[0].bottom()), (inner.left(), inner.right(), inner.top()));

    // "storm" and "came" with the blank between them: the lanes touch but for a point.
    let (mut desk, theme) = self::desk("Light", &[("the storm ", "N"), ("came", "N")]);
    let mut lanes = Painted::of(&mut desk).fills(theme.num);
    lanes.sort_by(|a, b| a.left().total_cmp(&b.left()));
    assert_eq!(lanes.len(), 2);
    assert!(lanes[1].left() - lanes[0].right() >= 1.0, "{lanes:?}");
}

#[test]
fn the_brackets_of_the_claim_under_the_mouse_thicken() {
    let (mut desk, theme) = desk("Light", &[("About 1,500 people left", "C")]);
    let wash = Painted::of(&mut desk).fills(theme.wash)[0];
    desk.harness.hover_at(wash.center());
    desk.harness.run_steps(3);
    let mut shapes = Vec::new();
    desk.harness.output().shapes.iter().for_each(|clipped| flatten(&clipped.shape, &mut shapes));
    let brackets = Painted(shapes).fills(theme.claim);
    assert!(brackets.iter().any(|rect| (rect.width(), rect.height()) == (2.5, 19.0)), "{brackets:?}");
}

#[test]
fn changed_words_and_cut_claims_are_struck() {
    let (mut desk, theme) = desk("Light", &[("About 1,500 people left", "C"), ("Nobody was hurt", "C")]);
    let strikes = |desk: &mut Desk, colour| Painted::of(desk).lines(colour).iter().filter(|(_, width)| *width == 1.5).count();
    assert_eq!((strikes(&mut desk, theme.warn), strikes(&mut desk, theme.ink2)), (0, 0));
    desk.press_all("Ctrl+Home J F4 Ctrl+A");
    desk.type_text("About 1,200 people left");
    desk.press_all("Escape Ctrl+1 J D Escape Ctrl+End");
    assert_eq!((strikes(&mut desk, theme.warn), strikes(&mut desk, theme.ink2)), (1, 1), "the figure alone, and the whole claim");
}

#[test]
fn a_settled_claim_has_its_tick_on_the_row_where_it_starts() {
    let (mut desk, theme) = desk("Light", &[("About 1,500 people left", "C")]);
    let at_left = |painted: &Painted, wash: Rect| {
        let ticks = painted.icons(Icon::Check);
        ticks.into_iter().filter(|tick| tick.right() < wash.left() && (tick.center().y - wash.center().y).abs() < 8.0).count()
    };
    let painted = Painted::of(&mut desk);
    assert_eq!(at_left(&painted, painted.fills(theme.wash)[0]), 0);
    desk.press_all("Ctrl+Home J T Escape Ctrl+End");
    let painted = Painted::of(&mut desk);
    assert_eq!(at_left(&painted, painted.fills(theme.washs)[0]), 1);
}

#[test]
fn a_leader_runs_from_the_selected_claim_to_its_outlined_note_and_notes_fold_in_a_narrow_window() {
    let (mut desk, theme) = desk("Light", &[("About 1,500 people left", "C")]);
    desk.press_all("Ctrl+Home J M");
    desk.type_text("ask again");
    desk.press_all("Escape Ctrl+1 Ctrl+Home J");
    let painted = Painted::of(&mut desk);
    let note = painted.outlines(Stroke::new(1.5, theme.sel));
    assert_eq!(note.len(), 1, "the note is outlined");
    let wash = painted.fills(theme.wash)[0];
    let leader: Vec<_> = painted.lines(theme.sel).into_iter().filter(|(_, width)| *width == 1.5).collect();
    let touches = |x: f32| leader.iter().any(|(ends, _)| ends.iter().any(|end| (end.x - x).abs() < 4.5));
    assert!(touches(wash.right()) && touches(note[0].left()), "{leader:?} from {wash} to {note:?}");
    let status = painted.icons(Icon::Circle);
    assert!(status.iter().any(|icon| note[0].contains_rect(*icon)), "the note shows the status: {status:?}");

    let outlined_notes = |desk: &mut Desk, width: f32| {
        // The harness keeps 8 points free on each side of the window.
        desk.harness.set_size(egui::vec2(width + 16.0, 800.0));
        desk.settle();
        Painted::of(desk).outlines(Stroke::new(1.5, theme.sel)).len()
    };
    assert_eq!((outlined_notes(&mut desk, 962.0), outlined_notes(&mut desk, 950.0)), (1, 0), "below 960 they fold");
    let painted = Painted::of(&mut desk);
    assert!(!painted.icons(Icon::Circle).is_empty(), "the sign alone stays");
}

#[test]
fn a_link_to_another_article_ends_in_its_badge() {
    let home = tempfile::tempdir().unwrap();
    let paths = ["one.txt", "two.txt"].map(|name| home.path().join(name));
    std::fs::write(&paths[0], TEXT).unwrap();
    std::fs::write(&paths[1], "Ministry denies\nSome 2,000 people left.\n").unwrap();
    let mut desk = Desk::open_in(home, &paths);
    desk.press_all("Ctrl+1 Ctrl+PageDown");
    desk.select("Some 2,000 people left");
    desk.press("C");
    desk.press_all("Escape Ctrl+PageUp");
    desk.select("About 1,500 people left");
    desk.press_all("C L");
    desk.press_all("B 1 Enter");
    let theme = Theme::of(&desk.harness.ctx).as_ref().clone();
    let painted = Painted::of(&mut desk);
    // Two letters, painted as four corners each.
    let badges = painted.find(|shape| match shape {
        Shape::Mesh(mesh) if mesh.vertices.len() == 8 && mesh.vertices.iter().all(|corner| corner.color == theme.onink) => {
            Some(mesh.calc_bounds())
        }
        _ => None,
    });
    assert!(painted.fills(theme.ink).iter().any(|ground| badges.iter().any(|badge| ground.contains_rect(*badge))), "{badges:?}");
}

#[test]
fn the_overview_has_a_pip_for_every_kind_of_mark() {
    let marks = [("About 1,500 people left", "C"), ("1,500 people", "N"), ("officials", "S"), ("Nobody was hurt", "C")];
    let (mut desk, theme) = desk("Light", &marks);
    desk.press_all("Ctrl+Home J J J J T Escape Ctrl+End");
    let strip = Painted::within(&mut desk, "Overview of the article");
    for (colour, what) in [
        (theme.wash2, "open claim"),
        (theme.claim, "its edge"),
        (theme.washs, "settled claim"),
        (theme.num, "number"),
        (theme.src, "source"),
        (theme.bar, "untouched"),
    ] {
        assert!(!strip.fills(colour).is_empty(), "{what}");
    }
    assert_eq!(strip.outlines(Stroke::new(1.0, theme.line2)).len(), 1, "the frame of what is in view");
}

/// The grounds of badges: filled with ink, as high as a badge.
fn badges(painted: &Painted, theme: &Theme) -> Vec<Rect> {
    painted.fills(theme.ink).into_iter().filter(|rect| (14.0..20.0).contains(&rect.height()) && rect.width() > 12.0).collect()
}

#[test]
fn the_badge_of_a_link_lies_over_no_words_where_a_row_leaves_room() {
    let home = tempfile::tempdir().unwrap();
    let paths = ["one.txt", "two.txt"].map(|name| home.path().join(name));
    let long = "The dyke at Orva stood for fifty years and was mended twice before it gave way on that night. ";
    std::fs::write(&paths[0], format!("Dyke fails\n{}{}", long.repeat(3), "All of it fell.\n")).unwrap();
    std::fs::write(&paths[1], "Ministry denies\nSome 2,000 people left.\n").unwrap();
    let mut desk = Desk::open_in(home, &paths);
    desk.press_all("Ctrl+1 Ctrl+PageDown");
    desk.select("Some 2,000 people left");
    desk.press("C");
    desk.press_all("Escape Ctrl+PageUp");
    desk.select("mended twice");
    desk.press_all("C L");
    desk.press_all("B 1 Enter");
    let theme = Theme::of(&desk.harness.ctx).as_ref().clone();
    let painted = Painted::of(&mut desk);
    let page = desk.rect_of("Article text: ");
    let badges: Vec<Rect> = badges(&painted, &theme).into_iter().filter(|rect| page.contains_rect(*rect)).collect();
    assert_eq!(badges.len(), 1, "{badges:?}");
    let rows = desk.harness.query_all_by_role(Role::TextRun).map(|row| row.rect().shrink2(egui::vec2(0.0, 6.0)));
    let covered: Vec<Rect> = rows.filter(|row| page.intersects(*row) && row.intersects(badges[0])).collect();
    assert!(covered.is_empty(), "the badge at {:?} lies over {covered:?}", badges[0]);
}

#[test]
fn the_numbers_of_the_paragraphs_of_a_book_stand_whole_on_the_paper() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("book.txt");
    std::fs::write(&path, "Nobody was hurt.\n".repeat(12_000)).unwrap();
    let mut desk = Desk::open_in(home, &[path]);
    desk.press_all("Ctrl+1 Escape Ctrl+End");
    let theme = Theme::of(&desk.harness.ctx).as_ref().clone();
    let painted = Painted::of(&mut desk);
    let paper = desk.rect_of("Article text: ");
    // Five digits, painted as four corners each; what is cut off at the edge of the paper is not among what is painted on it.
    let numbers = painted.find(|shape| match shape {
        Shape::Mesh(mesh) if mesh.vertices.len() == 20 && mesh.vertices.iter().all(|corner| corner.color == theme.ink3) => {
            Some(mesh.calc_bounds())
        }
        _ => None,
    });
    assert!(numbers.len() > 10, "{numbers:?}");
    assert!(numbers.iter().all(|number| number.left() >= paper.left() + 2.0 && number.right() < paper.left() + 36.0), "{numbers:?}");
}

#[test]
fn the_badge_of_a_link_moves_off_the_role_of_a_link_to_the_row_above() {
    let home = tempfile::tempdir().unwrap();
    let paths = ["one.txt", "two.txt"].map(|name| home.path().join(name));
    std::fs::write(&paths[0], "Dyke fails\nThe river rose.\nThe dam broke.\n").unwrap();
    std::fs::write(&paths[1], "Ministry denies\nSome 2,000 people left.\n").unwrap();
    let mut desk = Desk::open_in(home, &paths);
    desk.press_all("Ctrl+1 Ctrl+PageDown");
    desk.select("Some 2,000 people left");
    desk.press("C");
    desk.press_all("Escape Ctrl+PageUp");
    desk.select("The river rose");
    desk.press_all("C Escape");
    desk.select("The dam broke");
    desk.press_all("C L");
    desk.press_all("A 1 Enter L");
    desk.press_all("B 1 Enter");
    let theme = Theme::of(&desk.harness.ctx).as_ref().clone();
    let painted = Painted::of(&mut desk);
    let page = desk.rect_of("Article text: ");
    let badges: Vec<Rect> = badges(&painted, &theme).into_iter().filter(|rect| page.contains_rect(*rect)).collect();
    let [badge] = badges[..] else { panic!("{badges:?}") };
    // The role stands before the margin rule, notes behind it.
    let roles = painted.find(|shape| match shape {
        Shape::Mesh(mesh) if mesh.vertices.iter().all(|corner| corner.color == theme.ink2) => Some(mesh.calc_bounds()),
        _ => None,
    });
    let roles: Vec<Rect> = roles.into_iter().filter(|role| role.right() < badge.right() + 8.0).collect();
    assert!(!roles.is_empty(), "the role of the link within the article");
    assert!(roles.iter().all(|role| !role.intersects(badge)), "the badge at {badge:?} lies over {roles:?}");
}
