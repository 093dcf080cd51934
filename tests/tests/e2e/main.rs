//! Journeys of people through the real window, each on a screen of its own.

mod bulk;
mod canary;
mod drafts;
mod enrolment;
mod find;
mod first_day;
mod first_import;
mod first_sync;
mod hand_over;
mod keyboard;
mod letters;
mod newcomers;
mod out;
mod passphrase;
mod people;
mod preview;
mod screens;
mod sleep;
mod stopped;
mod today;
mod two_computers;
mod typed_over;
mod words_fit;
