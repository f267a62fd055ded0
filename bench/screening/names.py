"""Made-up names of people and companies as they are common in ten cultures, and the alterations that real writers make.

Common given and family names are facts; which of them stand together is chance, so a made-up person is nobody.
"""

import random
import unicodedata

# Given names, family names, and how a full name is put together.
CULTURES = {
    "arabic": (
        "Mohammed Ahmad Ali Hassan Hussein Omar Khalid Ibrahim Yusuf Ismail Mahmoud Mustafa Abdullah Abdulrahman Abdulaziz Salim "
        "Saleh Faisal Tariq Nasser Jamal Karim Walid Sami Adel Majid Rashid Hamid Jaber Anwar Bilal Ziad Marwan Nabil Imad Haitham "
        "Fatima Aisha Khadija Mariam Zainab Layla Huda Amina Samira Nadia",
        "Hashimi Masri Baghdadi Tikriti Shammari Qahtani Harbi Otaibi Ghamdi Zahrani Dulaimi Jubouri Maliki Sadr Hakim Najjar Haddad "
        "Khatib Sabbagh Rifai Halabi Homsi Dimashqi Tunisi Maghribi Jazairi Libi Yamani Hadrami Sanani Adani Kuwaiti Falasti Maqdisi "
        "Nabulsi Khalili Suri Iraqi Misri Bahri",
        "GGaF",
    ),
    "persian": (
        "Mohammad Reza Ali Hossein Mehdi Hassan Amir Saeed Hamid Majid Ahmad Mahmoud Javad Abbas Ebrahim Masoud Behrouz Farhad Kamran "
        "Davoud Ghasem Morteza Mostafa Naser Parviz Fatemeh Zahra Maryam Leila Shirin",
        "Ahmadi Mohammadi Hosseini Rezaei Karimi Moradi Jafari Rahimi Soleimani Ebrahimi Najafi Ghorbani Kazemi Mousavi Ashtiani "
        "Tehrani Esfahani Shirazi Tabrizi Mashhadi Yazdi Kermani Zadeh Fakhri Bahrami Safavi Naqdi Hejazi Vahidi Dastjerdi",
        "GF",
    ),
    "russian": (
        "Aleksandr Sergey Vladimir Andrey Alexey Dmitry Mikhail Nikolay Igor Yuri Oleg Viktor Pavel Evgeny Konstantin Anatoly Boris "
        "Gennady Roman Maxim Vasily Grigory Elena Olga Natalia Tatiana Irina Svetlana Ekaterina Anna",
        "Ivanov Petrov Sidorov Smirnov Kuznetsov Popov Volkov Sokolov Lebedev Kozlov Novikov Morozov Pavlov Golubev Vinogradov Bogdanov "
        "Vorobyov Fedorov Mikhailov Belyaev Tarasov Belov Komarov Orlov Kiselev Makarov Andreev Kovalev Ilyin Gusev Shcherbakov Zhukov",
        "GPF",
    ),
    "korean": (
        "Chol Su|Yong Ho|Kwang Il|Myong Chol|Song Il|Chun Il|Kyong Ok|Nam Ung|Song Hyok|Hyon U|Tong Myong|Jae Il|Won Ho|Se Gon|Min Su|"
        "Ji Hoon|Hak Chol|Kum Chol|Il Nam|Jin Hyok|Un Chol|Ho Jin",
        "Kim|Ri|Pak|Choe|Jong|Kang|Cho|Yun|Jang|Im|Han|O|So|Sin|Kwon|Hwang|An|Song|Ryu|Hong",
        "FG",
    ),
    "chinese": (
        "Wei|Jian|Xiaoming|Guohua|Zhiqiang|Jianjun|Yong|Jun|Lei|Min|Hua|Xiaoli|Minghua|Zhonghua|Weidong|Haiyan|Yan|Fang|Na|Guangming|"
        "Zhenyu|Wenjie|Chengwu|Shaohui",
        "Wang|Li|Zhang|Liu|Chen|Yang|Huang|Zhao|Wu|Zhou|Xu|Sun|Ma|Zhu|Hu|Guo|He|Lin|Gao|Luo",
        "FG",
    ),
    "spanish": (
        "Jose Juan Luis Carlos Jorge Miguel Pedro Francisco Antonio Manuel Rafael Fernando Ricardo Eduardo Alejandro Roberto Diego "
        "Javier Ramon Hector Maria Ana Carmen Rosa Isabel Lucia Patricia Gloria Teresa Elena",
        "Garcia Rodriguez Gonzalez Hernandez Lopez Martinez Perez Sanchez Ramirez Torres Flores Rivera Gomez Diaz Reyes Morales Cruz "
        "Ortiz Gutierrez Chavez Ramos Ruiz Alvarez Mendoza Castillo Jimenez Moreno Romero Herrera Medina Aguilar Vargas",
        "GGFF",
    ),
    "african": (
        "Laurent Bosco Jean Pierre Emmanuel Joseph Innocent Sylvestre Callixte Dieudonne Moise Faustin Ignace Gaston Leopold Stanislas "
        "Thomas Bernard Frank Salim Charles Okot Dominic Vincent Abubakar Musa Usman Ibrahim Chidi Emeka",
        "Nkunda Ntaganda Mudacumura Kambale Mugabo Nzeyimana Habimana Niyonzima Bizimana Kabila Mukasa Okello Odhiambo Otieno Kamau Mwangi "
        "Okafor Adeyemi Balogun Mensah Boateng Diallo Traore Keita Coulibaly Toure Camara Sesay Kamara Koroma Deng Garang",
        "GGF",
    ),
    "english": (
        "James John Robert Michael William David Richard Thomas Charles Christopher Daniel Matthew Anthony Mark Steven Paul Andrew "
        "Kenneth George Edward Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen",
        "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Thompson White Harris Clark Lewis "
        "Robinson Walker Young Allen King Wright Scott Green Baker Adams Nelson Hill Campbell Mitchell Carter Phillips Evans",
        "GGF",
    ),
    "german": (
        "Hans Peter Klaus Wolfgang Jürgen Dieter Manfred Uwe Günter Stefan Andreas Thomas Michael Martin Jörg Ralf Bernd Matthias Frank "
        "Karl Ursula Monika Petra Sabine Renate Helga Karin Brigitte",
        "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann "
        "Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier",
        "GF",
    ),
    "urdu": (
        "Muhammad Ahmed Ali Hafiz Abdul Imran Asif Tariq Zafar Nasir Javed Iqbal Rashid Shahid Khalid Saeed Arif Bashir Gul Haji "
        "Jalaluddin Sirajuddin Khalil Noor Fazal Rahim Karim Sher Akhtar Mansoor",
        "Khan Ahmed Malik Hussain Shah Qureshi Siddiqui Chaudhry Butt Mirza Afridi Mehsud Haqqani Yousafzai Durrani Baloch Zadran Wazir "
        "Akhund Popal Noorzai Achakzai Barakzai Hotak Ghilzai Saeed Lakhvi Azhar Rana Sheikh",
        "GGF",
    ),
}

