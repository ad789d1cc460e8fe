//! Any bytes as an office file, a book or subtitles: each reader reads or refuses them, without a crash, and what is read is sound.

use tickmark::import::{Draft, Refusal, Wish, docx, epub, fiction, odt, rtf, subtitles};

type Read = fn(&[u8], &Wish) -> Result<Draft, Refusal>;

const READERS: [Read; 6] = [docx::read, odt::read, epub::read, rtf::read, subtitles::read, fiction::read];

/// Runs one input. Gives how many bytes of words it has, at most.
pub fn run(data: &[u8]) -> usize {
    READERS.iter().map(|read| one(data, *read)).max().unwrap_or(0)
}

fn one(data: &[u8], read: Read) -> usize {
    let Ok(draft) = read(data, &Wish::default()) else { return 0 };
    assert!(!draft.is_empty());
    let read = draft.freeze();
    for span in read.structure.parts().iter().map(|part| part.span).chain(read.asides.iter().map(|aside| aside.span)) {
        assert!(!read.text.slice(span).is_empty());
    }
    read.text.len()
}
