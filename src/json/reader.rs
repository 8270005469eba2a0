//! Reading JSON text strictly, by RFC 8259: rulebooks and proposals alike.
//!
//! A reader of its own. Of a rulebook every value and key has its place in the text, a key that stands twice is
//! kept twice, and numbers stay exact; of a proposal what has a meaning is borrowed from the text, and what has
//! none is passed over at any depth. What breaks a text is told as a rulebook's other problems are.

use std::borrow::Cow;

use super::JsonError;

/// A value that no other lies in.
pub(crate) enum Scalar<'t> {
    Null,
    Boolean(bool),
    Number(Number<'t>),
    Text(Cow<'t, str>),
}

/// A number as it is written, and the double next to it.
pub(crate) struct Number<'t> {
    pub(crate) text: &'t str,
    pub(crate) double: f64,
}

#[derive(Clone, Copy)]
pub(crate) struct Reader<'t> {
    text: &'t str,
    /// The byte that is read next.
    pub(super) at: usize,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Reader<'t> {
        Reader { text, at: 0 }
    }

    /// What `read` makes of the one value that the text is.
    pub(crate) fn whole<T>(
        mut self,
        read: impl FnOnce(&mut Reader<'t>) -> Result<T, JsonError>,
    ) -> Result<T, JsonError> {
        if self.next().is_none() {
            let message = "the text is empty".to_owned();
            return Err(JsonError { offset: 0, length: 0, is_beyond: false, message });
        }
        let value = read(&mut self)?;
        match self.next() {
            None => Ok(value),
            Some(_) => Err(self.error("something stands behind the end: take it out")),
        }
    }

    /// The next byte that is no space.
    pub(crate) fn next(&mut self) -> Option<u8> {
        match self.peek() {
            // Most texts have no spaces.
            Some(byte) if byte > b' ' => Some(byte),
            _ => {
                self.advance_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
                self.peek()
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    fn advance_while(&mut self, belongs: impl Fn(u8) -> bool) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.advance(rest.iter().position(|byte| !belongs(*byte)).unwrap_or(rest.len()));
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.error("expected a digit"));
        }
        self.advance_while(|byte| byte.is_ascii_digit());
        Ok(())
    }

    /// What was read from a byte on.
    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or("")
    }

    /// The next byte that is no space, where it is this one.
    fn takes(&mut self, byte: u8) -> bool {
        let found = self.next() == Some(byte);
        self.advance(found.into());
        found
    }

    /// Begins a list or an object; whether anything stands in it.
    pub(crate) fn begin(&mut self, closing: u8) -> bool {
        self.advance(1);
        !self.takes(closing)
    }

    /// Behind an item of a list or an object; whether there is another one.
    pub(crate) fn continues(&mut self, closing: u8) -> Result<bool, JsonError> {
        match self.next() {
            Some(byte) if byte == closing => {
                self.advance(1);
                Ok(false)
            }
            Some(b',') => {
                self.advance(1);
                match self.next() == Some(closing) {
                    true => Err(self.error("a comma stands behind the last item: take it out")),
                    false => Ok(true),
                }
            }
            _ => Err(self.error(if closing == b']' { "expected `,` or `]`" } else { "expected `,` or `}`" })),
        }
    }

    /// The key of a member, without the colon behind it.
    pub(super) fn key(&mut self) -> Result<Cow<'t, str>, JsonError> {
        match self.next() {
            Some(b'"') => self.string(),
            _ => Err(self.error("expected a key in double quotes")),
        }
    }

    pub(super) fn colon(&mut self) -> Result<(), JsonError> {
        if self.takes(b':') { Ok(()) } else { Err(self.error("expected `:`")) }
    }

    /// The key of a member, and the colon behind it.
    pub(crate) fn key_and_colon(&mut self) -> Result<Cow<'t, str>, JsonError> {
        let key = self.key()?;
        self.colon()?;
        Ok(key)
    }

    pub(crate) fn scalar(&mut self) -> Result<Scalar<'t>, JsonError> {
        Ok(match self.next() {
            Some(b'"') => Scalar::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => Scalar::Number(self.number()?),
            Some(b'n') => self.word("null", Scalar::Null)?,
            Some(b't') => self.word("true", Scalar::Boolean(true))?,
            Some(b'f') => self.word("false", Scalar::Boolean(false))?,
            _ => return Err(self.error("expected a value")),
        })
    }

    /// Passes over a value, but reads all of it.
    pub(crate) fn pass_value(&mut self) -> Result<(), JsonError> {
        let mut open: Vec<u8> = Vec::new();
        loop {
            let begun = match self.next() {
                Some(b'{') => self.begin(b'}').then_some(b'}'),
                Some(b'[') => self.begin(b']').then_some(b']'),
                _ => self.scalar().map(|_| None)?,
            };
            open.extend(begun);
            if begun.is_none() && !self.closes(&mut open)? {
                return Ok(());
            }
            if open.last() == Some(&b'}') {
                self.key_and_colon()?;
            }
        }
    }

    /// Closes what ends behind a value; whether another value follows in what is still open.
    fn closes(&mut self, open: &mut Vec<u8>) -> Result<bool, JsonError> {
        while let Some(closing) = open.last() {
            if self.continues(*closing)? {
                return Ok(true);
            }
            open.pop();
        }
        Ok(false)
    }

    fn word(&mut self, word: &str, value: Scalar<'t>) -> Result<Scalar<'t>, JsonError> {
        for byte in word.bytes() {
            if self.peek() != Some(byte) {
                return Err(self.error("expected `true`, `false` or `null`"));
            }
            self.advance(1);
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<Number<'t>, JsonError> {
        let begin = *self;
        self.advance(usize::from(self.peek() == Some(b'-')));
        match self.peek() {
            Some(b'0') => self.advance(1),
            _ => self.digits()?,
        }
        if self.peek() == Some(b'.') {
            self.advance(1);
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.advance(1);
            self.advance(usize::from(matches!(self.peek(), Some(b'+' | b'-'))));
            self.digits()?;
        }
        let text = self.since(begin.at);
        match text.parse() {
            Ok(double) if f64::is_finite(double) => Ok(Number { text, double }),
            _ => Err(begin.beyond("the number is out of range")),
        }
    }

    fn string(&mut self) -> Result<Cow<'t, str>, JsonError> {
        self.advance(1);
        let mut string = Cow::Borrowed("");
        loop {
            let start = self.at;
            self.advance_while(|byte| byte != b'"' && byte != b'\\' && byte >= b' ');
            let piece = self.since(start);
            match string.is_empty() {
                true => string = Cow::Borrowed(piece),
                false => string.to_mut().push_str(piece),
            }
            match self.peek() {
                Some(b'"') => {
                    self.advance(1);
                    return Ok(string);
                }
                Some(b'\\') => string.to_mut().push(self.escape()?),
                Some(b'\n' | b'\r') => {
                    return Err(
                        self.error("a text ends on its line: close it with `\"`, or write its line end as `\\n`")
                    );
                }
                _ => return Err(self.error("a control character stands in a text: write it as an escape")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        self.advance(1);
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
        self.advance(1);
        Ok(character.into())
    }

    /// `\u` and four hexadecimal digits, of a character beyond the first 65,536 twice.
    fn code_point(&mut self) -> Result<char, JsonError> {
        let begin = *self;
        let first = self.code_unit()?;
        let mut code = first;
        if first & 0xFC00 == 0xD800 && self.text.as_bytes().get(self.at..self.at.saturating_add(2)) == Some(br"\u") {
            self.advance(1);
            let second = self.code_unit()?;
            if second & 0xFC00 == 0xDC00 {
                code = 0x10000_u32.saturating_add((first & 0x3FF) << 10 | second & 0x3FF);
            }
        }
        char::from_u32(code).ok_or_else(|| begin.error("half a character is escaped"))
    }

    fn code_unit(&mut self) -> Result<u32, JsonError> {
        self.advance(1);
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code << 4 | digit.ok_or_else(|| self.error("expected four hexadecimal digits"))?;
            self.advance(1);
        }
        Ok(code)
    }

    /// At the next character; of a text that ends too early at its last one.
    pub(super) fn error(&self, message: &str) -> JsonError {
        let last = self.text.len().saturating_sub(1);
        let offset = self.text.floor_char_boundary(self.at.min(last));
        let found = self.text.get(offset..).and_then(|rest| rest.chars().next());
        let message = match self.at > last {
            true => "the text ends too early".to_owned(),
            false => format!("{message}{}", found.map_or("", |found| self.hint(found, offset))),
        };
        let length = found.map_or(0, char::len_utf8);
        JsonError { offset, length, is_beyond: false, message }
    }

    /// What was probably meant by a character that may not stand here.
    fn hint(&self, found: char, offset: usize) -> &'static str {
        match found {
            _ if self.goes_on_a_number(found, offset) => {
                "; a number has a point before its decimals, and nothing between its thousands"
            }
            '/' | '#' => "; JSON has no comments",
            '\'' | '“' | '”' => "; texts stand in straight double quotes",
            '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{feff}' => {
                "; this is a special space: put a plain one"
            }
            _ => "",
        }
    }

    /// As in `7,46`, `1 500`, `1.500.000` and `1'500`.
    fn goes_on_a_number(&self, found: char, offset: usize) -> bool {
        let before = self.text.get(..offset).unwrap_or_default();
        let number = match found {
            '.' | '\'' => Some(before),
            '0'..='9' => before.strip_suffix([',', ' ']),
            _ => None,
        };
        number.is_some_and(|number| number.ends_with(|last: char| last.is_ascii_digit()))
    }

    pub(super) fn beyond(&self, message: &str) -> JsonError {
        JsonError { is_beyond: true, ..self.error(message) }
    }
}
