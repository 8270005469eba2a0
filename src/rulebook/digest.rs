//! The digest of a rulebook: SHA-256 of its RFC 8785 form.

use hmac_sha256::Hash;

/// `sha256:` and 64 hexadecimal digits.
pub(super) fn digest(canonical: &str) -> String {
    let digits = |byte: u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or_default());
    let mut text = "sha256:".to_owned();
    text.extend(Hash::hash(canonical.as_bytes()).into_iter().flat_map(digits));
    text
}

#[cfg(test)]
mod tests {
    use super::digest;

    /// The vectors of FIPS 180-4.
    #[test]
    fn known_digests() {
        for (text, expected) in [
            ("", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "sha256:248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
        ] {
            assert_eq!(digest(text), expected);
        }
    }
}
