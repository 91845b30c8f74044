//! The rules of Landlock: which files a snippet may open, and how. Made in the parent, put on in each child.

use std::path::PathBuf;

use ::landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetCreated,
    RulesetCreatedAttr, RulesetError, Scope, path_beneath_rules,
};

use super::policy::DEVICES;

/// The newest version whose rights have been looked at here; an older kernel grants what it knows of them.
const KNOWN: ABI = ABI::V6;

/// Which files are open to a snippet.
pub struct Files {
    /// May be read and executed, with all that lies below; `None`: everything that it can see.
    pub readable: Option<Vec<PathBuf>>,
    /// May be changed, with all that lies below.
    pub writable: Vec<PathBuf>,
    /// Connections by TCP are refused too.
    pub no_tcp: bool,
}

/// Rules ready to be put on.
pub struct Rules(RulesetCreated);

impl Rules {
    /// Makes the rules.
    ///
    /// # Errors
    /// Where the kernel has no Landlock.
    pub fn new(files: &Files) -> Result<Self, RulesetError> {
        let changes = AccessFs::from_write(KNOWN);
        let held = if files.readable.is_some() { AccessFs::from_all(KNOWN) } else { changes };
        // Files at least must be held; what newer kernels add is taken where it is.
        let mut ruleset = Ruleset::default()
            .set_compatibility(CompatLevel::HardRequirement)
            .handle_access(held & AccessFs::from_all(ABI::V1))?
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(held)?
            .scope(Scope::from_all(KNOWN))?;
        if files.no_tcp {
            ruleset = ruleset.handle_access(AccessNet::from_all(KNOWN))?;
        }
        let device = AccessFs::ReadFile | AccessFs::WriteFile;
        let rules = ruleset
            .create()?
            .add_rules(path_beneath_rules(files.readable.iter().flatten(), AccessFs::from_read(KNOWN)))?
            .add_rules(path_beneath_rules(DEVICES, device & held))?
            .add_rules(path_beneath_rules(&files.writable, scratch_rights() & held))?;
        Ok(Self(rules))
    }

    /// Puts them on this process, for good.
    ///
    /// # Errors
    /// Where the kernel refuses.
    pub fn put_on(&self) -> Result<(), String> {
        let rules = self.0.try_clone().map_err(|error| error.to_string())?;
        rules.restrict_self().map(drop).map_err(|error| error.to_string())
    }
}

/// Everything in the scratch space but making device nodes and speaking to devices.
fn scratch_rights() -> BitFlags<AccessFs> {
    let devices = AccessFs::MakeChar | AccessFs::MakeBlock | AccessFs::IoctlDev;
    AccessFs::from_all(KNOWN) & !devices
}
