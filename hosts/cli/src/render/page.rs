//! Lines of styled text, set to a width.

use std::borrow::Cow;

use anstyle::Style;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

use super::style::QUIET;

/// Where the values of a row begin, behind its label.
const LABEL_COLUMN: usize = 12;
/// How far a row is indented.
const ROW_INDENT: usize = 2;

/// How many columns a text takes on a terminal.
pub fn columns(text: &str) -> usize {
    safe(text).width()
}

/// One line of text. Whatever is added is made safe for a terminal, so that no file can steer it.
#[derive(Debug, Clone, Default)]
pub struct Line {
    text: String,
    columns: usize,
}

impl Line {
    /// A line that begins with unstyled text.
    pub fn new(text: &str) -> Line {
        Line::default().plain(text)
    }

    /// A line that begins with styled text.
    pub fn styled(style: Style, text: &str) -> Line {
        Line::default().then(style, text)
    }

    /// Adds unstyled text.
    pub fn plain(self, text: &str) -> Line {
        self.then(Style::new(), text)
    }

    /// Adds styled text.
    pub fn then(mut self, style: Style, text: &str) -> Line {
        let text = safe(text);
        self.columns += text.width();
        self.text.push_str(&format!("{style}{text}{style:#}"));
        self
    }

    /// Adds another line's text.
    pub fn join(mut self, other: &Line) -> Line {
        self.text.push_str(&other.text);
        self.columns += other.columns;
        self
    }

    /// Adds spaces until the line is so wide; at least two behind a text.
    pub fn padded_to(mut self, width: usize) -> Line {
        let missing = width.saturating_sub(self.columns).max(2);
        self.text.extend(std::iter::repeat_n(' ', missing));
        self.columns += missing;
        self
    }
}

/// Text that grows line by line.
#[derive(Debug)]
pub struct Page {
    text: String,
    width: Option<usize>,
}

impl Page {
    /// An empty page; without a width no line is broken.
    pub fn new(width: Option<usize>) -> Page {
        Page { text: String::new(), width }
    }

    /// Leaves a line empty.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Adds a line. Where it is too long for the page, it goes on below its first letter.
    pub fn put(&mut self, indent: usize, line: Line) {
        self.put_hanging(indent, indent, line);
    }

    /// Adds a line with a label before it. Where it is too long for the page, it goes on below its first letter.
    pub fn row(&mut self, label: &str, line: Line) {
        let labelled = Line::styled(QUIET, label).padded_to(LABEL_COLUMN - ROW_INDENT).join(&line);
        self.put_hanging(ROW_INDENT, LABEL_COLUMN, labelled);
    }

    /// Adds a line that goes on at another indent where it is too long for the page.
    pub fn put_hanging(&mut self, first: usize, rest: usize, line: Line) {
        let (first, rest) = (" ".repeat(first), " ".repeat(rest));
        match self.width {
            None => self.text.extend([first.as_str(), &line.text]),
            Some(width) => {
                let options = Options::new(width)
                    .initial_indent(&first)
                    .subsequent_indent(&rest)
                    .break_words(false)
                    .word_separator(WordSeparator::AsciiSpace)
                    .word_splitter(WordSplitter::NoHyphenation)
                    .wrap_algorithm(WrapAlgorithm::FirstFit);
                self.text.push_str(&textwrap::fill(&line.text, options));
            }
        }
        self.gap();
    }

    /// Adds a line that is never broken, as is fit for what people copy.
    pub fn put_whole(&mut self, indent: usize, line: Line) {
        self.text.extend([" ".repeat(indent).as_str(), &line.text]);
        self.gap();
    }

    /// The whole text.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// The text with everything in it shown that would steer a terminal or turn the direction of writing.
pub fn safe(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let show = |character: char| match character {
        '\n' | '\r' | '\t' => " ".to_owned(),
        _ if steers(character) => character.escape_unicode().to_string(),
        _ => character.to_string(),
    };
    Cow::Owned(text.chars().map(show).collect())
}

fn steers(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_goes_on_below_its_first_letter() {
        let mut page = Page::new(Some(30));
        page.row("source", Line::new("The booklet of the programme, page 3"));
        page.put(2, Line::new("a-word-that-is-longer-than-the-page is left whole"));
        let expected = "\
\x20 source    The booklet of the
            programme, page 3
  a-word-that-is-longer-than-the-page
  is left whole
";
        assert_eq!(anstream::adapter::strip_str(&page.into_text()).to_string(), expected);
    }

    #[test]
    fn a_wide_letter_takes_two_columns() {
        assert_eq!(Line::new("日本").padded_to(8).plain("x").text, "日本    x");
    }

    #[test]
    fn no_text_can_steer_a_terminal() {
        assert_eq!(
            safe("Red \u{1b}[31m, bell \u{7}, turned \u{202e}"),
            "Red \\u{1b}[31m, bell \\u{7}, turned \\u{202e}"
        );
        assert_eq!(safe("two\nlines"), "two lines");
        assert_eq!(safe("Åse & Дарья"), "Åse & Дарья");
    }
}
