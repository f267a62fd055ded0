//! Declarations and answers of our own making, and a generator of any that the table allows.

use tidewaiter_formats::wco::{Kind, Node, Occurrence, table};

/// An import declaration of two items, in prefixes that no standard asks for.
pub(crate) const IMPORT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<m:MetaData xmlns:m="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns:d="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:t="urn:wco:datamodel:WCO:Declaration_DS:DMS:2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="here there">
  <m:WCODataModelVersionCode>3.6</m:WCODataModelVersionCode>
  <m:WCOTypeName>DEC</m:WCOTypeName>
  <d:Declaration>
    <d:AcceptanceDateTime><t:DateTimeString formatCode="304">20260311091500+01</t:DateTimeString></d:AcceptanceDateTime>
    <d:FunctionCode>9</d:FunctionCode>
    <d:FunctionalReferenceID>LRN-2026-0001</d:FunctionalReferenceID>
    <d:TypeCode>IMA</d:TypeCode>
    <d:GoodsItemQuantity>2</d:GoodsItemQuantity>
    <d:InvoiceAmount currencyID="EUR">1500.50</d:InvoiceAmount>
    <d:TotalGrossMassMeasure unitCode="KGM">30</d:TotalGrossMassMeasure>
    <d:TotalPackageQuantity>7</d:TotalPackageQuantity>
    <d:BorderTransportMeans>
      <d:ID>9321483</d:ID><d:IdentificationTypeCode>10</d:IdentificationTypeCode><d:ModeCode>1</d:ModeCode>
    </d:BorderTransportMeans>
    <d:Declarant><d:ID>ES00000001R</d:ID></d:Declarant>
    <d:Exporter><d:Name>Shantou Toys &amp; Games</d:Name><d:Address><d:CountryCode>CN</d:CountryCode></d:Address></d:Exporter>
    <d:GoodsShipment>
      <d:Consignment>
        <d:ContainerCode>1</d:ContainerCode>
        <d:TransportEquipment><d:SequenceNumeric>1</d:SequenceNumeric><d:ID>TWSU4400171</d:ID>
          <d:Seal><d:SequenceNumeric>1</d:SequenceNumeric><d:ID>S-77</d:ID></d:Seal>
        </d:TransportEquipment>
      </d:Consignment>
      <d:ExportCountry><d:ID>CN</d:ID></d:ExportCountry>
      <d:GovernmentAgencyGoodsItem>
        <d:SequenceNumeric>1</d:SequenceNumeric>
        <d:StatisticalValueAmount currencyID="EUR">1000.50</d:StatisticalValueAmount>
        <d:AdditionalDocument><d:CategoryCode>N</d:CategoryCode><d:ID>INV-9</d:ID><d:TypeCode>935</d:TypeCode></d:AdditionalDocument>
        <d:Commodity>
          <d:Description>Toy bricks</d:Description>
          <d:Classification><d:ID>95030035</d:ID><d:IdentificationTypeCode>TSP</d:IdentificationTypeCode></d:Classification>
          <d:Classification><d:ID>00</d:ID><d:IdentificationTypeCode>TRC</d:IdentificationTypeCode></d:Classification>
          <d:DutyTaxFee><d:DutyRegimeCode>100</d:DutyRegimeCode><d:TaxRateNumeric>4.70</d:TaxRateNumeric><d:TypeCode>A00</d:TypeCode>
            <d:Payment><d:MethodCode>E</d:MethodCode></d:Payment></d:DutyTaxFee>
          <d:GoodsMeasure><d:GrossMassMeasure unitCode="KGM">20.0</d:GrossMassMeasure><d:NetNetWeightMeasure>18.250</d:NetNetWeightMeasure></d:GoodsMeasure>
          <d:InvoiceLine><d:ItemChargeAmount currencyID="EUR">1000.50</d:ItemChargeAmount></d:InvoiceLine>
        </d:Commodity>
        <d:GovernmentProcedure><d:CurrentCode>40</d:CurrentCode><d:PreviousCode>00</d:PreviousCode></d:GovernmentProcedure>
        <d:GovernmentProcedure><d:CurrentCode>000</d:CurrentCode></d:GovernmentProcedure>
        <d:Origin><d:CountryCode>CN</d:CountryCode><d:TypeCode>1</d:TypeCode></d:Origin>
        <d:Packaging><d:SequenceNumeric>1</d:SequenceNumeric><d:QuantityQuantity>5</d:QuantityQuantity><d:TypeCode>CT</d:TypeCode></d:Packaging>
        <d:PreviousDocument><d:CategoryCode>X</d:CategoryCode><d:ID>26ES00081234567895</d:ID><d:TypeCode>355</d:TypeCode></d:PreviousDocument>
      </d:GovernmentAgencyGoodsItem>
      <d:GovernmentAgencyGoodsItem>
        <d:SequenceNumeric>2</d:SequenceNumeric>
        <d:Commodity>
          <d:Description>Dolls</d:Description>
          <d:Classification><d:ID>95030021</d:ID><d:IdentificationTypeCode>TSP</d:IdentificationTypeCode></d:Classification>
          <d:GoodsMeasure><d:GrossMassMeasure unitCode="KGM">10</d:GrossMassMeasure></d:GoodsMeasure>
          <d:InvoiceLine><d:ItemChargeAmount currencyID="EUR">500</d:ItemChargeAmount></d:InvoiceLine>
          <d:TransportEquipment><d:SequenceNumeric>1</d:SequenceNumeric><d:ID>MSKU1234565</d:ID></d:TransportEquipment>
        </d:Commodity>
        <d:Origin><d:CountryCode>VN</d:CountryCode></d:Origin>
        <d:Packaging><d:SequenceNumeric>1</d:SequenceNumeric><d:QuantityQuantity>2</d:QuantityQuantity><d:TypeCode>CT</d:TypeCode></d:Packaging>
      </d:GovernmentAgencyGoodsItem>
      <d:Importer><d:Name>Juguetes del Sur</d:Name><d:ID>ES00000002W</d:ID></d:Importer>
      <d:PreviousDocument><d:CategoryCode>Z</d:CategoryCode><d:ID>BL-88121</d:ID><d:TypeCode>705</d:TypeCode></d:PreviousDocument>
      <d:TradeTerms><d:ConditionCode>CIF</d:ConditionCode></d:TradeTerms>
    </d:GoodsShipment>
  </d:Declaration>
