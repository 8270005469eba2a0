//! `callcheck batch`: many proposals, one a line, in constant memory, on all cores, in order.
//!
//! One thread reads pieces of whole lines, workers judge them, and the main thread writes the answers in the order
//! of the input. Every queue between them is bounded, so a slow reader of the output slows the input down.

mod judge;
mod lines;
mod pipeline;
mod progress;

use std::io::{self, BufWriter, Write};
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::thread;

use crossbeam_channel::Receiver;

use crate::args::BatchArgs;
use crate::failure::{Failure, UNREADABLE};
use crate::output;
use judge::{Answers, Judge};
use pipeline::Answered;
use progress::Progress;

/// Judges every line and writes one line for each.
pub fn run(args: &BatchArgs) -> Result<ExitCode, Failure> {
    let (rulebook, options) = args.judge.load()?;
    let input = args.input.open()?;
    let progress = Progress::new(input.size);
    let judge = Judge { rulebook, options };
    let answered = pipeline::start(input, judge, threads(args.threads))?;
    let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let progress = &progress;
    let ended = Output { out, progress }.write_all(&answered);
    progress.clear();
    match ended {
        Ok(tally) => Ok(tally.conclude()),
        Err(Stop::ReaderGone) => Ok(ExitCode::SUCCESS),
        Err(Stop::Failed(failure)) => Err(failure),
    }
}

fn threads(asked_for: Option<NonZeroUsize>) -> NonZeroUsize {
    asked_for.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
}

/// What was answered so far.
#[derive(Debug, Default)]
struct Tally {
    bytes: u64,
    judged: u64,
    unreadable: u64,
    first_unreadable: Option<usize>,
}

impl Tally {
    fn add(&mut self, answers: &Answers) {
        self.bytes += answers.bytes;
        self.judged += answers.judged;
        self.unreadable += answers.unreadable;
        self.first_unreadable = self.first_unreadable.or(answers.first_unreadable);
    }

    /// Tells of the lines that could not be read, and gives the exit code.
    fn conclude(&self) -> ExitCode {
        let Some(first) = self.first_unreadable else {
            return ExitCode::SUCCESS;
        };
        let told = match self.unreadable {
            1 => format!("Line {first} could not be read. The output has the reason in its place."),
            several => format!(
                "{several} lines could not be read, the first is line {first}. The output has the reasons in their place."
            ),
        };
        // That is what an indented proposal comes to, though some lines of it may be objects of their own.
        let hint = if self.judged < self.unreadable { " Each proposal stands on one line, in UTF-8." } else { "" };
        output::warn(&format!("{told}{hint}"));
        ExitCode::from(UNREADABLE)
    }
}

/// Why the batch ended before its input did.
enum Stop {
    /// Nobody reads the output any more.
    ReaderGone,
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Stop {
        Stop::Failed(failure)
    }
}

impl From<io::Error> for Stop {
    /// Of writing; that the input cannot be read on comes as an answer.
    fn from(error: io::Error) -> Stop {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Stop::ReaderGone,
            _ => Stop::Failed(Failure::unwritable(&error)),
        }
    }
}

/// Where the answers go to.
struct Output<'a, W: Write> {
    out: W,
    progress: &'a Progress,
}

impl<W: Write> Output<'_, W> {
    fn write_all(&mut self, answered: &Receiver<Receiver<Answered>>) -> Result<Tally, Stop> {
        let mut tally = Tally::default();
        while let Some(next) = self.wait_for(answered)? {
            let answers = self.wait_for(&next)?.ok_or_else(defect)??;
            self.progress.around(|| self.out.write_all(&answers.text))?;
            tally.add(&answers);
            self.progress.show(tally.bytes, tally.judged, tally.unreadable);
        }
        self.flush()?;
        Ok(tally)
    }

    /// The next of a queue. Before it waits, all that is known goes out: the input may be slow.
    fn wait_for<T>(&mut self, queue: &Receiver<T>) -> io::Result<Option<T>> {
        if queue.is_empty() {
            self.flush()?;
        }
        Ok(queue.recv().ok())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.progress.around(|| self.out.flush())
    }
}

/// A worker died without an answer.
fn defect() -> Failure {
    Failure::sentence("The batch broke off because of a defect in callcheck. Report it with the line that comes next.")
}
