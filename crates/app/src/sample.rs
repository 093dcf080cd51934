//! The sample office behind "Look around": made up, on this computer alone, nothing is sent.

use praesto_contract::{CaseId, Channel, Day, DeadlineId, NoteId, PartyId, TaskId};
use praesto_domain::casework::CaseChange as Change;

use crate::case_types::GENERAL;
use crate::documents::Opening;
use crate::error::AppError;
use crate::host::{Host, random};
use crate::office::Office;

/// Cases of the sample office.
const CASES: usize = 40;

/// The made-up words of one language.
pub(crate) struct Sample {
    pub(crate) office: &'static str,
    pub(crate) person: &'static str,
    matters: [&'static str; 5],
    note: &'static str,
    task: &'static str,
    deadline: &'static str,
}

/// Names in the scripts that the office's citizens write.
const NAMES: [&str; 20] = [
    "Ема Јанкулова",
    "Leon Hasku",
    "Nita Brahova",
    "Дамјан Ковин",
    "Mira Landek",
    "Petar Lukan",
    "Élodie Marchetti-Brun",
    "Ѓорѓи Ќосев",
    "Besa Çollaku",
    "Јана Стојкова",
    "Ана Милева",
    "Erjon Vathi",
    "Сара Велкова",
    "Jürgen Groß",
    "Teuta Shehu",
    "Лука Петров",
    "Odile Lefèvre",
    "Wanda Żak",
    "Арбен Исени",
    "Ida Møller",
];

/// The sample in a language; English where there are no words for it.
pub(crate) fn sample(language: &str) -> Sample {
    match language {
        "fr" => Sample {
            office: "Commune de Lindara (exemple)",
            person: "Elira Tomani",
            matters: [
                "Inscription au jardin d’enfants",
                "Carte de stationnement",
                "Aide au logement",
                "Changement d’adresse",
                "Autorisation de voirie",
            ],
            note: "La famille a appelé. Le justificatif arrive par courrier.",
            task: "Demander le justificatif de domicile",
            deadline: "Décision",
        },
        "de" => Sample {
            office: "Gemeinde Lindara (Beispiel)",
            person: "Elira Tomani",
            matters: ["Anmeldung Kindergarten", "Parkausweis", "Wohngeld", "Adressänderung", "Sondernutzung Straße"],
            note: "Die Familie hat angerufen. Der Nachweis kommt mit der Post.",
            task: "Wohnsitznachweis anfordern",
            deadline: "Entscheidung",
        },
        "mk" => Sample {
            office: "Општина Линдара (пример)",
            person: "Елира Томани",
            matters: ["Упис во градинка", "Дозвола за паркирање", "Помош за домување", "Промена на адреса", "Зафаќање јавна површина"],
            note: "Семејството се јави. Доказот стигнува по пошта.",
            task: "Побарај доказ за адреса",
            deadline: "Одлука",
        },
        "sq" => Sample {
            office: "Komuna e Lindarës (shembull)",
            person: "Elira Tomani",
            matters: ["Regjistrim në kopsht", "Leje parkimi", "Ndihmë për banim", "Ndryshim adrese", "Leje për zënie rruge"],
            note: "Familja telefonoi. Vërtetimi vjen me postë.",
            task: "Kërko vërtetimin e adresës",
            deadline: "Vendimi",
        },
        _ => Sample {
            office: "Municipality of Lindara (sample)",
            person: "Elira Tomani",
            matters: ["Kindergarten enrolment", "Parking permit", "Housing support", "Change of address", "Street use permit"],
            note: "The family called. The proof comes by post.",
            task: "Ask for proof of address",
            deadline: "Decision",
        },
    }
}

impl<H: Host> Office<H> {
    /// Fills the sample office.
    pub(crate) fn fill_sample(&self, sample: &Sample) -> Result<(), AppError> {
        let now = self.host.now();
        let today = self.host.today();
        let space = self.team_space()?;
        self.vault.write(|writer| {
            for at in 0..CASES {
                let name = NAMES[at % NAMES.len()];
                let matter = sample.matters[at % sample.matters.len()];
                let due = today.0.checked_add(jiff::Span::new().days(at as i64 * 2 - 5)).map_or(today, Day);
                let mut changes = vec![
                    Change::SetTitle { title: name.to_owned() },
                    Change::SetReference { reference: self.next_reference(writer, GENERAL)? },
                    Change::Assign { person: (at % 3 != 2).then(|| self.person()) },
                    Change::SetReceived { day: Some(today) },
                    Change::AddTag { tag: matter.to_owned() },
                    Change::AddParty {
                        id: PartyId::make(now, &random(&*self.host)),
                        name: name.to_owned(),
                        role: String::new(),
                        contact: String::new(),
                    },
                    Change::AddDeadline {
                        id: DeadlineId::make(now, &random(&*self.host)),
                        label: sample.deadline.to_owned(),
                        day: due,
                        rule: None,
                    },
                ];
                if at % 2 == 0 {
                    let id = NoteId::make(now, &random(&*self.host));
                    changes.push(Change::AddNote { id, text: sample.note.to_owned(), corrects: None });
                }
                if at % 4 == 1 {
                    let id = TaskId::make(now, &random(&*self.host));
                    changes.push(Change::AddTask { id, text: sample.task.to_owned(), due: Some(due), assignee: Some(self.person()) });
                }
                let case = CaseId::make(now, &random(&*self.host));
                let opening = Opening { case_type: GENERAL.to_owned(), channel: Channel::Paper, origin: None };
                self.create_case_in(writer, case, space, opening, &changes, Vec::new())?;
            }
            Ok(())
        })
    }
}
