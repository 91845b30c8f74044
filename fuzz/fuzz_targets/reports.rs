//! Any text as a report.

#![no_main]

#[path = "../../tests/properties/mod.rs"]
#[expect(dead_code, reason = "each target uses one of the properties")]
mod properties;

libfuzzer_sys::fuzz_target!(|data: &[u8]| properties::reports::check(data));
