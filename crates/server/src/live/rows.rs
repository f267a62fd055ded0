//! The rows of a snapshot in order of id, in chunks that snapshots of neighbouring moments share: one row changes without
//! copying or touching the others.

use super::row::Row;
use rayon::prelude::*;
use std::sync::Arc;

/// Rows in a chunk.
const CHUNK: usize = 64;

/// Rows in order of id. Cheap to clone.
#[derive(Clone, Default)]
pub struct Rows {
    /// Each full, save the last.
    chunks: Vec<Arc<Vec<Arc<Row>>>>,
    len: usize,
}

impl Rows {
    /// Takes rows in order of id.
    pub(super) fn new(rows: Vec<Arc<Row>>) -> Rows {
        let len = rows.len();
        let chunks = rows.chunks(CHUNK).map(|chunk| Arc::new(chunk.to_vec())).collect();
        Rows { chunks, len }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// A row by its place.
    pub fn get(&self, at: usize) -> Option<&Arc<Row>> {
        self.chunks.get(at / CHUNK)?.get(at % CHUNK)
    }

    /// Puts a row in the place of another of the same id.
    pub(super) fn put(&mut self, at: usize, row: Arc<Row>) {
        let chunk = self.chunks.get_mut(at / CHUNK).map(Arc::make_mut);
        if let Some(slot) = chunk.and_then(|chunk| chunk.get_mut(at % CHUNK)) {
            *slot = row;
        }
    }

    /// Every row, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Row>> + Clone {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// Every row with its place, by several threads; collected, they stand in order.
    pub fn par_numbered(&self) -> impl ParallelIterator<Item = (u32, &Arc<Row>)> {
        self.chunks.par_iter().enumerate().flat_map_iter(|(number, chunk)| {
            let first = u32::try_from(number * CHUNK).unwrap_or(u32::MAX);
            (first..).zip(chunk.iter())
        })
    }

    /// The place of a consignment.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        let begins_before =
            |chunk: &Arc<Vec<Arc<Row>>>| chunk.first().is_some_and(|row| row.id.as_ref() <= id);
        let number = self.chunks.partition_point(begins_before).checked_sub(1)?;
        let at = self.chunks.get(number)?.binary_search_by(|row| row.id.as_ref().cmp(id)).ok()?;
        Some(number * CHUNK + at)
    }
}
