//! What the format does not know, or cannot use at its place: passed over, but not unread.
//!
//! A number beyond double precision's range makes a text unreadable wherever it stands, and it is
//! reading a number that refuses it.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// No text that anyone writes is nested deeper: what lies beyond is not looked into.
const MAX_DEPTH: usize = 128;

/// Anything, so many levels deep.
#[derive(Clone, Copy, Default)]
pub(super) struct Skipped {
    depth: usize,
}

impl Skipped {
    /// What lies in it.
    fn inner(self) -> Skipped {
        Skipped { depth: self.depth.saturating_add(1) }
    }

    pub(super) fn items<'de, A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        while access.next_element_seed(self.inner())?.is_some() {}
        Ok(())
    }

    pub(super) fn entries<'de, A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        while access.next_key::<IgnoredAny>()?.is_some() {
            access.next_value_seed(self.inner())?;
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Skipped {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.depth > MAX_DEPTH {
            return deserializer.deserialize_ignored_any(IgnoredAny).map(|_| ());
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Skipped {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        self.items(access)
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        self.entries(access)
    }
}
