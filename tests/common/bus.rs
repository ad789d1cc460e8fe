//! A session bus of its own for one test.
#![allow(dead_code, reason = "each test program uses its own part")]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A session bus; it ends with the test.
pub struct Bus {
    daemon: Child,
    /// Where programs find it.
    pub address: String,
}

impl Drop for Bus {
    fn drop(&mut self) {
        end(&mut self.daemon);
    }
}

impl Bus {
    pub fn open() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
        Bus { daemon, address: address.trim().to_owned() }
    }
}

/// Asks a program to end, so that it ends what it has started, and waits for it.
pub fn end(child: &mut Child) {
    let _ = Command::new("kill").arg(child.id().to_string()).status();
    let _ = child.wait();
}

/// Whether a program is there and answers.
pub fn has(program: &str, arguments: &[&str]) -> bool {
    let run = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok_and(|status| status.success())
}
