//! Colours of the forms that have no style sheet: the program's light theme, as numbers. A test compares them with the theme.

/// Ground and ink of each grade, worst first.
pub const GRADES: [(u32, u32); 5] = [(0xA8331A, 0xFFFFFF), (0xD98A5A, INK), (0xEBC48E, INK), (0xE8E3C3, INK), (0xCFE0D6, INK)];

/// Ground and ink of each status, in the order of [`crate::model::claim::Status::ALL`]: what is settled is pale.
pub const STATUSES: [(u32, u32); 6] =
    [(WASH, INK), (WASH, INK), (0xCFE0D6, INK), (WASH_SETTLED, INK), (WASH_SETTLED, INK), (0xFBE9E3, WARN)];

/// Text.
pub const INK: u32 = 0x1B1E1A;
/// Muted text.
pub const INK_MUTED: u32 = 0x626862;
/// The page.
pub const PAPER: u32 = 0xFDFDFB;
/// Hairlines.
pub const LINE: u32 = 0xD2D5CF;
/// Borders and axes.
pub const LINE_STRONG: u32 = 0x868C84;
/// Behind an open claim.
pub const WASH: u32 = 0xFDEDB8;
/// Behind claims over one another.
pub const WASH_DEEP: u32 = 0xF7D97F;
/// Behind a settled claim.
pub const WASH_SETTLED: u32 = 0xF8F5E8;
/// Numbers.
pub const NUMBER: u32 = 0x0069A8;
/// Sources.
pub const SOURCE: u32 = 0xA8225F;
/// What is wrong.
pub const WARN: u32 = 0xAE3016;
/// Brackets and labels of claims.
pub const CLAIM: u32 = 0x7A5900;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_light_theme() {
        let theme = include_str!("../../assets/theme/light.ron");
        let named = |name: &str| {
            let line = theme.lines().find(|line| line.trim_start().starts_with(&format!("{name}:"))).unwrap();
            u32::from_str_radix(line.split('#').nth(1).unwrap().get(..6).unwrap(), 16).unwrap()
        };
        assert_eq!(GRADES.map(|(ground, _)| ground), ["r1", "r2", "r3", "r4", "r5"].map(named));
        let own = [INK, INK_MUTED, PAPER, LINE, LINE_STRONG, WASH, WASH_DEEP, WASH_SETTLED, NUMBER, SOURCE, WARN, CLAIM];
        assert_eq!(own, ["ink", "ink3", "paper", "line", "line2", "wash", "wash2", "washs", "num", "src", "warn", "claim"].map(named));
    }
}
