//! Seeded chance. Each part of the world draws from a stream of its own, so that a change in one part does not
//! shuffle the others.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// A stream of chance.
#[derive(Debug, Clone)]
pub(crate) struct Chance(ChaCha8Rng);

/// What a stream is for; part of its seed.
#[derive(Debug, Clone, Copy)]
#[repr(u64)]
pub(crate) enum Stream {
    Fleet = 1,
    Traders = 2,
    Trade = 3,
    Reports = 4,
    Carriage = 5,
    CarriageBoxes = 6,
    CarriageCodes = 7,
    CarriageLanes = 8,
    CarriagePorts = 9,
    CarriageSources = 10,
}

impl Chance {
    pub(crate) fn new(seed: u64, stream: Stream, number: u64) -> Chance {
        let mut key = [0u8; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&(stream as u64).to_le_bytes());
        key[16..24].copy_from_slice(&number.to_le_bytes());
        Chance(ChaCha8Rng::from_seed(key))
    }

    /// Evenly from 0 (included) to 1 (not included).
    pub(crate) fn share(&mut self) -> f64 {
        self.0.random::<f64>()
    }

    pub(crate) fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// Evenly between two numbers.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share()
    }

    /// A whole number below `limit`; 0 when `limit` is 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        if limit == 0 { 0 } else { self.0.random_range(0..limit) }
    }

    /// Close to the standard normal distribution: twelve even numbers added, which is the same on every machine.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }

    /// Roughly standard normal, at a third of the price: four even numbers, none beyond 3.5 either way.
    pub(crate) fn near_normal(&mut self) -> f64 {
        ((0..4).map(|_| self.share()).sum::<f64>() - 2.0) * 3f64.sqrt()
    }

    /// Log-normal with this median and this standard deviation of the logarithm.
    pub(crate) fn log_normal(&mut self, median: f64, sigma: f64) -> f64 {
        median * (sigma * self.normal()).exp()
    }

    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let place = self.below(items.len());
        items.get(place)
    }

    /// The place of one of these weights, by weight; `None` when none is above 0.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let total: f64 = weights.iter().sum();
        if total <= 0.0 {
            return None;
        }
        let mut left = self.share() * total;
        for (place, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 && *weight > 0.0 {
                return Some(place);
            }
        }
        weights.iter().rposition(|weight| *weight > 0.0)
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for place in (1..items.len()).rev() {
            items.swap(place, self.below(place + 1));
        }
    }

    /// Capital letters and digits without those easily mistaken.
    pub(crate) fn code(&mut self, length: usize) -> String {
        const ALPHABET: &[u8; 31] = b"ABCDEFGHJKLMNPQRSTUVWXYZ2345679";
        (0..length).map(|_| char::from(ALPHABET[self.below(ALPHABET.len())])).collect()
    }

    pub(crate) fn digits(&mut self, length: usize) -> String {
        (0..length).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }
}
