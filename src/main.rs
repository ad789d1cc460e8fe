//! The thin binary.
fn main() {
    let start = std::time::Instant::now();
    let files = std::env::args_os().skip(1).map(Into::into).collect();
    let _ = tickmark::app::open_window(files, start);
}
