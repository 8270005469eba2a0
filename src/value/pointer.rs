//! RFC 6901 JSON Pointers.

use std::borrow::Cow;

/// A reference token as it stands in a pointer.
pub(crate) fn escape(token: &str) -> Cow<'_, str> {
    match token.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        true => token.replace('~', "~0").replace('/', "~1").into(),
        false => token.into(),
    }
}

/// The reference tokens of a pointer; what is wrong with it where it is none.
pub(crate) fn tokens(pointer: &str) -> Result<Vec<String>, &'static str> {
    if pointer.is_empty() {
        return Ok(Vec::new());
    }
    let tokens = pointer.strip_prefix('/').ok_or("is no JSON Pointer, which is empty or begins with \"/\"")?;
    tokens.split('/').map(unescape).collect()
}

fn unescape(token: &str) -> Result<String, &'static str> {
    let stray = token.split('~').skip(1).any(|rest| !rest.starts_with(['0', '1']));
    if stray {
        return Err("is no JSON Pointer: \"~\" is written as \"~0\", and \"/\" in a key as \"~1\"");
    }
    Ok(token.replace("~1", "/").replace("~0", "~"))
}

#[cfg(test)]
mod tests {
    use super::{escape, tokens};

    #[test]
    fn tokens_are_what_was_escaped() {
        assert_eq!(escape("a/b~c"), "a~1b~0c");
        assert_eq!(tokens("/a~1b~0c//0"), Ok(vec!["a/b~c".into(), String::new(), "0".into()]));
        assert_eq!(tokens("/~01"), Ok(vec!["~1".into()]));
        assert_eq!(tokens(""), Ok(vec![]));
    }

    #[test]
    fn what_is_no_pointer_is_told_why() {
        assert!(tokens("a").is_err_and(|message| message.ends_with("begins with \"/\"")));
        for stray in ["/~2", "/~", "/a/~/b", "/~0~"] {
            assert!(tokens(stray).is_err_and(|message| message.contains("\"~\" is written")), "{stray}");
        }
    }
}
