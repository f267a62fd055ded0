//! Posting messages over connections that stay open, from bodies made before the clock starts.

use crate::world;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// What is sent, and how.
pub(crate) struct Plan {
    /// Host and port.
    pub(crate) address: String,
    pub(crate) messages: u64,
    pub(crate) containers: u64,
    /// The first report of each container that the store does not hold.
    pub(crate) first_report: u64,
    pub(crate) connections: u64,
    /// Files in a bulk request; 0 posts one file a request.
    pub(crate) items: u64,
    /// Messages in a file.
    pub(crate) rows: u64,
}

impl Plan {
    fn per_request(&self) -> u64 {
        self.items.max(1) * self.rows
    }

    /// The request of these messages, head and body. Neighbours in time are of containers far apart.
    fn request(&self, from: u64, until: u64) -> Vec<u8> {
        let rows = |out: &mut String, from: u64| {
            for number in from..(from + self.rows).min(until) {
                let container = number.wrapping_mul(7_919) % self.containers;
                world::row(out, container, self.first_report + number / self.containers);
            }
        };
        let mut body = String::new();
        if self.items == 0 {
            body.push_str(world::HEADER);
            rows(&mut body, from);
        } else {
            let header = world::HEADER.replace('\n', "\\n");
            let mut text = String::new();
            for item in (from..until).step_by(self.rows as usize) {
                text.clear();
                rows(&mut text, item);
                let before = if item == from { "{\"items\":[" } else { "," };
                let text = text.replace('\n', "\\n");
                body.push_str(&format!("{before}{{\"name\":\"m\",\"text\":\"{header}{text}\"}}"));
            }
            body.push_str("]}");
        }
        let (path, kind) = if self.items == 0 {
            ("messages?name=m", "application/octet-stream")
        } else {
            ("messages/bulk", "application/json")
        };
        let head = format!(
            "POST /api/v1/{path} HTTP/1.1\r\nHost: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            self.address,
            body.len()
        );
        [head.into_bytes(), body.into_bytes()].concat()
    }
}

/// Sends everything, prints what was acknowledged, a line as each second ends, and how fast.
pub(crate) fn run(plan: &Plan) -> std::io::Result<()> {
    let per_request = plan.per_request();
    let starts: Vec<u64> = (0..plan.messages).step_by(per_request as usize).collect();
    let requests: Vec<Vec<u8>> =
        starts.iter().map(|from| plan.request(*from, (from + per_request).min(plan.messages))).collect();
    let (next, accepted) = (AtomicU64::new(0), AtomicU64::new(0));
    let begun = Instant::now();
    let ended = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..plan.connections)
            .map(|_| scope.spawn(|| connection(plan, &requests, &next, &accepted)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Err(std::io::Error::other("panic"))))
            .collect::<Vec<_>>()
    });
    let seconds = begun.elapsed().as_secs_f64();
    let accepted = accepted.load(Ordering::SeqCst);
    println!("acknowledged {accepted} seconds {seconds:.3} per_second {:.0}", accepted as f64 / seconds);
    ended.into_iter().collect()
}

fn connection(
    plan: &Plan,
    requests: &[Vec<u8>],
    next: &AtomicU64,
    accepted: &AtomicU64,
) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(&plan.address)?;
    stream.set_nodelay(true)?;
    let mut answer = Vec::new();
    while let Some(request) = requests.get(next.fetch_add(1, Ordering::SeqCst) as usize) {
        stream.write_all(request)?;
        read_answer(&mut stream, &mut answer)?;
        // Items come first in the answer, the sums last.
        let text = String::from_utf8_lossy(&answer);
        let count = text.rsplit("\"accepted\":").next().and_then(|rest| {
            rest.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse::<u64>().ok())
        });
        let Some(count) = count.filter(|_| text.starts_with("HTTP/1.1 200")) else {
            return Err(std::io::Error::other(text.chars().take(400).collect::<String>()));
        };
        accepted.fetch_add(count, Ordering::SeqCst);
    }
    Ok(())
}

/// Reads one answer, which says its length or comes in chunks.
fn read_answer(stream: &mut TcpStream, answer: &mut Vec<u8>) -> std::io::Result<()> {
    answer.clear();
    let mut buffer = [0; 1 << 16];
    let mut whole = None;
    loop {
        let got = stream.read(&mut buffer)?;
        if got == 0 {
            return Err(std::io::Error::other("the server hung up"));
        }
        answer.extend_from_slice(buffer.get(..got).unwrap_or_default());
        if whole.is_none()
            && let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n")
        {
            let text = String::from_utf8_lossy(answer.get(..head).unwrap_or_default()).to_lowercase();
            let length = text.split("content-length: ").nth(1).and_then(|rest| rest.split('\r').next());
            whole =
                length.and_then(|length| length.trim().parse::<usize>().ok()).map(|length| head + 4 + length);
        }
        if whole.map_or_else(|| answer.ends_with(b"\r\n0\r\n\r\n"), |whole| answer.len() >= whole) {
            return Ok(());
        }
    }
}
