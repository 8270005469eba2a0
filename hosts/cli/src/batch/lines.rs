//! The input in pieces of whole lines.

use std::io::{self, ErrorKind, Read};

use memchr::{memchr, memchr_iter, memrchr};

/// The longest line that is held in memory; a full list of partners takes a fraction of it.
pub const LONGEST_LINE: usize = 64 << 20;
/// How much is read at a time.
const READ: usize = 128 << 10;

/// A part of the input.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Whole lines, the number of the first, from 1, and their bytes.
    Lines { first: usize, bytes: Vec<u8> },
    /// A line that is longer than any line may be.
    TooLong { line: usize },
}

/// Cuts what a reader gives into pieces, each as soon as it is there.
pub struct Pieces<R> {
    reader: R,
    buffer: Box<[u8]>,
    /// The beginning of a line whose end is still to come.
    begun: Vec<u8>,
    /// The number of that line.
    line: usize,
    /// Whether the rest of that line is to be passed over.
    passing_over: bool,
    longest: usize,
}

impl<R: Read> Pieces<R> {
    /// Begins with line 1.
    pub fn new(reader: R) -> Pieces<R> {
        Pieces::with_longest(reader, READ, LONGEST_LINE)
    }

    fn with_longest(reader: R, read: usize, longest: usize) -> Pieces<R> {
        Pieces { reader, buffer: vec![0; read].into(), begun: Vec::new(), line: 1, passing_over: false, longest }
    }

    fn read(&mut self) -> io::Result<usize> {
        loop {
            match self.reader.read(&mut self.buffer) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => return read,
            }
        }
    }

    /// The piece that ends with these bytes of the buffer, if a line ends in them.
    fn cut(&mut self, length: usize) -> Option<Piece> {
        let mut bytes = &self.buffer[..length];
        if self.passing_over {
            let newline = memchr(b'\n', bytes)?;
            bytes = &bytes[newline + 1..];
            self.passing_over = false;
            self.line += 1;
        }
        let Some(newline) = memrchr(b'\n', bytes) else {
            self.begun.extend_from_slice(bytes);
            return self.too_long();
        };
        let (whole, begun) = bytes.split_at(newline + 1);
        let mut lines = std::mem::replace(&mut self.begun, begun.to_vec());
        lines.extend_from_slice(whole);
        let first = self.line;
        self.line += memchr_iter(b'\n', &lines).count();
        Some(Piece::Lines { first, bytes: lines })
    }

    fn too_long(&mut self) -> Option<Piece> {
        if self.begun.len() <= self.longest {
            return None;
        }
        self.begun = Vec::new();
        self.passing_over = true;
        Some(Piece::TooLong { line: self.line })
    }

    /// The last line, which no line end follows.
    fn last(&mut self) -> Option<Piece> {
        let bytes = std::mem::take(&mut self.begun);
        (!bytes.is_empty()).then_some(Piece::Lines { first: self.line, bytes })
    }
}

impl<R: Read> Iterator for Pieces<R> {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<io::Result<Piece>> {
        loop {
            match self.read() {
                Ok(0) => return self.last().map(Ok),
                Ok(length) => {
                    if let Some(piece) = self.cut(length) {
                        return Some(Ok(piece));
                    }
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, read: usize, longest: usize) -> Vec<Piece> {
        Pieces::with_longest(text.as_bytes(), read, longest).map(|piece| piece.expect("memory can be read")).collect()
    }

    /// The lines with their numbers, however they were cut.
    fn lines(text: &str, read: usize, longest: usize) -> Vec<(usize, Option<String>)> {
        let mut lines = Vec::new();
        for piece in pieces(text, read, longest) {
            match piece {
                Piece::TooLong { line } => lines.push((line, None)),
                Piece::Lines { first, bytes } => {
                    let text = String::from_utf8(bytes).expect("the text was UTF-8");
                    lines.extend(text.lines().enumerate().map(|(index, line)| (first + index, Some(line.to_owned()))));
                }
            }
        }
        lines
    }

    #[test]
    fn however_it_is_read_the_lines_are_the_same() {
        let text = "one\n\nthree, longer\r\nfour\n\n\nseven";
        let expected: Vec<_> =
            text.lines().enumerate().map(|(index, line)| (index + 1, Some(line.to_owned()))).collect();
        for read in 1..=text.len() + 1 {
            assert_eq!(lines(text, read, 100), expected, "{read} bytes at a time");
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let text = format!("one\n{}\nthree\n{}", "2".repeat(50), "4".repeat(50));
        for read in 1..10 {
            let said = lines(&text, read, 20);
            assert_eq!(said, [(1, Some("one".into())), (2, None), (3, Some("three".into())), (4, None)], "{read}");
        }
    }

    #[test]
    fn nothing_has_no_pieces() {
        assert_eq!(pieces("", 8, 8), []);
        assert_eq!(pieces("\n", 8, 8), [Piece::Lines { first: 1, bytes: b"\n".to_vec() }]);
    }
}
