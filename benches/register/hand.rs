//! A hand in a window without screen, for benches: finds what has a name, clicks it and types.

use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Ui, Vec2};

/// A window of 1440 x 900.
pub fn input(events: Vec<Event>) -> RawInput {
    let screen = Rect::from_min_size(Pos2::ZERO, Vec2::new(1440.0, 900.0));
    RawInput { screen_rect: Some(screen), events, ..RawInput::default() }
}

/// The middle of the first thing with that name, as assistive technology is told of it.
pub fn place_of(ctx: &Context, name: &str, mut draw_ui: impl FnMut(&mut Ui)) -> Option<Pos2> {
    ctx.enable_accesskit();
    let mut told = None;
    for _ in 0..3 {
        let output = ctx.run_ui(input(Vec::new()), |ui| draw_ui(ui));
        told = output.platform_output.accesskit_update.or(told);
    }
    ctx.disable_accesskit();
    let (_, node) = told?.nodes.into_iter().find(|(_, node)| node.label() == Some(name) && node.bounds().is_some())?;
    let bounds = node.bounds()?;
    Some(Pos2::new(((bounds.x0 + bounds.x1) / 2.0) as f32, ((bounds.y0 + bounds.y1) / 2.0) as f32))
}

/// The events of a click: the pointer comes, presses, and lets go. Each wants a frame.
pub fn click(at: Pos2) -> [Vec<Event>; 3] {
    let button = |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    [vec![Event::PointerMoved(at)], vec![button(true)], vec![button(false)]]
}

/// A key is pressed that writes nothing.
pub fn key(key: Key) -> Vec<Event> {
    vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }]
}
