//! What tests that cross crates share: the built programs, a screen, and a hand on the real window.
//!
//! Nothing here knows a screen of Praesto; journeys in `tests/` do.

mod bait;
mod bus;
mod driver;
mod folder;
pub mod forger;
mod furnished;
mod keyboard;
mod leaks;
pub mod municipality;
mod network;
pub mod papers;
pub mod power;
mod process;
mod programs;
mod reader;
pub mod setting;
mod stage;
pub mod traps;
mod window;
pub mod world;

pub use bait::{Bait, Watch};
pub use bus::{Bus, Notice, Notices, Tray, TrayIcon};
pub use driver::{Driver, DriverError};
pub use folder::copy_folder;
pub use furnished::{PASSPHRASE, forge_a_summary, found, furnish, hand_over};
pub use keyboard::Keyboard;
pub use leaks::leaks;
pub use network::Network;
pub use process::Process;
pub use programs::{Programs, RunningServer, Said};
pub use reader::{reader_program, try_everything};
pub use stage::Stage;
pub use window::{DESKTOP, Window};
