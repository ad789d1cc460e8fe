//! Letters out of bytes: by the character set of the font, else by the code page of the file.

use encoding_rs::Encoding;

use crate::import::docx::symbol;

/// How bytes are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// As an encoding of the web.
    Web(&'static Encoding),
    /// As on the first personal computers: the letters from 0x80 on.
    Table(&'static str),
    /// As signs of a font; which font, its name tells.
    Symbols,
}

const PAGE_437: &str =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

impl Letters {
    /// Western Europe on Windows, which is what a file means that says nothing.
    pub const USUAL: Letters = Letters::Web(encoding_rs::WINDOWS_1252);

    /// The letters of a code page.
    pub fn of_page(page: i32) -> Self {
        let name = match page {
            437 => return Letters::Table(PAGE_437),
            850 => return Letters::Table(PAGE_850),
            708 => "iso-8859-6",
            866 => "ibm866",
            874 => "windows-874",
            932 => "shift_jis",
            936 => "gbk",
            949 | 1361 => "euc-kr",
            950 => "big5",
            1250 => "windows-1250",
            1251 => "windows-1251",
            1253 => "windows-1253",
            1254 => "windows-1254",
            1255 => "windows-1255",
            1256 => "windows-1256",
            1257 => "windows-1257",
            1258 => "windows-1258",
            10000 => "macintosh",
            10007 | 10017 => "x-mac-cyrillic",
            54936 => "gb18030",
            65001 => "utf-8",
            _ => "windows-1252",
        };
        Encoding::for_label(name.as_bytes()).map_or(Letters::USUAL, Letters::Web)
    }

    /// The letters of a font's character set; none where it leaves them to the file.
    pub fn of_charset(charset: i32) -> Option<Self> {
        let page = match charset {
            0 => 1252,
            2 => return Some(Letters::Symbols),
            77 => 10000,
            78 | 128 => 932,
            79 | 129 | 130 => 949,
            80 | 134 => 936,
            81 | 136 => 950,
            83 | 177 => 1255,
            84 | 178 => 1256,
            85 | 161 => 1253,
            86 | 162 => 1254,
            87 | 222 => 874,
            88 | 238 => 1250,
            89 => 10007,
            163 => 1258,
            186 => 1257,
            204 => 1251,
            254 => 437,
            255 => 850,
            _ => return None,
        };
        Some(Letters::of_page(page))
    }

    /// The words of bytes; `font` is the name of the font they are in.
    pub fn decode(self, bytes: &[u8], font: &str) -> String {
        match self {
            _ if bytes.is_ascii() && self != Letters::Symbols => String::from_utf8_lossy(bytes).into_owned(),
            Letters::Web(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Letters::Table(table) => {
                let high: Vec<char> = table.chars().collect();
                let letter = |byte: &u8| {
                    if byte.is_ascii() { char::from(*byte) } else { *high.get(usize::from(byte - 0x80)).unwrap_or(&'\u{fffd}') }
                };
                bytes.iter().map(letter).collect()
            }
            Letters::Symbols => bytes.iter().map(|byte| symbol::meaning(font, u32::from(*byte)).unwrap_or(char::from(*byte))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_as_their_font_says() {
        assert_eq!((PAGE_437.chars().count(), PAGE_850.chars().count()), (128, 128));
        assert_eq!(Letters::of_page(437).decode(b"\x81 \xe1 \xf1", ""), "ü ß ±");
        assert_eq!(Letters::of_page(850).decode(b"\x81 \xe1 \xd5", ""), "ü ß ı");
        assert_eq!(Letters::of_charset(204).unwrap().decode(b"\xc4\xe0", ""), "Да");
        assert_eq!(Letters::of_charset(128).unwrap().decode(b"\x83\x41", ""), "ア");
        assert_eq!(Letters::of_charset(2).unwrap().decode(b"a\xa3", "Symbol"), "α≤");
        assert_eq!(Letters::of_charset(1), None);
    }
}
