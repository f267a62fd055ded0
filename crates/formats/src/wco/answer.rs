//! Answers to declarations.

use super::pointer::pointers;
use crate::check::CheckError;
use tidewaiter_model::customs::Statement;
use tidewaiter_model::customs::{
    AnsweredDeclaration, CustomsMessage, Envelope, Response, ResponseError, StatedTime,
};
use tidewaiter_model::time::UtcTime;

/// Function codes of answers, as the European Union's national systems have them.
pub mod function {
    /// The declaration is accepted.
    pub const ACCEPTED: &str = "01";
    /// It is received.
    pub const RECEIVED: &str = "02";
    /// It is rejected.
    pub const REJECTED: &str = "03";
    /// The goods are under control.
    pub const CONTROL: &str = "05";
    /// The goods are cleared.
    pub const CLEARED: &str = "09";
}

/// The answer that a declaration is accepted under a number.
pub fn accept(declaration: &CustomsMessage, mrn: &str, reference: &str, issued: UtcTime) -> CustomsMessage {
    let mut answer = response(function::ACCEPTED, declaration, reference, issued);
    let answered = answer.declaration.get_or_insert_default();
    answered.id = Some(mrn.to_owned());
    answered.accepted = Some(stated(issued));
    enveloped(answer)
}

/// The answer that a declaration is rejected: each error with its code, its words, and pointers to its place. An error
/// whose place has no pointer names it in its words.
pub fn reject(
    declaration: &CustomsMessage,
    errors: &[CheckError],
    reference: &str,
    issued: UtcTime,
) -> CustomsMessage {
    let mut answer = response(function::REJECTED, declaration, reference, issued);
    answer.declaration.get_or_insert_default().rejected = Some(stated(issued));
    for error in errors {
        let pointers = pointers(&error.location);
        let text = match &pointers {
            Some(_) => error.text.clone(),
            None => format!("{}: {}", error.location, error.text),
        };
        answer.errors.push(ResponseError {
            code: Some(error.code.chars().take(8).collect()),
            text: Some(text.chars().take(512).collect()),
            pointers: pointers.unwrap_or_default(),
        });
    }
    enveloped(answer)
}

/// The answer that the goods are under control, with what is asked for.
pub fn control(declaration: &CustomsMessage, text: &str, reference: &str, issued: UtcTime) -> CustomsMessage {
    let mut answer = response(function::CONTROL, declaration, reference, issued);
    let text = Some(text.chars().take(512).collect());
    answer.statements.push(Statement { text, ..Statement::default() });
    enveloped(answer)
}

fn response(function: &str, declaration: &CustomsMessage, reference: &str, issued: UtcTime) -> Response {
    let declared = declaration.declaration.as_deref();
    let answered = AnsweredDeclaration {
        reference: declared.and_then(|declared| declared.reference.clone()),
        id: declared.and_then(|declared| declared.id.clone()),
        version: Some("1".to_owned()),
        ..AnsweredDeclaration::default()
    };
    Response {
        function: Some(function.to_owned()),
        reference: Some(reference.to_owned()),
        issued: Some(stated(issued)),
        declaration: Some(answered),
        ..Response::default()
    }
}

fn enveloped(response: Response) -> CustomsMessage {
    let envelope = Envelope {
        model_version: Some("3.6".to_owned()),
        type_name: Some("RES".to_owned()),
        ..Envelope::default()
    };
    CustomsMessage { envelope: Some(envelope), responses: vec![response], ..CustomsMessage::default() }
}

/// `YYYYMMDDhhmmssZ`, format 304.
fn stated(time: UtcTime) -> StatedTime {
    let (year, month, day) = time.civil_date();
    let second = time.micros().div_euclid(1_000_000).rem_euclid(86_400);
    let clock = format!("{:02}{:02}{:02}", second / 3_600, second / 60 % 60, second % 60);
    StatedTime { text: format!("{year:04}{month:02}{day:02}{clock}Z"), format: Some("304".to_owned()) }
}
