//! Three to five computers, thousands of acts, a network that fails, power that fails, folders that are copied: every acknowledged case, edit and file
//! ends up in every replica, all replicas are equal, and nothing that cannot be read goes unreported.
//!
//! What the world draws comes from the seed. The upkeep of the vaults runs on threads of its own, so that a power cut can fall a few writes earlier or
//! later when a seed is replayed.
//!
//! `PRAESTO_TEST_FULL=1` runs the large figures; `PRAESTO_SEED=n` replays one seed, `PRAESTO_ACTS=n` with another number of acts.

mod acts;
mod check;
mod run;

use run::{Run, World};

fn simulate(seed: u64, acts: usize, world: World) {
    let started = std::time::Instant::now();
    eprintln!("seed {seed}, {acts} acts; replay with PRAESTO_SEED={seed} PRAESTO_ACTS={acts}");
    let mut run = Run::new(seed, acts, world);
    for act in 1..=acts {
        if act == acts / 2 {
            run.newcomer();
        }
        run.step();
        // In between as well: what heals must not wait for the end of the world.
        if act % run::BETWEEN_CHECKS == 0 && act < acts {
            run.check();
        }
    }
    run.check();
    run.check_attachments();
    assert!(run.acknowledged.len() > acts / 10, "the run did something: {} edits", run.acknowledged.len());
    eprintln!("seed {seed}: {} in {:.1} s", run.told(), started.elapsed().as_secs_f32());
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

#[test]
fn no_acknowledged_edit_is_lost_and_all_replicas_end_equal() {
    let full = std::env::var_os("PRAESTO_TEST_FULL").is_some();
    let (seeds, acts) = if full { (1..=5, 10_000) } else { (1..=3, 2_000) };
    let acts = number("PRAESTO_ACTS").map_or(acts, |acts| acts as usize);
    if let Some(seed) = number("PRAESTO_SEED") {
        return simulate(seed, acts, World::Everything);
    }
    for seed in seeds {
        simulate(seed, acts, World::Everything);
    }
}

#[test]
fn power_that_fails_everywhere_costs_nothing_and_accuses_nobody() {
    let acts = number("PRAESTO_ACTS").map_or(600, |acts| acts as usize);
    let seed = number("PRAESTO_SEED").unwrap_or(11);
    simulate(seed, acts, World::PowerOnly);
}
