//! Texts into values and back, by the kinds of the table.

use super::table::Kind;
use serde_json::{Value, json};
use tidewaiter_model::customs::StatedTime;
use tidewaiter_model::diagnostic::Severity;
use tidewaiter_model::money::Decimal;

/// Currencies of ISO 4217, active ones and those of recent years, and the codes for metals and tests.
const CURRENCIES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN \
    BWP BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP \
    GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD \
    KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO \
    NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD \
    STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VEF VES VND VUV WST XAF XAG \
    XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG ZWL";

/// What is wrong with a value.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) expected: String,
    pub(crate) found: String,
}

fn fault(severity: Severity, code: &'static str, expected: impl Into<String>, found: &str) -> Fault {
    Fault { severity, code, expected: expected.into(), found: found.to_owned() }
}

/// The attribute that belongs to values of a kind.
pub(crate) fn attribute(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Amount(..) => Some("currencyID"),
        Kind::Measure(..) => Some("unitCode"),
        _ => None,
    }
}

/// The value of a leaf, `None` when its text is none; and what is wrong with it.
pub(crate) fn read(kind: Kind, text: &str, attribute: Option<&str>) -> (Option<Value>, Vec<Fault>) {
    let mut faults = Vec::new();
    if text.is_empty() {
        faults.push(fault(Severity::Warning, "WCO-EMPTY", kind.words(), "nothing"));
        let is_text = matches!(kind, Kind::Text(_) | Kind::Digits(_) | Kind::Letters(_));
        return (is_text.then(|| json!("")), faults);
    }
    let length = text.chars().count();
    let mut refuse = |code, found: &str| faults.push(fault(Severity::Error, code, kind.words(), found));
    let value = match kind {
        Kind::Text(most) => {
            if length > most {
                refuse("WCO-LENGTH", text);
            }
            json!(text)
        }
        Kind::Digits(most) => {
            if !text.bytes().all(|byte| byte.is_ascii_digit()) {
                refuse("WCO-TYPE", text);
            } else if length > most {
                refuse("WCO-LENGTH", text);
            }
            json!(text)
        }
        Kind::Letters(exactly) => {
            if length != exactly || !text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                refuse("WCO-TYPE", text);
            }
            json!(text)
        }
        Kind::Count(most) => {
            match text.parse::<u64>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit())) {
                Some(count) => {
                    if count.to_string().len() > most {
                        refuse("WCO-LENGTH", text);
                    }
                    json!(count)
                }
                None => {
                    refuse("WCO-NUMBER", text);
                    return (None, faults);
                }
            }
        }
        Kind::Number(most, behind) | Kind::Amount(most, behind) | Kind::Measure(most, behind) => {
            let Some(number) = decimal(text) else {
                refuse("WCO-NUMBER", text);
                return (None, faults);
            };
            let shown = number.normalize();
            let digits = shown.mantissa().unsigned_abs().to_string().len();
            if digits > most || shown.scale() as usize > behind {
                refuse("WCO-LENGTH", text);
            }
            json!(number.to_string())
        }
        Kind::Group | Kind::Time => return (None, faults),
    };
    match kind {
        Kind::Amount(..) => {
            faults.extend(currency_fault(attribute));
            (Some(json!({ "amount": value, "currency": attribute })), faults)
        }
        Kind::Measure(..) => {
            faults.extend(unit_fault(attribute));
            (Some(json!({ "value": value, "unit": attribute })), faults)
        }
        _ => (Some(value), faults),
    }
}

fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let numeric = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !numeric || !digits.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

fn currency_fault(currency: Option<&str>) -> Option<Fault> {
    const EXPECTED: &str = "a currency of ISO 4217 in currencyID";
    match currency {
        None => Some(fault(Severity::Warning, "WCO-CURRENCY", EXPECTED, "none")),
        Some(code) if code.len() == 3 && CURRENCIES.split_whitespace().any(|known| known == code) => None,
        Some(code) => Some(fault(Severity::Error, "WCO-CURRENCY", EXPECTED, code)),
    }
}

/// Units are codes of UN/ECE Recommendation 20, which administrations extend by a qualifier.
fn unit_fault(unit: Option<&str>) -> Option<Fault> {
    const EXPECTED: &str = "a unit of UN/ECE Recommendation 20 in unitCode";
    let known = |unit: &str| {
        (1..=5).contains(&unit.len())
            && unit.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'#')
    };
    match unit {
        None => Some(fault(Severity::Warning, "WCO-UNIT", EXPECTED, "none")),
        Some(unit) if known(unit) => None,
        Some(unit) => Some(fault(Severity::Error, "WCO-UNIT", EXPECTED, unit)),
    }
}

/// A stated time, and what is wrong with it.
pub(crate) fn time(text: &str, format: Option<&str>) -> (Value, Option<Fault>) {
    let value = json!({ "text": text, "format": format });
    let stated = StatedTime { text: text.to_owned(), format: format.map(str::to_owned) };
    if stated.utc().is_some() {
        return (value, None);
    }
    let expected = match format {
        Some("102") => "a date YYYYMMDD, as format 102 has it",
        Some("203") => "YYYYMMDDhhmm, as format 203 has it",
        Some("204") => "YYYYMMDDhhmmss, as format 204 has it",
        Some("205") => "YYYYMMDDhhmm and an offset such as +01, as format 205 has it",
        Some("304") => "YYYYMMDDhhmmss and an offset such as +01, as format 304 has it",
        Some(_) => "formatCode 102, 203, 204, 205 or 304",
        None => "a date YYYYMMDD, or a time with formatCode",
    };
    (value, Some(fault(Severity::Error, "WCO-TIME", expected, text)))
}

/// The text that a value is written as.
pub(crate) fn text(kind: Kind, value: &Value) -> String {
    let value = match kind {
        Kind::Amount(..) => value.get("amount"),
        Kind::Measure(..) => value.get("value"),
        Kind::Time => value.get("text"),
        _ => Some(value),
    };
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// The attribute that a value is written with.
pub(crate) fn attribute_of(kind: Kind, value: &Value) -> Option<(&'static str, &str)> {
    let (name, field) = match kind {
        Kind::Amount(..) => ("currencyID", "currency"),
        Kind::Measure(..) => ("unitCode", "unit"),
        Kind::Time => ("formatCode", "format"),
        _ => return None,
    };
    Some((name, value.get(field)?.as_str()?))
}
