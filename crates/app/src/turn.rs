//! Turns: of acts that take their time, one at a time, and the word of a person that ends one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, TryLockError};

use praesto_contract::ErrorCode;

use crate::error::AppError;

/// Held by an act over many cases.
#[derive(Debug, Default)]
pub(crate) struct Turn {
    held: Mutex<()>,
    ended: AtomicBool,
}

impl Turn {
    /// Takes the turn, as long as what is given back lives.
    ///
    /// # Errors
    /// `ActUnderWay` while another has it.
    pub(crate) fn begin(&self) -> Result<MutexGuard<'_, ()>, AppError> {
        let turn = match self.held.try_lock() {
            Ok(turn) => turn,
            // A panic has rolled back whatever was under way.
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return Err(AppError::code(ErrorCode::ActUnderWay)),
        };
        self.ended.store(false, Ordering::Relaxed);
        Ok(turn)
    }

    /// Tells the act that is under way to end at its next step.
    pub(crate) fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }
}
