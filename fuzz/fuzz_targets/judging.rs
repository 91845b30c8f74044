//! Any observations of the shipped documents.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use properties::judging::{self, Documents};

#[path = "../../tests/properties/mod.rs"]
#[expect(dead_code, reason = "each target uses one of the properties")]
mod properties;

static DOCUMENTS: LazyLock<Documents> =
    LazyLock::new(|| Documents::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../snippets")));

libfuzzer_sys::fuzz_target!(|data: &[u8]| judging::check(&DOCUMENTS, data));
