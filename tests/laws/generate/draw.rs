//! Draws from a seed: the same seed gives the same case on every machine.

use fastrand::Rng;

pub struct Draw(Rng);

impl Draw {
    pub fn new(seed: u64) -> Draw {
        Draw(Rng::with_seed(seed))
    }

    /// True in so many draws of a hundred.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.0.u32(..100) < percent
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end)
    }

    pub fn between(&mut self, least: usize, most: usize) -> usize {
        self.0.usize(least..=most)
    }

    /// One of the items; one that stands twice is drawn twice as often.
    pub fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        let index = self.below(items.len());
        items[index].clone()
    }

    /// So many of the items, as far as there are so many, in any order.
    pub fn some<T: Clone>(&mut self, items: &[T], least: usize, most: usize) -> Vec<T> {
        let most = most.min(items.len());
        let count = self.between(least.min(most), most);
        self.shuffled(items).into_iter().take(count).collect()
    }

    pub fn shuffled<T: Clone>(&mut self, items: &[T]) -> Vec<T> {
        let mut items = items.to_vec();
        self.0.shuffle(&mut items);
        items
    }
}
