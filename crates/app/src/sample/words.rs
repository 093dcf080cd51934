//! What people write in a sample office, in five languages. Made up; between braces stands what a case fills in: `{name}`, `{child}`, `{street}`, `{number}`,
//! `{amount}` and `{part}` of it, `{ago}` for a day before it is written and `{day}` for one after it.

mod de;
mod en;
mod fr;
mod mk;
mod sq;

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Bank {
    /// As BCP 47 writes it.
    pub(crate) code: &'static str,
    pub(crate) office: &'static str,
    /// Whose window is opened.
    pub(crate) person: &'static str,
    /// What its teams are called as tags: schools, social affairs, citizens' office.
    pub(crate) teams: [&'static str; 3],
    pub(crate) women: &'static [&'static str],
    pub(crate) men: &'static [&'static str],
    pub(crate) families: Families,
    pub(crate) girls: &'static [&'static str],
    pub(crate) boys: &'static [&'static str],
    pub(crate) streets: &'static [&'static str],
    /// How a street and a number stand together.
    pub(crate) street: &'static str,
    pub(crate) town: &'static str,
    pub(crate) enrolment: Enrolment,
    /// The same matters in every language, in the same order.
    pub(crate) matters: [Matter; 8],
    /// What is written into open cases while they wait.
    pub(crate) calls: &'static [&'static str],
    /// Words that go with a hand-over, and with what comes back.
    pub(crate) leave: &'static str,
    pub(crate) back: &'static str,
    pub(crate) role: &'static str,
    pub(crate) urgent: &'static str,
}

/// Names of families.
#[derive(Debug)]
pub(crate) enum Families {
    /// The same for women and for men.
    Same(&'static [&'static str]),
    /// As women are called, and as men are.
    Two(&'static [(&'static str, &'static str)]),
}

/// The words of the kindergarten.
#[derive(Debug)]
pub(crate) struct Enrolment {
    pub(crate) role: &'static str,
    pub(crate) kindergartens: [&'static str; 4],
    pub(crate) notes: &'static [&'static str],
    pub(crate) checked: &'static [&'static str],
    pub(crate) missing: &'static [&'static str],
    pub(crate) came: &'static str,
    pub(crate) granted: &'static [&'static str],
    pub(crate) refused: &'static [&'static str],
    pub(crate) waiting: &'static [&'static str],
    pub(crate) withdrawn: &'static [&'static str],
    pub(crate) tasks: &'static [&'static str],
    pub(crate) special: &'static str,
    pub(crate) paper: Document,
}

/// The words of one kind of general file.
#[derive(Debug)]
pub(crate) struct Matter {
    /// Before the name of whom it is about.
    pub(crate) title: &'static str,
    pub(crate) tag: &'static str,
    /// With what it rests on.
    pub(crate) deadline: &'static str,
    pub(crate) opening: &'static [&'static str],
    pub(crate) notes: &'static [&'static str],
    pub(crate) tasks: &'static [&'static str],
    pub(crate) granted: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) paper: Document,
}

/// A paper that somebody sends.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) name: &'static str,
    pub(crate) lines: &'static [&'static str],
}

/// All languages.
pub(crate) const BANKS: [&Bank; 5] = [&mk::BANK, &sq::BANK, &fr::BANK, &de::BANK, &en::BANK];

/// The words of a language; English where there are none.
pub(crate) fn bank(language: &str) -> &'static Bank {
    BANKS.into_iter().find(|bank| bank.code == language).unwrap_or(&en::BANK)
}
