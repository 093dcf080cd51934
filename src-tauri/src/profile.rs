//! Where a profile lives and what its window is called on the session bus.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;

/// The folder of the profile, made if it is not there, as an absolute path without links.
pub(crate) fn folder(asked: Option<PathBuf>) -> io::Result<PathBuf> {
    let folder = match asked {
        Some(folder) => folder,
        None => ProjectDirs::from("", "", "praesto")
            .map(|dirs| dirs.data_dir().join("profile"))
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "this account has no home folder; name one with --profile"))?,
    };
    fs::create_dir_all(&folder)?;
    folder.canonicalize()
}

/// Identifier of the application in this profile: two profiles are two applications to the session bus, one profile is one.
pub(crate) fn identifier(base: &str, folder: &Path) -> String {
    // FNV-1a, 64 bit: has to be the same in every version of the program, not to be secret.
    let hash = folder
        .as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{base}.p{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_profiles_are_two_applications_and_one_profile_is_one() {
        let of = |path: &str| identifier("eu.praesto.desktop", Path::new(path));
        assert_ne!(of("/home/a/one"), of("/home/a/two"), "single-instance would close the second person's window");
        assert_eq!(of("/home/a/one"), of("/home/a/one"), "the same profile has to be found again");
        assert_eq!(of(""), "eu.praesto.desktop.pcbf29ce484222325", "the hash is written down by the FNV authors, so it can never drift");
    }
}
