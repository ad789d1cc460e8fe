//! The same files with the usual tool for each format, where it is installed.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::one::Outcome;
use super::samples::Sample;

/// A tool, with the formats that it is asked for and how it is called; `FILE` stands for the file.
struct Tool {
    name: &'static str,
    formats: &'static [&'static str],
    call: &'static [&'static str],
}

const TOOLS: [Tool; 3] = [
    Tool { name: "pdftotext", formats: &["PDF"], call: &["pdftotext", "FILE", "-"] },
    Tool {
        name: "pandoc",
        formats: &["Word", "OpenDocument", "EPUB", "Rich text", "FictionBook"],
        call: &["pandoc", "-t", "plain", "FILE"],
    },
    Tool {
        name: "readability-cli",
        formats: &["Web page, as a browser's reader shows it", "Web page, as its outlet or another reader has it"],
        call: &["readable", "--quiet", "FILE"],
    },
];

const HEAD: &str = "\
| Files that open without a password | Here | started as a process, with its peak memory | Beside it | its peak memory |
|---|--:|--:|--:|--:|
";

/// The table: every file in a process of its own, here as there.
pub fn speed(results: &[(Outcome, Sample)]) -> String {
    let mut table = HEAD.to_owned();
    for tool in TOOLS {
        for format in tool.formats {
            let of = |(_, sample): &&(Outcome, Sample)| sample.format == *format && sample.password.is_none();
            let paths: Vec<&Path> = results.iter().filter(of).map(|(_, sample)| sample.path.as_path()).collect();
            let ms: f64 = results.iter().filter(of).map(|(outcome, _)| outcome.ms).sum();
            let own = std::env::current_exe().unwrap().display().to_string();
            let here = measured(&[&own, super::one::ARGUMENT, "FILE", "", ""], &paths);
            let there = measured(tool.call, &paths)
                .map_or_else(|| "not installed | –".to_owned(), |(ms, mb)| format!("{}: {ms:.0} ms | {mb} MB", tool.name));
            let here = here.map_or_else(|| "–".to_owned(), |(ms, mb)| format!("{ms:.0} ms, {mb} MB"));
            table.push_str(&format!("| {format}, {} | {ms:.0} ms | {here} | {there} |\n", paths.len()));
        }
    }
    table
}

/// How long a tool takes for all files one after the other, in milliseconds, and the most memory it takes for one, in megabytes; nothing
/// where it is not installed.
fn measured(call: &[&str], paths: &[&Path]) -> Option<(f64, u64)> {
    let (mut all_ms, mut peak_kb) = (0.0, 0);
    for path in paths {
        let words: Vec<String> = call.iter().map(|word| word.replace("FILE", &path.display().to_string())).collect();
        let (program, arguments) = words.split_first()?;
        // GNU time tells how much memory a child has taken; without it only how long it took is known.
        let report = std::env::temp_dir().join(format!("tickmark-formats-{}", std::process::id()));
        let mut command = match Path::new("/usr/bin/time").is_file() {
            true => {
                let mut command = Command::new("/usr/bin/time");
                command.args(["-q", "-f", "%M", "-o"]).arg(&report).arg(program);
                command
            }
            false => Command::new(program),
        };
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let begun = Instant::now();
        let status = command.status().ok()?;
        // 127 is what tells that there is no such program.
        if status.code() == Some(127) {
            return None;
        }
        all_ms += begun.elapsed().as_secs_f64() * 1000.0;
        let kb = std::fs::read_to_string(&report).ok().and_then(|words| words.trim().parse().ok()).unwrap_or(0);
        let _ = std::fs::remove_file(&report);
        peak_kb = peak_kb.max(kb);
    }
    Some((all_ms, peak_kb / 1024))
}
