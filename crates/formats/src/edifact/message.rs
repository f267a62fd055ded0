//! One message: checked against its own trailer, and handed to the mapper of its kind.

use super::declaration::Declarations;
use super::envelope::{Interchange, Note};
use super::iftsta::Statuses;
use super::manifest::Manifest;
use super::plain::Plain;
use super::report::Report;
use super::segment::{Segment, Segments, Tokens};
use super::status::Moves;
use super::stow::Stowage;
use super::structure::{Group, Misplaced, Walk};
use super::syntax::Syntax;
use super::travellers::Travellers;
use super::{COMPONENTS_MAX, SEGMENT_BYTES_MAX, tables};
use crate::DIAGNOSTICS_MAX;
use crate::message::ReadMessage;
use tidewaiter_model::diagnostic::{Diagnostic, Severity};
use tidewaiter_model::event::Classifier;
use tidewaiter_model::provenance::ByteSpan;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;

/// A message as the reader gathered it.
pub(crate) struct Whole<'i> {
    pub(crate) bytes: &'i [u8],
    pub(crate) span: ByteSpan,
    pub(crate) segments: u64,
    /// Its number in the interchange, from 1.
    pub(crate) number: u64,
    /// Whether it is held against the structure of its directory.
    pub(crate) strict: bool,
    pub(crate) notes: &'i [Note],
    pub(crate) interchange: &'i Interchange,
    pub(crate) syntax: &'i Syntax,
}

/// Something found in a segment.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) code: &'static str,
    pub(crate) severity: Severity,
    /// Number of the segment in the message.
    segment: usize,
    element: usize,
    /// Where, in the text.
    span: ByteSpan,
    expected: String,
    found: String,
}

/// What was found, up to a limit.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    more: bool,
}

impl Findings {
    fn push(
        &mut self,
        severity: Severity,
        code: &'static str,
        at: (&Segment<'_, '_>, usize, usize),
        expected: impl Into<String>,
    ) {
        let (segment, element, component) = at;
        // Two places stay free: for a refusal that comes late, and for the note that there was more.
        if self.list.len() + 2 >= DIAGNOSTICS_MAX && severity == Severity::Warning {
            self.more = true;
            return;
        }
        if self.list.iter().filter(|finding| finding.severity == Severity::Error).count() + 2
            >= DIAGNOSTICS_MAX / 2
        {
            self.more = true;
            return;
        }
        let span = if element == 0 { segment.whole() } else { segment.span(element, component) };
        let start = span.start as usize;
        let found = segment.text.get(start..start + span.len as usize).unwrap_or_default();
        let found = found.chars().take(tidewaiter_model::diagnostic::FOUND_CHARS_MAX).collect();
        let expected = expected.into();
        self.list.push(Finding { code, severity, segment: segment.number, element, span, expected, found });
    }

    pub(crate) fn warn(
        &mut self,
        code: &'static str,
        at: (&Segment<'_, '_>, usize, usize),
        expected: impl Into<String>,
    ) {
        self.push(Severity::Warning, code, at, expected);
    }

    pub(crate) fn refuse(
        &mut self,
        code: &'static str,
        at: (&Segment<'_, '_>, usize, usize),
        expected: impl Into<String>,
    ) {
        self.push(Severity::Error, code, at, expected);
    }
}

/// Most records that room is made for before they are read.
const ROOM_MAX: usize = 4_096;

/// What a message says of itself, for its mapper.
#[derive(Clone)]
pub(crate) struct Head<'a> {
    pub(crate) kind: &'a str,
    /// Interchange and message reference, which make the numbers of status events.
    pub(crate) reference: String,
    pub(crate) sender: &'a str,
    pub(crate) prepared: Option<UtcTime>,
    /// About how many records the message may make.
    pub(crate) room: usize,
}

/// Makes records of the segments of one message, UNH and UNT not among them.
pub(crate) trait Mapper<'a> {
    /// Takes the next segment.
    fn segment(&mut self, segment: &Segment<'_, 'a>, findings: &mut Findings);
    /// Ends the message.
    fn finish(self: Box<Self>, findings: &mut Findings) -> Vec<Record<'a>>;
}

