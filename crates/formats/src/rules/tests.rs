//! The shipped table, and tables of an administration.

use super::*;

const MESSAGE: &str = "<ie:CC315A xmlns:ie=\"http://ics.dgtaxud.ec/CC315A\"><MesSenMES3>GBCD1234/1234567890</MesSenMES3>\
    <DatOfPreMES9>091231</DatOfPreMES9><TimOfPreMES10>2359</TimOfPreMES10><MesIdeMES19>M1</MesIdeMES19>\
    <MesTypMES20>CC315A</MesTypMES20><HEAHEA><RefNumHEA4>R1</RefNumHEA4><TraModAtBorHEA76>2</TraModAtBorHEA76>\
    <TotNumOfIteHEA305>1</TotNumOfIteHEA305><DecPlaHEA394>X</DecPlaHEA394><SpeCirIndHEA1>D</SpeCirIndHEA1>\
    <ComRefNumHEA>C1</ComRefNumHEA><PlaLoaGOOITE334>GBX</PlaLoaGOOITE334><PlaUnlGOOITE334>GBX</PlaUnlGOOITE334>\
    <DecDatTimHEA114>200912312359</DecDatTimHEA114></HEAHEA><TRACONCE1><TINCE159>GBab12</TINCE159></TRACONCE1>\
    <GOOITEGDS><IteNumGDS7>1</IteNumGDS7><GroMasGDS46>5</GroMasGDS46><COMCODGODITM><ComNomCMD1>1234</ComNomCMD1>\
    </COMCODGODITM><IDEMEATRAGI970><IdeMeaTraGIMEATRA971>a</IdeMeaTraGIMEATRA971></IDEMEATRAGI970><PACGS2>\
    <KinOfPacGS23>VR</KinOfPacGS23></PACGS2></GOOITEGDS><ITI><CouOfRouCodITI1>AB</CouOfRouCodITI1></ITI><ITI>\
    <CouOfRouCodITI1>AB</CouOfRouCodITI1></ITI><PERLODSUMDEC><TINPLD1>GBCD12345EFG</TINPLD1></PERLODSUMDEC>\
    <CUSOFFFENT730><RefNumCUSOFFFENT731>GB000060</RefNumCUSOFFFENT731>\
    <ExpDatOfArrFIRENT733>200912312359</ExpDatOfArrFIRENT733></CUSOFFFENT730></ie:CC315A>";

fn found(rules: &Rules, message: &str) -> Vec<(String, String)> {
    let verdict = crate::check_with(message.as_bytes(), None, rules);
    verdict.errors.into_iter().map(|error| (error.code, error.location)).collect()
}

#[test]
fn the_shipped_table_compiles_whole() {
    let rules = Rules::none().with(BUILTIN).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(rules.list.len(), 184);
    let tested = |compiled: &Compiled| compiled.by_element.iter().map(Vec::len).sum::<usize>();
    assert_eq!(rules.compiled.iter().map(tested).collect::<Vec<_>>(), [184, 183]);
    assert!(rules.list.iter().all(|rule| rule.message.ends_with('.')));
    assert_eq!(found(&rules, MESSAGE), []);
}

#[test]
fn an_administration_adds_words_otherwise_and_switches_off() {
    let broken = MESSAGE.replace(">GBab12<", ">FRab12<");
    let codes = |rules: &Rules| found(rules, &broken).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert_eq!(codes(Rules::builtin()), ["8225", "8226", "8227", "8228", "8229"]);
    let table = "
        [[rule]]
        path = '/TRACONCE1'
        code = '8226'
        enabled = false

        [[rule]]
        path = '/GOOITEGDS/COMCODGODITM/ComNomCMD1'
        code = 'X1'
        condition = '''!self.startsWith('12') || number(item.GroMasGDS46) > 1000'''
        message = 'Chapter 12 goods weigh more than a ton.'
    ";
    let rules = Rules::builtin().with(table).unwrap();
    assert_eq!(codes(&rules), ["8225", "8227", "8228", "8229", "X1"]);
    let place = "/ie:CC315A[1]/GOOITEGDS[1]/COMCODGODITM[1]/ComNomCMD1[1]".to_owned();
    assert_eq!(found(&rules, &broken).pop(), Some(("X1".to_owned(), place)));
    let again = Rules::builtin().with(&rules.to_toml()).unwrap();
    let plain =
        |rules: &Rules| rules.list.iter().map(|rule| Rule { line: 0, ..rule.clone() }).collect::<Vec<_>>();
    assert_eq!(plain(&again), plain(&rules));
    let alone = Rules::builtin().with("keep = false").unwrap();
    assert_eq!((alone.list().len(), found(&alone, &broken)), (0, Vec::new()));
}

#[test]
fn what_is_wrong_with_a_table_is_said_with_its_line() {
    let rule = |path: &str, code: &str, condition: &str| {
        format!(
            "\n[[rule]]\npath = '{path}'\ncode = '{code}'\ncondition = '''{condition}'''\nmessage = 'm.'\n"
        )
    };
    for (table, expected) in [
        ("rule = 1".to_owned(), "line 1: "),
        ("[[rule]]\npath = '/'\ncode = 'A'\nfoo = 1".to_owned(), "unknown field `foo`"),
        (rule("/NOWHERE", "A", "true"), "line 2: path `/NOWHERE` is no element"),
        (rule("HEAHEA", "A", "true"), "is no element"),
        (rule("/", "much too long", "true"), "is not 1 to 6 letters and digits"),
        (rule("/HEAHEA", "A", "has(self.TotGroMasHEA30)"), "is `TotGroMasHEA307` meant?"),
        (rule("/HEAHEA", "A", "item.IteNumGDS7 == ''"), "there is no `item` here"),
        (rule("/", "A", "self.TRACONCE1"), "a condition gives a bool"),
        ("[[rule]]\npath = '/'\ncode = 'A'".to_owned(), "is a new rule and needs a condition"),
        (
            "[[rule]]\npath = '/'\ncode = '8102'\nmessages = ['IE315']".to_owned(),
            "there is no message `IE315`",
        ),
        (rule("/", "A", "message.CUSOFFLON.RefNumCOL1 == ''"), "there is no field `CUSOFFLON`"),
    ] {
        let faults = Rules::builtin().with(&table).unwrap_err();
        let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(shown.iter().any(|fault| fault.contains(expected)), "{table}: {shown:#?}");
    }
}

#[test]
fn rules_have_a_bound() {
    let table = "
        keep = false
        [[rule]]
        path = '/GOOITEGDS'
        code = 'SLOW'
        condition = '''message.GOOITEGDS.all(a, message.GOOITEGDS.all(b, size(a.IteNumGDS7 + self.IteNumGDS7 + b.IteNumGDS7) > 0))'''
        message = 'Slow.'
        [[rule]]
        path = '/'
        code = 'ZERO'
        condition = '''1 / size(message.TRACONCE1.TINCE159.trim()) >= 0'''
        message = 'Divides.'
    ";
    let rules = Rules::builtin().with(table).unwrap();
    let item = &MESSAGE[MESSAGE.find("<GOOITEGDS>").unwrap()..MESSAGE.find("<ITI>").unwrap()];
    let many = MESSAGE.replace(item, &item.repeat(2_000)).replace("<TINCE159>GBab12</TINCE159>", "");
    let codes: Vec<String> = found(&rules, &many).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["NUMBER", "STEPS"]);
}
