//! Words that are not the name: titles, particles, legal forms, words of the trade; and names that are one name.

/// What a word of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordKind {
    /// A name.
    Name,
    /// One letter for a name.
    Initial,
    /// Digits, or a Roman number.
    Number,
    /// `al`, `bin`, `von`: says little and is often left out.
    Particle,
    /// `Dr`, `Sheikh`, `Captain`.
    Title,
    /// `Ltd`, `GmbH`, `OOO`: the class of the form, not its letters, is compared.
    Form,
    /// `Trading`, `Bank`, `Company`: says little of who it is.
    Trade,
}

impl WordKind {
    /// Whether a name can be found by such a word.
    pub(crate) fn is_searched(self) -> bool {
        matches!(self, WordKind::Name | WordKind::Trade | WordKind::Number)
    }
}

/// Small words that stand for one another: the Arabic article with its assimilated forms, "son of", "house of".
const SAME_PARTICLES: &[&[&str]] = &[
    &["al", "el", "ul", "ur", "as", "ash", "ad", "ar", "an", "az", "at", "ed", "es", "ech", "esh"],
    &["bin", "ben", "ibn", "ebn", "bn", "abn"],
    &["ould", "uld", "wuld"],
    &["de", "di", "da", "do", "del", "della", "dos", "das", "du"],
    &["von", "vom"],
    &["zu", "zur"],
    &["ogly", "oglu", "ugli"],
    &["kyzy", "qizi", "kizi"],
    &["and", "und", "et", "y"],
    &["saint", "san", "st", "santa", "sankt"],
];

const PARTICLES: &[&str] = &[
    "bint", "la", "las", "los", "le", "les", "van", "der", "den", "ter", "ten", "of", "the", "for", "din",
    "wa", "in", "to", "on",
];

const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "dr",
    "doctor",
    "prof",
    "professor",
    "sir",
    "lord",
    "lady",
    "sheikh",
    "sheik",
    "shaykh",
    "shaikh",
    "cheikh",
    "shaik",
    "haji",
    "hajji",
    "hadji",
    "haj",
    "hajj",
    "alhaji",
    "al-haji",
    "mullah",
    "mulla",
    "maulvi",
    "mawlawi",
    "maulavi",
    "maulana",
    "mawlana",
    "molvi",
    "ayatollah",
    "imam",
    "ustad",
    "ustaz",
    "qari",
    "hafiz",
    "sayyid",
    "sayyed",
    "seyyed",
    "engineer",
    "eng",
    "ing",
    "general",
    "gen",
    "colonel",
    "col",
    "lieutenant",
    "lt",
    "major",
    "maj",
    "captain",
    "capt",
    "commander",
    "cmdr",
    "brigadier",
    "brig",
    "admiral",
    "sergeant",
    "sgt",
    "president",
    "minister",
    "senator",
    "governor",
    "judge",
    "father",
    "rev",
    "reverend",
    "bishop",
    "pastor",
    "comrade",
    "marshal",
    "sr",
    "jr",
    "senior",
    "junior",
    "esq",
    "phd",
    "md",
    "hon",
    "don",
    "dona",
    "senor",
    "senora",
    "monsieur",
    "mme",
    "mlle",
    "herr",
    "frau",
    "pan",
    "pani",
    "gospodin",
    "effendi",
    "bey",
    "pasha",
    "amir",
    "emir",
    "ms",
    "mv",
    "mt",
    "ss",
    "mts",
];

/// Legal forms by class: those of one line stand for one another.
const FORMS: &[&[&str]] = &[
    &[
        "ltd", "limited", "llc", "gmbh", "ooo", "srl", "sarl", "bv", "ltda", "spzoo", "doo", "eood", "ood",
        "oy", "kft", "sro", "too", "tov", "sl", "lda", "pvt", "private", "pte", "pty", "sdn", "bhd", "fze",
        "fzco", "fzc", "wll", "llp", "limitada", "mchj", "mmc", "uab", "sia", "ou", "as", "aps", "ab", "cia",
    ],
    &[
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "sa",
        "ag",
        "ao",
        "oao",
        "zao",
        "pao",
        "pjsc",
        "jsc",
        "ojsc",
        "cjsc",
        "nv",
        "spa",
        "plc",
        "kk",
        "asa",
        "se",
        "saoc",
        "saog",
        "psc",
        "ad",
        "dd",
        "tbk",
        "pt",
        "anonim",
        "sirketi",
        "aktiengesellschaft",
        "kabushiki",
        "kaisha",
    ],
    &["co", "company", "cie", "compagnie", "compania", "firm", "kompaniya", "sherkat", "sharikat", "gongsi"],
    &["lp", "kg", "partnership", "partners", "gbr", "ohg", "snc"],
    &["foundation", "fund", "trust", "stiftung", "fondation", "fundacion", "bonyad"],
];

