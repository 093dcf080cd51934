//! What goes wrong on the way to the server.

use rand::Rng;

/// How often calls go wrong, each as one in so many; 0 never.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    /// No call reaches the server.
    pub offline: bool,
    /// The request is lost.
    pub lose_request: u32,
    /// The server does it, and the answer is lost.
    pub lose_answer: u32,
    /// The request arrives twice.
    pub duplicate: u32,
    /// A download ends in the middle.
    pub truncate: u32,
    /// The server restarts before answering.
    pub restart: u32,
    /// The request arrives late, after others that were made after it; nobody waits for its answer.
    pub delay: u32,
    /// So many calls succeed, and then the computer is off; nothing more is reached.
    pub last_calls: Option<u32>,
}

/// What happens to one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    LoseRequest,
    LoseAnswer,
    Duplicate,
    Truncate,
    Restart,
    /// The request arrives after so many others.
    Delay(u32),
}

impl Faults {
    /// Draws what happens to one call.
    pub fn draw(&mut self, random: &mut impl Rng) -> Fault {
        if self.offline || self.last_calls == Some(0) {
            return Fault::LoseRequest;
        }
        if let Some(left) = &mut self.last_calls {
            *left -= 1;
            // The last one is carried out, and nobody learns of it.
            return if *left == 0 { Fault::LoseAnswer } else { Fault::None };
        }
        if self.delay > 0 && random.random_range(0..self.delay) == 0 {
            return Fault::Delay(random.random_range(1..40));
        }
        let mut hit = |one_in: u32| one_in > 0 && random.random_range(0..one_in) == 0;
        if hit(self.lose_request) {
            Fault::LoseRequest
        } else if hit(self.lose_answer) {
            Fault::LoseAnswer
        } else if hit(self.duplicate) {
            Fault::Duplicate
        } else if hit(self.truncate) {
            Fault::Truncate
        } else if hit(self.restart) {
            Fault::Restart
        } else {
            Fault::None
        }
    }
}
