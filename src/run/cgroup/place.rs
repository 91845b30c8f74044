//! Where a control group could be made: read from what the kernel says of this process and of its mounts.

use std::fs;
use std::path::{Path, PathBuf};

/// The two designs of control groups that Linux has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// A tree for each thing that is counted.
    One,
    /// One tree for all.
    Two,
}

/// A group in which others could be made.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// Its folder.
    pub folder: PathBuf,
    /// Its design.
    pub version: Version,
}

/// The groups that count memory for their members, nearest first. Whether one may be written is for the kernel to say.
pub fn candidates() -> Vec<Place> {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let mut found = named(&read("/proc/self/cgroup"), &read("/proc/self/mountinfo"));
    found.retain(counts_memory);
    found
}

/// Whether the kernel would count a new group's memory, and count it against this one as well: nobody gets out of a limit
/// by being moved.
fn counts_memory(place: &Place) -> bool {
    let read = |name: &str| fs::read_to_string(place.folder.join(name)).unwrap_or_default();
    match place.version {
        Version::One => read("memory.use_hierarchy").trim() == "1",
        Version::Two => read("cgroup.subtree_control").split_whitespace().any(|name| name == "memory"),
    }
}

/// `groups`: `/proc/self/cgroup`; `mounts`: `/proc/self/mountinfo`. With version 2 a group that has members has no groups
/// below it that count, so the one above is named, too.
fn named(groups: &str, mounts: &str) -> Vec<Place> {
    let mut found = Vec::new();
    for line in groups.lines() {
        let mut parts = line.splitn(3, ':');
        let (Some(_), Some(controllers), Some(path)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let version = match controllers {
            "" => Version::Two,
            _ if controllers.split(',').any(|name| name == "memory") => Version::One,
            _ => continue,
        };
        let Some(folder) = mounts.lines().find_map(|mount| below(mount, version, path)) else { continue };
        let above = folder.parent().filter(|_| version == Version::Two && path != "/").map(Path::to_path_buf);
        let places = [Some(folder), above].into_iter().flatten().map(|folder| Place { folder, version });
        found.extend(places);
    }
    found
}

/// The folder of a group, if this mount shows it. The fields are those of proc(5): the fourth is the group that the mount
/// begins with, the fifth where it is mounted; behind the hyphen stand its kind, its source and its options.
fn below(mount: &str, version: Version, path: &str) -> Option<PathBuf> {
    let (place, kind) = mount.split_once(" - ")?;
    let mut kind = kind.split(' ');
    let fits = match (version, kind.next()?) {
        (Version::Two, "cgroup2") => true,
        (Version::One, "cgroup") => kind.nth(1)?.split(',').any(|option| option == "memory"),
        _ => false,
    };
    let mut fields = place.split(' ').skip(3);
    let (root, folder) = (fields.next()?, fields.next()?);
    let inside = Path::new(path).strip_prefix(root).ok()?;
    fits.then(|| Path::new(folder).join(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_found_where_its_mount_shows_it() {
        let check = |groups: &str, mounts: &str, expect: &[(&str, Version)]| {
            let found = named(groups, mounts);
            let found: Vec<_> = found.iter().map(|place| (place.folder.to_str().unwrap(), place.version)).collect();
            assert_eq!(found, expect, "{groups}");
        };
        let one = "35 31 0:32 / /cg/memory rw,relatime - cgroup cgroup rw,memory\n";
        let two = "41 31 0:38 / /cg rw,relatime shared:4 - cgroup2 cgroup2 rw\n";
        check("4:memory:/job\n1:cpu:/\n", one, &[("/cg/memory/job", Version::One)]);
        check("4:cpu,memory:/\n", one, &[("/cg/memory/", Version::One)]);
        check("0::/user/app\n", two, &[("/cg/user/app", Version::Two), ("/cg/user", Version::Two)]);
        check("0::/\n", two, &[("/cg/", Version::Two)]);
        // A container that is shown its own part of the tree.
        let part = "41 31 0:38 /box /cg rw - cgroup2 cgroup2 rw\n";
        check("0::/box/a\n", part, &[("/cg/a", Version::Two), ("/cg", Version::Two)]);
        check("0::/elsewhere\n", part, &[]);
        check("", two, &[]);
        check("nonsense", "nonsense", &[]);
    }
}