const TRADE: &[&str] = &[
    "trading",
    "trade",
    "general",
    "international",
    "intl",
    "group",
    "holding",
    "holdings",
    "industries",
    "industrial",
    "industry",
    "bank",
    "shipping",
    "marine",
    "maritime",
    "lines",
    "line",
    "transport",
    "logistics",
    "services",
    "service",
    "export",
    "import",
    "exports",
    "imports",
    "enterprise",
    "enterprises",
    "establishment",
    "agency",
    "office",
    "bureau",
    "organization",
    "organisation",
    "association",
    "society",
    "institute",
    "center",
    "centre",
    "university",
    "committee",
    "council",
    "commission",
    "ministry",
    "department",
    "factory",
    "plant",
    "works",
    "manufacturing",
    "engineering",
    "technology",
    "technologies",
    "tech",
    "technical",
    "systems",
    "electronics",
    "machinery",
    "machine",
    "equipment",
    "oil",
    "gas",
    "petroleum",
    "energy",
    "power",
    "steel",
    "metal",
    "metals",
    "mining",
    "chemical",
    "chemicals",
    "construction",
    "development",
    "investment",
    "investments",
    "finance",
    "financial",
    "insurance",
    "exchange",
    "joint",
    "venture",
    "stock",
    "national",
    "state",
    "corporation",
    "foods",
    "food",
    "textile",
    "textiles",
    "garments",
    "medical",
    "pharmaceutical",
    "pharma",
    "aviation",
    "airlines",
    "air",
    "cargo",
    "freight",
    "forwarding",
    "consulting",
    "research",
    "project",
    "projects",
    "supply",
    "commercial",
    "commerce",
    "business",
    "global",
    "world",
    "new",
    "first",
    "united",
    "union",
    "front",
    "movement",
    "army",
    "party",
    "brigade",
    "islamic",
    "republic",
    "military",
    "defense",
    "defence",
    "aerospace",
    "electric",
    "security",
    "support",
    "relief",
    "humanitarian",
    "charity",
    "school",
    "hospital",
];

