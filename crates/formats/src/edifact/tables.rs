//! The structure of each message: which segments and segment groups it has, in which order.
//!
//! Facts of the UN/EDIFACT directories, in a notation of our own. `BGM!` must be there, `DTM` may be, `1(RFF! DTM)`
//! is segment group 1, which begins with its first segment, and `2!(…)` is one that must be there. How often a segment
//! may repeat is left out: what a sender repeats is read. A message has one table for each stretch of directories in
//! which its groups carry the same numbers; a message of another directory is held against the one before it.

/// Structures of one message, by the first directory that has it.
pub(crate) type Structures = &'static [(u32, &'static str)];

/// Number of a directory: `D.95B` is 19952.
pub(crate) const fn directory(year: u32, letter: u32) -> u32 {
    year * 10 + letter
}

/// Messages that are read, and the answers to them.
pub(crate) fn structures(message: &str) -> Option<Structures> {
    Some(match message {
        "COARRI" => COARRI,
        "CODECO" => CODECO,
        "COPRAR" => COPRAR,
        "BAPLIE" => BAPLIE,
        "IFTSTA" => IFTSTA,
        "CUSCAR" => CUSCAR,
        "CUSREP" => CUSREP,
        "CUSDEC" => CUSDEC,
        "CUSRES" => CUSRES,
        "PAXLST" => PAXLST,
        "CONTRL" => CONTRL,
        _ => return None,
    })
}

const COARRI: Structures = &[
    (
        directory(1995, 2),
        "BGM! DTM FTX RFF 1!(TDT! RFF LOC DTM FTX) 2!(NAD! CTA COM) \
         3(EQD! RFF GDS TMD DTM LOC MEA DIM TMP RNG SEL FTX PCD DGS EQA HAN DAM COD 4(TDT! RFF LOC DTM) NAD) CNT",
    ),
    (
        directory(1998, 1),
        "BGM! DTM FTX 1(RFF! DTM) 2!(TDT! DTM RFF 3(LOC! DTM) FTX) 4!(NAD! 5(CTA! COM)) \
         6(EQD! RFF GDS TMD DTM 7(LOC! DTM) MEA DIM 8(TMP! RNG) SEL FTX PCD 9(DGS! FTX MEA 10(CTA! COM)) \
         EQA PIA COD HAN 11(DAM! COD) 12(TDT! LOC DTM) NAD) CNT",
    ),
    (
        directory(2007, 1),
        "BGM! DTM FTX 1(RFF! DTM) 2!(TDT! DTM RFF 3(LOC! DTM) FTX) 4!(NAD! 5(CTA! COM)) \
         6(EQD! RFF GDS TMD DTM 7(LOC! DTM) MEA DIM 8(TMP! RNG) SEL FTX PCD 9(DGS! FTX MEA 10(CTA! COM)) \
         EQA PIA COD HAN 11(DAM! COD) 12(TDT! DTM RFF 13(LOC! DTM)) NAD) CNT",
    ),
];

const CODECO: Structures = &[
    (
        directory(1995, 2),
        "BGM! DTM FTX RFF 1(TDT! RFF LOC DTM) 2!(NAD! CTA COM) 3(GID! HAN FTX MEA SGP 4(DGS! FTX)) \
         5(EQD! RFF TMD DTM LOC MEA DIM TMP RNG SEL FTX PCD EQA DGS COD HAN 6(DAM! COD) 7(TDT! RFF LOC DTM) NAD) CNT",
    ),
    (
        directory(1998, 1),
        "BGM! DTM FTX 1(RFF! DTM) 2(TDT! DTM RFF 3(LOC! DTM)) 4!(NAD! 5(CTA! COM)) \
         6(GID! HAN FTX PIA MEA 7(TMP! RNG) SGP 8(DGS! FTX MEA 9(CTA! COM))) \
         10!(EQD! RFF TMD DTM LOC MEA DIM SEL FTX PCD EQA COD HAN 11(DAM! COD) \
         12(TDT! DTM RFF 13(LOC! DTM)) NAD 14(DGS! FTX MEA 15(CTA! COM)) 16(TMP! RNG)) CNT",
    ),
];

const COPRAR: Structures = &[
    (
        directory(1995, 2),
        "BGM! DTM FTX RFF 1!(TDT! RFF LOC DTM FTX) 2!(NAD! CTA COM) \
         3!(EQD! RFF EQN TMD DTM LOC MEA DIM TMP RNG SEL FTX PCD DGS EQA HAN 4(TDT! RFF LOC DTM) NAD) CNT",
    ),
    (
        directory(1998, 1),
        "BGM! DTM FTX 1(RFF! DTM) 2!(TDT! DTM RFF 3(LOC! DTM) FTX) 4!(NAD! 5(CTA! COM)) \
         6!(EQD! RFF EQN TMD DTM LOC MEA DIM 7(TMP! RNG) SEL FTX PCD 8(DGS! FTX MEA 9(CTA! COM)) EQA HAN \
         10(TDT! DTM RFF 11(LOC! DTM)) NAD) CNT",
    ),
];

