//! The thin binary: the command line decides whether a window opens.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use tickmark::cli::{self, Outcome};

fn main() -> ExitCode {
    let start = Instant::now();
    match cli::run(std::env::args_os()) {
        Outcome::Done(code) => ExitCode::from(code),
        Outcome::Window { files, is_offline } => match open_window(files, is_offline, start) {
            Ok(()) => ExitCode::SUCCESS,
            Err(words) => {
                cli::complain(&words);
                ExitCode::from(2)
            }
        },
    }
}

#[cfg(feature = "gui")]
fn open_window(files: Vec<PathBuf>, is_offline: bool, start: Instant) -> Result<(), String> {
    tickmark::app::open_window(files, is_offline, start)
}

#[cfg(not(feature = "gui"))]
fn open_window(_files: Vec<PathBuf>, _is_offline: bool, _start: Instant) -> Result<(), String> {
    Err("This Tickmark was built without its window. Build it with the feature “gui” (cargo build --release), or use a command: \
         tickmark --help"
        .to_owned())
}