</m:MetaData>
"#;

/// A rejection without any namespace.
pub(crate) const REJECTION: &str = r#"<MetaData><WCODataModelVersionCode>3.6</WCODataModelVersionCode><ResponsibleCountryCode/>
<Response><FunctionCode>03</FunctionCode><FunctionalReferenceID>a1</FunctionalReferenceID>
<IssueDateTime><DateTimeString formatCode="304">20260311100000Z</DateTimeString></IssueDateTime>
<Error><ValidationCode>CDS12056</ValidationCode>
<Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>42A</DocumentSectionCode></Pointer>
<Pointer><DocumentSectionCode>67A</DocumentSectionCode></Pointer>
<Pointer><SequenceNumeric>2</SequenceNumeric><DocumentSectionCode>68A</DocumentSectionCode></Pointer>
<Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>23A</DocumentSectionCode><TagID>137</TagID></Pointer></Error>
<Declaration><FunctionalReferenceID>LRN-2026-0001</FunctionalReferenceID>
<RejectionDateTime><DateTimeString formatCode="304">20260311100000Z</DateTimeString></RejectionDateTime><VersionID>1</VersionID></Declaration>
</Response></MetaData>"#;

/// Numbers from a seed: SplitMix64.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }
}

/// How a generated message is made.
pub(crate) struct Taste {
    /// Every element once, rather than some.
    pub(crate) everything: bool,
    /// Elements, attributes and values that the table does not have, too.
    pub(crate) strange: bool,
}

