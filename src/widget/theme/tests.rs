//! Both theme files parse, and every contrast that the design language states is recomputed from them.

use super::*;

fn both() -> [(&'static str, Theme); 2] {
    [("light", LIGHT_RON), ("dark", DARK_RON)].map(|(name, text)| {
        let theme: Theme = ron::from_str(text).unwrap_or_else(|error| panic!("{name}.ron: {error}"));
        (name, theme)
    })
}

/// Each stated pair with its stated ratio in the light and the dark theme.
fn check(least: f32, pairs: impl Fn(&Theme) -> Vec<(&'static str, Color32, Color32, [f32; 2])>) {
    for (nth, (name, theme)) in both().into_iter().enumerate() {
        for (pair, front, back, stated) in pairs(&theme) {
            let found = contrast(front, back);
            assert!(found >= least, "{name}: {pair} is {found:.2}, needs {least}");
            assert!((found - stated[nth]).abs() < 0.06, "{name}: {pair} is {found:.2}, stated {}", stated[nth]);
        }
    }
}

#[test]
fn a_file_that_does_not_parse_still_gives_a_readable_theme() {
    let theme = Theme::from_ron("(desk: \"#12\")");
    assert_eq!(theme, Theme::stand_in());
    assert!(contrast(theme.ink, theme.paper) > 15.0);
}

#[test]
fn ink_reads_on_every_ground() {
    check(4.5, |t| {
        vec![
            ("ink on paper", t.ink, t.paper, [16.5, 11.8]),
            ("ink on panel", t.ink, t.panel, [15.1, 12.9]),
            ("ink on wash", t.ink, t.wash, [14.4, 7.9]),
            ("ink on wash2", t.ink, t.wash2, [12.2, 5.6]),
            ("ink on washs", t.ink, t.washs, [15.4, 11.0]),
            ("ink on fresh", t.ink, t.fresh, [10.8, 5.9]),
            ("ink on selbg", t.ink, t.selbg, [13.7, 10.1]),
            ("ink on field", t.ink, t.field, [16.8, 13.4]),
            ("ink on warnbg", t.ink, t.warnbg, [14.3, 11.0]),
            ("onink on ink", t.onink, t.ink, [16.5, 13.8]),
        ]
    });
}

#[test]
fn muted_text_warnings_and_good_sums_read_too() {
    check(4.5, |t| {
        vec![
            ("ink2 on paper", t.ink2, t.paper, [8.1, 8.1]),
            ("ink2 on panel", t.ink2, t.panel, [7.4, 8.7]),
            ("ink2 on selbg", t.ink2, t.selbg, [6.8, 6.9]),
            ("ink2 on wash", t.ink2, t.wash, [7.1, 5.4]),
            ("ink2 on warnbg", t.ink2, t.warnbg, [7.0, 7.5]),
            ("ink3 on paper", t.ink3, t.paper, [5.6, 5.9]),
            ("ink3 on panel", t.ink3, t.panel, [5.1, 6.4]),
            ("ink3 on field", t.ink3, t.field, [5.7, 6.7]),
            ("ink3 on selbg", t.ink3, t.selbg, [4.7, 5.1]),
            ("ink3 on warnbg", t.ink3, t.warnbg, [4.9, 5.5]),
            ("warn on paper", t.warn, t.paper, [6.4, 7.1]),
            ("warn on panel", t.warn, t.panel, [5.8, 7.7]),
            ("warn on selbg", t.warn, t.selbg, [5.3, 6.1]),
            ("warn on warnbg", t.warn, t.warnbg, [5.5, 6.6]),
            ("ok on paper", t.ok, t.paper, [7.2, 7.9]),
            ("ok on panel", t.ok, t.panel, [6.6, 8.6]),
        ]
    });
}

#[test]
fn borders_and_marks_stand_out() {
    check(3.0, |t| {
        vec![
            ("line2 on paper", t.line2, t.paper, [3.4, 4.1]),
            ("line2 on panel", t.line2, t.panel, [3.1, 4.5]),
            ("line2 on field", t.line2, t.field, [3.4, 4.7]),
            ("claim on paper", t.claim, t.paper, [6.3, 9.2]),
            ("claim on wash", t.claim, t.wash, [5.5, 6.2]),
            ("claim on wash2", t.claim, t.wash2, [4.7, 4.4]),
            ("claims on paper", t.claims, t.paper, [3.8, 4.5]),
            ("claims on washs", t.claims, t.washs, [3.5, 4.2]),
            ("claims on wash", t.claims, t.wash, [3.3, 3.1]),
            ("num on paper", t.num, t.paper, [5.7, 6.9]),
            ("num on wash", t.num, t.wash, [5.0, 4.6]),
            ("num on wash2", t.num, t.wash2, [4.2, 3.3]),
            ("src on paper", t.src, t.paper, [6.7, 6.9]),
            ("src on wash", t.src, t.wash, [5.9, 4.6]),
            ("sel on paper", t.sel, t.paper, [16.5, 14.2]),
            ("sel on wash", t.sel, t.wash, [14.4, 9.6]),
            ("bar on paper", t.bar, t.paper, [3.3, 3.3]),
            ("bar on panel", t.bar, t.panel, [3.0, 3.6]),
        ]
    });
}

#[test]
fn the_numeral_reads_in_every_rating() {
    // The language states 6.7 for pure white on light r1; `onink`, a shade off white, gives 6.5.
    let stated = [[12.3, 13.0, 10.3, 6.2, 6.5], [7.7, 6.1, 4.9, 5.5, 8.0]];
    for ((name, theme), stated) in both().into_iter().zip(stated) {
        for (rating, stated) in (1..=5).rev().zip(stated) {
            let (fill, numeral) = theme.rating(rating);
            let found = contrast(numeral, fill);
            assert!(found >= 4.5 && (found - stated).abs() < 0.15, "{name} r{rating}: {found:.2}, stated {stated}");
        }
    }
}

#[test]
fn high_contrast_reads_at_seven_and_draws_at_four_and_a_half() {
    for (name, text) in [("light-contrast", LIGHT_CONTRAST_RON), ("dark-contrast", DARK_CONTRAST_RON)] {
        let t: Theme = ron::from_str(text).unwrap_or_else(|error| panic!("{name}.ron: {error}"));
        let plain = [t.desk, t.panel, t.paper, t.field, t.selbg, t.hover];
        let washed = [t.wash, t.wash2, t.washs, t.fresh, t.warnbg];
        let quiet = [t.panel, t.paper, t.field, t.selbg, t.hover, t.wash, t.washs, t.warnbg];
        let text = [("ink", t.ink, [&plain[..], &washed].concat()), ("ink2", t.ink2, quiet.to_vec()), ("ink3", t.ink3, quiet.to_vec())];
        let signs = [("warn", t.warn, [&plain[1..], &[t.warnbg]].concat()), ("ok", t.ok, plain[1..].to_vec())];
        let on_ink = [("onink", t.onink, vec![t.ink])];
        check_all(name, 7.0, text.into_iter().chain(signs).chain(on_ink));
        let marks = vec![t.panel, t.paper, t.wash, t.wash2, t.washs];
        let drawn = [("claim", t.claim), ("claims", t.claims), ("num", t.num), ("src", t.src), ("sel", t.sel)];
        check_all(name, 4.5, drawn.map(|(token, colour)| (token, colour, marks.clone())).into_iter());
        let edges =
            [("line", t.line, vec![t.panel, t.paper, t.field]), ("bar", t.bar, vec![t.panel, t.paper]), ("line2", t.line2, plain.to_vec())];
        check_all(name, 4.5, edges.into_iter());
        for rating in 1..=5 {
            let (fill, numeral) = t.rating(rating);
            assert!(contrast(numeral, fill) >= 7.0, "{name}: rating {rating}");
        }
    }
}

fn check_all(name: &str, least: f32, tokens: impl Iterator<Item = (&'static str, Color32, Vec<Color32>)>) {
    for (token, colour, grounds) in tokens {
        for ground in grounds {
            let found = contrast(colour, ground);
            assert!(found >= least, "{name}: {token} on {ground:?} is {found:.2}, needs {least}");
        }
    }
}

#[test]
fn a_choice_follows_the_desktop_only_when_asked_to() {
    let ctx = Context::default();
    let choice = |ground| ThemeChoice { ground, ..ThemeChoice::default() };
    assert!(!choice(Ground::System).theme(&ctx).is_dark());
    choice(Ground::Dark).apply(&ctx);
    assert!(Theme::of(&ctx).is_dark());
    assert!(ctx.global_style().visuals.dark_mode);
    choice(Ground::Light).apply(&ctx);
    assert!(!Theme::of(&ctx).is_dark());
}

#[test]
fn contrast_and_stillness_are_chosen_beside_the_ground() {
    let ctx = Context::default();
    let choice = ThemeChoice { ground: Ground::Dark, has_high_contrast: true, is_still: true };
    choice.apply(&ctx);
    assert_eq!(Theme::of(&ctx).paper, Color32::BLACK);
    assert_eq!(ctx.global_style().animation_time, 0.0);
    ThemeChoice { has_high_contrast: false, is_still: false, ..choice }.apply(&ctx);
    assert_ne!(Theme::of(&ctx).paper, Color32::BLACK);
    assert!(ctx.global_style().animation_time > 0.0);
}
