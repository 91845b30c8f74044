//! What a block needs from outside, as far as its text tells.

use super::Planned;
use crate::syntax::{Module, is_standard};

/// The needs of a planned block in the report's words: `name:fetch`, `module:requests`, `python:3.10`.
pub fn needs(planned: &Planned, modules: &[Module]) -> Vec<String> {
    let version = planned.requires.map(|(major, minor)| format!("python:{major}.{minor}"));
    let names = planned.unbound.iter().map(|name| format!("name:{name}"));
    let module = planned.block.and_then(|block| modules.get(block));
    let imports = module.into_iter().flat_map(|module| &module.imports);
    let foreign = imports.filter(|name| !is_standard(name)).map(|name| format!("module:{name}"));
    let mut needs: Vec<String> = foreign.chain(names).chain(version).collect();
    needs.sort();
    needs.dedup();
    needs
}
