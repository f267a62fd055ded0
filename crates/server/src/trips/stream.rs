//! An Arrow IPC stream that must have been written to its end.

use super::Fault;
use arrow_array::RecordBatch;
use arrow_ipc::reader::StreamReader;
use arrow_schema::{ArrowError, SchemaRef};
use std::io::{BufReader, Read};

/// What a writer that has come to its end writes last: a continuation and no length.
const END_MARK: [u8; 8] = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

/// The batches of a stream. After the last one it is checked that the stream has its end mark: without it a stream that
/// was cut between two batches would pass for a shorter one.
pub(super) struct Batches<R: Read> {
    reader: StreamReader<Tail<BufReader<R>>>,
    is_over: bool,
}

impl<R: Read> Batches<R> {
    pub(super) fn new(input: R) -> Result<Batches<R>, Fault> {
        let tail = Tail { input: BufReader::new(input), last: [0; END_MARK.len()] };
        Ok(Batches { reader: StreamReader::try_new(tail, None).map_err(broken)?, is_over: false })
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.reader.schema()
    }
}

impl<R: Read> Iterator for Batches<R> {
    type Item = Result<RecordBatch, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let next = self.reader.next().map(|batch| batch.map_err(broken));
        self.is_over = !matches!(next, Some(Ok(_)));
        if next.is_none() && self.reader.get_ref().last != END_MARK {
            return Some(Err(Fault::Stream("it was cut: the mark of its end is missing".to_owned())));
        }
        next
    }
}

pub(super) fn broken(error: ArrowError) -> Fault {
    Fault::Stream(error.to_string())
}

/// Remembers the last bytes that were read.
struct Tail<R> {
    input: R,
    last: [u8; END_MARK.len()],
}

impl<R: Read> Read for Tail<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let count = self.input.read(out)?;
        let read = out.get(..count).unwrap_or_default();
        let new = read.get(count.saturating_sub(END_MARK.len())..).unwrap_or_default();
        self.last.rotate_left(new.len());
        let from = END_MARK.len() - new.len();
        self.last[from..].copy_from_slice(new);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{ArrayRef, Int64Array};
    use arrow_ipc::writer::StreamWriter;
    use std::sync::Arc;

    /// Bytes of a stream of so many batches, and where each part of it ends.
    fn stream(batches: usize) -> (Vec<u8>, Vec<usize>) {
        let column: ArrayRef = Arc::new(Int64Array::from(vec![-1; 100]));
        let batch = RecordBatch::try_from_iter([("n", column)]).unwrap();
        let mut writer = StreamWriter::try_new(Vec::new(), &batch.schema()).unwrap();
        let mut ends = Vec::new();
        for _ in 0..batches {
            ends.push(writer.get_ref().len());
            writer.write(&batch).unwrap();
        }
        ends.push(writer.get_ref().len());
        writer.finish().unwrap();
        (writer.into_inner().unwrap(), ends)
    }

    fn read(bytes: &[u8]) -> Result<usize, Fault> {
        Batches::new(bytes)?.try_fold(0, |rows, batch| Ok(rows + batch?.num_rows()))
    }

    #[test]
    fn whole_streams_are_read_and_cut_ones_refused() {
        for batches in 0..3 {
            let (bytes, ends) = stream(batches);
            assert_eq!(read(&bytes).unwrap(), 100 * batches);
            // Right after the schema or a batch, and anywhere else.
            for end in ends.into_iter().chain([bytes.len() - 8, bytes.len() - 5, bytes.len() - 1, 10]) {
                assert!(matches!(read(&bytes[..end]), Err(Fault::Stream(_))), "{end} of {}", bytes.len());
            }
        }
    }
}