/// Names that are spelled so differently that neither letters nor sounds show that they are one.
const SAME_NAMES: &[&[&str]] = &[
    &[
        "muhammad",
        "mohammed",
        "mohammad",
        "mohamed",
        "mohamad",
        "muhammed",
        "muhamad",
        "mohd",
        "muhd",
        "mehmet",
        "mehmed",
        "mahomed",
        "mohamud",
        "magomed",
        "mamadou",
        "mamadu",
        "mukhammad",
        "mokhammad",
        "mhd",
        "moh",
        "magomet",
        "mohammadi",
    ],
    &["ahmad", "ahmed", "akhmad", "akhmed", "achmad", "akmad", "ahmet", "akhmet", "amadou", "hamed"],
    &[
        "yusuf", "yousef", "youssef", "yusef", "yosef", "joseph", "josef", "jose", "giuseppe", "iosif",
        "osip", "yousuf", "josip",
    ],
    &["ibrahim", "ebrahim", "abraham", "ibragim", "avraham", "brahim", "ibrohim"],
    &[
        "hussein", "husain", "husayn", "hossein", "hussain", "huseyin", "hosein", "khusein", "guseyn",
        "houcine", "hocine",
    ],
    &["hassan", "hasan", "khasan", "gasan", "hacene", "hasson"],
    &["osama", "usama", "ussama"],
    &["omar", "umar", "omer", "umer", "amar"],
    &["othman", "uthman", "osman", "usman", "ousmane", "ozman"],
    &["abdullah", "abdallah", "abdulla", "abdellah", "abdoulaye", "abdolah", "abdulloh", "abdulah"],
    &["ismail", "ismael", "esmail", "esmaeil", "ismoil", "ishmael"],
    &["ishaq", "isaac", "ishak", "iskhak", "isak", "itzhak", "yitzhak"],
    &["musa", "mousa", "moses", "moussa", "moise", "moshe", "mosa"],
    &["isa", "eissa", "issa", "aissa", "essa", "eisa"],
    &[
        "sulayman",
        "suleiman",
        "sulaiman",
        "solomon",
        "soliman",
        "suleyman",
        "sleiman",
        "soleyman",
        "salman",
        "solaymani",
    ],
    &["dawud", "daoud", "david", "dawood", "davud", "daud", "dawit", "dovid"],
    &[
        "yahya", "yehia", "john", "juan", "jean", "ivan", "johann", "johannes", "giovanni", "joao", "jan",
        "ian", "sean", "yuhanna", "hans", "ioannis", "yahia", "ivo",
    ],
    &[
        "mikhail", "michael", "miguel", "michel", "mikael", "michele", "mihail", "misha", "mike", "mykhailo",
        "michal", "mihai",
    ],
    &[
        "aleksandr",
        "alexander",
        "alejandro",
        "alexandre",
        "iskander",
        "sasha",
        "alex",
        "oleksandr",
        "aliaksandr",
        "alessandro",
        "alexandros",
        "iskandar",
    ],
    &["aleksey", "alexei", "alexey", "oleksiy", "aliaksei", "alyosha", "lyosha", "alexis"],
    &["vladimir", "volodymyr", "uladzimir", "vova", "volodya", "wladimir"],
    &["dmitry", "dmitri", "dmytro", "dima", "dzmitry", "dimitrios", "dimitri", "dmitriy"],
    &["sergey", "sergei", "serhiy", "siarhei", "serge", "sergio", "seryozha", "serhii"],
    &[
        "andrey", "andrew", "andrei", "andriy", "andreas", "andres", "andre", "andrea", "drew", "andy",
        "andrzej", "andrii",
    ],
    &[
        "nikolay", "nicholas", "nicolas", "mykola", "nikolai", "kolya", "nick", "nikolaos", "nicolae",
        "mikalai", "nicola", "klaus",
    ],
    &[
        "yevgeny", "evgeny", "eugene", "yevhen", "evgenii", "eugenio", "zhenya", "evgeniy", "yevgeniy",
        "yauhen",
    ],
    &[
        "georgy", "george", "jorge", "georgiy", "giorgi", "jurgen", "yuri", "yuriy", "iurii", "yury",
        "georges", "giorgio", "jerzy", "heorhiy", "georg", "gheorghe",
    ],
    &["pavel", "paul", "pablo", "pavlo", "paolo", "pawel", "paulo", "pavlos", "bulus"],
    &[
        "petr", "peter", "pedro", "pierre", "pyotr", "petro", "pietro", "piotr", "petros", "butrus", "pjotr",
        "pieter", "petru",
    ],
    &["konstantin", "constantine", "kostya", "kostyantyn", "constantin", "konstantinos", "kanstantsin"],
    &["viktor", "victor", "vitya", "vittorio", "wiktor"],
    &["anatoly", "anatoliy", "anatolii", "tolya", "anatoli"],
    &["vasily", "vasyl", "basil", "vasiliy", "vasya", "vasileios", "vasile", "vasilii"],
    &["grigory", "gregory", "hryhoriy", "grisha", "gregor", "gregorio", "greg", "grigoriy"],
    &["igor", "ihor", "ihar"],
    &["oleg", "oleh", "aleh"],
    &[
        "maria", "mary", "marie", "mariya", "maryam", "miriam", "mariam", "mariia", "masha", "marija",
        "meryem",
    ],
    &["elena", "helen", "yelena", "olena", "helena", "alena", "helene", "lena"],
    &[
        "ekaterina",
        "catherine",
        "katherine",
        "yekaterina",
        "katerina",
        "kateryna",
        "katya",
        "catalina",
        "kate",
        "kathy",
        "katarina",
        "caterina",
    ],
    &["anna", "anne", "ann", "hanna", "anya", "hannah", "ana", "ganna"],
    &["natalia", "natalya", "natalie", "natasha", "nataliya", "nathalie", "nataliia"],
    &["william", "bill", "will", "billy", "guillermo", "guillaume", "wilhelm", "willem", "liam"],
    &["robert", "bob", "rob", "bobby", "roberto", "robbie"],
    &["richard", "dick", "rick", "ricardo", "rich", "riccardo"],
    &[
        "james", "jim", "jimmy", "jaime", "diego", "santiago", "jacob", "yaqub", "yakub", "yakov", "yaqoub",
        "jakob", "iago", "jacques", "giacomo", "yaqoob", "jaques",
    ],
    &["edward", "ed", "eddie", "ted", "eduardo", "edouard", "eduard", "edvard"],
    &["thomas", "tom", "tommy", "tomas", "tommaso", "toma"],
    &["charles", "carlos", "charlie", "karl", "carl", "carlo", "chuck", "karel"],
    &["elizabeth", "liz", "beth", "elisabeth", "isabel", "yelizaveta", "elizaveta", "betty", "isabella"],
    &["margaret", "peggy", "maggie", "margarita", "meg", "margarete"],
    &["henry", "harry", "enrique", "henri", "heinrich", "hank", "enrico", "hendrik", "henrique"],
    &["anthony", "tony", "antonio", "antoine", "anton", "antonios", "antoni"],
    &["christopher", "chris", "cristobal", "christophe", "kristoffer"],
    &["daniel", "dan", "danny", "danilo", "danil", "daniyal", "danyal"],
    &["matthew", "matt", "mateo", "matthieu", "matteo", "matvey", "matthias", "mateus"],
    &["francis", "frank", "francisco", "francesco", "francois", "franz", "paco", "franciszek"],
    &["lawrence", "larry", "lorenzo", "laurent", "lars", "laurentius"],
    &[
        "steven", "stephen", "steve", "esteban", "stefan", "etienne", "stepan", "stefano", "stephan",
        "stefanos",
    ],
    &["philip", "philippe", "felipe", "phil", "filip", "filippo", "philipp"],
    &["louis", "luis", "ludwig", "luigi", "lewis", "luiz"],
    &["patrick", "pat", "patricio", "patrik"],
    &["samuel", "sam", "samuil", "sammy", "shmuel"],
    &["benjamin", "ben", "benny", "binyamin", "benyamin"],
    &["ronald", "ron", "ronny", "ronaldo"],
    &["kenneth", "ken", "kenny"],
    &["theodore", "teodoro", "fyodor", "fedor", "fedir", "theodor", "teodor"],
    &["lee", "yi", "ri", "rhee", "ree", "yee", "i", "li", "lie"],
    &["park", "pak", "bak", "pack"],
    &["choe", "choi", "chwe", "choy"],
    &["kim", "gim"],
    &["jung", "jong", "chung", "chong", "jeong", "cheong", "zheng", "tjung", "jeung"],
    &["kang", "gang"],
    &["cho", "jo", "joe"],
    &["jang", "chang", "zhang", "cheung", "teo", "jhang"],
    &["im", "lim", "rim", "yim", "lin", "lam"],
    &["shin", "sin", "sim"],
    &["han", "hahn"],
    &["yun", "yoon", "youn", "yune"],
    &["no", "noh", "roh", "ro", "rho"],
    &["yang", "ryang", "liang", "leung", "ryong", "yong"],
    &["ryu", "yu", "yoo", "you", "liu", "lau", "lyu"],
    &["wang", "wong", "ong", "heng"],
    &["chen", "chan", "tan", "chin", "chern"],
    &["huang", "wong", "ng", "hwang", "oei", "ooi", "hoang"],
    &["wu", "ng", "goh", "woo", "oh"],
    &["zhou", "chow", "chou", "joo", "ju", "chew"],
    &["xu", "hsu", "hui", "koh", "shu"],
    &["zhao", "chao", "chiu", "teo", "jo"],
    &["guo", "kuo", "kwok", "quek", "kwak"],
    &["cai", "tsai", "choi", "chua", "chai"],
    &["xie", "hsieh", "tse", "cheah"],
    &["jiang", "chiang", "keung", "kiang"],
    &["nguyen", "nguyn", "nguyan"],
    &["zawahiri", "dhawahiri", "thawahiri"],
    &["qadhafi", "gaddafi", "kadafi", "gadhafi", "qaddafi", "khadafy", "gheddafi", "kadhafi"],
    &["ramadan", "ramazan", "ramzan", "ramadhan", "ramzon"],
    &["rida", "reza", "riza", "redha", "ridha"],
    &["fadl", "fazl", "fazal", "fadel", "fadil", "fazel"],
    &["mahdi", "mehdi", "mahdy"],
    &["jamal", "gamal", "djamel", "cemal", "jamel", "dzhamal"],
    &["jafar", "jaafar", "gaafar", "cafer", "djaafar", "dzhafar"],
    &["khalid", "khaled", "halid", "khalit", "halit", "chalid"],
    &["zayn", "zain", "zein", "zine", "zeyn"],
    &["ali", "aly", "aliy"],
    &["abu", "abou", "abo", "ebu", "aboo"],
    &["umm", "om", "oum", "um"],
    &["sayf", "saif", "seif", "saiph", "seyf"],
    &["salih", "saleh", "salah", "salikh"],
    &["nur", "noor", "nour", "nor"],
    &["tariq", "tarek", "tarik", "tareq"],
    &["qasim", "kassem", "kasim", "ghasem", "qassem", "gasim", "kacem", "qasem", "ghasim"],
    &["faysal", "faisal", "feisal", "fayssal", "faycal"],
    &["islam", "eslam"],
    &["korea", "korean", "choson", "chosun", "joson"],
    &["ryonha", "yunha", "ryenha", "ryonhwa"],
    &["international", "intl", "internacional", "internationale"],
    &["center", "centre", "centro"],
    &["brothers", "bros", "hermanos"],
    &["east", "eastern"],
    &["iran", "iranian"],
    &["iraq", "iraqi"],
    &["syria", "syrian"],
    &["mamun", "mamoun"],
];

