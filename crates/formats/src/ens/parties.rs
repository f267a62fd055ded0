//! The nine parties of an ENS: each names its leaf elements in its own way.

/// Leaf elements of one party.
#[derive(Debug)]
pub(crate) struct PartyNames {
    pub(crate) group: &'static str,
    pub(crate) name: &'static str,
    pub(crate) street: &'static str,
    pub(crate) postcode: &'static str,
    pub(crate) city: &'static str,
    pub(crate) country: &'static str,
    pub(crate) language: &'static str,
    pub(crate) identifier: &'static str,
}

macro_rules! parties {
    ($($group:ident: $name:ident $street:ident $postcode:ident $city:ident $country:ident $language:ident
       $identifier:ident;)+) => {
        static PARTIES: &[PartyNames] = &[$(PartyNames {
            group: stringify!($group),
            name: stringify!($name),
            street: stringify!($street),
            postcode: stringify!($postcode),
            city: stringify!($city),
            country: stringify!($country),
            language: stringify!($language),
            identifier: stringify!($identifier),
        }),+];
    };
}

parties! {
    TRACONCO1: NamCO17 StrAndNumCO122 PosCodCO123 CitCO124 CouCO125 NADLNGCO TINCO159;
    TRACONCE1: NamCE17 StrAndNumCE122 PosCodCE123 CitCE124 CouCE125 NADLNGCE TINCE159;
    NOTPAR670: NamNOTPAR672 StrNumNOTPAR673 PosCodNOTPAR676 CitNOTPAR674 CouCodNOTPAR675 NOTPAR670LNG
        TINNOTPAR671;
    TRACONCO2: NamCO27 StrAndNumCO222 PosCodCO223 CitCO224 CouCO225 NADLNGGTCO TINCO259;
    TRACONCE2: NamCE27 StrAndNumCE222 PosCodCE223 CitCE224 CouCE225 NADLNGGICE TINCE259;
    PRTNOT640: NamPRTNOT642 StrNumPRTNOT646 PstCodPRTNOT644 CtyPRTNOT643 CouCodGINOT647 PRTNOT640LNG
        TINPRTNOT641;
    TRAREP: NamTRE1 StrAndNumTRE1 PosCodTRE1 CitTRE1 CouCodTRE1 TRAREPLNG TINTRE1;
    PERLODSUMDEC: NamPLD1 StrAndNumPLD1 PosCodPLD1 CitPLD1 CouCodPLD1 PERLODSUMDECLNG TINPLD1;
    TRACARENT601: NamTRACARENT604 StrNumTRACARENT607 PstCodTRACARENT606 CtyTRACARENT603 CouCodTRACARENT605
        TRACARENT601LNG TINTRACARENT602;
}

/// The leaf elements of the party in this group element.
pub(crate) fn party_names(group: &[u8]) -> Option<&'static PartyNames> {
    PARTIES.iter().find(|party| party.group.as_bytes() == group)
}
