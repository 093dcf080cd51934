//! How long the same thing took, many times over.

use std::time::{Duration, Instant};

/// Sorted times of single runs.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Runs something `count` times after `warm` runs that do not count.
    pub(crate) fn of(warm: usize, count: usize, mut run: impl FnMut(usize)) -> Self {
        (0..warm).for_each(&mut run);
        Self::from((warm..warm + count).map(|n| once(|| run(n)).0).collect::<Vec<_>>())
    }

    /// The time that this many of a hundred runs stay within.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let last = self.0.len() - 1;
        self.0[(self.0.len() * percent).div_ceil(100).saturating_sub(1).min(last)]
    }

    /// Adds the runs of another.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        Self::from(self.0)
    }
}

impl From<Vec<Duration>> for Times {
    fn from(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }
}

/// Runs something once.
pub(crate) fn once<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let value = run();
    (start.elapsed(), value)
}

/// Milliseconds as people read them.
pub(crate) fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    if ms < 10.0 {
        format!("{ms:.2} ms")
    } else if ms < 1000.0 {
        format!("{ms:.1} ms")
    } else {
        format!("{:.2} s", ms / 1000.0)
    }
}
