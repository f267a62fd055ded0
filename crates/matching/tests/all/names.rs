//! Pairs of names, and what must come of them.

use proptest::prelude::*;
use tidewaiter_matching::{Kind, Name, WordKind, compare};

fn score(kind: Kind, left: &str, right: &str) -> f32 {
    compare(&Name::of(left, kind), &Name::of(right, kind)).score
}

fn texts(text: &str, kind: Kind) -> Vec<String> {
    Name::of(text, kind).words.into_iter().map(|word| word.text).collect()
}

#[test]
fn words_of_every_script_become_latin() {
    for (text, kind, words) in [
        ("Müller-Lüdenscheidt", Kind::Person, &["muller", "ludenscheidt"][..]),
        ("Владимир Щербаков", Kind::Person, &["vladimir", "shcherbakov"]),
        ("Αλέξανδρος", Kind::Person, &["alexandros"]),
        ("محمد القذافي", Kind::Person, &["mhmd", "al", "qdhafi"]),
        ("김정은", Kind::Person, &["kim", "chong", "un"]),
        ("習近平", Kind::Person, &["xi", "jin", "ping"]),
        ("Sha\u{2019}ban", Kind::Person, &["shaban"]),
        ("J.K. Rowling", Kind::Person, &["j", "k", "rowling"]),
        ("J.Smith", Kind::Person, &["j", "smith"]),
        ("Acme S.A.R.L.", Kind::Organisation, &["acme", "sarl"]),
        ("Abdurrahman", Kind::Person, &["abd", "rahman"]),
        ("Abdul-Aziz", Kind::Person, &["abd", "aziz"]),
        ("Abdullah", Kind::Person, &["abdullah"]),
        ("Salahuddin", Kind::Person, &["salah", "din"]),
        ("Louis XVI III", Kind::Person, &["louis", "xvi", "3"]),
        ("Рutin", Kind::Person, &["putin"]),
        ("MOHAMM3D", Kind::Person, &["mohammed"]),
        ("Ａｂｃ", Kind::Person, &["abc"]),
        ("a\u{202e}b\u{0}c", Kind::Person, &["ab", "c"]),
        ("", Kind::Person, &[]),
        (" - ' . ", Kind::Person, &[]),
    ] {
        assert_eq!(texts(text, kind), words, "{text}");
    }
}

#[test]
fn names_of_one_person_score_high_and_of_two_low() {
    for (left, right) in [
        ("Muammar Gaddafi", "MU'AMMAR AL-QADHAFI"),
        ("Ayman al-Zawahiri", "Zawahiri, Ayman"),
        ("Abdul Rahman Yasin", "Abdurrahman Yassin"),
        ("Kim Jong Un", "Kim Chong-un"),
        ("Kim Jong-un", "김정은"),
        ("Владимир Путин", "Vladimir Putin"),
        ("محمد بن سلمان", "Mohammed bin Salman"),
        ("Hasan Dahir Aweys", "Hassan Tahir Uways"),
        ("Jonathan Smithson", "Jonathon Smithsen"),
    ] {
        let score = score(Kind::Person, left, right);
        assert!(score > 0.45, "{left} / {right}: {score}");
    }
    for (left, right) in [
        ("John Smith", "John Miller"),
        ("Mohammed Ali", "Mohammed Hassan"),
        ("Maria Gonzalez", "Mario Gomez"),
        ("Brigade 51", "Brigade 52"),
    ] {
        let score = score(Kind::Person, left, right);
        assert!(score < 0.25, "{left} / {right}: {score}");
    }
}

#[test]
fn legal_forms_are_classes() {
    let same = score(Kind::Organisation, "Bergmann Logistik GmbH", "Bergmann Logistik LLC");
    let other = score(Kind::Organisation, "Bergmann Logistik GmbH", "Bergstein Metall GmbH");
    assert!(same > 0.9 && other < 0.4, "{same} {other}");
    assert_eq!(Name::of("Acme GmbH", Kind::Organisation).words[1].kind, WordKind::Form);
}

#[test]
fn what_is_too_long_is_cut_and_says_so() {
    let name = Name::of(&"ab ".repeat(10_000), Kind::Unknown);
    assert!(name.cut && name.words.len() <= tidewaiter_matching::WORDS_MAX);
    assert!(Name::of(&"a".repeat(10_000), Kind::Unknown).cut);
    assert!(!Name::of("a b", Kind::Unknown).cut);
}

proptest! {
    #[test]
    fn any_two_texts_give_a_score_and_never_panic(left in "\\PC{0,60}", right in any::<String>()) {
        for kind in [Kind::Person, Kind::Organisation, Kind::Unknown] {
            let score = score(kind, &left, &right);
            prop_assert!((0.0..=1.0).contains(&score));
        }
    }

    #[test]
    fn a_name_is_itself(name in "[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}") {
        let score = score(Kind::Person, &name, &name.to_uppercase());
        prop_assert!(score > 0.5, "{score}");
    }
}