fn mapper<'a>(head: Head<'a>) -> Option<Box<dyn Mapper<'a> + 'a>> {
    Some(match head.kind {
        "COARRI" | "CODECO" | "COPRAR" => Box::new(Moves::new(head)),
        "IFTSTA" => Box::new(Statuses::new(head)),
        "BAPLIE" => Box::new(Stowage::new(head)),
        "CUSCAR" => Box::new(Manifest::new(head)),
        "CUSREP" => Box::new(Report::new(head)),
        "CUSDEC" => Box::new(Declarations::new(head)),
        "PAXLST" => Box::new(Travellers::new(head)),
        _ => return None,
    })
}

/// Reads a message and hands it on.
pub(crate) fn read_message(whole: &Whole<'_>, sink: &mut dyn FnMut(ReadMessage<'_>)) {
    let plain = Plain::of(whole.bytes, whole.interchange.declared, whole.syntax);
    let mut findings = Findings::default();
    let records = read_segments(whole, &plain.text, &mut findings);
    let mut diagnostics = diagnostics(whole, &plain, findings);
    if whole.strict {
        diagnostics.extend(structure(whole, &plain));
        diagnostics.truncate(DIAGNOSTICS_MAX);
    }
    let refused = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let mut records = records.into_iter();
    let Some(first) = records.next().filter(|_| !refused) else {
        return sink(ReadMessage::refused(whole.span, whole.bytes, or_empty(diagnostics, whole)));
    };
    let event_time = known(&first).or(whole.interchange.prepared);
    sink(ReadMessage {
        span: whole.span,
        bytes: whole.bytes,
        identity: None,
        record: Some(first),
        more: records.collect(),
        received: None,
        event_time,
        diagnostics,
    });
}

/// A message without a record says why.
fn or_empty(mut diagnostics: Vec<Diagnostic>, whole: &Whole<'_>) -> Vec<Diagnostic> {
    if diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error) {
        diagnostics.truncate(DIAGNOSTICS_MAX - 1);
        let at = ByteSpan::new(0, whole.span.len.min(3));
        let expected = "at least one container, consignment, item or person to report";
        diagnostics.push(Diagnostic::error("EDI-NOTHING", at, path(whole, ""), expected, "none"));
    }
    diagnostics
}

/// The `UNH[n]/…` path of a place in a message.
fn path(whole: &Whole<'_>, place: &str) -> String {
    let number = whole.number.max(1);
    if place.is_empty() { format!("UNH[{number}]") } else { format!("UNH[{number}]/{place}") }
}

fn read_segments<'a>(whole: &'a Whole<'_>, text: &'a str, findings: &mut Findings) -> Vec<Record<'a>> {
    let (mut tokens, mut segments) = (Tokens::default(), Segments::new(text));
    let mut mapper = None;
    let mut reference = "";
    while let Some((segment, _)) = segments.next(&mut tokens, whole.syntax) {
        if !sound(&segment, findings) {
            return Vec::new();
        }
        match segment.tag() {
            "UNH" if segment.number == 0 => {
                reference = segment.raw(1, 0);
                mapper = begin(whole, &segment, findings);
                if mapper.is_none() {
                    return Vec::new();
                }
            }
            _ if segment.number == 0 => {
                findings.refuse(
                    "EDI-OUTSIDE",
                    (&segment, 0, 0),
                    "UNH, the header of a message, before this segment",
                );
                return Vec::new();
            }
            "UNT" => trailer(whole, &segment, reference, findings),
            _ => {
                if let Some(mapper) = &mut mapper {
                    mapper.segment(&segment, findings);
                }
            }
        }
    }
    mapper.map_or_else(Vec::new, |mapper| mapper.finish(findings))
}

