//! The threads, and the bounded queues between them.

use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

use super::judge::{Answers, Judge};
use super::lines::{Piece, Pieces};

/// How many pieces may be on their way for each worker: enough that none waits, few enough to stay small.
const PIECES_A_WORKER: usize = 4;

/// The answers to a piece; an error where the input could not be read on.
pub type Answered = io::Result<Answers>;

/// A piece, and where its answers go.
struct Job {
    piece: Piece,
    answer_to: Sender<Answered>,
}

/// Starts to read and to judge. The answers come in the order of the input, each through a queue of its own:
/// whoever takes them in order waits for the right one, and the outer queue's bound holds for all that is on its way.
///
/// The threads are left to themselves: where the answers are no longer taken, the reader may wait for input forever.
pub fn start(
    reader: impl Read + Send + 'static,
    judge: Judge,
    threads: NonZeroUsize,
) -> Receiver<Receiver<Answered>> {
    let bound = threads.get().saturating_mul(PIECES_A_WORKER);
    let (ordered, answered) = bounded(bound);
    let (work, jobs) = bounded::<Job>(bound);
    thread::spawn(move || read(reader, &ordered, &work));
    let judge = Arc::new(judge);
    for _ in 0..threads.get() {
        let (judge, jobs) = (judge.clone(), jobs.clone());
        thread::spawn(move || work_off(&judge, &jobs));
    }
    answered
}

fn read(reader: impl Read, ordered: &Sender<Receiver<Answered>>, work: &Sender<Job>) {
    for piece in Pieces::new(reader) {
        let (answer_to, answer) = bounded(1);
        if ordered.send(answer).is_err() {
            return;
        }
        match piece {
            Ok(piece) => {
                if work.send(Job { piece, answer_to }).is_err() {
                    return;
                }
            }
            Err(error) => {
                // Who takes the answers in order learns of it in its turn, or is gone.
                let _ = answer_to.send(Err(error));
                return;
            }
        }
    }
}

fn work_off(judge: &Judge, jobs: &Receiver<Job>) {
    for Job { piece, answer_to } in jobs {
        // Nobody may wait for the answers any more; then the next job does not come.
        let _ = answer_to.send(Ok(judge.answer(&piece)));
    }
}
