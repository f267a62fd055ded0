// Messages that a carrier might send, made here: entry summary declarations and rows of status events.
const escape = (text) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An entry summary declaration (IE315) of one consignment in one container. */
export function entrySummary({ reference, document, container, goods, consignor, consignee, seal = 'TS1' }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ie:CC315A xmlns:ie="http://ics.dgtaxud.ec/CC315A">
  <MesSenMES3>GB000036527964/0000000001</MesSenMES3><MesRecMES6>GBCD1234</MesRecMES6>
  <DatOfPreMES9>260531</DatOfPreMES9><TimOfPreMES10>0330</TimOfPreMES10>
  <MesIdeMES19>${escape(reference)}</MesIdeMES19><MesTypMES20>CC315A</MesTypMES20>
  <HEAHEA>
    <RefNumHEA4>${escape(reference)}</RefNumHEA4><TraModAtBorHEA76>1</TraModAtBorHEA76>
    <IdeOfMeaOfTraCroHEA85>9259056</IdeOfMeaOfTraCroHEA85>
    <TotNumOfIteHEA305>1</TotNumOfIteHEA305><TotNumOfPacHEA306>325</TotNumOfPacHEA306><TotGroMasHEA307>4038</TotGroMasHEA307>
    <DecPlaHEA394>London</DecPlaHEA394><DecPlaHEA394LNG>EN</DecPlaHEA394LNG><ConRefNumHEA>030W</ConRefNumHEA>
    <PlaLoaGOOITE334>CNNSA</PlaLoaGOOITE334><PlaLoaGOOITE334LNG>EN</PlaLoaGOOITE334LNG>
    <PlaUnlGOOITE334>GBSOU</PlaUnlGOOITE334><CodPlUnHEA357LNG>EN</CodPlUnHEA357LNG>
    <DecDatTimHEA114>202605310330</DecDatTimHEA114>
  </HEAHEA>
  <TRACONCO1><NamCO17>${escape(consignor)}</NamCO17><StrAndNumCO122>1 Quay</StrAndNumCO122><PosCodCO123>1</PosCodCO123><CitCO124>Port</CitCO124><CouCO125>CN</CouCO125></TRACONCO1>
  <TRACONCE1><NamCE17>${escape(consignee)}</NamCE17><StrAndNumCE122>2 Quay</StrAndNumCE122><PosCodCE123>2</PosCodCE123><CitCE124>Port</CitCE124><CouCE125>GB</CouCE125></TRACONCE1>
  <GOOITEGDS>
    <IteNumGDS7>1</IteNumGDS7><GooDesGDS23>${escape(goods)}</GooDesGDS23><GooDesGDS23LNG>EN</GooDesGDS23LNG><GroMasGDS46>4038</GroMasGDS46>
    <PRODOCDC2><DocTypDC21>N705</DocTypDC21><DocRefDC23>${escape(document)}</DocRefDC23></PRODOCDC2>
    <COMCODGODITM><ComNomCMD1>420292</ComNomCMD1></COMCODGODITM>
    <CONNR2><ConNumNR21>${container}</ConNumNR21></CONNR2>
    <PACGS2><KinOfPacGS23>CT</KinOfPacGS23><NumOfPacGS24>325</NumOfPacGS24></PACGS2>
  </GOOITEGDS>
  <ITI><CouOfRouCodITI1>CN</CouOfRouCodITI1></ITI><ITI><CouOfRouCodITI1>GB</CouOfRouCodITI1></ITI>
  <CUSOFFLON><RefNumCOL1>GB000001</RefNumCOL1></CUSOFFLON>
  <PERLODSUMDEC><TINPLD1>GB000036527964</TINPLD1></PERLODSUMDEC>
  <SEAID529><SeaIdSEAID530>${escape(seal)}</SeaIdSEAID530></SEAID529>
  <CUSOFFFENT730><RefNumCUSOFFFENT731>GB000074</RefNumCUSOFFFENT731><ExpDatOfArrFIRENT733>202607110917</ExpDatOfArrFIRENT733></CUSOFFFENT730>
  <TRACARENT601><TINTRACARENT602>GB000036527964</TINTRACARENT602></TRACARENT601>
</ie:CC315A>
`;
}

/** Many reports of one box: `count` gate and load events, minutes apart, from three sources. */
export function manyReports(container, count) {
  const rows = ['message_id,container,event,event_time,location,full_empty,vessel_imo,source'];
  const start = Date.UTC(2026, 4, 20);
  for (let number = 0; number < count; number += 1) {
    const time = new Date(start + number * 240_000).toISOString();
    rows.push(`many-${number},${container},${['GTIN', 'LOAD', 'DEPA'][number % 3]},${time},CNNSA,LADEN,9259056,${['LINE', 'TERMINAL', 'PORT'][number % 3]}`);
  }
  return `${rows.join('\n')}\n`;
}

/** The container number with its check digit (ISO 6346). */
export function containerNumber(ten) {
  const value = (sign) => (sign >= 'A' ? 10 + (sign.charCodeAt(0) - 65) + Math.ceil((sign.charCodeAt(0) - 65) / 10) : Number(sign));
  const sum = [...ten].reduce((all, sign, place) => all + value(sign) * 2 ** place, 0);
  return `${ten}${(sum % 11) % 10}`;
}
