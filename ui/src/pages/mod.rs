//! One folder or file for each screen.

pub(crate) mod cases;
pub(crate) mod computer;
pub(crate) mod hand_over;
pub(crate) mod imports;
pub(crate) mod office;
pub(crate) mod today;
pub(crate) mod unlock;
pub(crate) mod waiting;
pub(crate) mod welcome;
