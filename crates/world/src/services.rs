//! The table of carriers and liner services. Carriers are made up; the ports and the pattern of rotations are not.

use crate::fleet::{Carrier, Dialect};

#[rustfmt::skip]
pub(crate) const CARRIERS: &[Carrier] = &[
    Carrier { code: "HLDM", owner: "HXMU", alliance: 0, dialect: Dialect::Csv, weight: 18.0 },
    Carrier { code: "ORVS", owner: "OVXU", alliance: 0, dialect: Dialect::Dcsa2, weight: 12.0 },
    Carrier { code: "TQNL", owner: "TQXU", alliance: 0, dialect: Dialect::Csv, weight: 8.0 },
    Carrier { code: "KVLO", owner: "KVXU", alliance: 1, dialect: Dialect::Dcsa3, weight: 12.0 },
    Carrier { code: "BRYX", owner: "BYXU", alliance: 1, dialect: Dialect::Csv, weight: 14.0 },
    Carrier { code: "ZMPT", owner: "ZPXU", alliance: 1, dialect: Dialect::Dcsa2, weight: 7.0 },
    Carrier { code: "LQST", owner: "LQXU", alliance: 2, dialect: Dialect::Csv, weight: 12.0 },
    Carrier { code: "WDRN", owner: "WDXU", alliance: 2, dialect: Dialect::Dcsa3, weight: 9.0 },
    Carrier { code: "EJFL", owner: "EJXU", alliance: 2, dialect: Dialect::Csv, weight: 8.0 },
];

/// A service as written down; vessels and times are drawn.
pub(crate) struct Template {
    pub code: &'static str,
    pub alliance: u8,
    /// UN/LOCODEs in order.
    pub rotation: &'static str,
    /// Opens after this share of the world's days; 0 for a service that always ran.
    pub opens_share: f64,
}

const fn service(code: &'static str, alliance: u8, rotation: &'static str) -> Template {
    Template { code, alliance, rotation, opens_share: 0.0 }
}

