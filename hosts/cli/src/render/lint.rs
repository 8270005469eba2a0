//! The problems of a rulebook, one a line, for people and editors.

use anstyle::Style;
use callcheck::Problem;

use super::counted::counted;
use super::page::{Line, Page};
use super::style::{ADVICE, BROKEN};

/// What a line of `lint` tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The rulebook cannot be used.
    Problem,
    /// It could be better.
    Advice,
}

impl Kind {
    fn word(self) -> (Style, &'static str) {
        match self {
            Kind::Problem => (BROKEN, "problem"),
            Kind::Advice => (ADVICE, "advice"),
        }
    }
}

/// `file:line:column: problem: message`
pub fn line(file: &str, kind: Kind, problem: &Problem) -> String {
    let (style, word) = kind.word();
    let place = Line::new(&format!("{file}:{}:{}: ", problem.line, problem.column));
    let mut page = Page::new(None);
    page.put(0, place.then(style, word).plain(": ").plain(&problem.message));
    page.into_text()
}

/// How much was found in the files that could be read, where any could, and how many could not.
pub fn summary(found: Option<(usize, usize)>, unreadable: usize) -> String {
    let found = found.map(|(problems, advice)| {
        let advice = if advice == 1 { "1 piece of advice".to_owned() } else { format!("{advice} pieces of advice") };
        format!("{}, {advice}", counted(problems as i128, "problem"))
    });
    let unread = (unreadable > 0).then(|| format!("{} could not be read", counted(unreadable as i128, "file")));
    format!("{}.\n", [found, unread].into_iter().flatten().collect::<Vec<_>>().join("; "))
}
