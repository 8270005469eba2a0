//! Loading a rulebook from any bytes, and judging by what loads.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| callcheck_fuzz::bodies::rulebook(data));
