//! Journeys of people through the real window, each on a screen of its own.

mod canary;
mod drafts;
mod enrolment;
mod first_day;
mod first_import;
mod first_sync;
mod keyboard;
mod newcomers;
mod passphrase;
mod people;
mod preview;
mod screens;
mod sleep;
mod stopped;
mod two_computers;
mod typed_over;
mod words_fit;