const BAPLIE: Structures = &[
    (
        directory(1995, 2),
        "BGM! DTM RFF NAD 1!(TDT! LOC DTM RFF FTX) \
         2(LOC! GID GDS FTX MEA DIM TMP RNG LOC RFF 3(EQD! EQA NAD RFF) 4(DGS! FTX))",
    ),
    (
        directory(1999, 1),
        "BGM! DTM 1(RFF! DTM) 2(NAD! 3(CTA! COM)) 4!(TDT! LOC DTM RFF FTX) \
         5(LOC! GID GDS FTX MEA DIM TMP RNG LOC RFF 6(EQD! EQA NAD RFF) 7(DGS! FTX))",
    ),
    (
        directory(2011, 1),
        "BGM! DTM 1(RFF! DTM) 2(NAD! 3(CTA! COM)) 4!(TDT! RFF FTX 5(LOC! DTM)) UNS \
         6(LOC! FTX RFF 7(EQD! NAD MEA HAN DIM RFF GDS FTX 8(LOC! TSR TDT) 9(TMP! RNG DTM) 10(EQA! NAD) \
         11(DGS! ATT MEA FTX 12(CTA! COM)))) CNT",
    ),
];

const IFTSTA: Structures = &[
    (
        directory(1995, 2),
        "BGM! DTM TSR 1(NAD! 2(CTA! COM)) 3(RFF! DTM) LOC FTX CNT \
         4(CNI! LOC CNT 5!(STS! RFF DTM DOC FTX NAD LOC PCI 6(TDT! DTM RFF 7(LOC! DTM)) \
         8(EQD! MEA DIM SEL RFF TPL TMD 9(EQA! SEL)) \
         10(GID! HAN SGP DGS FTX 11(MEA! EQN) 12(DIM! EQN) 13(PCI! GIN))))",
    ),
    (
        directory(2010, 1),
        "BGM! DTM TSR 1(NAD! 2(CTA! COM)) 3(RFF! DTM) LOC FTX CNT \
         4(EQD! STS MEA DIM SEL RFF TPL TMD 5(DGS! FTX) 6(LOC! DTM) 7(EQA! SEL 8(LOC! DTM)) \
         9(TDT! DTM RFF 10(LOC! DTM)) 11(TMP! RNG) 12(DAM! COD)) \
         13(CNI! LOC CNT 14!(STS! RFF DTM DOC MOA FTX 15(NAD! 16(CTA! COM)) LOC PCI 17(TDT! DTM RFF 18(LOC! DTM)) \
         19(EQD! MEA DIM SEL RFF TPL TMD 20(LOC! DTM) 21(EQA! SEL 22(LOC! DTM))) \
         23(GID! HAN SGP DGS FTX GDS LOC QTY 24(MEA! EQN) 25(DIM! EQN) 26(RFF! DTM) 27(PCI! GIN))))",
    ),
];

const CUSCAR: Structures = &[(
    directory(1995, 2),
    "BGM! DTM LOC QTY 1(RFF! DTM) 2(NAD! DTM 3(CTA! COM)) FTX 4(TDT! LOC DTM) GIS GEI \
     5(EQD! TSR MEA DIM SEL NAD GIS GEI LOC 6(TMP! RNG)) CNT \
     7(CNI! CNT 8(RFF! CNT MOA LOC GIS GEI CUX CPI 9(TDT! LOC DTM MEA 10(RFF! TSR)) \
     11(NAD! DTM RFF 12(CTA! COM)) 13(QTY! FTX) \
     14(GID! PAC HAN FTX MEA MOA SGP DGS PCI CST LOC TMD 15(GIS! GEI DTM DOC PAC MEA) 16(QTY! FTX)))) \
     17(AUT! DTM RFF)",
)];

const CUSREP: Structures = &[(
    directory(1995, 2),
    "BGM! DTM QTY POC FTX MEA 1(RFF! DTM) 2(LOC! DTM) 3(DOC! RFF DTM LOC) 4(TAX! MOA FII LOC RFF DTM) \
     5(NAD! 6(CTA! COM) 7(RFF! DTM)) 8(TDT! TPL DTM 9(LOC! DTM QTY NAD MEA POC STS FTX)) 10(EQD! EQN) 11(AUT! DTM)",
)];