/// A message of the table's elements.
pub(crate) fn generate(response: bool, taste: &Taste, dice: &mut Dice) -> String {
    let (name, node) =
        if response { ("Response", &table().response) } else { ("Declaration", &table().declaration) };
    let mut xml = String::from("<MetaData>");
    children(&mut xml, &table().envelope, taste, dice);
    xml.push_str(&format!("<{name}>"));
    children(&mut xml, node, taste, dice);
    xml.push_str(&format!("</{name}></MetaData>"));
    xml
}

fn children(xml: &mut String, node: &Node, taste: &Taste, dice: &mut Dice) {
    for child in &node.children {
        let times = match child.occurrence {
            _ if taste.everything => 1,
            Occurrence::Once => 1,
            Occurrence::Optional => u64::from(dice.roll(3) == 0),
            Occurrence::Many => dice.roll(4).saturating_sub(1),
        };
        for _ in 0..times {
            element(xml, child, taste, dice);
        }
        if taste.strange && dice.roll(40) == 0 {
            xml.push_str(
                ["<Colour listID=\"x&amp;y\">red</Colour>", "<Odd/>", "<Odd><Odder>1</Odder>t</Odd>"]
                    [dice.roll(3) as usize],
            );
            if dice.roll(2) == 0 {
                element(xml, child, taste, dice);
            }
        }
    }
}

fn element(xml: &mut String, node: &Node, taste: &Taste, dice: &mut Dice) {
    if taste.strange && dice.roll(60) == 0 {
        let odd = [
            "<N/>",
            "<N a=\"1\"> </N>",
            "<N>12x</N>",
            "<N><M>1</M></N>",
            "<N unitCode=\"kilo gram\">007</N>",
        ];
        xml.push_str(&odd[dice.roll(5) as usize].replace('N', node.name));
        return;
    }
    let digits = |dice: &mut Dice, most: usize| {
        let length = 1 + dice.roll(most.min(9) as u64) as usize;
        (0..length)
            .map(|place| char::from(b'0' + (dice.roll(9) as u8 + u8::from(place == 0))))
            .collect::<String>()
    };
    let number = |dice: &mut Dice, most: usize, behind: usize| {
        let whole = digits(dice, most.saturating_sub(behind).max(1));
        if behind > 0 && dice.roll(2) == 0 { format!("{whole}.{}", digits(dice, behind)) } else { whole }
    };
    let (attribute, text) = match node.kind {
        Kind::Group => {
            let mut inner = String::new();
            children(&mut inner, node, taste, dice);
            if !inner.is_empty() {
                xml.push_str(&format!("<{0}>{inner}</{0}>", node.name));
            }
            return;
        }
        Kind::Time => {
            xml.push_str(&format!(
                "<{0}><DateTimeString formatCode=\"102\">20260{1}1{2}</DateTimeString></{0}>",
                node.name,
                1 + dice.roll(9),
                dice.roll(9)
            ));
            return;
        }
        Kind::Text(most) => {
            let word = ["a", "B &amp; C", "é–漢", "two  blanks", "&lt;x&gt;"][dice.roll(5) as usize];
            (String::new(), if most < 11 { "X1".chars().take(most).collect() } else { word.to_owned() })
        }
        Kind::Digits(most) => (String::new(), digits(dice, most)),
        Kind::Letters(letters) => (String::new(), "GBPX"[..letters].to_owned()),
        Kind::Count(most) => (String::new(), digits(dice, most)),
        Kind::Number(most, behind) => (String::new(), number(dice, most, behind)),
        Kind::Amount(most, behind) => (" currencyID=\"GBP\"".to_owned(), number(dice, most, behind)),
        Kind::Measure(most, behind) => (" unitCode=\"KGM\"".to_owned(), number(dice, most, behind)),
    };
    xml.push_str(&format!("<{0}{attribute}>{text}</{0}>", node.name));
}