#[rustfmt::skip]
pub(crate) const SERVICES: &[Template] = &[
    service("AE1", 0, "CNSHG CNNGB CNYTN SGSIN GBFXT NLRTM DEHAM BEANR SGSIN"),
    service("AE2", 0, "CNTAO KRPUS CNSHG MYTPP GBSOU FRLEH DEBRV NLRTM MYTPP"),
    service("AE3", 0, "CNTXG CNDLC CNNGB CNXMN SGSIN ESALG GBLGP NLRTM PLGDN SGSIN"),
    service("AI1", 0, "INMUN INNSA PKKHI OMSLL GBLGP NLRTM DEHAM OMSLL"),
    service("AF1", 0, "SGSIN VNSGN THLCH"),
    service("AF2", 0, "SGSIN BDCGP LKCMB INMAA"),
    service("AF3", 0, "SGSIN IDJKT IDSUB PHMNL"),
    service("AF4", 0, "KRPUS JPYOK JPUKB"),
    service("AF5", 0, "CNNSA HKHKG VNHPH CNYTN SGSIN"),
    service("AM1", 0, "TRIST GRPIR MTMAR ESALG GBLGP NLRTM ESALG"),
    service("AM2", 0, "TRMER EGPSD ITGOA ESVLC ESALG"),
    service("AT1", 0, "USNYC USSAV USHOU GBSOU BEANR DEBRV CAHAL"),
    service("AS1", 0, "BRSSZ ARBUE ESALG NLRTM GBLGP ESALG"),
    service("AW1", 0, "ESALG CIABJ GHTEM NGAPP"),
    service("AZ1", 0, "ZADUR ZACPT NLRTM GBLGP DEBRV"),
    service("AP1", 0, "CNSHG CNNGB KRPUS USLAX USOAK"),
    service("AL1", 0, "PECLL ECGYE PAONX COCTG NLRTM GBFXT"),
    service("AX1", 0, "OMSLL KEMBA TZDAR"),
    service("AO1", 0, "AUMEL AUSYD NZAKL MYTPP"),
    service("AG1", 0, "AEJEA SAJED OMSLL INNSA"),
    service("AU1", 0, "NLRTM IEDUB GBLIV"),
    service("BE1", 1, "CNNGB CNSHG CNXMN CNYTN MYPKG GBFXT DEHAM NLRTM MYPKG"),
    service("BE2", 1, "CNTAO CNNSA VNSGN SGSIN LKCMB EGPSD GBLGP BEANR DEHAM LKCMB"),
    service("BI1", 1, "AEJEA PKKHI INNSA INMUN SAJED GBFXT NLRTM BEANR SAJED"),
    service("BF1", 1, "MYPKG IDJKT IDSUB PHMNL"),
    service("BF2", 1, "LKCMB BDCGP INMAA"),
    service("BF3", 1, "SGSIN THLCH VNSGN"),
    service("BF4", 1, "KRPUS CNTXG CNDLC CNSHG"),
    service("BF5", 1, "TWKHH HKHKG VNHPH MYPKG"),
    service("BM1", 1, "TRMER TRIST EGPSD MTMAR MAPTM GBSOU FRLEH MAPTM"),
    service("BT1", 1, "USHOU USSAV USNYC GBLIV BEANR"),
    service("BL1", 1, "CLSAI PECLL ECGYE COCTG PAONX NLRTM GBSOU"),
    service("BS1", 1, "ARBUE BRSSZ MAPTM NLRTM GBFXT"),
    service("BX1", 1, "AEJEA KEMBA TZDAR"),
    service("BW1", 1, "MAPTM CIABJ GHTEM NGAPP"),
    service("BP1", 1, "CNYTN HKHKG TWKHH USLAX CAVAN"),
    service("BP2", 1, "CNNGB KRPUS MXZLO PECLL"),
    service("BO1", 1, "MYPKG AUMEL AUSYD NZAKL"),
    service("BZ1", 1, "ZADUR ZACPT MAPTM"),
    service("BU1", 1, "BEANR GBLIV IEDUB"),
    service("CE1", 2, "CNDLC CNTXG KRPUS CNNSA SGSIN GRPIR GBSOU NLRTM DEBRV SGSIN"),
    service("CE2", 2, "CNSHG CNNGB CNYTN HKHKG THLCH SGSIN GBFXT BEANR SEGOT SGSIN"),
    service("CE3", 2, "VNHPH VNSGN SGSIN LKCMB INNSA GBLGP DEHAM FRLEH LKCMB"),
    service("CF1", 2, "TWKHH CNXMN HKHKG PHMNL"),
    service("CF2", 2, "SGSIN IDJKT IDSUB MYPKG"),
    service("CF3", 2, "LKCMB BDCGP INMAA PKKHI"),
    service("CF4", 2, "KRPUS JPYOK JPUKB CNTAO"),
    service("CG1", 2, "LKCMB AEJEA INMUN"),
    service("CM1", 2, "TRIST TRMER GRPIR ESVLC GBSOU BEANR ESVLC"),
    service("CM2", 2, "ESVLC ITGOA EGPSD GRPIR"),
    service("CT1", 2, "USSAV USNYC CAHAL GBLIV BEANR"),
    service("CS1", 2, "ARBUE BRSSZ ESVLC NLRTM GBLGP"),
    service("CL1", 2, "ECGYE COCTG PAONX NLRTM GBFXT"),
    service("CX1", 2, "LKCMB KEMBA TZDAR"),
    service("CZ1", 2, "ZACPT ZADUR SGSIN"),
    service("CP1", 2, "CNNSA CNYTN KRPUS USOAK USLAX"),
    service("CO1", 2, "SGSIN AUSYD AUMEL NZAKL"),
    service("CU1", 2, "BEANR IEDUB GBLIV"),
    Template { code: "AE9", alliance: 0, rotation: "VNSGN SGSIN MAPTM GBFXT NLRTM MAPTM", opens_share: 0.35 },
    Template { code: "BE9", alliance: 1, rotation: "VNHPH TWKHH MYPKG SAJED GBSOU BEANR MYPKG", opens_share: 0.5 },
    Template { code: "CE9", alliance: 2, rotation: "INMUN PKKHI EGPSD GBLGP NLRTM EGPSD", opens_share: 0.4 },
];
