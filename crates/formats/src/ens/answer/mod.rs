//! What an import control system answers to an entry summary declaration or an amendment, as ICS messages: IE328
//! accepted, IE316 rejected, IE304 amendment accepted, IE305 amendment rejected, IE351 advanced intervention.

mod copy;
mod mrn;

pub use mrn::movement_reference_number;

use super::write::{Xml, minute_digits};
use super::{Schema, validate};
use crate::check::{CheckError, Verdict};
use crate::rules::Rules;
use crate::xml::{Source, Tree};
use copy::Copied;
use tidewaiter_model::time::UtcTime;

/// Who answers, and when.
#[derive(Debug, Clone)]
pub struct Answerer {
    /// Sender of the answer, up to 35 characters.
    pub sender: String,
    /// Time of the answer, which is also that of registration, rejection or notification.
    pub time: UtcTime,
}

/// What is to be done with goods before they arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intervention {
    /// The goods must not be loaded.
    DoNotLoad,
    /// The goods will be controlled.
    Control,
}

impl Intervention {
    /// Code and words of the intervention.
    fn said(self) -> (&'static str, &'static str) {
        match self {
            Intervention::DoNotLoad => ("A001", "Do not load"),
            Intervention::Control => ("A002", "Goods are selected for control"),
        }
    }
}

/// An answer, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct EnsAnswer {
    /// Its message: `CC328A`, `CC316A`, `CC304A`, `CC305A` or `CC351A`.
    pub message: &'static str,
    /// Whether the declaration or amendment is accepted.
    pub accepted: bool,
    /// The declaration's movement reference number, where it has one.
    pub movement_reference_number: Option<String>,
    /// The message as XML.
    pub xml: Vec<u8>,
}

/// Answers a message by its verdict under `rules`; `refusals` are further reasons to refuse it, such as an amendment of a
/// declaration that nobody knows.
///
/// # Errors
/// The verdict, when the message cannot be read: there is nobody and nothing to address an answer to.
pub fn answer(
    bytes: &[u8],
    rules: &Rules,
    answerer: &Answerer,
    refusals: &[CheckError],
) -> Result<EnsAnswer, Box<Verdict>> {
    let mut verdict = super::check(bytes, rules);
    verdict.errors.extend(refusals.iter().cloned());
    let Some(written) = with_tree(bytes, |copied| {
        let errors = &verdict.errors;
        match (verdict.message.as_str(), errors.is_empty()) {
            ("CC313A", true) => amendment_accepted(copied, answerer),
            ("CC313A", false) => amendment_rejected(copied, answerer, errors, rules),
            (_, true) => acknowledged(copied, answerer, bytes),
            (_, false) => rejected(copied, answerer, errors, rules),
        }
    }) else {
        return Err(Box::new(verdict));
    };
    Ok(written)
}

/// The notification that an accepted declaration's goods must not be loaded or will be controlled; `items` are the
/// numbers of the goods items it is about, all when there are none. `None` when the message is no declaration that holds.
pub fn intervene(
    bytes: &[u8],
    rules: &Rules,
    answerer: &Answerer,
    what: Intervention,
    items: &[u32],
) -> Option<EnsAnswer> {
    let verdict = super::check(bytes, rules);
    let holds = verdict.errors.is_empty() && verdict.message == "CC315A";
    with_tree(bytes, |copied| intervention(copied, answerer, bytes, what, items)).filter(|_| holds)
}

