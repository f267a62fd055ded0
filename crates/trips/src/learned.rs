//! What a first pass over containers learned and every kernel reads.

/// Small tables learned from many containers. The default knows nothing.
#[derive(Debug, Clone, Default)]
pub struct Learned {}
