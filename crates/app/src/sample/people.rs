//! Made-up people: those who work in the office, and those who write to it. No name is anybody's on purpose.

use praesto_contract::Day;

use super::days::plus;
use super::draw::Draw;
use super::plan::{Colleague, Team};
use super::words::{Bank, Families};

/// Everybody who works there. The first three do what needs a second person.
pub(crate) fn colleagues(first: &str) -> Vec<Colleague> {
    let one = |name: &str, team| Colleague { name: name.to_owned(), team };
    vec![
        one(first, Team::Schools),
        one("Leon Hasku", Team::Citizens),
        one("Ана Милева", Team::Social),
        one("Дамјан Ковин", Team::Social),
        one("Besa Çollaku", Team::Citizens),
        one("Jürgen Großmann", Team::Citizens),
        one("Odile Lefèvre-Brun", Team::Schools),
        one("Wanda Żakowska", Team::Schools),
    ]
}

/// How many people of the office act on cases of others.
pub(crate) const HANDS: usize = 3;

/// The name of a family, as its women and as its men are called.
pub(crate) type Family = (&'static str, &'static str);

/// Somebody's name: of this family, a woman's or a man's.
fn named(draw: &mut Draw, women: &[&str], men: &[&str], family: Family) -> String {
    if draw.happens(50) { format!("{} {}", draw.one_of(women), family.0) } else { format!("{} {}", draw.one_of(men), family.1) }
}

/// A number of no network: the block that a regulator (Ofcom) keeps free for films and books, and that has a thousand.
pub(crate) fn telephone(number: usize) -> String {
    format!("01632 960 {number:03}")
}

/// Somebody who writes to the office.
#[derive(Clone, Debug)]
pub(crate) struct Citizen {
    pub(crate) name: String,
    pub(crate) family: Family,
    pub(crate) street: String,
    pub(crate) town: &'static str,
    pub(crate) telephone: String,
    pub(crate) mail: String,
}

impl Citizen {
    pub(crate) fn draw(draw: &mut Draw, bank: &Bank) -> Self {
        let family = match &bank.families {
            Families::Same(all) => {
                let one = *draw.one_of(all);
                (one, one)
            }
            Families::Two(all) => *draw.one_of(all),
        };
        let name = named(draw, bank.women, bank.men, family);
        let way: &str = draw.one_of::<&str>(bank.streets);
        let street = bank.street.replace("{street}", way).replace("{number}", &draw.between(1, 88).to_string());
        let telephone = telephone(draw.below(1000));
        // No mail reaches these (RFC 2606).
        let mail = format!("citizen{:04}@example.org", draw.below(10_000));
        Self { name, family, street, town: bank.town, telephone, mail }
    }

    /// How to reach them, on one line.
    pub(crate) fn contact(&self, draw: &mut Draw) -> String {
        match draw.below(3) {
            0 => format!("{}, {}; {}", self.street, self.town, self.telephone),
            1 => format!("{}, {}; {}", self.street, self.town, self.mail),
            _ => format!("{}, {}", self.street, self.town),
        }
    }

    /// The lines of their address, the name first.
    pub(crate) fn address(&self) -> Vec<String> {
        vec![self.name.clone(), self.street.clone(), self.town.to_owned()]
    }
}

/// A child of a family.
#[derive(Clone, Debug)]
pub(crate) struct Child {
    pub(crate) name: String,
    pub(crate) born: Day,
    /// 13 digits that are nobody's: no number of the register of residents begins with a day that does not exist.
    pub(crate) number: String,
}

impl Child {
    pub(crate) fn draw(draw: &mut Draw, bank: &Bank, family: Family, received: Day) -> Self {
        let born = plus(received, -draw.between(400, 1_900));
        let number = format!("99{:011}", draw.below(100_000_000));
        Self { name: named(draw, bank.girls, bank.boys, family), born, number }
    }
}

/// Names that two people of the counter write in two scripts: the same child asked for twice. Each is the child's and the parent's.
pub(crate) const ALIKE: &[[(&str, &str); 2]] = &[
    [("Ѓорѓи Ќосев", "Снежана Ќосева"), ("Gjorgji Kosev", "Snezana Koseva")],
    [("Ема Јанкулова", "Борис Јанкулов"), ("Ema Jankulova", "Boris Jankulov")],
    [("Арта Хоџоска", "Дритан Хоџоски"), ("Arta Hodzoska", "Dritan Hodzoski")],
    [("Лука Петровиќев", "Катерина Петровиќева"), ("Luka Petrovikjev", "Katerina Petrovikjeva")],
    [("Сара Велкованова", "Живко Велкованов"), ("Sara Velkovanova", "Zivko Velkovanov")],
    [("Теодора Жабарска", "Елена Жабарска"), ("Teodora Zabarska", "Elena Zabarska")],
];

#[cfg(test)]
mod tests {
    use super::super::words::bank;
    use super::*;

    #[test]
    fn a_macedonian_family_name_is_that_of_a_woman_or_of_a_man() {
        let bank = bank("mk");
        let is_womans = |name: &str| name.split('-').next().is_some_and(|first| first.ends_with('а'));
        for number in 0..200 {
            let citizen = Citizen::draw(&mut Draw::of_one(7, number), bank);
            let (given, family) = citizen.name.split_once(' ').expect("two names");
            assert_eq!(bank.women.contains(&given), is_womans(family), "{}", citizen.name);
        }
    }
}