/// Roman numbers that stand behind names.
const ROMAN: &[(&str, &str)] =
    &[("ii", "2"), ("iii", "3"), ("iv", "4"), ("vi", "6"), ("vii", "7"), ("viii", "8"), ("ix", "9")];

/// The word tables, made ready for look-up.
#[derive(Debug)]
pub(crate) struct Words {
    kinds: std::collections::HashMap<&'static str, WordKind>,
    forms: std::collections::HashMap<&'static str, u8>,
    same: std::collections::HashMap<&'static str, Vec<u16>>,
}

impl Words {
    /// The built-in tables.
    pub(crate) fn builtin() -> &'static Words {
        static WORDS: std::sync::LazyLock<Words> = std::sync::LazyLock::new(Words::read);
        &WORDS
    }

    fn read() -> Words {
        let mut kinds = std::collections::HashMap::new();
        kinds.extend(SAME_PARTICLES.iter().copied().flatten().map(|word| (*word, WordKind::Particle)));
        let tables = [(TRADE, WordKind::Trade), (TITLES, WordKind::Title), (PARTICLES, WordKind::Particle)];
        for (table, kind) in tables {
            kinds.extend(table.iter().map(|word| (*word, kind)));
        }
        let mut forms = std::collections::HashMap::new();
        for (class, table) in FORMS.iter().enumerate() {
            forms.extend(table.iter().map(|word| (*word, class as u8)));
        }
        let mut same: std::collections::HashMap<&'static str, Vec<u16>> = std::collections::HashMap::new();
        for (class, table) in SAME_NAMES.iter().enumerate() {
            for word in *table {
                let classes = same.entry(word).or_default();
                if !classes.contains(&(class as u16)) {
                    classes.push(class as u16);
                }
            }
        }
        Words { kinds, forms, same }
    }

    /// What a word is in the name of a person, or of anything else.
    pub(crate) fn kind(&self, word: &str, person: bool) -> WordKind {
        if word.bytes().all(|byte| byte.is_ascii_digit()) || roman(word).is_some() {
            return WordKind::Number;
        }
        let known = self.kinds.get(word).copied();
        match known {
            Some(WordKind::Particle) => WordKind::Particle,
            _ if word.len() == 1 => WordKind::Initial,
            Some(WordKind::Title) => WordKind::Title,
            // A person may be called Bank, and many are called Sa or Ao.
            _ if person => WordKind::Name,
            known if self.forms.contains_key(word) => known.unwrap_or(WordKind::Form),
            Some(kind) => kind,
            None => WordKind::Name,
        }
    }

    /// The spelling that stands for a small word.
    pub(crate) fn particle(word: &str) -> Option<&'static str> {
        SAME_PARTICLES.iter().find(|same| same.contains(&word)).map(|same| same[0])
    }

    /// The class of a legal form.
    pub(crate) fn form(&self, word: &str) -> Option<u8> {
        self.forms.get(word).copied()
    }

    /// The classes of names that are one name to which a word belongs.
    pub(crate) fn same(&self, word: &str) -> &[u16] {
        self.same.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The digits of a Roman number.
pub(crate) fn roman(word: &str) -> Option<&'static str> {
    ROMAN.iter().find(|(letters, _)| *letters == word).map(|(_, digits)| *digits)
}
