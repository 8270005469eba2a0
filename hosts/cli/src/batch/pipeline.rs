//! The threads, and the bounded queues between them.

use std::io;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

use crate::failure::Failure;
use crate::input::{Opened, Source};

use super::judge::{Answers, Judge};
use super::lines::{Piece, Pieces};

/// How many pieces may be on their way for each worker: enough that none waits, few enough to stay small.
const PIECES_A_WORKER: usize = 4;

/// The answers to a piece; an error where the input could not be read on.
pub type Answered = Result<Answers, Failure>;

/// A piece, and where its answers go.
struct Job {
    piece: Piece,
    answer_to: Sender<Answered>,
}

/// Starts to read and to judge. The answers come in the order of the input, each through a queue of its own:
/// whoever takes them in order waits for the right one, and the outer queue's bound holds for all that is on its way.
///
/// The threads are left to themselves: where the answers are no longer taken, the reader may wait for input forever.
pub fn start(input: Opened, judge: Judge, threads: NonZeroUsize) -> Result<Receiver<Receiver<Answered>>, Failure> {
    let bound = threads.get().saturating_mul(PIECES_A_WORKER);
    let (ordered, answered) = bounded(bound);
    let (work, jobs) = bounded::<Job>(bound);
    let judge = Arc::new(judge);
    for _ in 0..threads.get() {
        let (judge, jobs) = (judge.clone(), jobs.clone());
        spawn(move || work_off(&judge, &jobs))?;
    }
    spawn(move || read(input, &ordered, &work))?;
    Ok(answered)
}

fn spawn(task: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
    let too_many = |error| format!("A thread cannot be started: {error}. Ask for fewer with --threads.");
    let started = thread::Builder::new().spawn(task);
    started.map(drop).map_err(|error| Failure::sentence(too_many(error)))
}

/// Reads pieces and hands them out, until the input ends or nobody takes the answers any more.
fn read(input: Opened, ordered: &Sender<Receiver<Answered>>, work: &Sender<Job>) {
    for piece in Pieces::new(input.reader) {
        let (answer_to, answer) = bounded(1);
        let is_awaited = ordered.send(answer).is_ok();
        let goes_on = is_awaited && hand_out(piece, answer_to, work, &input.source);
        if !goes_on {
            return;
        }
    }
}

/// Whether there is more to read and somebody to work it off.
fn hand_out(piece: io::Result<Piece>, answer_to: Sender<Answered>, work: &Sender<Job>, source: &Source) -> bool {
    match piece {
        Ok(piece) => work.send(Job { piece, answer_to }).is_ok(),
        Err(error) => {
            // Who takes the answers in order learns of it in its turn, or is gone.
            let _ = answer_to.send(Err(source.unreadable(&error)));
            false
        }
    }
}

fn work_off(judge: &Judge, jobs: &Receiver<Job>) {
    for Job { piece, answer_to } in jobs {
        // Nobody may wait for the answers any more; then the next job does not come.
        let _ = answer_to.send(Ok(judge.answer(&piece)));
    }
}
