//! Prints what an EDIFACT file becomes: `cargo run --example edifact_show -- FILE…`.
#![allow(clippy::print_stdout)]

use tidewaiter_formats::{Detected, Format, Reader};

fn main() -> std::io::Result<()> {
    for name in std::env::args().skip(1) {
        let bytes = std::fs::read(&name)?;
        println!("== {name}");
        let mut reader = Reader::new(&Detected { format: Format::Edifact, mapping: None }, &[], &name);
        reader.read(&bytes, 0, true, &mut |message| {
            println!(
                "{:?} {} records",
                message.span,
                usize::from(message.record.is_some()) + message.more.len()
            );
            for record in message.record.iter().chain(&message.more) {
                println!("  {record:?}");
            }
            for diagnostic in &message.diagnostics {
                println!("  {diagnostic:?}");
            }
        });
    }
    Ok(())
}
