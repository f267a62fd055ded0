//! CUSREP: what a vessel reports of its call.

use super::message::{Findings, Head, Mapper};
use super::segment::Segment;
use super::status::{number, vessel};
use super::time::moment;
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;
use tidewaiter_model::vessel_report::{VesselCall, VesselReport};

/// The mapper: one report a message.
pub(crate) struct Report {
    report: VesselReport,
    begun: bool,
}

impl Report {
    pub(crate) fn new(head: Head<'_>) -> Report {
        let report =
            VesselReport { sender: head.sender.to_owned(), issued: head.prepared, ..VesselReport::default() };
        Report { report, begun: false }
    }

    fn date(&mut self, qualifier: &str, time: Option<UtcTime>) {
        let Some(time) = time else { return };
        let call = self.report.calls.last_mut();
        match (qualifier, call) {
            ("137", _) => self.report.issued = Some(time),
            ("132" | "178" | "232", Some(call)) => call.arrival = Some(time),
            ("133" | "186" | "136", Some(call)) => call.departure = Some(time),
            _ => {}
        }
    }
}

impl<'a> Mapper<'a> for Report {
    fn segment(&mut self, segment: &Segment<'_, 'a>, findings: &mut Findings) {
        match segment.tag() {
            "BGM" => {
                self.begun = true;
                self.report.kind = segment.owned(1, 0);
                self.report.report = segment.owned(2, 0);
                self.report.function = segment.owned(3, 0);
            }
            "TDT" if segment.raw(1, 0) == "20" || self.report.voyage.is_none() => {
                self.report.vessel = vessel(segment);
                self.report.voyage = segment.owned(2, 0);
                self.report.carrier = segment.owned(5, 0);
            }
            "LOC" => {
                if let Some(place) = segment.owned(2, 0) {
                    let role = segment.raw(1, 0).to_owned();
                    self.report.calls.push(VesselCall { role, place, ..VesselCall::default() });
                }
            }
            "DTM" => {
                let time = moment(segment.raw(1, 1), segment.raw(1, 2)).map(|moment| moment.time);
                if time.is_none() && !segment.raw(1, 1).is_empty() {
                    findings.warn(
                        "EDI-TIME",
                        (segment, 1, 1),
                        "a date and time that exists, in the format given",
                    );
                }
                self.date(segment.raw(1, 0), time);
            }
            "QTY" => {
                if let Some(count) = number(segment.raw(1, 1)) {
                    self.report.quantities.push((segment.raw(1, 0).to_owned(), count));
                }
            }
            "MEA" => {
                let kind = if segment.raw(2, 0).is_empty() { segment.raw(1, 0) } else { segment.raw(2, 0) };
                if let Some(value) = number(segment.raw(3, 1)) {
                    self.report.measures.push((kind.to_owned(), value, segment.raw(3, 0).to_owned()));
                }
            }
            _ => {}
        }
    }

    fn finish(self: Box<Self>, _findings: &mut Findings) -> Vec<Record<'a>> {
        if self.begun { vec![Record::VesselReport(Box::new(self.report))] } else { Vec::new() }
    }
}