fn begin<'a>(
    whole: &'a Whole<'_>,
    unh: &Segment<'_, 'a>,
    findings: &mut Findings,
) -> Option<Box<dyn Mapper<'a> + 'a>> {
    let kind = unh.raw(2, 0);
    let head = Head {
        kind,
        reference: format!("{}/{}", whole.interchange.reference, unh.raw(1, 0)),
        sender: &whole.interchange.sender,
        prepared: whole.interchange.prepared,
        room: (whole.bytes.len() / 200).min(ROOM_MAX),
    };
    let found = mapper(head);
    if found.is_none() {
        let expected = if tables::structures(kind).is_some() {
            "a message to take in: this is an answer to one"
        } else {
            "COARRI, CODECO, COPRAR, BAPLIE, IFTSTA, CUSCAR, CUSREP, CUSDEC or PAXLST"
        };
        findings.refuse("EDI-MESSAGE", (unh, 2, 0), expected);
    }
    found
}

/// Whether a segment keeps the limits and has a name.
pub(crate) fn sound(segment: &Segment<'_, '_>, findings: &mut Findings) -> bool {
    let tag = segment.tag().as_bytes();
    let named = tag.len() == 3 && tag.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if !named {
        findings.refuse("EDI-TAG", (segment, 0, 0), "three capital letters that name a segment");
    } else if segment.whole().len > SEGMENT_BYTES_MAX as u64 {
        findings.refuse(
            "EDI-SEGMENT",
            (segment, 0, 0),
            format!("at most {SEGMENT_BYTES_MAX} bytes in one segment"),
        );
    } else if segment.components() > COMPONENTS_MAX {
        findings.refuse(
            "EDI-COMPONENTS",
            (segment, 0, 0),
            format!("at most {COMPONENTS_MAX} components in one segment"),
        );
    } else {
        return true;
    }
    false
}

fn trailer(whole: &Whole<'_>, unt: &Segment<'_, '_>, reference: &str, findings: &mut Findings) {
    if unt.raw(1, 0).trim().parse().ok() != Some(whole.segments) {
        let expected = format!("{}, the number of segments from UNH to UNT", whole.segments);
        findings.warn("EDI-UNT-COUNT", (unt, 1, 0), expected);
    }
    if unt.raw(2, 0) != reference {
        findings.warn("EDI-UNT-REFERENCE", (unt, 2, 0), format!("`{reference}`, as in UNH"));
    }
}

/// When an archive counts the message as known.
fn known(record: &Record<'_>) -> Option<UtcTime> {
    match record {
        Record::Status(event) if event.classifier == Classifier::Actual => Some(event.event_time),
        Record::Status(event) => {
            Some(event.created.map_or(event.event_time, |made| made.min(event.event_time)))
        }
        Record::Stow(position) => position.planned,
        Record::Manifest(consignment) => consignment.issued,
        Record::VesselReport(report) => report.issued,
        Record::Declaration(declaration) => Some(declaration.accepted),
        Record::Traveller(traveller) => traveller.departure,
        Record::EntrySummary(_) => None,
    }
}

/// Everything said of a message, with places in its bytes.
pub(crate) fn diagnostics(whole: &Whole<'_>, plain: &Plain<'_>, findings: Findings) -> Vec<Diagnostic> {
    if findings.list.is_empty()
        && whole.notes.is_empty()
        && plain.charset.is_none()
        && plain.break_at.is_none()
    {
        return Vec::new();
    }
    let len = whole.span.len;
    let mut out = Vec::new();
    for note in whole.notes {
        let front = matches!(note.path, "UNA" | "UNB");
        let at = if front {
            ByteSpan::new(0, len.min(3))
        } else {
            ByteSpan::new(len.saturating_sub(1), len.min(1))
        };
        let mut said = note.at(at);
        if said.path.is_empty() {
            said.path = path(whole, "");
        }
        out.push(said);
    }
    if let Some(charset) = &plain.charset {
        out.push(Diagnostic::warning(
            "EDI-CHARSET",
            charset.at,
            path(whole, ""),
            charset.expected,
            charset.found,
        ));
    }
    if let Some(at) = plain.break_at {
        let expected = "segments without line breaks in them; the breaks were taken out";
        let place = ByteSpan::new(at, 1);
        out.push(Diagnostic::warning("EDI-BREAK", place, path(whole, ""), expected, "a line break"));
    }
    let paths = paths(whole, &plain.text, &findings.list);
    for (finding, place) in findings.list.into_iter().zip(paths) {
        out.push(Diagnostic {
            code: finding.code.to_owned(),
            severity: finding.severity,
            span: plain.original(finding.span),
            path: path(whole, &place),
            expected: finding.expected,
            found: finding.found,
        });
    }
    if findings.more || out.len() > DIAGNOSTICS_MAX {
        // Errors first: what refused the message must not be among what is left out.
        out.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
        out.truncate(DIAGNOSTICS_MAX - 1);
        let whole = ByteSpan::new(0, len);
        out.push(Diagnostic::warning("EDI-MORE", whole, "", "fewer faults", "more faults than are listed"));
    }
    out
}

