//! Numbers that carry their own check: does it hold, and which character is likely wrong.

use crate::views::{CheckedNumber, NumberCheck, SearchKind, Suspect};
use crate::words::Words;
use tidewaiter_model::identifier::{ContainerFault, container_fault, imo_is_valid};

/// Most repairs shown.
pub const SUSPECTS_MAX: usize = 6;
/// Letters before the digits of a container number.
const OWNER_LETTERS: usize = 4;
const CONTAINER_CHARS: usize = 11;
const IMO_DIGITS: usize = 7;

/// A repair that makes a number valid.
struct Repair {
    suspect: Suspect,
    /// 0 for a swap of neighbours, 1 for a digit, 2 for a letter.
    rank: u8,
}

/// Checks a number in normal form, if it looks like one that carries a check. `is_known` tells whether a repaired
/// number is known here.
pub fn check(
    number: &str,
    is_known: &dyn Fn(SearchKind, &str) -> bool,
    words: &Words,
) -> Option<NumberCheck> {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let imo = number.strip_prefix("IMO").unwrap_or(number);
    if imo.len() == IMO_DIGITS && imo.bytes().all(|byte| is_digit(&byte)) {
        let known = |number: &str| is_known(SearchKind::Vessel, number);
        return Some(checked(CheckedNumber::Imo, imo, &imo_is_valid, None, &known, words));
    }
    let (owner, digits) = number.as_bytes().split_at_checked(OWNER_LETTERS)?;
    let shaped = number.len() == CONTAINER_CHARS
        && owner.iter().all(u8::is_ascii_uppercase)
        && digits.iter().all(is_digit);
    let known = |number: &str| is_known(SearchKind::Container, number);
    let is_valid = |number: &str| container_fault(number).is_none();
    let fault = container_fault(number);
    shaped.then(|| checked(CheckedNumber::Container, number, &is_valid, fault, &known, words))
}

fn checked(
    kind: CheckedNumber,
    number: &str,
    is_valid: &dyn Fn(&str) -> bool,
    fault: Option<ContainerFault>,
    is_known: &dyn Fn(&str) -> bool,
    words: &Words,
) -> NumberCheck {
    if is_valid(number) {
        let key = match kind {
            CheckedNumber::Container => "check-container-holds",
            CheckedNumber::Imo => "check-imo-holds",
        };
        let text = words.say(key, &[("number", number.into())]);
        return NumberCheck { kind, valid: true, text, suspects: Vec::new() };
    }
    let mut repairs = repairs(number, is_valid, is_known);
    repairs.sort_by_key(|repair| {
        // The check digit itself is the least telling: any error shows in it.
        let at = repair.suspect.position as usize + repair.suspect.is.len() - 1;
        (!repair.suspect.known, repair.rank, at == number.len(), repair.suspect.position)
    });
    let should_be = match fault {
        Some(ContainerFault::Category) => words.label("check-container-category"),
        Some(ContainerFault::CheckDigit(expected)) => {
            words.say("check-digit-should-be", &[("expected", expected.to_string().into())])
        }
        Some(ContainerFault::Shape) | None => {
            let expected = ('0'..='9').find(|digit| {
                let head = number.get(..number.len() - 1).unwrap_or_default();
                is_valid(&format!("{head}{digit}"))
            });
            words.say("check-digit-should-be", &[("expected", expected.unwrap_or('?').to_string().into())])
        }
    };
    let likely = repairs.first().map(|repair| {
        let Suspect { position, is, should_be, known } = &repair.suspect;
        let key = match (is.len() > 1, known) {
            (true, true) => "check-swapped-known",
            (true, false) => "check-swapped",
            (false, true) => "check-wrong-known",
            (false, false) => "check-wrong",
        };
        words.say(
            key,
            &[
                ("position", position.to_string().into()),
                ("is", is.as_str().into()),
                ("should", should_be.as_str().into()),
            ],
        )
    });
    let text = [Some(should_be), likely].into_iter().flatten().collect::<Vec<_>>().join("; ");
    let suspects = repairs.into_iter().take(SUSPECTS_MAX).map(|repair| repair.suspect).collect();
    NumberCheck { kind, valid: false, text, suspects }
}

/// Every single character and swap of neighbours that makes the number valid.
fn repairs(number: &str, is_valid: &dyn Fn(&str) -> bool, is_known: &dyn Fn(&str) -> bool) -> Vec<Repair> {
    let mut repairs = Vec::new();
    let mut consider = |repaired: String, position: usize, len: usize, rank: u8| {
        if !is_valid(&repaired) {
            return;
        }
        let known = is_known(&repaired);
        // A letter can be wrong in many ways: only one that gives a known number says anything.
        if rank == 2 && !known {
            return;
        }
        let part = |text: &str| text.get(position..position + len).unwrap_or_default().to_owned();
        let suspect = Suspect {
            position: u32::try_from(position + 1).unwrap_or(u32::MAX),
            is: part(number),
            should_be: part(&repaired),
            known,
        };
        repairs.push(Repair { suspect, rank });
    };
    let with = |position: usize, bytes: &[u8]| {
        let mut repaired = number.as_bytes().to_vec();
        for (slot, byte) in repaired.iter_mut().skip(position).zip(bytes) {
            *slot = *byte;
        }
        String::from_utf8_lossy(&repaired).into_owned()
    };
    let bytes = number.as_bytes();
    for (position, byte) in bytes.iter().enumerate() {
        let (range, rank) = if byte.is_ascii_digit() { (b'0'..=b'9', 1) } else { (b'A'..=b'Z', 2) };
        for other in range.filter(|other| other != byte) {
            consider(with(position, &[other]), position, 1, rank);
        }
        if let Some(next) = bytes.get(position + 1).filter(|next| *next != byte) {
            consider(with(position, &[*next, *byte]), position, 2, 0);
        }
    }
    repairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn the_wrong_digit_is_named() {
        let words = Words::load(Language::English).unwrap();
        let known = |kind, number: &str| match kind {
            SearchKind::Container => number == "MSKU1234565",
            _ => number == "9321483",
        };
        // (typed, valid, first suspect: position, is, should be, known)
        for (typed, valid, first) in [
            ("MSKU1234565", true, None),
            ("MSKU1234567", false, Some((11, "7", "5", true))),
            ("MSKU1324565", false, Some((6, "32", "23", true))),
            ("MSKU7234565", false, Some((5, "7", "1", true))),
            ("MKSU1234565", false, Some((2, "KS", "SK", true))),
            ("MSXU1234565", false, Some((3, "X", "K", true))),
            ("9321483", true, None),
            ("9231483", false, Some((2, "23", "32", true))),
            ("IMO9321484", false, Some((7, "4", "3", true))),
        ] {
            let checked = check(typed, &known, &words).unwrap();
            assert_eq!(checked.valid, valid, "{typed}: {checked:?}");
            let found = checked.suspects.first();
            let found = found.map(|s| (s.position, s.is.as_str(), s.should_be.as_str(), s.known));
            assert_eq!(found, first, "{typed}: {checked:?}");
            assert!(checked.suspects.len() <= SUSPECTS_MAX && !checked.text.contains("check-"));
        }
        for text in ["", "MSKU", "MSKU12345", "12345678", "ÄSKU1234565"] {
            assert!(check(text, &known, &words).is_none(), "{text}");
        }
    }
}
