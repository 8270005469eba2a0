//! A place in a text, underlined, with the reason.

use std::fmt;
use std::ops::Range;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents,
};

use super::page::safe;
use super::place::Place;

/// The line of the place, underlined, with the reason above it; set to a width.
pub fn of(name: &str, text: &str, place: &Place, width: Option<usize>) -> String {
    let excerpt = Excerpt::of(name, text, place);
    let mut rendered = String::new();
    let printer = GraphicalReportHandler::new_themed(GraphicalTheme::unicode())
        .with_links(false)
        .with_context_lines(1)
        .with_wrap_lines(width.is_some())
        .with_width(width.unwrap_or(usize::MAX));
    match printer.render_report(&mut rendered, &excerpt) {
        Ok(()) => rendered,
        // Writing to a string does not fail; were it to, the bare reason is still there.
        Err(fmt::Error) => format!("{}\n", place.message),
    }
}

/// The most of a line that is shown: a whole file may be one line.
const SHOWN: usize = 120;
/// How much of it stands before the place, where the line is longer.
const BEFORE: usize = 40;

/// The line of a place with its neighbours, safe to print, and where it stands in its text.
#[derive(Debug)]
struct Excerpt {
    name: String,
    message: String,
    label: Option<String>,
    text: String,
    underlined: Range<usize>,
    first_line: usize,
    line: usize,
    column: usize,
}

impl Excerpt {
    fn of(name: &str, text: &str, place: &Place) -> Excerpt {
        let offset = text.floor_char_boundary(place.offset);
        let (before, after) = text.split_at(offset);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let end = offset + after.find('\n').unwrap_or(after.len());
        let rest = text[offset..end].trim_end_matches('\r').len();
        let length = (text.ceil_char_boundary(offset.saturating_add(place.length.max(1))) - offset).min(rest);
        let shown = window(&text[start..end], offset - start, length);
        let above = before[..start].strip_suffix('\n').and_then(|above| neighbour(above.rsplit('\n').next()));
        let below = text[end..].strip_prefix('\n').and_then(|below| neighbour(below.split('\n').next()));
        let line = before.matches('\n').count();
        let above_length = above.as_ref().map_or(0, |above| above.len() + 1);
        Excerpt {
            name: safe(name).into_owned(),
            message: safe(&place.message).into_owned(),
            label: place.label.as_deref().map(|label| safe(label).into_owned()),
            underlined: above_length + shown.underlined.start..above_length + shown.underlined.end,
            first_line: line - usize::from(above.is_some()),
            text: [above, Some(shown.text), below].into_iter().flatten().collect::<Vec<_>>().join("\n"),
            line,
            column: before[start..].chars().count(),
        }
    }
}

/// A line beside the place, unless it is too long to be of help.
fn neighbour(line: Option<&str>) -> Option<String> {
    let line = line?.trim_end_matches('\r');
    (line.chars().count() <= SHOWN).then(|| safe(line).into_owned())
}

/// What is shown of a line.
struct Window {
    text: String,
    underlined: Range<usize>,
}

fn window(line: &str, offset: usize, length: usize) -> Window {
    let (before, rest) = line.split_at(offset);
    let (underlined, after) = rest.split_at(length);
    let is_long = line.chars().count() > SHOWN;
    let (before, cut) = if is_long { last(before, BEFORE) } else { (before, false) };
    let (underlined, underlined_cut) = if is_long { first(underlined, SHOWN - BEFORE) } else { (underlined, false) };
    let room = SHOWN.saturating_sub(before.chars().count() + underlined.chars().count());
    let (after, after_cut) = if underlined_cut {
        ("", true)
    } else if is_long {
        first(after, room)
    } else {
        (after, false)
    };
    let mark = |cut| if cut { "…" } else { "" };
    let head = format!("{}{}", mark(cut), safe(before));
    // The end of a line is marked behind it.
    let middle = if underlined.is_empty() { " ".into() } else { safe(underlined) };
    let tail = format!("{}{}", safe(after.trim_end_matches('\r')), mark(after_cut));
    Window { underlined: head.len()..head.len() + middle.len(), text: format!("{head}{middle}{tail}") }
}

