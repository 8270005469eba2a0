//! The fuzzers' bodies on a fixed number of inputs: sound texts with random damage.

use std::path::Path;

use crate::bodies;
use crate::generate::{Care, Draw, Language, proposal, rulebook};

/// Pieces of JSON, of which a parser makes most.
const PIECES: [&str; 20] = [
    "", " ", "\n", ",", ":", "\"", "\\", "{", "}", "[", "]", "null", "true", "0", "-1", "1e999", "\"\"", "\"a\":1,",
    "\\ud800", "€",
];

#[test]
fn damaged_rulebooks_load_or_say_where_they_do_not() {
    each_damaged(&rulebooks(), 250, bodies::rulebook);
}

#[test]
fn damaged_proposals_are_judged_to_the_end() {
    let texts = [texts("rulebooks/examples", "json"), texts("fuzz/seeds/proposal", "json")].concat();
    each_damaged(&texts, 150, bodies::proposal);
}

#[test]
fn damaged_edits_keep_a_session_true() {
    let (_, vocabulary) = rulebook(&mut Draw::new(0), Language::Whole);
    let edits = |seed| {
        let mut draw = Draw::new(seed);
        let care = Care::any(&mut draw);
        let edited = proposal(&mut draw, &vocabulary, care);
        let fields = edited.as_object().cloned().unwrap_or_default();
        let lines: Vec<String> =
            fields.iter().map(|(key, value)| format!("/{key} {value}\n/{key}/0\n/{key}")).collect();
        format!("{}\n{}", proposal(&mut draw, &vocabulary, care), lines.join("\n"))
    };
    let drawn: Vec<String> = (0..20).map(edits).collect();
    each_damaged(&[drawn, texts("fuzz/seeds/session", "txt")].concat(), 150, bodies::session);
}

fn each_damaged(texts: &[String], count: u64, body: fn(&[u8])) {
    texts.iter().for_each(|text| body(text.as_bytes()));
    for seed in 0..count {
        let mut draw = Draw::new(seed);
        body(damaged(&mut draw, texts).as_bytes());
    }
}

fn damaged(draw: &mut Draw, texts: &[String]) -> String {
    let mut text: Vec<char> = draw.pick(texts).chars().collect();
    for _ in 0..draw.between(1, 3) {
        let (from, length) = (draw.below(text.len() + 1), draw.pick(&[0, 1, 1, 2, 9, 200]));
        let until = (from + length).min(text.len());
        let piece: Vec<char> = match draw.below(3) {
            0 => draw.pick(&PIECES).chars().collect(),
            1 => text[from..until].repeat(draw.below(3)),
            _ => {
                let place = draw.below(text.len() + 1);
                text[place..(place + length).min(text.len())].to_vec()
            }
        };
        text.splice(from..until, piece);
    }
    text.into_iter().collect()
}

fn rulebooks() -> Vec<String> {
    let drawn = (0..20).map(|seed| rulebook(&mut Draw::new(seed), Language::Whole).0.to_string());
    [texts("fuzz/seeds/rulebook", "json"), texts("rulebooks", "json"), drawn.collect()].concat()
}

/// The files of a folder whose names end so.
fn texts(folder: &str, extension: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a text")).collect()
}
