//! Plots as they are printed.

use super::*;
use crate::model::group::Group;
use crate::model::quantity::Quantity;
use crate::report::export::testing::{exported, exported_with};
use crate::report::testing::{HOSTILE, hostile, invented};
use crate::report::{Language, Options};
use crate::testing::Desk;

/// Evacuated people in four articles, one group, one out of line.
fn people(name: &str) -> Desk {
    let mut desk = Desk::default();
    for figure in ["6,200", "about 6,200", "up to 9,000", "2,000 to 3,000", "at least 5,000"] {
        desk.article(&format!("[There were [{figure}|number] in all|claim]."));
    }
    let group = GroupId(desk.id());
    desk.add(Group::named(group, name));
    for id in desk.project.quantities().keys().copied().collect::<Vec<_>>() {
        desk.change(id, |number: &mut Quantity| number.group = Some(group));
    }
    desk
}

#[test]
fn a_group_is_plotted_as_the_window_has_it() {
    exported(&people("People evacuated"), |export| {
        let printed = svg(export);
        let suffixes: Vec<_> = printed.files.iter().map(|file| file.suffix.as_str()).collect();
        assert_eq!(suffixes, ["-ratings", "-numbers-1"]);
        insta::assert_snapshot!(String::from_utf8(printed.files[1].bytes.clone()).unwrap());
    });
}

#[test]
fn bars_add_up_and_are_mirrored_for_arabic() {
    let bars = |language| {
        let options = Options { language, ..Options::default() };
        exported_with(&invented().project, &options, |export| plots(export).remove(0).drawing)
    };
    let (english, arabic) = (bars(Language::English), bars(Language::Arabic));
    let left = |drawing: &Drawing| {
        let boxes = drawing
            .shapes
            .iter()
            .filter_map(|shape| if let Shape::Rect { corner, size, .. } = shape { Some((corner.0, size.0)) } else { None });
        boxes.collect::<Vec<_>>()
    };
    for ((one, width), (other, other_width)) in left(&english).into_iter().zip(left(&arabic)) {
        assert_eq!(width, other_width);
        assert!((one + width + other - english.width).abs() < 0.01);
    }
    assert!(english.description.starts_with("A "), "{}", english.description);
}

#[test]
fn hostile_names_come_out_as_text() {
    for words in HOSTILE {
        let mut desk = people(words);
        let id = *desk.project.groups().keys().next().unwrap();
        desk.change(id, |group: &mut Group| group.note = (*words).to_owned());
        exported(&desk, |export| {
            for file in svg(export).files {
                let text = String::from_utf8(file.bytes).unwrap();
                let mut reader = quick_xml::Reader::from_str(&text);
                let mut names = std::collections::BTreeSet::new();
                loop {
                    match reader.read_event().unwrap() {
                        quick_xml::events::Event::Eof => break,
                        quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                            names.insert(String::from_utf8(tag.name().as_ref().to_vec()).unwrap());
                        }
                        _ => {}
                    }
                }
                let ours = ["svg", "title", "desc", "rect", "line", "circle", "text"];
                assert!(names.iter().all(|name| ours.contains(&name.as_str())), "{names:?}");
            }
        });
        exported(&hostile(words), |export| assert_eq!(svg(export).files.len(), 1));
    }
}

#[test]
fn pictures_are_painted_the_same_each_time_with_words_in_them() {
    exported(&people("People"), |export| {
        let printed = png(export, &|_| true).unwrap();
        assert_eq!(printed, png(export, &|_| true).unwrap());
        assert_eq!(printed.losses, Vec::<String>::new());
        let picture = |bytes: &[u8]| {
            let mut reader = ::png::Decoder::new(std::io::Cursor::new(bytes.to_vec())).read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut pixels).unwrap();
            (info.width, info.height, pixels)
        };
        let (width, height, pixels) = picture(&printed.files[1].bytes);
        assert_eq!((width, height > 300), (1560, true));
        // Ink of the title, which only a font can paint.
        let dark = pixels.chunks(4).take(width as usize * 70).filter(|pixel| pixel[0] < 0x60 && pixel[1] < 0x60).count();
        assert!(dark > 300, "{dark}");
        assert_eq!(png(export, &|_| false).unwrap_err(), crate::report::export::ExportError::Cancelled);
    });
    let losses = exported(&people("避難した人"), |export| png(export, &|_| true).unwrap().losses);
    assert!(losses[0].starts_with("1 text is in a script"), "{losses:?}");
}

#[test]
fn words_that_the_faces_lack_are_left_out_of_a_picture_and_not_painted_as_boxes() {
    let mut drawing = Drawing { title: String::new(), description: String::new(), width: 80.0, height: 30.0, shapes: Vec::new() };
    let painted = |drawing: &Drawing| Painter::new().paint(&to_svg(drawing)).unwrap();
    let bare = painted(&drawing);
    drawing.words((4.0, 20.0), "مختلفة", (10.0, 0, Anchor::Start));
    assert_eq!(painted(&drawing), bare);
    assert_eq!(foreign_words(std::iter::once(&drawing)), 1);
    drawing.words((4.0, 20.0), "differ", (10.0, 0, Anchor::Start));
    assert!(painted(&drawing) != bare);
}
