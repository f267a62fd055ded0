//! Answers to declarations.

use super::item::Duty;
use super::parts::{Amendment, Communication, Pointer, Statement};
use super::values::StatedTime;
use serde::{Deserialize, Serialize};

/// Where to pay.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Bank {
    /// Bank, such as its BIC.
    pub reference: Option<String>,
    /// Account, such as an IBAN.
    pub account: Option<String>,
}

/// A customs office to turn to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactOffice {
    /// Its code.
    pub id: Option<String>,
    /// How to reach it.
    pub communications: Vec<Communication>,
}

/// An error in a declaration, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponseError {
    /// What is wrong.
    pub text: Option<String>,
    /// Code of the error, such as `CDS12056`.
    pub code: Option<String>,
    /// The way to its place, step by step.
    pub pointers: Vec<Pointer>,
}

/// Where a declaration stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Status {
    /// Since when.
    pub effective: Option<StatedTime>,
    /// Code of the status.
    pub code: Option<String>,
    /// When the goods were released.
    pub release: Option<StatedTime>,
    /// What it speaks of.
    pub pointers: Vec<Pointer>,
}

/// One goods item of the declaration that is answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnsweredItem {
    /// Item number.
    pub number: Option<u64>,
    /// Duties assessed.
    pub duties: Vec<Duty>,
}

/// The declaration that is answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnsweredDeclaration {
    /// When it was accepted.
    pub accepted: Option<StatedTime>,
    /// When it was cancelled.
    pub cancelled: Option<StatedTime>,
    /// The trader's own reference (LRN).
    pub reference: Option<String>,
    /// Number given by customs (MRN).
    pub id: Option<String>,
    /// When it was rejected.
    pub rejected: Option<StatedTime>,
    /// Version of the declaration.
    pub version: Option<String>,
    /// Duties assessed.
    pub duties: Vec<Duty>,
    /// Items with duties assessed.
    pub items: Vec<AnsweredItem>,
}

/// One answer: accepted, rejected, under control, released, taxed, and so on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Response {
    /// What is said: 1 accepted, 2 received, 3 rejected, 5 control, 9 cleared, 13 tax and so on; a national list.
    pub function: Option<String>,
    /// Number of the answer.
    pub reference: Option<String>,
    /// When it was issued.
    pub issued: Option<StatedTime>,
    /// Additional information.
    pub statements: Vec<Statement>,
    /// What was changed.
    pub amendments: Vec<Amendment>,
    /// Where an appeal can be lodged.
    pub appeal_office: Option<String>,
    /// Where to pay.
    pub bank: Option<Bank>,
    /// Offices to turn to.
    pub contact_offices: Vec<ContactOffice>,
    /// Errors with their places.
    pub errors: Vec<ResponseError>,
    /// Where the declaration stands.
    pub statuses: Vec<Status>,
    /// The declaration that is answered.
    pub declaration: Option<AnsweredDeclaration>,
}