const CUSDEC: Structures = &[(
    directory(1995, 2),
    "BGM! CST LOC DTM GIS GEI FII MEA EQD SEL FTX 1(RFF! DTM LOC 2(PAC! 3(PCI! FTX))) 4(TDT! TPL LOC) \
     5(DOC! DTM LOC) 6(NAD! RFF CTA COM) 7(TOD! LOC FTX) 8(MOA! 9(CUX! DTM)) UNS \
     10(DMS! DTM MEA 11(MOA! 12(CUX! DTM)) 13(TOD! LOC FTX) 14(NAD! 15(DOC! DTM LOC)) \
     16(PAC! 17(PCI! FTX RFF)) 18(PAT! MOA PCD FTX) 19(ALC! RTE MOA PCD QTY 20(CUX! DTM)) \
     21(LIN! PIA QTY PRI PCD MEA QVR MOA NAD GIR GIS LOC 22(DOC! DTM) 23(ALC! RTE MOA PCD QTY 24(CUX! DTM)) \
     25(TOD! LOC) 26(PAT! MOA PCD FTX) 27(IMD! FTX) 28(PAC! 29(PCI! FTX RFF)))) \
     30(CST! FTX LOC DTM MEA NAD TDT 31(PAC! 32(PCI! FTX)) 33(MOA! 34(CUX! DTM)) \
     35(RFF! DTM GIN MOA 36(IMD! FTX)) 37(DOC! DTM LOC NAD) 38(TOD! LOC FTX) 39(GDS! FTX) \
     40(GIS! PCD DTM RFF) GEI 41(TAX! MOA GIS) 42(QVR! QTY 43(RFF! DTM)) \
     44(GIR! GIS NAD MEA 45(MOA! 46(CUX! DTM)) 47(TAX! MOA GIS) 48(DOC! DTM LOC)) QTY) \
     UNS CNT 49(TAX! MOA GIS) 50(AUT! DTM)",
)];

const CUSRES: Structures = &[(
    directory(1995, 2),
    "BGM! DTM FTX TDT LOC GIS GEI EQD 1(NAD! 2(CTA! COM)) 3(RFF! DTM LOC) 4(ERP! RFF ERC FTX) 5(TAX! MOA GIS) \
     6(DOC! PAC RFF PCI FTX TDT LOC DTM GIS MEA EQD 7(NAD! 8(CTA! COM)) 9(MOA! CUX) 10(TAX! MOA GIS) \
     11(CST! FTX 12(TAX! MOA GIS MEA RFF)) 13(ERP! RFF ERC FTX)) CNT 14(AUT! DTM)",
)];

const PAXLST: Structures = &[(
    directory(1995, 2),
    "BGM! RFF DTM GEI 1(NAD! CTA COM) 2!(TDT! DTM RFF 3(LOC! DTM)) \
     4(NAD! ATT DTM MEA GEI FTX LOC COM EMP NAT RFF 5(DOC! DTM GEI RFF LOC CPI QTY) 6(GID! FTX QTY) 7(TDT! FTX)) \
     CNT AUT",
)];

const CONTRL: Structures = &[(directory(1995, 2), "UCI! 1(UCM! 2(UCS! UCD)) 3(UCF! 4(UCM! 5(UCS! UCD)))")];

/// The elements of common segments behind the tag, by the number of the element or composite that stands there.
pub(crate) fn element_name(tag: &str, element: usize) -> Option<&'static str> {
    let names: &[&str] = match tag {
        "UNB" => &["S001", "S002", "S003", "S004", "0020", "S005", "0026", "0029", "0031", "0032", "0035"],
        "UNH" => &["0062", "S009", "0068", "S010"],
        "UNT" => &["0074", "0062"],
        "UNZ" => &["0036", "0020"],
        "UNG" => &["0038", "S006", "S007", "S004", "0048", "0051", "S008"],
        "UNE" => &["0060", "0048"],
        "BGM" => &["C002", "C106", "1225", "4343"],
        "DTM" => &["C507"],
        "EQD" => &["8053", "C237", "C224", "8077", "8249", "8169"],
        "LOC" => &["3227", "C517", "C519", "C553", "5479"],
        "MEA" => &["6311", "C502", "C174", "7383"],
        "NAD" => &["3035", "C082", "C058", "C080", "C059", "3164", "3229", "3251", "3207"],
        "RFF" => &["C506"],
        "SEL" => &["9308", "C215", "4517"],
        "STS" => &["C601", "C555", "C556"],
        "TDT" => &["8051", "8028", "C220", "C228", "C040", "8101", "C401", "C222", "8281"],
        "CNI" => &["1490", "C503", "1312"],
        "CST" => &["1496", "C246"],
        "GID" => &["1496", "C213"],
        "SGP" => &["C237", "7224"],
        "DOC" => &["C002", "C503"],
        "FTX" => &["4451", "4453", "C107", "C108", "3453"],
        "DGS" => &["8273", "C205", "C234"],
        "CNT" => &["C270"],
        _ => return None,
    };
    names.get(element.checked_sub(1)?).copied()
}
