//! The server from outside: stores by one conformance suite, the interface over real sockets, and the program killed under load.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod cluster;
mod concurrency;
mod conformance;
mod http;
mod kills;
mod office;
mod postgres;
mod restore;
mod room;
mod shape;
mod slow;
mod strangers;
mod uploads;
