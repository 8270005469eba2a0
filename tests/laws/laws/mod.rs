//! One law a file.

mod completion;
mod coverage;
mod limits;
mod order;
mod points;
mod session;
mod so_far;
mod total;
