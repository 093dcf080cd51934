//! Reads how many tests passed and failed out of what test runners print.

use std::ops::AddAssign;

/// How many checks passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Counts {
    /// One check without tests inside, such as a lint.
    pub(crate) fn of_one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// What a test runner's output says. A run that failed without a failing test (it did not compile, it was killed) is one failure.
    pub(crate) fn of_run(succeeded: bool, output: &str) -> Self {
        let mut counts = Self::default();
        // libtest: `test result: ok. 3 passed; 0 failed; …`; nextest: `Summary [ 1.2s] 4 tests run: 3 passed, 1 failed, 0 skipped`. Where nextest
        // sums up, the lines of the test programs that it shows are in its sum already.
        let lines = || output.lines().map(str::trim);
        let prefix = if lines().any(|line| line.starts_with("Summary ")) { "Summary " } else { "test result: " };
        for line in lines() {
            if let Some(told) = line.strip_prefix(prefix) {
                counts += Self { passed: before(told, "passed"), failed: before(told, "failed") + before(told, "timed out") };
            }
        }
        if !succeeded && counts.failed == 0 {
            counts.failed = 1;
        }
        counts
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number that stands right before this word, or 0.
fn before(line: &str, word: &str) -> u64 {
    let Some((head, _)) = line.split_once(&format!(" {word}")) else { return 0 };
    head.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_several_test_programs_add_up() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored; finished in 0.00s\n\
                      test result: FAILED. 5 passed; 3 failed; 1 ignored; finished in 0.10s\n";
        assert_eq!(Counts::of_run(false, output), Counts { passed: 7, failed: 3 });
    }

    #[test]
    fn nextest_is_understood() {
        let output = "     Summary [   1.204s] 40 tests run: 38 passed (1 slow), 1 failed, 1 timed out, 2 skipped\n";
        assert_eq!(Counts::of_run(false, output), Counts { passed: 38, failed: 2 });
    }

    #[test]
    fn a_failure_that_nextest_shows_is_counted_once() {
        let output = "test result: FAILED. 0 passed; 1 failed; 0 ignored\n  Summary [ 1.0s] 2 tests run: 1 passed, 1 failed, 0 skipped\n";
        assert_eq!(Counts::of_run(false, output), Counts { passed: 1, failed: 1 });
    }

    #[test]
    fn a_run_that_did_not_compile_is_a_failure() {
        assert_eq!(Counts::of_run(false, "error: could not compile"), Counts { passed: 0, failed: 1 });
    }

    #[test]
    fn words_of_a_test_are_not_mistaken_for_a_result() {
        assert_eq!(Counts::of_run(true, "test my 9 passed exams ... ok\n"), Counts::default());
    }
}
