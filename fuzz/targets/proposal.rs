//! Judging any JSON text by the shipped rulebooks and by one that uses the whole language.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| callcheck_fuzz::bodies::proposal(data));
