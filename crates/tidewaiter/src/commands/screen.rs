//! `tidewaiter screen`

use crate::arguments::{Place, ScreenArguments};
use crate::output::{Answer, Ending, stream};
use anyhow::Context;
use std::fmt::Write;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use tidewaiter_server::Error;
use tidewaiter_server::screen::{
    ScreenOptions, ScreenReason, Screened, ScreenedPair, compare_pairs, kind_of, read_list,
};
use tidewaiter_server::words::{Words, printable};

/// Bytes of answers that are gathered before they are written.
const GATHERED_BYTES_MAX: usize = 64 << 10;

pub(super) fn run(place: &Place, arguments: &ScreenArguments) -> anyhow::Result<Answer> {
    let words = place.words()?;
    if let Some(pairs) = &arguments.pairs {
        return run_pairs(pairs, arguments, &words);
    }
    let kind = arguments.kind.as_deref().map_or_else(Default::default, kind_of);
    let options = ScreenOptions { kind, threshold: arguments.threshold, top: arguments.top };
    let list = arguments.list.as_deref().context("name the list with --list FILE")?;
    let list = read_list(list)?;
    let mut writer = Writer::default();
    let mut tell = |screened: Screened| {
        let text = if arguments.jsonl { line(&screened) } else { screened_text(&screened, &words) };
        writer.put(&text, !screened.matches.is_empty())
    };
    match (&arguments.name, &arguments.queries) {
        (Some(name), _) => drop(tell(list.screen(name, &options))),
        (None, Some(queries)) => {
            let name = queries.display().to_string();
            list.screen_all(&mut open(queries)?, &name, &options, &mut tell)?;
        }
        (None, None) => anyhow::bail!("name somebody, or a file with --queries"),
    }
    writer.end()
}

fn run_pairs(pairs: &Path, arguments: &ScreenArguments, words: &Words) -> anyhow::Result<Answer> {
    let mut writer = Writer::default();
    let name = pairs.display().to_string();
    compare_pairs(open(pairs)?, &name, arguments.threshold, &mut |pair| {
        let text = if arguments.jsonl { line(&pair) } else { pair_text(&pair, words) };
        writer.put(&text, pair.is_match)
    })?;
    writer.end()
}

fn open(path: &Path) -> Result<Box<dyn BufRead>, Error> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin().lock())));
    }
    let file = File::open(path);
    let file = file.map_err(|source| Error::File { path: path.display().to_string(), source })?;
    let file: Box<dyn Read> = Box::new(file);
    Ok(Box::new(BufReader::new(file)))
}

/// Writes answers as they come: there may be millions.
#[derive(Default)]
struct Writer {
    gathered: String,
    found: bool,
    broken: Option<io::Error>,
}

impl Writer {
    /// `false` when nobody reads on.
    fn put(&mut self, text: &str, found: bool) -> bool {
        self.found |= found;
        self.gathered.push_str(text);
        self.gathered.len() < GATHERED_BYTES_MAX || self.flush()
    }

    fn flush(&mut self) -> bool {
        let written = stream(&self.gathered);
        self.gathered.clear();
        written.unwrap_or_else(|error| {
            self.broken = Some(error);
            false
        })
    }

    /// Somebody found is an answer like any other; nobody found at all is a negative one.
    fn end(mut self) -> anyhow::Result<Answer> {
        self.flush();
        match self.broken {
            Some(error) => Err(error).context("cannot write to standard output"),
            None => {
                Ok(Answer::text(String::new()).ending(if self.found { Ending::Done } else { Ending::No }))
            }
        }
    }
}

fn line(document: &impl serde::Serialize) -> String {
    serde_json::to_string(document).map_or_else(|error| error.to_string(), |line| line + "\n")
}

fn screened_text(screened: &Screened, words: &Words) -> String {
    let mut out = String::new();
    if screened.matches.is_empty() {
        let _ =
            writeln!(out, "{}", words.say("screen-none", &[("query", printable(&screened.query).into())]));
    }
    for found in &screened.matches {
        let arguments = [
            ("score", format!("{:.2}", found.score).into()),
            ("name", printable(&found.name).into()),
            ("id", printable(&found.id).into()),
        ];
        let _ = writeln!(out, "{}", words.say("screen-match", &arguments));
        reasons(&found.reasons, words, &mut out);
    }
    out
}

fn pair_text(pair: &ScreenedPair, words: &Words) -> String {
    let arguments = [
        ("score", format!("{:.2}", pair.score).into()),
        ("left", printable(&pair.left).into()),
        ("right", printable(&pair.right).into()),
    ];
    let mut out = words.say("screen-pair", &arguments) + "\n";
    reasons(&pair.reasons, words, &mut out);
    out
}

fn reasons(reasons: &[ScreenReason], words: &Words, out: &mut String) {
    for reason in reasons {
        let key = format!("screen-{}", reason.code.replace('_', "-"));
        let shown = |text: &Option<String>| printable(text.as_deref().unwrap_or_default());
        let arguments = [("query", shown(&reason.query).into()), ("listed", shown(&reason.listed).into())];
        let _ = writeln!(out, "      {}", words.say(&key, &arguments));
    }
}