COMPANY_HEADS = (
    "Pars Tiger Golden Eastern Alpha Orient Sunrise Pacific Atlas Crescent Falcon Delta Green Royal Star Silk Ocean Phoenix Caspian "
    "Ararat Sahel Zagros Amnok Taedong Ryugyong Kumgang Samjong Hermes Orion Vega Baltic Volga Ural Neva Levant Cedar Jade Lotus"
).split()
COMPANY_TRADES = (
    "Trading|Shipping|General Trading|Import Export|Electronics|Machinery|Petrochemical|Steel|Energy|Engineering|Metal Industries|"
    "Investment|Exchange|Marine Services|Logistics|Construction|Mining|Aviation Services|Chemical Industries|Textiles|Food Industries"
).split("|")
COMPANY_FORMS = "Ltd|LLC|Co. Ltd|GmbH|Corporation|Company|SA|Inc|FZE|JSC|OOO|SARL|Co.|Limited|AG|".split("|")

TITLES = ["Dr.", "Haji", "Sheikh", "General", "Mullah", "Mr", "Eng.", "Colonel"]

# What transliterations of one name exchange.
SPELLINGS = [
    ("mohammed", "muhammad"), ("ou", "u"), ("u", "ou"), ("oo", "u"), ("ee", "i"), ("i", "ee"), ("q", "k"), ("k", "q"), ("kh", "h"), ("gh", "g"),
    ("sh", "ch"), ("ch", "sh"), ("dh", "d"), ("th", "t"), ("j", "dj"), ("dj", "j"), ("y", "i"), ("i", "y"), ("ei", "ai"), ("ai", "ay"), ("ai", "ei"),
    ("e", "a"), ("a", "e"), ("o", "u"), ("u", "o"), ("z", "s"), ("s", "ss"), ("ss", "s"), ("mm", "m"), ("m", "mm"), ("ll", "l"), ("l", "ll"),
    ("w", "v"), ("v", "w"), ("v", "ff"), ("c", "k"), ("x", "ks"), ("ts", "tz"), ("ya", "ia"), ("yu", "iu"), ("ye", "e"), ("e", "ye"), ("f", "ph"),
    ("ph", "f"), ("ch", "tch"), ("zh", "j"), ("b", "bb"), ("ah", "a"), ("a", "ah"), ("iy", "y"), ("ov", "off"), ("ck", "k"), ("tt", "t"),
]
KEYS = {
    "a": "qsz", "b": "vgn", "c": "xdv", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjy", "i": "uok", "j": "hku", "k": "jli", "l": "kop",
    "m": "nj", "n": "bmh", "o": "ipl", "p": "ol", "q": "wa", "r": "etf", "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "x": "zcs",
    "y": "tuh", "z": "xa",
}
OCR = {"o": "0", "l": "1", "s": "5", "b": "8", "e": "c", "m": "rn", "i": "l"}


def split(text):
    return text.split("|") if "|" in text else text.split()


def pick(rng, words):
    """Common names are far more common than the others: Zipf's law, roughly."""
    return words[min(int(len(words) * rng.random() ** 1.8), len(words) - 1)]