/// The first letters of a text, and whether it has more.
fn first(text: &str, letters: usize) -> (&str, bool) {
    text.char_indices().nth(letters).map_or((text, false), |(cut, _)| (&text[..cut], true))
}

/// The last letters of a text, and whether it has more.
fn last(text: &str, letters: usize) -> (&str, bool) {
    let cut = text.char_indices().rev().nth(letters.saturating_sub(1)).map_or(0, |(cut, _)| cut);
    (&text[cut..], cut > 0)
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Excerpt {}

impl Diagnostic for Excerpt {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let underlined = LabeledSpan::new(self.label.clone(), self.underlined.start, self.underlined.len());
        Some(Box::new(std::iter::once(underlined)))
    }
}

impl SourceCode for Excerpt {
    /// The excerpt is all there is to show: the whole of it around the place, or the place alone.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let is_place = before == 0 && after == 0;
        let (range, line, column) = match is_place {
            true => (self.underlined.clone(), self.line, self.column),
            false => (0..self.text.len(), self.first_line, 0),
        };
        let data = self.text.get(range.clone()).ok_or(MietteError::OutOfBounds)?.as_bytes();
        let span = if is_place { *span } else { SourceSpan::from(range) };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data,
            span,
            line,
            column,
            self.text.matches('\n').count(),
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str, place: &Place) -> String {
        anstream::adapter::strip_str(&of("call.json", text, place, Some(80))).to_string()
    }

    fn place(text: &str, part: &str) -> Place {
        let offset = text.find(part).unwrap_or(text.len());
        Place { offset, length: part.len(), message: "It is wrong.".into(), label: Some("/there".into()) }
    }

    #[test]
    fn the_place_is_underlined_between_its_neighbours() {
        let text = "{\n  \"id\": \"å\", \"max\": 3,\n  \"min\": 4\n}\n";
        insta::assert_snapshot!(plain(text, &place(text, "\"max\"")), @r#"
         × It is wrong.
          ╭─[call.json:2:14]
        1 │ {
        2 │   "id": "å", "max": 3,
          ·              ──┬──
          ·                ╰── /there
        3 │   "min": 4
          ╰────
        "#);
    }

    #[test]
    fn of_several_lines_the_first_is_underlined() {
        let text = "[\r\n  {\r\n    \"id\": 1\r\n  }\r\n]\r\n";
        insta::assert_snapshot!(plain(text, &Place { length: 17, ..place(text, "{") }), @r#"
         × It is wrong.
          ╭─[call.json:2:3]
        1 │ [
        2 │   {
          ·   ┬
          ·   ╰── /there
        3 │     "id": 1
          ╰────
        "#);
    }

    #[test]
    fn of_a_long_line_a_part_is_shown() {
        let text = format!("[{}\"here\", {}]", "1, ".repeat(500), "2, ".repeat(500));
        insta::assert_snapshot!(plain(&text, &place(&text, "\"here\"")), @r#"
         × It is wrong.
          ╭─[call.json:1:1502]
        1 │ … 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, "here", 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, …
          ·                                          ───┬──
          ·                                             ╰── /there
          ╰────
        "#);
        insta::assert_snapshot!(plain(&text, &Place { length: text.len(), ..place(&text, "[") }), @"
         × It is wrong.
          ╭─[call.json:1:1]
        1 │ [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1…
          · ────────────────────────────────────────┬───────────────────────────────────────
          ·                                         ╰── /there
          ╰────
        ");
    }

    #[test]
    fn a_text_that_ends_too_early_is_marked_at_its_end() {
        for text in ["", "{", "{\"a\":\n"] {
            let error = callcheck::JsonError::of(text).expect("no JSON");
            let place = Place::of_json_error(text, error);
            assert_eq!(place.offset, text.len().saturating_sub(1));
            let shown = plain(text, &place);
            assert!(shown.contains("the text ends too early") || shown.contains("The text is empty"), "{shown}");
        }
    }

    #[test]
    fn nothing_in_a_file_steers_the_terminal() {
        let text = "{\"\u{1b}[31m\": 1}";
        assert!(!plain(text, &place(text, "1")).contains('\u{1b}'));
    }
}
