//! Pictures of the screens and dialogs of the real window: light, dark, with more contrast, and at 200 %.

use anyhow::Result;

use crate::{
    front_end,
    place::Place,
    prerequisites,
    shell::{run, say},
    test::{NATIVE, in_a_session},
};

/// Builds everything and lets the window harness draw into `docs/screens`.
pub(crate) fn draw(place: &Place) -> Result<()> {
    prerequisites::for_testing(place)?;
    front_end::build(place, &front_end::Options { release: true })?;
    say("building the programs");
    // As the tests build them, so that neither builds anew what the other has.
    run(place.cargo().arg("build").args(NATIVE))?;
    say("drawing the screens into docs/screens");
    run(in_a_session(place)?.arg(place.built(false, "screens")).arg(place.root.join("docs/screens")))
}
