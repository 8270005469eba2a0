//! Writing JSON text without spaces.
//!
//! A serializer of its own: serde_json writes in pieces, most of them of one byte, and in WebAssembly a piece
//! costs more than its bytes do. Here what is known beforehand is written in one.

use serde::de::value::Error;
use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

/// What most reports fit in.
const ROOM: usize = 8192;

/// The JSON text of a value that is made of what a report is made of: see [`Text`].
pub(crate) fn written(value: &impl Serialize) -> String {
    let mut text = Text(String::with_capacity(ROOM));
    let written = value.serialize(&mut text);
    debug_assert!(written.is_ok(), "{written:?}");
    text.0
}

/// Writes a text with its quotes and escapes, which are those of RFC 8785.
pub(super) fn write_text(text: &str, to: &mut String) {
    to.push('"');
    match is_plain(text.as_bytes()) {
        true => to.push_str(text),
        false => text.chars().for_each(|character| write_character(character, to)),
    }
    to.push('"');
}

fn write_character(character: char, to: &mut String) {
    match character {
        '"' => to.push_str("\\\""),
        '\\' => to.push_str("\\\\"),
        '\u{8}' => to.push_str("\\b"),
        '\u{c}' => to.push_str("\\f"),
        '\n' => to.push_str("\\n"),
        '\r' => to.push_str("\\r"),
        '\t' => to.push_str("\\t"),
        '\0'..='\u{1f}' => to.push_str(&format!("\\u{:04x}", u32::from(character))),
        _ => to.push(character),
    }
}

/// Whether nothing in a text needs a backslash: all bytes are looked at in eights, of which the last may look at
/// some again.
fn is_plain(text: &[u8]) -> bool {
    let Some(last) = text.last_chunk::<8>() else {
        return is_plain_word(text.iter().fold(SPACES, |word, byte| word << 8 | u64::from(*byte)));
    };
    let (eights, _) = text.as_chunks::<8>();
    is_plain_word(u64::from_le_bytes(*last)) && eights.iter().all(|eight| is_plain_word(u64::from_le_bytes(*eight)))
}

const ONES: u64 = u64::from_le_bytes([1; 8]);
const SPACES: u64 = u64::from_le_bytes([b' '; 8]);

/// Of eight bytes at once: subtracting sets the high bit of those below what is subtracted.
fn is_plain_word(word: u64) -> bool {
    let below = |word: u64, limits: u64| word.wrapping_sub(limits) & !word;
    let is = |byte: u8| below(word ^ ONES.wrapping_mul(byte.into()), ONES);
    (below(word, SPACES) | is(b'"') | is(b'\\')) & (ONES << 7) == 0
}

/// JSON text in the making, of texts, numbers, flags, lists, objects and what is not given.
struct Text(String);

/// What stands in a list or in an object.
struct Items<'t> {
    text: &'t mut Text,
    is_first: bool,
    closing: char,
}

impl Text {
    fn begin(&mut self, opening: char, closing: char) -> Result<Items<'_>, Error> {
        self.0.push(opening);
        Ok(Items { text: self, is_first: true, closing })
    }

    fn put(&mut self, piece: &str) -> Result<(), Error> {
        self.0.push_str(piece);
        Ok(())
    }
}

impl Items<'_> {
    fn separate(&mut self) {
        if !self.is_first {
            self.text.0.push(',');
        }
        self.is_first = false;
    }

    /// The names of fields need no escapes. Not inlined, since every field of every type would have it anew.
    #[inline(never)]
    fn name(&mut self, name: &'static str) {
        self.separate();
        self.text.0.push('"');
        self.text.0.push_str(name);
        self.text.0.push_str("\":");
    }

    fn finish(self) -> Result<(), Error> {
        self.text.0.push(self.closing);
        Ok(())
    }
}

/// Reports have no such values.
fn unknown<T>(what: &str) -> Result<T, Error> {
    Err(serde::ser::Error::custom(format_args!("{what} is not written")))
}

/// Whole numbers, as their digits.
macro_rules! whole_numbers {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, number: $type) -> Result<(), Error> {
            self.put(&number.to_string())
        })*
    };
}

impl<'t> Serializer for &'t mut Text {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'t>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Items<'t>;
    type SerializeStruct = Items<'t>;
    type SerializeStructVariant = Impossible<(), Error>;

    whole_numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128
    );

    fn serialize_f32(self, number: f32) -> Result<(), Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Result<(), Error> {
        self.put(zmij::Buffer::new().format_finite(number))
    }

    fn serialize_bool(self, flag: bool) -> Result<(), Error> {
        self.put(if flag { "true" } else { "false" })
    }

    fn serialize_char(self, character: char) -> Result<(), Error> {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        write_text(text, &mut self.0);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        unknown("a run of bytes")
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.put("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let mut items = self.begin('{', '}')?;
        SerializeStruct::serialize_field(&mut items, variant, value)?;
        items.finish()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'t>, Error> {
        self.begin('[', ']')
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'t>, Error> {
        self.begin('{', '}')
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'t>, Error> {
        self.begin('{', '}')
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        unknown("a tuple")
    }

    fn serialize_tuple_struct(self, name: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        unknown(name)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        unknown(name)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        unknown(name)
    }
}

impl SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.separate();
        value.serialize(&mut *self.text)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.separate();
        key.serialize(&mut *self.text)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.text.0.push(':');
        value.serialize(&mut *self.text)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl SerializeStruct for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        self.name(name);
        value.serialize(&mut *self.text)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{is_plain, written};

    #[test]
    fn it_writes_what_serde_json_writes() {
        let value = serde_json::json!({
            "texts": ["", "a", "\"", "\\", "\u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f}é€😀", "a long text without any escape"],
            "numbers": [0, -1, 1.5, 9_007_199_254_740_993_u64],
            "others": [null, true, false, [], {}, { "a\n": { "b": [[1]] } }],
        });
        assert_eq!(written(&value), value.to_string());
    }

    #[test]
    fn a_byte_that_needs_an_escape_is_found_wherever_it_stands() {
        for (byte, length) in (0..=255).flat_map(|byte| (1..20).map(move |length| (byte, length))) {
            for place in 0..length {
                let mut text = vec![b'x'; length];
                text[place] = byte;
                let needs_escape = byte < b' ' || byte == b'"' || byte == b'\\';
                assert_eq!(is_plain(&text), !needs_escape, "{byte} at {place} of {length}");
            }
        }
    }
}
