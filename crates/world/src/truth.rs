//! What really happened, as the truth folder tells it. Only an evaluation may read it.

use tidewaiter_model::time::UtcTime;

/// One line of `consignments.csv`: an import consignment whose entry summary was received by the world's end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TruthRow {
    /// Bill of lading; the key that the messages carry too.
    pub transport_document: String,
    /// Local reference number of its entry summary declaration.
    pub lrn: String,
    /// Movement reference number given to that.
    pub mrn: String,
    /// Identifier of the importer.
    pub importer: String,
    /// Name of the planted wrongdoing, see [`crate::Wrongdoing`]; empty for an honest consignment.
    pub kind: String,
    /// Name of the honest oddity, see [`crate::Oddity`]; empty for a plain consignment.
    pub oddity: String,
    /// Numbers of its containers as they stand on the boxes.
    pub containers: Vec<String>,
    /// When the ship is expected at the first port of the importing country, as the entry summary says.
    pub expected_arrival: UtcTime,
    /// When it was really discharged; may lie after the world's end.
    pub discharged: UtcTime,
    /// When its entry summary was prepared.
    pub lodged: UtcTime,
    /// Duty and tax on what was declared, pounds sterling; 0 for transit.
    pub tax: f64,
    /// Duty and tax on what is in the box, pounds sterling.
    pub tax_due: f64,
    /// Country of origin of the goods in the box, ISO 3166-1 alpha-2.
    pub true_origin: String,
    /// Country of origin as declared.
    pub declared_origin: String,
    /// HS code of the goods in the box.
    pub true_hs_code: String,
    /// HS code as declared.
    pub declared_hs_code: String,
}

/// Heading of `consignments.csv`.
pub const CONSIGNMENT_COLUMNS: &str = "transport_document,lrn,mrn,importer,kind,oddity,containers,expected_arrival,\
discharged,lodged,tax,tax_due,true_origin,declared_origin,true_hs_code,declared_hs_code";

/// Heading of `trips.csv`: every laden trip that began by the world's end, also those of boxes that never come
/// near the importing country. `itinerary` is the port areas of the sea part joined by `>`; `anomaly` is the kind
/// of wrongdoing or of planted route anomaly, or empty.
pub const TRIP_COLUMNS: &str =
    "container,start,end,load_area,discharge_area,itinerary,anomaly,transport_document";

impl TruthRow {
    /// Whether wrongdoing was planted.
    pub fn is_wrong(&self) -> bool {
        !self.kind.is_empty()
    }

    pub(crate) fn line(&self) -> String {
        format!(
            "{},{},{},{},{},{},{},{},{},{},{:.2},{:.2},{},{},{},{}\n",
            self.transport_document,
            self.lrn,
            self.mrn,
            self.importer,
            self.kind,
            self.oddity,
            self.containers.join(";"),
            self.expected_arrival,
            self.discharged,
            self.lodged,
            self.tax,
            self.tax_due,
            self.true_origin,
            self.declared_origin,
            self.true_hs_code,
            self.declared_hs_code,
        )
    }
}

/// Reads `consignments.csv`. Columns are found by name; a line that lacks its key or a readable time is left out.
pub fn parse(csv: &str) -> Vec<TruthRow> {
    let mut lines = csv.lines();
    let heading: Vec<&str> = lines.next().unwrap_or_default().split(',').map(str::trim).collect();
    let place = |name: &str| heading.iter().position(|column| *column == name);
    let places: Vec<Option<usize>> = CONSIGNMENT_COLUMNS.split(',').map(place).collect();
    lines
        .filter_map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let cell = |column: usize| places.get(column)?.and_then(|place| cells.get(place)).copied();
            let text = |column: usize| cell(column).unwrap_or_default().to_owned();
            let time = |column: usize| cell(column)?.parse::<UtcTime>().ok();
            let number = |column: usize| cell(column).and_then(|text| text.parse().ok()).unwrap_or(0.0);
            let transport_document = text(0);
            (!transport_document.is_empty()).then_some(())?;
            let expected_arrival = time(7)?;
            Some(TruthRow {
                transport_document,
                lrn: text(1),
                mrn: text(2),
                importer: text(3),
                kind: text(4),
                oddity: text(5),
                containers: text(6).split(';').filter(|part| !part.is_empty()).map(str::to_owned).collect(),
                expected_arrival,
                discharged: time(8).unwrap_or(expected_arrival),
                lodged: time(9).unwrap_or(expected_arrival),
                tax: number(10),
                tax_due: number(11),
                true_origin: text(12),
                declared_origin: text(13),
                true_hs_code: text(14),
                declared_hs_code: text(15),
            })
        })
        .collect()
}

/// One line of `trips.csv`: a laden trip.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TruthTrip {
    /// Container number.
    pub container: String,
    /// First event.
    pub start: UtcTime,
    /// Last event; may lie after the world's end.
    pub end: UtcTime,
    /// Port areas of the sea part, in order: load, hubs, discharge.
    pub itinerary: Vec<String>,
    /// Kind of anomaly; empty for an ordinary trip.
    pub anomaly: String,
    /// Bills of lading of the goods, for trips into the importing country.
    pub transport_documents: Vec<String>,
}

impl TruthTrip {
    pub(crate) fn line(&self) -> String {
        let empty = String::new();
        format!(
            "{},{},{},{},{},{},{},{}\n",
            self.container,
            self.start,
            self.end,
            self.itinerary.first().unwrap_or(&empty),
            self.itinerary.last().unwrap_or(&empty),
            self.itinerary.join(">"),
            self.anomaly,
            self.transport_documents.join(";"),
        )
    }
}

/// Reads `trips.csv`; a line with unreadable times is left out.
pub fn parse_trips(csv: &str) -> Vec<TruthTrip> {
    csv.lines()
        .skip(1)
        .filter_map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let list = |column: usize, separator: char| -> Vec<String> {
                let text = cells.get(column).copied().unwrap_or_default();
                text.split(separator).filter(|part| !part.is_empty()).map(str::to_owned).collect()
            };
            Some(TruthTrip {
                container: (*cells.first()?).to_owned(),
                start: cells.get(1)?.parse().ok()?,
                end: cells.get(2)?.parse().ok()?,
                itinerary: list(5, '>'),
                anomaly: cells.get(6).copied().unwrap_or_default().to_owned(),
                transport_documents: list(7, ';'),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let row = TruthRow {
            transport_document: "HLDM100000037".to_owned(),
            kind: "origin_fraud".to_owned(),
            containers: vec!["HXMU0000007".to_owned(), "HXMU6172836".to_owned()],
            expected_arrival: UtcTime::from_seconds(1_767_225_600),
            tax: 12.5,
            ..TruthRow::default()
        };
        let text = format!("{CONSIGNMENT_COLUMNS}\n{}", row.line());
        assert_eq!(parse(&text), [row]);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        for text in [
            "",
            "transport_document\n",
            "transport_document,expected_arrival\nA,soon\n,2026-01-01T00:00:00Z\n",
        ] {
            assert_eq!(parse(text), [], "{text}");
        }
        assert_eq!(parse_trips("container,start\nA,B\n"), []);
    }
}
