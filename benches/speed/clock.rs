//! Time that was computed, not time that went by: what other programs do on the machine does not count.

/// Runs from its making.
pub struct Stopwatch(f64);

impl Stopwatch {
    pub fn start() -> Self {
        Stopwatch(computed_ms())
    }

    /// Milliseconds that this thread has computed since.
    pub fn ms(&self) -> f64 {
        computed_ms() - self.0
    }
}

/// What this thread has computed since it was started, milliseconds.
#[cfg(target_os = "linux")]
fn computed_ms() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

/// Elsewhere the time that went by, which is more.
#[cfg(not(target_os = "linux"))]
fn computed_ms() -> f64 {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGAN.elapsed().as_secs_f64() * 1e3
}
