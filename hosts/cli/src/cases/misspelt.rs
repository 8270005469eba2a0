//! Keys that are none, and which one was probably meant.

/// What is said of a key that is not among those known.
pub fn unknown_key(key: &str, known: &[&str]) -> String {
    match nearest(key, known) {
        Some(meant) => format!("Unknown key `{key}`; did you mean `{meant}`?"),
        None => format!("Unknown key `{key}`; known here: `{}`.", known.join("`, `")),
    }
}

/// The key that was probably meant.
pub fn nearest<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let distance = |known: &&&str| strsim::damerau_levenshtein(key, known);
    let near = known.iter().filter(|known| key.len() > 2 && distance(known) <= 2);
    near.min_by_key(distance).copied()
}
