//! Exports of test projects, and the office programs that read them back.

use std::path::Path;
use std::process::{Command, Stdio};

use super::Export;
use crate::lint::Findings;
use crate::model::lookup::Lookup;
use crate::model::project::Project;
use crate::report::{BuildInput, Options, build};
use crate::testing::{CHECKER, Desk, NOW};

/// What the reports of tests are built with: a clock two hours ahead of UTC.
pub(crate) fn input() -> BuildInput {
    BuildInput { today: NOW, checker: CHECKER.to_owned(), offset: jiff::tz::Offset::constant(2), options: Options::default() }
}

/// Does something with the export of a project.
pub(crate) fn exported<T>(desk: &Desk, act: impl FnOnce(&Export<'_>) -> T) -> T {
    exported_with(&desk.project, &input().options, act)
}

/// Does something with the export of a project by these choices.
pub(crate) fn exported_with<T>(project: &Project, options: &Options, act: impl FnOnce(&Export<'_>) -> T) -> T {
    let lookup = Lookup::new(project);
    let (findings, input) = (Findings::new(project, &lookup, NOW), BuildInput { options: options.clone(), ..input() });
    let report = build(project, &lookup, &input);
    act(&Export { project, lookup: &lookup, findings: &findings, report: &report, input: &input })
}

/// Whether a program is there; where it is not the test says so and passes, except under `CI`.
pub(crate) fn has(program: &str) -> bool {
    let run = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let is_there = run.is_ok_and(|status| status.success());
    assert!(is_there || std::env::var_os("CI").is_none(), "{program} is not there");
    if !is_there {
        println!("SKIPPED: {program} is not there");
    }
    is_there
}

/// Lets LibreOffice open a file and write it again in another format beside it.
pub(crate) fn converted(folder: &Path, file: &str, format: &str) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", format, "--outdir"])
        .arg(folder)
        .arg(folder.join(file))
        .output()
        .unwrap();
    let said = || format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success() && said().contains("-> "), "{}", said());
}

/// What a Python program prints, given bytes.
pub(crate) fn python(program: &str, input: &[u8]) -> String {
    use std::io::Write;
    let mut child =
        Command::new("python3").args(["-c", program]).stdin(Stdio::piped()).stdout(Stdio::piped()).env("PYTHONUTF8", "1").spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let run = child.wait_with_output().unwrap();
    assert!(run.status.success());
    String::from_utf8(run.stdout).unwrap()
}
