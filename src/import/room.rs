//! Where files are read: here, or in a process of its own that may break down, hang or fill its memory without harm.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::limits;
use super::trouble::ImportError;
use super::wire::{Answer, Ask};
use super::{Imported, Wish};

/// The argument that makes this program a reader: it reads one file from its input, answers on its output, and ends.
pub const ARGUMENT: &str = "--read-one-file";

/// What the stack of a reader may take, bytes. It is taken only as far as it is used.
const STACK_BYTES: usize = 256 * 1024 * 1024;

/// How often it is asked whether a reader is still wanted.
const GLANCE: Duration = Duration::from_millis(50);

/// Where the formats are read that other people's code takes apart.
#[derive(Clone, Debug)]
pub enum Room {
    /// In this process.
    Here,
    /// In a process of its own.
    Apart {
        /// The program, which understands [`ARGUMENT`].
        program: PathBuf,
        /// How long it is waited for.
        patience: Duration,
    },
}

impl Room {
    /// A process of its own, of the program that runs; here where the system does not say which that is.
    pub fn apart() -> Self {
        std::env::current_exe().map_or(Room::Here, |program| Room::Apart { program, patience: limits::TIME })
    }

    /// Reads an article; see [`super::read_as`]. Text is read here, where nothing of others is run and a book need not be sent about. Who sets
    /// `is_cancelled` has it given up.
    ///
    /// # Errors
    /// As [`super::read_as`], and when the reader breaks down or takes too long.
    pub fn read(&self, name: &str, bytes: Vec<u8>, wish: &Wish, is_cancelled: &AtomicBool) -> Result<Imported, ImportError> {
        match self {
            Room::Apart { program, patience } if super::is_taken_apart(name, &bytes) => {
                let failed = |what: String| ImportError::ReaderFailed { name: super::file_name(name).to_owned(), what };
                let ask = Ask { name: name.to_owned(), wish: wish.clone() };
                let answer = ask_apart(program, *patience, &ask, bytes, is_cancelled).map_err(failed)?;
                answer.into_read()
            }
            Room::Here | Room::Apart { .. } => super::read_as(name, bytes, wish),
        }
    }
}

/// Starts a reader, asks it, and waits for its answer; what went wrong, in words that follow "its reader".
fn ask_apart(program: &PathBuf, patience: Duration, ask: &Ask, bytes: Vec<u8>, is_cancelled: &AtomicBool) -> Result<Answer, String> {
    let cannot = |error: std::io::Error| format!("could not be started ({error})");
    let line = serde_json::to_string(ask).map_err(|error| format!("could not be asked ({error})"))?;
    let mut command = Command::new(program);
    command.arg(ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut reader = Reaped(command.spawn().map_err(cannot)?);
    let (Some(mut input), Some(mut output)) = (reader.0.stdin.take(), reader.0.stdout.take()) else {
        return Err("could not be asked".to_owned());
    };
    // A reader that breaks down early reads no further: that is told by its end.
    let asking = move || input.write_all(line.as_bytes()).and_then(|()| input.write_all(b"\n")).and_then(|()| input.write_all(&bytes));
    thread::Builder::new().name("asking a reader".into()).spawn(asking).map_err(cannot)?;
    let (sender, answers) = channel();
    let hearing = move || {
        let mut answer = Vec::new();
        let most = u64::try_from(limits::TEXT_BYTES).unwrap_or(u64::MAX).saturating_mul(3);
        let heard = output.by_ref().take(most).read_to_end(&mut answer);
        // Nobody hears it where the reader was given up.
        let _ = sender.send(heard.map(|_| answer));
    };
    thread::Builder::new().name("hearing a reader".into()).spawn(hearing).map_err(cannot)?;
    let answer = wait(&answers, patience, is_cancelled)?;
    let status = reader.0.wait().map_err(|error| format!("was lost ({error})"))?;
    match answer {
        Ok(answer) if status.success() => {
            serde_json::from_slice(&answer).map_err(|_| "gave an answer that cannot be understood".to_owned())
        }
        _ => Err(broke_down(status)),
    }
}

/// Waits until a reader has said all that it says, or is wanted no more.
fn wait<T>(answers: &Receiver<T>, patience: Duration, is_cancelled: &AtomicBool) -> Result<T, String> {
    let began = Instant::now();
    loop {
        match answers.recv_timeout(GLANCE.min(patience.saturating_sub(began.elapsed()))) {
            Ok(answer) => return Ok(answer),
            Err(RecvTimeoutError::Disconnected) => return Err("was lost".to_owned()),
            Err(RecvTimeoutError::Timeout) if is_cancelled.load(Ordering::Relaxed) => return Err("was stopped".to_owned()),
            Err(RecvTimeoutError::Timeout) if began.elapsed() >= patience => {
                return Err(format!("took longer than {} seconds", patience.as_secs_f64()));
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// How a reader ended that did not answer.
fn broke_down(status: ExitStatus) -> String {
    #[cfg(unix)]
    if std::os::unix::process::ExitStatusExt::signal(&status) == Some(ABORTED) {
        let gigabytes = limits::MEMORY_BYTES / 1024 / 1024 / 1024;
        return format!("broke down: it nests too deeply, or needs more than {gigabytes} GB of memory");
    }
    format!("broke down ({status})")
}

/// The signal by which a process ends itself, for want of memory or stack.
#[cfg(unix)]
const ABORTED: i32 = 6;

/// A process that does not outlive who waits for it.
struct Reaped(Child);

impl Drop for Reaped {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a reader does: reads one file from its input, answers on its output. Gives back how the process ends.
pub fn serve(mut input: impl Read, mut output: impl Write) -> u8 {
    limit_this_process();
    let mut bytes = Vec::new();
    if input.read_to_end(&mut bytes).is_err() {
        return 2;
    }
    let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else { return 2 };
    let file = bytes.split_off(end + 1);
    let Ok(ask) = serde_json::from_slice::<Ask>(&bytes) else { return 2 };
    // Some formats nest deeply; the first thread of a process has a small stack.
    let reading = thread::Builder::new().stack_size(STACK_BYTES).spawn(move || super::read_as(&ask.name, file, &ask.wish));
    let Ok(Ok(read)) = reading.map(thread::JoinHandle::join) else { return 3 };
    match serde_json::to_vec(&Answer::from(read)) {
        Ok(answer) if output.write_all(&answer).and_then(|()| output.flush()).is_ok() => 0,
        _ => 2,
    }
}

/// Takes no more memory and time than a reader may, as far as the system holds it to that.
fn limit_this_process() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let at_most = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
        // The stack is address space, too.
        let _ = setrlimit(Resource::As, at_most(limits::MEMORY_BYTES + STACK_BYTES as u64));
        // Should who asked be gone by then.
        let _ = setrlimit(Resource::Cpu, at_most(limits::TIME.as_secs() + 10));
        let _ = setrlimit(Resource::Core, at_most(0));
    }
}
