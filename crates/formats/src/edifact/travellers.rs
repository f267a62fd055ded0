//! PAXLST: passengers and crew.

use super::message::{Findings, Head, Mapper};
use super::segment::Segment;
use super::time::{date, moment};
use tidewaiter_model::record::Record;
use tidewaiter_model::time::UtcTime;
use tidewaiter_model::traveller::{TravelDocument, Traveller};

/// The mapper. A person begins with a NAD behind the transport.
pub(crate) struct Travellers {
    common: Traveller,
    /// When the list was made: nobody on it was born later.
    prepared: Option<UtcTime>,
    in_transport: bool,
    /// The place of the transport that a DTM belongs to.
    departing: Option<bool>,
    current: Option<Traveller>,
    people: Vec<Traveller>,
}

impl Travellers {
    pub(crate) fn new(head: Head<'_>) -> Travellers {
        let common = Traveller { sender: head.sender.to_owned(), ..Traveller::default() };
        Travellers {
            common,
            prepared: head.prepared,
            in_transport: false,
            departing: None,
            current: None,
            people: Vec::new(),
        }
    }

    fn end_person(&mut self) {
        self.people.extend(self.current.take());
    }

    fn begin_person(&mut self, nad: &Segment<'_, '_>) {
        self.end_person();
        let crew = matches!(nad.raw(1, 0), "FM" | "DDT" | "DDU" | "VW");
        // Family name and given names stand in C080, or in C058 in older lists.
        let names = if nad.raw(4, 0).is_empty() { 3 } else { 4 };
        let given: Vec<String> = (1..3).filter_map(|part| nad.owned(names, part)).collect();
        self.current = Some(Traveller {
            crew,
            family_name: nad.owned(names, 0),
            given_names: (!given.is_empty()).then(|| given.join(" ")),
            ..self.common.clone()
        });
    }

    fn of_transport(&mut self, segment: &Segment<'_, '_>) {
        match segment.tag() {
            "TDT" => {
                self.in_transport = true;
                self.common.conveyance = segment.owned(2, 0);
            }
            "LOC" => {
                let departing = match segment.raw(1, 0) {
                    "125" | "5" | "9" => true,
                    "87" | "11" | "60" | "61" | "130" => false,
                    _ => return self.departing = None,
                };
                self.departing = Some(departing);
                let place =
                    if departing { &mut self.common.departure_place } else { &mut self.common.arrival_place };
                *place = place.take().or_else(|| segment.owned(2, 0));
            }
            "DTM" => {
                let time = moment(segment.raw(1, 1), segment.raw(1, 2)).map(|moment| moment.time);
                match (segment.raw(1, 0), self.departing) {
                    ("189" | "133" | "136" | "186", _) | ("", Some(true)) => self.common.departure = time,
                    ("232" | "132" | "178", _) | ("", Some(false)) => self.common.arrival = time,
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn of_person(&mut self, segment: &Segment<'_, '_>) {
        let prepared = self.prepared;
        let Some(person) = &mut self.current else { return };
        match segment.tag() {
            "ATT" if segment.raw(1, 0) == "2" => person.sex = segment.owned(3, 0),
            "DTM" => {
                let (value, format) = (segment.raw(1, 1), segment.raw(1, 2));
                match segment.raw(1, 0) {
                    "329" => person.born = date(value, format, prepared),
                    "36" => {
                        if let Some(document) = person.documents.last_mut() {
                            document.expires = date(value, format, None);
                        }
                    }
                    _ => {}
                }
            }
            "LOC" => match segment.raw(1, 0) {
                "178" => person.embarked = segment.owned(2, 0),
                "179" => person.disembarks = segment.owned(2, 0),
                "91" => {
                    if let Some(document) = person.documents.last_mut() {
                        document.issuer = segment.owned(2, 0);
                    }
                }
                _ => {}
            },
            "NAT" => person.nationality = segment.owned(2, 0),
            "RFF" if segment.raw(1, 0) == "AVF" => person.reservation = segment.owned(1, 1),
            "DOC" => {
                let kind = segment.raw(1, 0).to_owned();
                let number = segment.owned(2, 0).unwrap_or_default();
                person.documents.push(TravelDocument { kind, number, ..TravelDocument::default() });
            }
            _ => {}
        }
    }
}

impl<'a> Mapper<'a> for Travellers {
    fn segment(&mut self, segment: &Segment<'_, 'a>, _findings: &mut Findings) {
        match segment.tag() {
            "BGM" => self.common.list = segment.owned(2, 0),
            "NAD" if self.in_transport => self.begin_person(segment),
            "TDT" if self.current.is_none() => self.of_transport(segment),
            "CNT" | "AUT" => self.end_person(),
            _ if self.current.is_some() => self.of_person(segment),
            _ if self.in_transport => self.of_transport(segment),
            _ => {}
        }
    }

    fn finish(mut self: Box<Self>, _findings: &mut Findings) -> Vec<Record<'a>> {
        self.end_person();
        self.people.into_iter().map(|person| Record::Traveller(Box::new(person))).collect()
    }
}
