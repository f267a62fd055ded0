//! Status events as DCSA Track & Trace bodies.

use serde_json::{Map, Value, json};
use tidewaiter_model::event::{EventCode, StatusEvent};

/// Writes a version 2.2 body: an array of equipment and transport events.
///
/// Vessel arrival and departure become transport events that reference the container; booking a shipment event;
/// the rest equipment events. Codes that 2.2 does not know (`MOVE`, `REPR`, `OTHR`) are written as they stand.
/// Gross mass, time of receipt and, unless it is the carrier, the source have no place in the standard.
pub fn write_v2(events: &[StatusEvent<'_>]) -> Vec<u8> {
    body(Value::Array(events.iter().map(event_v2).collect()))
}

/// Writes a version 3.0 body: an object with a member `events`. The source stands as originating party.
pub fn write_v3(events: &[StatusEvent<'_>]) -> Vec<u8> {
    body(json!({ "events": events.iter().map(event_v3).collect::<Vec<_>>() }))
}

fn body(value: Value) -> Vec<u8> {
    // Writing a tree with text keys into memory cannot fail.
    let mut out = serde_json::to_vec_pretty(&value).unwrap_or_default();
    out.push(b'\n');
    out
}

fn put(object: &mut Map<String, Value>, name: &str, text: Option<&str>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        object.insert(name.to_owned(), Value::from(text));
    }
}

fn event_v2(event: &StatusEvent<'_>) -> Value {
    let mut object = Map::new();
    put(&mut object, "eventID", Some(&event.message_id));
    put(&mut object, "eventCreatedDateTime", event.created.map(|time| time.to_string()).as_deref());
    put(&mut object, "eventClassifierCode", Some(event.classifier.as_str()));
    put(&mut object, "eventDateTime", Some(&event.event_time.to_string()));
    let document = document_v2(event);
    let equipment_reference = json!([{ "referenceType": "EQ", "referenceValue": event.container }]);
    match event.event {
        EventCode::Booked => {
            put(&mut object, "eventType", Some("SHIPMENT"));
            put(&mut object, "shipmentEventTypeCode", Some("CONF"));
            put(&mut object, "documentTypeCode", Some("BKG"));
            put(&mut object, "documentID", event.transport_document.as_deref());
            object.insert("references".to_owned(), equipment_reference);
        }
        code @ (EventCode::Arrived | EventCode::Departed) => {
            put(&mut object, "eventType", Some("TRANSPORT"));
            put(&mut object, "transportEventTypeCode", Some(code.as_str()));
            object.insert("references".to_owned(), equipment_reference);
            object.extend(document);
        }
        code => {
            put(&mut object, "eventType", Some("EQUIPMENT"));
            put(&mut object, "equipmentEventTypeCode", Some(code.as_str()));
            put(&mut object, "equipmentReference", Some(&event.container));
            put(&mut object, "ISOEquipmentCode", event.size_type.as_deref());
            put(
                &mut object,
                "emptyIndicatorCode",
                event.full_empty.map(tidewaiter_model::event::FullEmpty::as_str),
            );
            let mut location = Map::new();
            put(&mut location, "UNLocationCode", Some(&event.location));
            object.insert("eventLocation".to_owned(), Value::Object(location));
            object.extend(document);
            if let Some(seal) = &event.seal {
                object.insert("seals".to_owned(), json!([{ "sealNumber": seal, "sealSource": "CAR" }]));
            }
        }
    }
    if let Some(call) = transport_call_v2(event) {
        object.insert("transportCall".to_owned(), call);
    }
    Value::Object(object)
}

fn document_v2(event: &StatusEvent<'_>) -> Option<(String, Value)> {
    let number = event.transport_document.as_ref()?;
    let reference = json!([{ "documentReferenceType": "TRD", "documentReferenceValue": number }]);
    Some(("documentReferences".to_owned(), reference))
}

fn transport_call_v2(event: &StatusEvent<'_>) -> Option<Value> {
    let mut vessel = Map::new();
    put(&mut vessel, "vesselIMONumber", event.vessel_imo.as_deref());
    put(&mut vessel, "vesselOperatorCarrierCode", event.carrier.as_deref());
    if !vessel.is_empty() && event.carrier.is_some() {
        put(&mut vessel, "vesselOperatorCarrierCodeListProvider", Some("SMDG"));
    }
    let mut call = Map::new();
    put(&mut call, "exportVoyageNumber", event.voyage.as_deref());
    put(&mut call, "importVoyageNumber", event.voyage.as_deref());
    put(&mut call, "UNLocationCode", Some(&event.location));
    if !vessel.is_empty() {
        put(&mut call, "modeOfTransport", Some("VESSEL"));
        call.insert("vessel".to_owned(), Value::Object(vessel));
    }
    (!call.is_empty()).then_some(Value::Object(call))
}

fn event_v3(event: &StatusEvent<'_>) -> Value {
    let mut object = Map::new();
    if !event.source.is_empty() {
        let party = json!({ "partyCode": event.source, "codeListProvider": "SMDG", "codeListName": "LCL" });
        object.insert("eventRouting".to_owned(), json!({ "originatingParty": party }));
    }
    put(&mut object, "eventID", Some(&event.message_id));
    put(&mut object, "eventDateTime", Some(&event.event_time.to_string()));
    put(&mut object, "eventUpdatedDateTime", event.created.map(|time| time.to_string()).as_deref());
    if !event.location.is_empty() {
        object.insert("eventLocation".to_owned(), json!({ "UNLocationCode": event.location }));
    }
    let (kind, member, code) = match event.event {
        EventCode::Booked => ("SHIPMENT", "shipmentEventTypeCode", "CONF"),
        code @ (EventCode::Arrived | EventCode::Departed) => {
            ("TRANSPORT", "transportEventTypeCode", code.as_str())
        }
        code => ("EQUIPMENT", "equipmentEventTypeCode", code.as_str()),
    };
    let classification =
        json!({ "eventTypeCode": kind, "eventClassifierCode": event.classifier.as_str(), member: code });
    object.insert("eventClassification".to_owned(), classification);
    let mut shipment = Map::new();
    let booked = event.event == EventCode::Booked;
    if booked || event.transport_document.is_some() {
        let mut document = Map::new();
        put(&mut document, "typeCode", Some(if booked { "BKG" } else { "TRD" }));
        put(&mut document, "reference", event.transport_document.as_deref());
        shipment.insert("documentReference".to_owned(), Value::Object(document));
    }
    if kind != "EQUIPMENT" {
        let reference = json!([{ "typeCode": "EQ", "reference": event.container }]);
        shipment.insert("shipmentReferences".to_owned(), reference);
    }
    if !shipment.is_empty() {
        object.insert("shipmentDetails".to_owned(), Value::Object(shipment));
    }
    object.insert("equipmentDetails".to_owned(), equipment_v3(event));
    if let Some(call) = transport_call_v3(event) {
        object.insert("transportDetails".to_owned(), json!({ "transportCall": call }));
    }
    Value::Object(object)
}

fn equipment_v3(event: &StatusEvent<'_>) -> Value {
    let mut equipment = Map::new();
    put(&mut equipment, "equipmentReference", Some(&event.container));
    put(&mut equipment, "ISOEquipmentCode", event.size_type.as_deref());
    put(
        &mut equipment,
        "emptyIndicatorCode",
        event.full_empty.map(tidewaiter_model::event::FullEmpty::as_str),
    );
    if let Some(seal) = &event.seal {
        equipment.insert("seals".to_owned(), json!([{ "number": seal, "source": "CAR" }]));
    }
    Value::Object(equipment)
}

fn transport_call_v3(event: &StatusEvent<'_>) -> Option<Value> {
    let mut vessel = Map::new();
    put(&mut vessel, "vesselIMONumber", event.vessel_imo.as_deref());
    put(&mut vessel, "operatorCarrierCode", event.carrier.as_deref());
    let mut call = Map::new();
    if let Some(voyage) = &event.voyage {
        for member in ["exportVoyageNumberOrReference", "importVoyageNumberOrReference"] {
            call.insert(member.to_owned(), json!({ "carrierVoyageNumber": voyage }));
        }
    }
    if !vessel.is_empty() {
        put(&mut call, "modeOfTransport", Some("VESSEL"));
        call.insert("vesselTransport".to_owned(), Value::Object(vessel));
    }
    (!call.is_empty()).then_some(Value::Object(call))
}
