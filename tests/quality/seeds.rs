//! The figures of the five articles, written down by hand on reading them. Dates, ordinals, names (`No.1 priority`, `day one`,
//! `1st Marine Division`) and `one of …` are none; `C-17` is what two of are counted.

use super::gold::Gold;

/// By article: its file, and its figures in order. The last list are numbers without a figure (`thousands`), which are found too, with
/// a low score.
pub const SEEDS: &[(&str, &[Gold])] = &[
    (
        "000_68b1d64d42725160.txt",
        &[
            Gold("1500", "1500", "troops", "exact", ""),
            Gold("1500", "1500", "troops", "exact", ""),
            Gold("2000", "2000", "additional troops", "up to", ""),
            Gold("2500", "2500", "US National Guard and Reserve forces", "about", ""),
            Gold("no active", "0", "active duty troops", "exact", ""),
            Gold("3200km", "3200", "km", "about", ""),
            Gold("millions and millions", "2000000", "criminal aliens", "at least", ""),
        ],
    ),
    (
        "001_0f4f96cdb5ca5f1f.txt",
        &[
            Gold("Thousands", "2000", "additional active-duty U.S. troops", "at least", ""),
            Gold("two days", "2", "days", "exact", ""),
            Gold("2,200", "2200", "forces", "about", ""),
            Gold("1,500", "1500", "troops", "about", ""),
            Gold("24-48 hours", "24..48", "hours", "between", ""),
            Gold("1,500", "1500", "ground personnel", "exact", ""),
            Gold("four", "4", "aircraft", "exact", ""),
            Gold("two", "2", "C-17s", "exact", ""),
            Gold("two", "2", "C-130s", "exact", ""),
            Gold("1,500", "1500", "ground troops", "exact", ""),
            Gold("1500", "1500", "additional troops", "exact", ""),
            Gold("10,000", "10000", "active-duty troops", "up to", ""),
        ],
    ),
    (
        "002_1c4dbd910422bcc7.txt",
        &[
            Gold("1,000", "1000", "More Troops", "exact", ""),
            Gold("6,000", "6000", "", "about", ""),
            Gold("1,000", "1000", "additional personnel", "about", ""),
            Gold("70 miles", "70", "mi", "about", ""),
            Gold("140 miles", "140", "mi", "exact", ""),
            Gold("30 percent", "30", "percent", "about", ""),
            Gold("6,000", "6000", "", "exact", ""),
            Gold("2,100", "2100", "National Guard personnel", "about", ""),
            Gold("1,000", "1000", "troops", "exact", ""),
            Gold("1,000", "1000", "troops", "exact", ""),
        ],
    ),
    (
        "003_367ea80e5c9179e3.txt",
        &[
            Gold("5,200", "5200", "troops", "more than", ""),
            Gold("Hundreds", "200", "members", "at least", ""),
            Gold("5,200", "5200", "troops", "more than", ""),
            Gold("800", "800", "soldiers", "exact", ""),
            Gold("2,000", "2000", "members", "more than", ""),
            Gold("a week", "1", "week", "exact", ""),
            Gold("3,500", "3500", "people", "about", ""),
            Gold("7,000", "7000", "people", "up to", ""),
            Gold("1,553 mile", "1553", "mi", "exact", ""),
            Gold("3,000", "3000", "people", "exact", ""),
            Gold("hundreds", "200", "riot-control equipped officers", "at least", ""),
            Gold("four", "4", "southwestern states", "exact", ""),
            Gold("2,100", "2100", "National Guard troops", "exact", ""),
        ],
    ),
    (
        "004_5a5b8db166a771a6.txt",
        &[
            Gold("Thousands", "2000", "additional active duty US troops", "at least", ""),
            Gold("two days", "2", "days", "exact", ""),
            Gold("2,200", "2200", "active duty forces", "about", ""),
            Gold("1,500", "1500", "troops", "about", ""),
            Gold("10,000", "10000", "active duty troops", "up to", ""),
            Gold("two sources", "2", "sources", "exact", ""),
            Gold("1,500", "1500", "troops", "exact", ""),
            Gold("500", "500", "Marines", "exact", ""),
            Gold("2,500", "2500", "", "exact", ""),
            Gold("4,500", "4500", "National Guardsmen", "about", ""),
            Gold("none of the", "0", "active duty troops", "exact", ""),
            Gold("a century", "1", "century", "more than", ""),
            Gold("90 days", "90", "days", "up to", ""),
            Gold("1,100 to 1,300", "1100..1300", "migrants", "between", "day"),
        ],
    ),
];
