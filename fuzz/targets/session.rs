//! Editing a proposal field by field, held against judging it afresh.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| callcheck_fuzz::bodies::session(data));
