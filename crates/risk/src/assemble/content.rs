//! What an entry summary says, without its envelope: two messages of the same content are one declaration sent twice.

use tidewaiter_model::entry_summary::{EntrySummary, GoodsItem, LocalText, Party};
use tidewaiter_model::identifier::stable_hash;
use tidewaiter_model::provenance::Located;

/// Writes fields one after the other, each with a separator that no XML text can hold, so that no two contents run
/// into one another.
struct Content(String);

impl Content {
    fn field(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\u{1f}');
    }

    fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.field(text),
            None => self.0.push('\u{1e}'),
        }
    }

    fn text(&mut self, text: Option<&LocalText>) {
        self.optional(text.map(|text| text.text.as_str()));
    }

    fn value<T: ToString>(&mut self, value: Option<&T>) {
        self.optional(value.map(ToString::to_string).as_deref());
    }

    fn located<T: ToString>(&mut self, value: Option<&Located<T>>) {
        self.value(value.map(|value| &value.value));
    }

    fn party(&mut self, party: Option<&Party>) {
        let Some(party) = party else {
            self.0.push('\u{1e}');
            return;
        };
        for part in
            [&party.identifier, &party.name, &party.street, &party.postcode, &party.city, &party.country]
        {
            self.optional(part.as_deref());
        }
    }

    fn item(&mut self, item: &GoodsItem) {
        self.value(Some(&item.number));
        self.text(item.description.as_ref());
        self.located(item.gross_mass_kg.as_ref());
        self.located(item.commodity_code.as_ref());
        for text in [&item.payment_method, &item.unique_consignment_reference, &item.dangerous_goods] {
            self.optional(text.as_deref());
        }
        self.text(item.place_of_loading.as_ref());
        self.text(item.place_of_unloading.as_ref());
        for party in [&item.consignor, &item.consignee, &item.notify_party] {
            self.party(party.as_ref());
        }
        for document in &item.documents {
            self.field(&document.kind);
            self.field(&document.reference);
        }
        for mention in &item.special_mentions {
            self.field(mention);
        }
        for container in &item.containers {
            self.field(&container.value);
        }
        for means in &item.means_of_transport {
            self.field(&means.identity);
            self.optional(means.nationality.as_deref());
        }
        for packages in &item.packages {
            self.field(&packages.kind);
            self.value(packages.count.as_ref());
            self.value(packages.pieces.as_ref());
            self.text(packages.marks.as_ref());
        }
        self.0.push('\n');
    }

    fn header(&mut self, entry: &EntrySummary) {
        self.field(&entry.sender);
        self.located(entry.local_reference_number.as_ref());
        self.located(entry.movement_reference_number.as_ref());
        for text in [
            &entry.transport_mode,
            &entry.special_circumstance,
            &entry.payment_method,
            &entry.conveyance_reference,
            &entry.office_of_lodgement,
        ] {
            self.optional(text.as_deref());
        }
        self.optional(entry.means_of_transport.as_ref().map(|means| means.identity.as_str()));
        self.value(entry.total_items.as_ref());
        self.value(entry.total_packages.as_ref());
        self.located(entry.total_gross_mass_kg.as_ref());
        self.located(entry.unique_consignment_reference.as_ref());
        for place in [
            &entry.declaration_place,
            &entry.place_of_loading,
            &entry.place_of_unloading,
            &entry.amendment_place,
        ] {
            self.text(place.as_ref());
        }
        for time in [&entry.declared, &entry.amended, &entry.expected_arrival] {
            self.value(time.as_ref().map(|time| time.value.micros()).as_ref());
        }
        for party in [
            &entry.consignor,
            &entry.consignee,
            &entry.notify_party,
            &entry.representative,
            &entry.lodging_person,
            &entry.entry_carrier,
        ] {
            self.party(party.as_ref());
        }
        for country in &entry.itinerary {
            self.field(&country.value);
        }
        for seal in &entry.seals {
            self.field(&seal.identity);
        }
        self.located(entry.office_of_first_entry.as_ref());
        for office in &entry.offices_of_subsequent_entry {
            self.field(office);
        }
        for (path, text) in &entry.carried {
            self.field(path);
            self.field(text);
        }
        self.0.push('\n');
    }
}

/// A hash of everything the declaration says of the goods and of those who declare them. The envelope (recipient,
/// preparation time, message identification) and byte positions are left out: a message sent again has others.
pub(super) fn content_hash(entry: &EntrySummary) -> u64 {
    let mut content = Content(String::with_capacity(1_024));
    content.field(match entry.kind {
        tidewaiter_model::entry_summary::EnsKind::Declaration => "IE315",
        tidewaiter_model::entry_summary::EnsKind::Amendment => "IE313",
    });
    content.header(entry);
    for item in &entry.items {
        content.item(item);
    }
    stable_hash(&[&content.0])
}