/// The place of each finding: segment group, segment and element.
fn paths(whole: &Whole<'_>, text: &str, findings: &[Finding]) -> Vec<String> {
    if findings.is_empty() {
        return Vec::new();
    }
    let places = places(whole, text);
    findings
        .iter()
        .map(|finding| {
            let (tag, place) = places.get(finding.segment).cloned().unwrap_or_default();
            match finding.element {
                0 => place,
                element => match tables::element_name(&tag, element) {
                    Some(name) => format!("{place}:{name}"),
                    None => format!("{place}:{element}"),
                },
            }
        })
        .collect()
}

/// Where a message has segments that its directory does not know for it, or lacks what must be there. The order inside
/// a group is each guideline's own and is not held against anybody.
fn structure(whole: &Whole<'_>, plain: &Plain<'_>) -> Vec<Diagnostic> {
    let (mut tokens, mut segments, mut out) = (Tokens::default(), Segments::new(&plain.text), Vec::new());
    let mut listed = Vec::new();
    let mut group = None;
    while let Some((segment, _)) = segments.next(&mut tokens, whole.syntax) {
        if segment.number == 0 {
            group = Group::of(segment.raw(2, 0), segment.raw(2, 2));
        } else if segment.tag() != "UNT" {
            listed.push((segment.tag(), segment.whole()));
        }
    }
    let Some(group) = group else { return out };
    let mut walk = Walk::new(&group);
    for (tag, span) in listed {
        let (place, wrong) = walk.place(tag);
        if wrong == Some(Misplaced::Unknown) {
            let expected = "a segment that the directory has for this message";
            out.push(Diagnostic::warning(
                "EDI-STRUCTURE",
                plain.original(span),
                path(whole, &place),
                expected,
                tag,
            ));
        }
    }
    for (place, what) in walk.finish() {
        let at = ByteSpan::new(0, whole.span.len.min(3));
        let place = path(whole, place.trim_end_matches('/'));
        out.push(Diagnostic::warning(
            "EDI-MISSING",
            at,
            place,
            format!("{what}, which must be there"),
            "none",
        ));
    }
    out
}

/// Tag and path of every segment.
fn places(whole: &Whole<'_>, text: &str) -> Vec<(String, String)> {
    let (mut tokens, mut segments, mut out) = (Tokens::default(), Segments::new(text), Vec::new());
    let mut group = None;
    let mut tags = Vec::new();
    while let Some((segment, _)) = segments.next(&mut tokens, whole.syntax) {
        if segment.number == 0 && segment.tag() == "UNH" {
            group = Group::of(segment.raw(2, 0), segment.raw(2, 2));
        }
        tags.push(segment.tag().to_owned());
    }
    let mut walk = group.as_ref().map(Walk::new);
    for (number, tag) in tags.into_iter().enumerate() {
        let place = match &mut walk {
            _ if number == 0 || tag == "UNT" => tag.clone(),
            Some(walk) => walk.place(&tag).0,
            None => tag.clone(),
        };
        out.push((tag, place));
    }
    out
}
