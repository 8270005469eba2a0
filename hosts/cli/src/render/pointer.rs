//! RFC 6901 pointers, as a report has them.

/// The pointer to a member of what a pointer leads to.
pub fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The keys and indices on the way; none of the pointer to the whole, `""`.
pub fn steps(pointer: &str) -> impl Iterator<Item = String> {
    // What stands before the first slash is no step.
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~"))
}
