//! Reading JSON text into a tree, strictly by RFC 8259.
//!
//! A reader of its own: every value and key has its place in the text, a key that stands twice is
//! kept twice, numbers stay exact, and what breaks a text is told as the other problems are.

use std::ops::Range;

use super::tree::{Json, Member, Tree};
use crate::value::Decimal;

/// Deeper than any rulebook's meaning reaches; a text beyond it is refused, not followed.
const MAX_DEPTH: usize = 64;

/// A text that is no JSON, or none that can be read, and where.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// Whether it may well be JSON, and is beyond what can be read.
    pub(super) is_beyond: bool,
    /// The character that does not belong there; of a text that ends too early its last one.
    pub(super) span: Range<usize>,
    pub(super) message: &'static str,
}

pub(super) fn read(text: &str) -> Result<Tree, SyntaxError> {
    let mut reader = Reader { text, at: 0 };
    reader.skip_space();
    if reader.peek().is_none() {
        return Err(SyntaxError { is_beyond: false, span: 0..0, message: "the text is empty" });
    }
    let tree = reader.value(0)?;
    reader.skip_space();
    match reader.peek() {
        None => Ok(tree),
        Some(_) => Err(reader.error("something stands behind the end: take it out")),
    }
}

struct Reader<'t> {
    text: &'t str,
    /// The byte that is read next.
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    fn skip_while(&mut self, belongs: fn(u8) -> bool) {
        while self.peek().is_some_and(belongs) {
            self.skip(1);
        }
    }

    fn skip_space(&mut self) {
        self.skip_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    }

    fn skip_digits(&mut self) -> Result<(), SyntaxError> {
        if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.error("expected a digit"));
        }
        self.skip_while(|byte| byte.is_ascii_digit());
        Ok(())
    }

    /// The next byte that is no space, where it is this one.
    fn takes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let found = self.peek() == Some(byte);
        self.skip(found.into());
        found
    }

    fn expect(&mut self, byte: u8, message: &'static str) -> Result<(), SyntaxError> {
        if self.takes(byte) { Ok(()) } else { Err(self.error(message)) }
    }

    /// Between two items; of a list or an object that ends there with `closing`.
    fn comma(&mut self, closing: u8, message: &'static str) -> Result<(), SyntaxError> {
        self.expect(b',', message)?;
        self.skip_space();
        match self.peek() == Some(closing) {
            true => Err(self.error("a comma stands behind the last item: take it out")),
            false => Ok(()),
        }
    }

    fn error(&self, message: &'static str) -> SyntaxError {
        let last = self.text.len().saturating_sub(1);
        let start = self.text.floor_char_boundary(self.at.min(last));
        let length = self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let message = if self.at > last { "the text ends too early" } else { message };
        SyntaxError { is_beyond: false, span: start..start.saturating_add(length), message }
    }

    fn beyond(&self, message: &'static str) -> SyntaxError {
        SyntaxError { is_beyond: true, ..self.error(message) }
    }

    fn value(&mut self, depth: usize) -> Result<Tree, SyntaxError> {
        self.skip_space();
        let start = self.at;
        if depth > MAX_DEPTH {
            return Err(self.beyond("nested more than 64 levels deep"));
        }
        let json = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.list(depth)?,
            Some(b'"') => Json::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b'n') => self.word("null", Json::Null)?,
            Some(b't') => self.word("true", Json::Boolean(true))?,
            Some(b'f') => self.word("false", Json::Boolean(false))?,
            _ => return Err(self.error("expected a value")),
        };
        Ok(Tree { span: start..self.at, json })
    }

    fn word(&mut self, word: &str, json: Json) -> Result<Json, SyntaxError> {
        for byte in word.bytes() {
            if self.peek() != Some(byte) {
                return Err(self.error("expected `true`, `false` or `null`"));
            }
            self.skip(1);
        }
        Ok(json)
    }

    fn list(&mut self, depth: usize) -> Result<Json, SyntaxError> {
        self.skip(1);
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth.saturating_add(1))?);
            if self.takes(b']') {
                return Ok(Json::List(items));
            }
            self.comma(b']', "expected `,` or `]`")?;
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, SyntaxError> {
        self.skip(1);
        let mut members = Vec::new();
        if self.takes(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            members.push(self.member(depth)?);
            if self.takes(b'}') {
                return Ok(Json::Object(members));
            }
            self.comma(b'}', "expected `,` or `}`")?;
        }
    }

    fn member(&mut self, depth: usize) -> Result<Member, SyntaxError> {
        self.skip_space();
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.error("expected a key in double quotes"));
        }
        let key = self.string()?;
        let key_span = start..self.at;
        self.expect(b':', "expected `:`")?;
        Ok(Member { key, key_span, value: self.value(depth.saturating_add(1))? })
    }

    fn number(&mut self) -> Result<Json, SyntaxError> {
        let start = self.at;
        self.skip(usize::from(self.peek() == Some(b'-')));
        match self.peek() {
            Some(b'0') => self.skip(1),
            _ => self.skip_digits()?,
        }
        if self.peek() == Some(b'.') {
            self.skip(1);
            self.skip_digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.skip(1);
            self.skip(usize::from(matches!(self.peek(), Some(b'+' | b'-'))));
            self.skip_digits()?;
        }
        let number = self.text.get(start..self.at).and_then(Decimal::from_json);
        number.map(Json::Number).ok_or_else(|| Reader { at: start, ..*self }.beyond("the number is out of range"))
    }

    fn string(&mut self) -> Result<String, SyntaxError> {
        self.skip(1);
        let mut string = String::new();
        loop {
            let start = self.at;
            self.skip_while(|byte| byte != b'"' && byte != b'\\' && byte >= b' ');
            string.push_str(self.text.get(start..self.at).unwrap_or(""));
            match self.peek() {
                Some(b'"') => {
                    self.skip(1);
                    return Ok(string);
                }
                Some(b'\\') => string.push(self.escape()?),
                _ => return Err(self.error("a control character stands in a text: write it as an escape")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        self.skip(1);
        let character = match self.peek() {
            Some(b'u') => return self.code_point(),
            Some(byte @ (b'"' | b'\\' | b'/')) => byte,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            _ => return Err(self.error("no such escape")),
        };
        self.skip(1);
        Ok(character.into())
    }

    /// `\u` and four hexadecimal digits, of a character beyond the first 65,536 twice.
    fn code_point(&mut self) -> Result<char, SyntaxError> {
        let start = self.at;
        let first = self.code_unit()?;
        let mut code = first;
        if first & 0xFC00 == 0xD800 && self.text.as_bytes().get(self.at..self.at.saturating_add(2)) == Some(br"\u") {
            self.skip(1);
            let second = self.code_unit()?;
            if second & 0xFC00 == 0xDC00 {
                code = 0x10000_u32.saturating_add((first & 0x3FF) << 10 | second & 0x3FF);
            }
        }
        char::from_u32(code).ok_or_else(|| Reader { at: start, ..*self }.error("half a character is escaped"))
    }

    fn code_unit(&mut self) -> Result<u32, SyntaxError> {
        self.skip(1);
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code << 4 | digit.ok_or_else(|| self.error("expected four hexadecimal digits"))?;
            self.skip(1);
        }
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::rulebook::tree::{Json, Tree};

    fn text(json: &str) -> Option<String> {
        match read(json).ok()?.json {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    #[test]
    fn everything_knows_where_it_stands() {
        let text = " { \"a\\\"b\" : [1, {\"c\":\"d\"}],\n \"a\\\"b\":2 }";
        let tree = read(text).expect("sound");
        let Json::Object(members) = &tree.json else { panic!("an object") };
        let places: Vec<(&str, &str, &str)> = members
            .iter()
            .map(|member| (member.key.as_str(), &text[member.key_span.clone()], &text[member.value.span.clone()]))
            .collect();
        assert_eq!(places, [("a\"b", "\"a\\\"b\"", "[1, {\"c\":\"d\"}]"), ("a\"b", "\"a\\\"b\"", "2")]);
    }

    #[test]
    fn escapes_are_characters() {
        assert_eq!(
            text(r#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\uDBFF\uDFFFé""#).as_deref(),
            Some("\"\\/\u{8}\u{c}\n\r\té😀\u{10FFFF}é")
        );
        for half in [r#""\uD83D""#, r#""\uD83Dx""#, r#""\uD83D\u0041""#, r#""\uDE00""#, r#""\uD83D\n""#] {
            assert_eq!(text(half), None, "{half}");
        }
    }

    #[test]
    fn what_is_no_json_says_where() {
        let place = |text: &str| read(text).expect_err("unsound").span;
        assert_eq!(place("{\n  \"a\": tru }"), 12..13);
        assert_eq!(place("[1e999]"), 1..2);
        assert_eq!(place("[\"\\ud800\"]"), 3..4);
        assert_eq!(place(" {€"), 2..5);
        assert_eq!(place("[1,€"), 3..6);
        assert_eq!(place("[\"é"), 2..4);
        assert_eq!(place(""), 0..0);
        let deep = "[".repeat(100_000);
        assert_eq!(place(&deep), 65..66);
        assert_eq!(place(&format!("{deep}{}", "]".repeat(100_000))), 65..66);
    }

    /// Both refuse the same texts, and read the same from the others.
    #[test]
    fn it_reads_what_serde_json_reads() {
        let mut random = fastrand::Rng::with_seed(4);
        let parts = [
            "{", "}", "[", "]", ",", ":", " ", "\n", "\"", "\"a\"", "\"\\u00", "\\", "\u{1}", "\t", "é", "null",
            "true", "fals", "e", "0", "1", "-", "1.5", ".", "E+3", "01", "\"b\":", "1e400",
        ];
        let mut sound = 0;
        for _ in 0..60_000 {
            let text: String = (0..random.usize(1..9)).map(|_| parts[random.usize(..parts.len())]).collect();
            let expected: Option<serde_json::Value> = serde_json::from_str(&text).ok();
            let found = read(&text).ok();
            let expected = expected.map(|value| serde_json_canonicalizer::to_string(&value).expect("it has a form"));
            assert_eq!(found.as_ref().map(Tree::canonical), expected, "{text:?}");
            sound += usize::from(found.is_some());
        }
        assert!(sound > 500, "only {sound} are sound");
    }
}
