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
use crate::input::Source;
use crate::output;
use crate::render;
use judge::{Answers, Judge};
use pipeline::Answered;
use progress::Progress;

/// Judges every line and writes one line for each.
pub fn run(args: &BatchArgs) -> Result<ExitCode, Failure> {
    let (rulebook, options) = args.judge.load()?;
    let input = args.input.open()?;
    let progress = Progress::new(input.size);
    let answered = pipeline::start(
        input.reader,
        Judge { rulebook, options },
        threads(args.threads),
    );
    let mut tally = Tally::default();
    let ended = write_all(&answered, &mut tally, &progress);
    progress.clear();
    match ended {
        Ok(()) => Ok(tally.conclude()),
        Err(Stop::ReaderGone) => Ok(ExitCode::SUCCESS),
        Err(stop) => Err(stop.failure(&args.input)),
    }
}

fn threads(asked_for: Option<NonZeroUsize>) -> NonZeroUsize {
    asked_for
        .or_else(|| thread::available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN)
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
        output::remark(&render::complaint(&match self.unreadable {
            1 => format!("Line {first} could not be read. The output has the reason in its place."),
            several => format!(
                "{several} lines could not be read, the first is line {first}. The output has the reasons in their place."
            ),
        }));
        ExitCode::from(UNREADABLE)
    }
}

/// Why the batch ended before its input did.
enum Stop {
    /// Nobody reads the output any more.
    ReaderGone,
    Unwritable(io::Error),
    Unreadable(io::Error),
    /// A worker died, which is a defect of callcheck.
    WorkerGone,
}

impl Stop {
    fn writing(error: io::Error) -> Stop {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Stop::ReaderGone
        } else {
            Stop::Unwritable(error)
        }
    }

    fn failure(&self, input: &Source) -> Failure {
        match self {
            Stop::Unreadable(error) => input.unreadable(error),
            Stop::Unwritable(error) => Failure::unwritable(error),
            Stop::ReaderGone | Stop::WorkerGone => Failure::sentence(
                "The batch broke off because of a defect in callcheck. Report it with the input line.",
            ),
        }
    }
}

fn write_all(
    answered: &Receiver<Receiver<Answered>>,
    tally: &mut Tally,
    progress: &Progress,
) -> Result<(), Stop> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    while let Some(next) = next(answered, &mut out, progress)? {
        let answers = next
            .recv()
            .map_err(|_| Stop::WorkerGone)?
            .map_err(Stop::Unreadable)?;
        progress
            .around(|| out.write_all(&answers.text))
            .map_err(Stop::writing)?;
        tally.add(&answers);
        progress.show(tally.bytes, tally.judged, tally.unreadable);
    }
    progress.around(|| out.flush()).map_err(Stop::writing)
}

/// The next answers in order. Before it waits for them, all that is known goes out: the input may be slow.
fn next(
    answered: &Receiver<Receiver<Answered>>,
    out: &mut impl Write,
    progress: &Progress,
) -> Result<Option<Receiver<Answered>>, Stop> {
    if answered.is_empty() {
        progress.around(|| out.flush()).map_err(Stop::writing)?;
    }
    Ok(answered.recv().ok())
}
