//! How a row of the table is written.

use rust_decimal::Decimal;

use super::{Dimension, Unit};

/// A unit of `factor` bases. `names` are English, Spanish, French, German.
pub const fn row(dimension: Dimension, sign: &'static str, name: &'static str, factor: &str, names: [&'static str; 4]) -> Unit {
    Unit { name, sign, dimension, factor: exact(factor), divisor: Decimal::ONE, offset: Decimal::ZERO, signs: "", names }
}

impl Unit {
    /// With other short forms.
    pub(super) const fn or(self, signs: &'static str) -> Unit {
        Unit { signs, ..self }
    }

    /// Whose factor is a fraction with this below the line.
    pub(super) const fn over(self, divisor: &str) -> Unit {
        Unit { divisor: exact(divisor), ..self }
    }

    /// Whose zero lies below that of the base by this much, in this unit.
    pub(super) const fn shifted(self, offset: &str) -> Unit {
        Unit { offset: exact(offset), ..self }
    }
}

/// Digits as a decimal, when the program is built: a factor stands in the table as it stands in its source.
const fn exact(digits: &str) -> Decimal {
    let bytes = digits.as_bytes();
    let (mut at, mut mantissa, mut scale, mut is_fraction) = (0, 0_u128, 0_u32, false);
    while at < bytes.len() {
        #[allow(clippy::indexing_slicing, reason = "`at` is below the length, and a slip would stop the build, not the program")]
        let sign = bytes[at];
        if sign == b'.' {
            is_fraction = true;
        } else {
            assert!(sign.is_ascii_digit(), "a factor is digits with at most one point");
            mantissa = mantissa * 10 + (sign - b'0') as u128;
            if is_fraction {
                scale += 1;
            }
        }
        at += 1;
    }
    assert!(mantissa < 1 << 96 && scale <= 28, "a factor has at most 28 digits");
    Decimal::from_parts(mantissa as u32, (mantissa >> 32) as u32, (mantissa >> 64) as u32, false, scale)
}