def person(rng, culture=None):
    culture = culture or rng.choice(sorted(CULTURES))
    given, family, pattern = CULTURES[culture]
    given, family = split(given), split(family)
    parts = []
    for place, what in enumerate(pattern):
        if what == "G":
            if place and rng.random() < 0.4 and pattern.count("G") > 1:
                continue
            parts.append(pick(rng, given))
        elif what == "P":
            if rng.random() < 0.6:
                parts.append(pick(rng, given).rstrip("yai") + "ovich")
        elif what == "a":
            if rng.random() < 0.35:
                parts.append("bin")
                parts.append(pick(rng, given))
            if rng.random() < 0.75:
                parts.append("al-" + pick(rng, family))
                return " ".join(parts)
        else:
            if what == "F" and parts and parts[-1] in family and rng.random() < 0.3:
                continue
            parts.append(pick(rng, family))
    return " ".join(parts)


SYLLABLES = "ba be bo da de di fa ga gi ha hi ja ka ko la le li lo ma me mi mo na ne ni no pa ra re ri ro sa se si so ta te ti to va vi wa ya za zi".split()


def rare(rng):
    """A family name that hardly anybody bears."""
    word = "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))) + rng.choice(["", "n", "r", "k", "sh", "m", "d"])
    return word.capitalize()


def listed_person(rng):
    words = person(rng).split()
    if rng.random() < 0.85:
        words[-1] = rare(rng) if rng.random() < 0.8 else words[-1] + " " + rare(rng)
    elif len(words) < 4:
        words.append(words[-1] if rng.random() < 0.1 else person(rng).split()[-1])
    return " ".join(words)


def company(rng):
    head = pick(rng, COMPANY_HEADS) if rng.random() < 0.3 else rare(rng)
    if rng.random() < 0.5:
        head += " " + pick(rng, COMPANY_HEADS)
    return f"{head} {rng.choice(COMPANY_TRADES)} {rng.choice(COMPANY_FORMS)}".strip()


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def letters_wrong(rng, word):
    at = rng.randrange(len(word))
    letter = word[at].lower()
    how = rng.randrange(6)
    if how == 0 and len(word) > 3:
        return word[:at] + word[at + 1 :]
    if how == 1:
        return word[:at] + rng.choice("abcdefghijklmnoprstuvyz") + word[at:]
    if how == 2 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if how == 3:
        return word[:at] + rng.choice(KEYS.get(letter, "e")) + word[at + 1 :]
    if how == 4:
        return word[:at] + OCR.get(letter, letter) + word[at + 1 :]
    return word[:at] + letter + letter + word[at + 1 :]


def respelled(rng, word):
    lower = word.lower()
    fits = [(old, new) for old, new in SPELLINGS if old in lower]
    if not fits:
        return word
    old, new = rng.choice(fits)
    places = [at for at in range(len(lower)) if lower.startswith(old, at)]
    at = rng.choice(places)
    return (lower[:at] + new + lower[at + len(old) :]).capitalize()


def alter(rng, name, person=True):
    """One to three alterations of a name, as writers, listeners and machines make them."""
    done = []
    for _ in range(rng.choice([1, 1, 1, 2, 2, 3])):
        words = name.split()
        if not words:
            break
        long = [at for at, word in enumerate(words) if len(word) > 3]
        how = rng.choice(["letters", "letters", "spelling", "spelling", "order", "leave", "initial", "join", "splitting", "title", "hyphen", "case", "comma", "article"])
        if how == "letters" and long:
            at = rng.choice(long)
            words[at] = letters_wrong(rng, words[at])
        elif how == "spelling" and long:
            at = rng.choice(long)
            words[at] = respelled(rng, words[at])
        elif how == "order" and person and len(words) > 1:
            cut = rng.randrange(1, len(words))
            words = words[cut:] + words[:cut]
        elif how == "comma" and person and len(words) > 1:
            words = [words[-1] + ","] + words[:-1]
        elif how == "leave" and len(words) > 2:
            # Who leaves a word out keeps the last one.
            words.pop(rng.randrange(len(words) - 1))
        elif how == "initial" and person and len(words) > 2:
            at = rng.randrange(len(words) - 1)
            words[at] = words[at][0].upper() + "."
        elif how == "join" and len(words) > 1:
            at = rng.randrange(len(words) - 1)
            words[at : at + 2] = [words[at] + words[at + 1].lower()]
        elif how == "splitting" and long:
            at = rng.choice(long)
            cut = rng.randrange(2, len(words[at]) - 1)
            words[at : at + 1] = [words[at][:cut], words[at][cut:]]
        elif how == "title" and person:
            words = [rng.choice(TITLES)] + words
        elif how == "hyphen":
            words = name.replace("-", " ").split() if "-" in name else ["-".join(words)] if len(words) == 2 else words
        elif how == "case":
            words = [word.upper() for word in words]
        elif how == "article":
            words = [word for word in words if word.lower() not in ("al", "bin", "el", "ibn")]
            words = [word.removeprefix("al-").removeprefix("Al-").removeprefix("AL-") or word for word in words]
        name = " ".join(words)
        done.append(how)
    return name, "+".join(done)
