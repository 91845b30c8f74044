//! The files that directives name, read once for a document, and given to the blocks that want them.

use std::collections::BTreeMap;
use std::path::Path;

use crate::directives::{Directive, Directives, Mistake, Orders};
use crate::discover::beside;
use crate::wire::{Limits, Supply};

/// What files of one block may hold together, bytes, whatever the scratch space: they travel with each of its jobs.
const MOST: u64 = 4 << 20;

/// Files by their names.
#[derive(Debug, Clone, Default)]
pub struct Supplies(BTreeMap<String, Vec<u8>>);

impl Supplies {
    /// The files that the directives of a document name, whether they are there or not.
    pub fn paths(document: &str, directives: &Directives) -> Vec<String> {
        let folder = Path::new(document).parent().unwrap_or(Path::new(""));
        let files = directives.said.iter().filter_map(|said| match &said.directive {
            Directive::File(file) if file.text.is_none() => Some(folder.join(&file.name).display().to_string()),
            _ => None,
        });
        files.collect()
    }

    /// Reads what the directives of a document with so many blocks name. What cannot be had is a mistake of theirs.
    pub fn read(document: &str, directives: &mut Directives, blocks: usize, limits: &Limits) -> Self {
        let most = room(limits);
        let mut found = BTreeMap::new();
        let mut mistakes = Vec::new();
        for said in &directives.said {
            let Directive::File(file) = &said.directive else { continue };
            let read = match &file.text {
                Some(text) if text.len() as u64 > most => Err("is larger than there is room for".to_owned()),
                Some(_) => continue,
                None => beside::read(document, &file.name, most),
            };
            match read {
                Ok(bytes) => _ = found.insert(file.name.clone(), bytes),
                Err(why) => mistakes.push(Mistake { span: said.span, message: format!("`{}` {why}", file.name) }),
            }
        }
        mistakes.extend((0..blocks).filter_map(|block| too_many(directives, block, &found, most)));
        mistakes.dedup();
        directives.mistakes.extend(mistakes);
        directives.mistakes.sort_by_key(|mistake| mistake.span);
        Self(found)
    }

    /// The files of a block. Those that go beyond its room are left out.
    pub fn of(&self, orders: &Orders, limits: &Limits) -> Vec<Supply> {
        let mut room = room(limits);
        let mut supplies = Vec::new();
        for file in &orders.files {
            let inline = file.text.as_ref().map(|text| text.clone().into_bytes());
            let bytes = inline.or_else(|| self.0.get(&file.name).cloned());
            if let Some(bytes) = bytes.filter(|bytes| bytes.len() as u64 <= room) {
                room -= bytes.len() as u64;
                supplies.push(Supply { name: file.name.clone(), bytes });
            }
        }
        supplies
    }
}

/// The directive with which a block's files go beyond their room.
fn too_many(directives: &Directives, block: usize, found: &BTreeMap<String, Vec<u8>>, most: u64) -> Option<Mistake> {
    let mut left = most;
    directives.of(block).find_map(|said| {
        let Directive::File(file) = &said.directive else { return None };
        let size = file.text.as_ref().map_or_else(|| found.get(&file.name).map_or(0, Vec::len), String::len) as u64;
        let fits = size <= left;
        left = left.saturating_sub(size);
        let message = format!("`{}` and the files before it are larger than there is room for", file.name);
        (!fits && size <= most).then_some(Mistake { span: said.span, message })
    })
}

fn room(limits: &Limits) -> u64 {
    if limits.disk == 0 { MOST } else { limits.disk.min(MOST) }
}
