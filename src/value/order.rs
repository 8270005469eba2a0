//! Putting things in order, by one sort for all types: each type's own would be compiled anew.

use std::cmp::Ordering;

/// The places of the items in their order; equal ones stay as they stand.
pub(crate) fn order<T>(items: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<usize> {
    sorted_places(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    })
}

/// Puts the items in order; equal ones stay as they stand.
pub(crate) fn sort<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let places = order(items, compare);
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// The order of UTF-16 code units, in which JavaScript and RFC 8785 sort keys.
///
/// It is that of the bytes of UTF-8, but for the characters beyond the first 65,536: their
/// surrogates stand before U+E000, their bytes behind.
pub(crate) fn by_code_unit(a: &str, b: &str) -> Ordering {
    let place = |byte| match byte {
        0xEE | 0xEF => byte | 0x10,
        other => other,
    };
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        Some((a, b)) => place(a).cmp(&place(b)),
        None => a.len().cmp(&b.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::{by_code_unit, order, sort};

    #[test]
    fn equal_ones_stay_as_they_stand() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        assert_eq!(order(&items, &|a, b| a.0.cmp(&b.0)), [1, 3, 0, 2]);
        sort(&mut items, &|a, b| a.0.cmp(&b.0));
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn the_order_is_that_of_utf_16() {
        let texts = [
            "",
            "a",
            "ab",
            "é",
            "\u{7ff}",
            "\u{800}",
            "\u{d7ff}",
            "\u{10000}",
            "😀",
            "\u{10ffff}",
            "\u{e000}",
            "\u{ffff}",
        ];
        for (a, b) in texts.iter().flat_map(|a| texts.iter().map(move |b| (a, b))) {
            assert_eq!(by_code_unit(a, b), a.encode_utf16().cmp(b.encode_utf16()), "{a:?} {b:?}");
            let (a, b) = (format!("x{a}y"), format!("x{b}"));
            assert_eq!(by_code_unit(&a, &b), a.encode_utf16().cmp(b.encode_utf16()), "{a:?} {b:?}");
        }
    }
}
