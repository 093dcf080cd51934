//! Reasons of an import's own, beside those that `praesto_formats` has for bytes: codes of `import-refused-*` messages.

/// A row without anything that could be its title.
pub(super) const EMPTY_TITLE: &str = "empty-title";
/// A second row with a reference: a reference names one case.
pub(super) const SAME_REFERENCE: &str = "same-reference";
/// The same row a second time.
pub(super) const SAME_ROW: &str = "same-row";
/// The same mail a second time.
pub(super) const SAME_MAIL: &str = "same-mail";
/// Another mail under the number of one before it.
pub(super) const OTHER_MAIL: &str = "other-mail";
/// A document that is not in the case which its folder or record became before.
pub(super) const NOT_IN_CASE: &str = "not-in-case";
/// A file of a package that its message does not name.
pub(super) const NOT_NAMED: &str = "not-named";
/// Beyond the files that one import takes, or a folder of which some are.
pub(super) const TOO_MANY_FILES: &str = "too-many-files";
/// A file that no import knows the kind of.
pub(super) const NO_SOURCE: &str = "no-source";
/// Neither a file nor a folder.
pub(super) const NOT_A_FILE: &str = "not-a-file";
/// More text than one case takes at once.
pub(super) const BEYOND_CASE: &str = "beyond-case";
/// More entries of one kind than a case holds.
pub(super) const BEYOND_ENTRIES: &str = "beyond-entries";
pub(super) const BEYOND_TITLE: &str = "beyond-title";
pub(super) const BEYOND_REFERENCE: &str = "beyond-reference";
pub(super) const BEYOND_FIELD: &str = "beyond-field";
pub(super) const BEYOND_TAG: &str = "beyond-tag";
pub(super) const BEYOND_PARTY: &str = "beyond-party";
pub(super) const BEYOND_NOTE: &str = "beyond-note";
pub(super) const BEYOND_DEADLINE: &str = "beyond-deadline";
/// A text with characters that cannot be shown.
pub(super) const UNPRINTABLE: &str = "unprintable";