fn with_tree<T>(bytes: &[u8], then: impl FnOnce(&Copied<'_>) -> T) -> Option<T> {
    let source = Source::decode(bytes).ok()?;
    let tree = Tree::read(&source.text).ok()?;
    let schema = Schema::of(tree.get(0)?.name)?;
    let found = validate(&tree, schema);
    Some(then(&Copied { tree: &tree, schema, elements: &found.elements }))
}

fn begun(root: &str) -> Xml {
    let mut xml = Xml::begun();
    xml.raw(&format!("<ie:{root} xmlns:ie=\"http://ics.dgtaxud.ec/{root}\">\n"));
    xml
}

fn ended(mut xml: Xml, root: &str) -> Vec<u8> {
    xml.raw(&format!("</ie:{root}>\n"));
    xml.into_bytes()
}

/// The part that every ICS message begins with. The answer goes to whoever sent, and names the message it answers.
fn envelope(xml: &mut Xml, root: &str, copied: &Copied<'_>, answerer: &Answerer) {
    let digits = minute_digits(answerer.time);
    let sent = copied.text(&["MesIdeMES19"]).filter(|sent| sent.chars().count() <= 14);
    xml.leaf("MesSenMES3", &short(&answerer.sender, 35));
    xml.leaf("MesRecMES6", &short(copied.text(&["MesSenMES3"]).unwrap_or("UNKNOWN"), 35));
    xml.leaf("DatOfPreMES9", digits.get(2..8).unwrap_or_default());
    xml.leaf("TimOfPreMES10", digits.get(8..).unwrap_or_default());
    xml.leaf("MesIdeMES19", &mrn::message_identification(root, copied.tree, answerer));
    xml.leaf("MesTypMES20", root);
    xml.optional("CorIdeMES25", sent);
}

fn short(text: &str, chars: usize) -> String {
    text.trim().chars().take(chars).collect()
}

fn acknowledged(copied: &Copied<'_>, answerer: &Answerer, bytes: &[u8]) -> EnsAnswer {
    let root = "CC328A";
    let number = number_of(copied, answerer, bytes);
    let mut xml = begun(root);
    envelope(&mut xml, root, copied, answerer);
    xml.group("HEAHEA", |xml| {
        copied.leaves(xml, &["HEAHEA"], &["RefNumHEA4"]);
        xml.leaf("DocNumHEA5", &number);
        copied.leaves(xml, &["HEAHEA"], &["TraModAtBorHEA76"]);
        copied.leaf_as(xml, &["HEAHEA", "NatOfMeaOfTraCroHEA87"], "NatHEA001");
        let names = ["IdeOfMeaOfTraCroHEA85", "IdeOfMeaOfTraCroHEA85LNG", "ComRefNumHEA", "ConRefNumHEA"];
        copied.leaves(xml, &["HEAHEA"], &names);
        xml.leaf("DecRegDatTimHEA115", &minute_digits(answerer.time));
    });
    copied.items(&mut xml, &[]);
    copied.groups(&mut xml, &["CUSOFFLON", "PERLODSUMDEC", "CUSOFFFENT730"]);
    copied.carrier(&mut xml);
    let xml = ended(xml, root);
    EnsAnswer { message: root, accepted: true, movement_reference_number: Some(number), xml }
}

fn number_of(copied: &Copied<'_>, answerer: &Answerer, bytes: &[u8]) -> String {
    let office = copied.text(&["CUSOFFFENT730", "RefNumCUSOFFFENT731"]).unwrap_or_default();
    movement_reference_number(office, answerer.time, bytes)
}

fn rejected(copied: &Copied<'_>, answerer: &Answerer, errors: &[CheckError], rules: &Rules) -> EnsAnswer {
    let root = "CC316A";
    let mut xml = begun(root);
    envelope(&mut xml, root, copied, answerer);
    xml.group("HEAHEA", |xml| {
        let reference = copied.text(&["HEAHEA", "RefNumHEA4"]).filter(|text| text.chars().count() <= 22);
        xml.leaf("RefNumHEA4", reference.unwrap_or("UNKNOWN"));
        xml.leaf("DecRejReaHEA252", &counted(errors));
        xml.leaf("DecRejReaHEA252LNG", "en");
        xml.leaf("DecRejDatTimHEA116", &minute_digits(answerer.time));
    });
    functional_errors(&mut xml, copied, errors, rules);
    let xml = ended(xml, root);
    EnsAnswer { message: root, accepted: false, movement_reference_number: None, xml }
}

fn counted(errors: &[CheckError]) -> String {
    match errors {
        [error] => short(&format!("1 error: {}", error.text), 350),
        _ => short(
            &format!("{} errors; the first: {}", errors.len(), errors.first().map_or("", |e| &e.text)),
            350,
        ),
    }
}

/// Every error: its type of the list FunctionalErrorCodes, its place, its code, and the text that stands there.
fn functional_errors(xml: &mut Xml, copied: &Copied<'_>, errors: &[CheckError], rules: &Rules) {
    for error in errors {
        xml.group("FUNERRER1", |xml| {
            let kind = match error.code.as_str() {
                kind
                @ ("12" | "13" | "14" | "15" | "19" | "35" | "39" | "40" | "90" | "91" | "92" | "93") => kind,
                // What the list of XML errors calls a wrong pattern or type is a wrong value here.
                "50" | "51" => "12",
                code => {
                    rules.list().iter().find(|rule| rule.code == code).map_or("12", |rule| rule.kind.as_str())
                }
            };
            xml.leaf("ErrTypER11", kind);
            let place = if error.location.is_empty() { "/" } else { &error.location };
            xml.leaf("ErrPoiER12", &short(place, 210));
            xml.leaf("ErrReaER13", &short(&error.code, 6));
            let original = copied.at(error.span).map(|text| short(text, 140)).filter(|text| !text.is_empty());
            xml.optional("OriAttValER14", original.as_deref());
        });
    }
}

fn amendment_accepted(copied: &Copied<'_>, answerer: &Answerer) -> EnsAnswer {
    let root = "CC304A";
    let number = copied.text(&["HEAHEA", "DocNumHEA5"]).map(|text| short(text, 18));
    let mut xml = begun(root);
    envelope(&mut xml, root, copied, answerer);
    xml.group("HEAHEA", |xml| {
        let names = [
            "DocNumHEA5",
            "TraModAtBorHEA76",
            "IdeOfMeaOfTraCroHEA85",
            "IdeOfMeaOfTraCroHEA85LNG",
            "NatOfMeaOfTraCroHEA87",
            "ComRefNumHEA",
            "ConRefNumHEA",
        ];
        copied.leaves(xml, &["HEAHEA"], &names);
        xml.leaf("AmeAccDatTimHEA111", &minute_digits(answerer.time));
        copied.leaves(xml, &["HEAHEA"], &["DatTimAmeHEA113"]);
    });
    copied.items(&mut xml, &[]);
    copied.groups(&mut xml, &["TRAREP", "PERLODSUMDEC"]);
    copied.office(&mut xml);
    copied.carrier(&mut xml);
    let xml = ended(xml, root);
    EnsAnswer { message: root, accepted: true, movement_reference_number: number, xml }
}

fn amendment_rejected(
    copied: &Copied<'_>,
    answerer: &Answerer,
    errors: &[CheckError],
    rules: &Rules,
) -> EnsAnswer {
    let root = "CC305A";
    let number = copied.text(&["HEAHEA", "DocNumHEA5"]).map(|text| short(text, 18));
    let mut xml = begun(root);
    envelope(&mut xml, root, copied, answerer);
    xml.group("HEAHEA", |xml| {
        copied.leaves(xml, &["HEAHEA"], &["DocNumHEA5"]);
        xml.leaf("AmeRejMotTexHEA605", &counted(errors));
        xml.leaf("AmeRejMotTexHEA605LNG", "en");
        copied.leaves(xml, &["HEAHEA"], &["DatTimAmeHEA113"]);
        xml.leaf("AmeRejDatTimHEA112", &minute_digits(answerer.time));
    });
    functional_errors(&mut xml, copied, errors, rules);
    copied.groups(&mut xml, &["TRAREP", "PERLODSUMDEC"]);
    copied.office(&mut xml);
    let xml = ended(xml, root);
    EnsAnswer { message: root, accepted: false, movement_reference_number: number, xml }
}

fn intervention(
    copied: &Copied<'_>,
    answerer: &Answerer,
    bytes: &[u8],
    what: Intervention,
    items: &[u32],
) -> EnsAnswer {
    let root = "CC351A";
    let number = number_of(copied, answerer, bytes);
    let now = minute_digits(answerer.time);
    let mut xml = begun(root);
    envelope(&mut xml, root, copied, answerer);
    xml.group("HEAHEA", |xml| {
        copied.leaves(xml, &["HEAHEA"], &["RefNumHEA4"]);
        xml.leaf("DocNumHEA5", &number);
        copied.leaves(xml, &["HEAHEA"], &["TraModAtBorHEA76"]);
        copied.leaf_as(xml, &["HEAHEA", "NatOfMeaOfTraCroHEA87"], "NatHEA001");
        let names = ["IdeOfMeaOfTraCroHEA85", "TotNumOfIteHEA305", "ComRefNumHEA", "ConRefNumHEA"];
        copied.leaves(xml, &["HEAHEA"], &names);
        xml.leaf("NotDatTimHEA104", &now);
        xml.leaf("DecRegDatTimHEA115", &now);
        copied.leaf_as(xml, &["HEAHEA", "DecDatTimHEA114"], "DecSubDatTimHEA118");
    });
    copied.items(&mut xml, items);
    copied.groups(&mut xml, &["CUSOFFLON", "TRAREP", "PERLODSUMDEC", "CUSOFFFENT730"]);
    copied.carrier(&mut xml);
    let (code, text) = what.said();
    let all = [None];
    let named: Vec<Option<u32>> = items.iter().copied().map(Some).collect();
    for item in if named.is_empty() { &all[..] } else { &named[..] } {
        xml.group("CUSINT632", |xml| {
            xml.number("IteNumConCUSINT668", *item);
            xml.leaf("CusIntCodCUSINT665", code);
            xml.leaf("CusIntTexCUSINT666", text);
            xml.leaf("CusIntTexCUSINT667LNG", "en");
        });
    }
    let xml = ended(xml, root);
    EnsAnswer { message: root, accepted: true, movement_reference_number: Some(number), xml }
}

#[cfg(test)]
mod tests;
