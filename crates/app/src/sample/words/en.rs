//! English.

use super::{Bank, Document, Enrolment, Families, Matter};

pub(crate) const BANK: Bank = Bank {
    code: "en",
    office: "Municipality of Lindara (sample)",
    person: "Elira Tomani",
    teams: ["schools", "social affairs", "citizens’ office"],
    women: &["Alice", "Grace", "Nora", "Ivy", "Clara", "Ruth"],
    men: &["Martin", "Owen", "Simon", "Hugh", "Peter", "Alan"],
    families: Families::Same(&["Ashgrove", "Fernley-Moor", "Quillbrook", "Larkmere", "Thornapple", "Woodrush", "Marlowen", "Hazeldyke"]),
    girls: &["Lily", "Poppy", "Rose", "Ella", "Daisy"],
    boys: &["Tom", "Jack", "Max", "Finn", "Leo"],
    streets: &["Mill Lane", "Lime Avenue", "Bridge Street", "Orchard Way", "Rose Hill", "Harbour Road"],
    street: "{number} {street}",
    town: "4120 Lindara",
    enrolment: Enrolment {
        role: "Parent",
        kindergartens: ["Little Bear", "Sunflower", "Rainbow", "Clover Field"],
        notes: &[
            "The family moved here this year. They ask for a place near the new flat.",
            "The mother goes back to work on {day}. A place in another kindergarten would also help.",
            "Both parents work shifts. They ask for the full day.",
            "An older sister goes to the same kindergarten.",
        ],
        checked: &[
            "Everything is there. The address is in the register.",
            "Form and birth certificate agree.",
            "Checked at the counter with the parent.",
        ],
        missing: &["the medical certificate of the child", "the proof of address", "the confirmation of the employer"],
        came: "The paper came by post today. It is filed with the case.",
        granted: &[
            "A place is free in the group for this age, and the family lives in the district.",
            "The brother or sister goes there already. The by-law gives this child priority.",
            "Both parents work. A place becomes free on {day}.",
        ],
        refused: &[
            "The family lives in another municipality, and no place is left for children from outside.",
            "The papers were asked for twice and did not come in time.",
        ],
        waiting: &[
            "All groups for this age are full. The child is next on the list.",
            "No place is free before {day}. The family stays on the list.",
        ],
        withdrawn: &["The family found a place elsewhere and withdraws.", "The parent withdrew by telephone and confirmed it by e-mail."],
        tasks: &[
            "Ask the kindergarten for free places",
            "Agree a day for the first meeting with the family",
            "Check the register of residents",
        ],
        special: "Allergic to nuts. The kindergarten has to know which medicine to give.",
        paper: Document {
            name: "Birth certificate",
            lines: &[
                "Extract from the register of births",
                "Child: {child}",
                "Parent: {name}",
                "Address: {street}",
                "Issued for use in kindergarten enrolment.",
            ],
        },
    },
    matters: [
        Matter {
            title: "Parking permit",
            tag: "parking",
            deadline: "Decision (By-law on parking, Article 12)",
            opening: &[
                "Asks for a resident’s permit for {street}. The car is registered in {name}’s name.",
                "The old permit ends on {day}. The zone stays the same.",
            ],
            notes: &[
                "The zone is full up to number 40. There is room from there on.",
                "Called: the car was changed last month, the new papers follow.",
            ],
            tasks: &["Compare the plate with the register", "Ask for a copy of the registration"],
            granted: "Lives in the zone and has no other parking space. The permit is valid for one year.",
            refused: "The car is registered at an address outside the zone.",
            paper: Document {
                name: "Application for a parking permit",
                lines: &[
                    "I live at {street} and ask for a resident’s parking permit.",
                    "The car is mine and is registered here.",
                    "{name}",
                ],
            },
        },
        Matter {
            title: "Housing allowance",
            tag: "housing",
            deadline: "Decision (By-law on social support, Article 21)",
            opening: &[
                "Three people in the household. The rent is {amount} euros a month.",
                "The rent went up on {ago}. Asks for a new calculation.",
            ],
            notes: &[
                "The rent statement for last month is missing. The landlord will send it.",
                "Income and rent are checked; the calculation is in the file.",
            ],
            tasks: &["Ask the landlord for the rent statement", "Calculate the allowance again"],
            granted: "Income is below the limit for three people. The allowance is {part} euros a month.",
            refused: "The income of the household is above the limit.",
            paper: Document {
                name: "Rent statement",
                lines: &["Flat: {street}", "Tenant: {name}", "Rent without heating: {amount} euros a month", "Heating is paid separately."],
            },
        },
        Matter {
            title: "Street use permit",
            tag: "street use",
            deadline: "Decision (By-law on public ground, Article 8)",
            opening: &[
                "Asks for eight tables in front of {street}, April to October.",
                "A scaffold is to stand at {street} for six weeks.",
            ],
            notes: &[
                "The fire brigade needs three and a half metres. The plan leaves four.",
                "Site visit on {ago}: the pavement is wide enough.",
            ],
            tasks: &["Ask the fire brigade for an opinion", "Measure the pavement"],
            granted: "The way stays free for pedestrians and for the fire brigade.",
            refused: "Less than one and a half metres of pavement would be left.",
            paper: Document {
                name: "Site plan",
                lines: &["Ground asked for: 6 m by 2.5 m in front of {street}", "Way left for pedestrians: 1.8 m", "Applicant: {name}"],
            },
        },
        Matter {
            title: "Noise complaint",
            tag: "noise",
            deadline: "Answer (Law on complaints, Article 5)",
            opening: &[
                "Music after eleven at night, three weekends in a row, near {street}.",
                "Deliveries at five in the morning wake the whole house.",
            ],
            notes: &[
                "Measured on {ago}: 47 decibels at the open window.",
                "Spoke to the owner of the bar. He promises to keep the doors shut.",
            ],
            tasks: &["Measure the noise in the evening", "Write to the owner of the bar"],
            granted: "The limits were exceeded. The bar has to close at eleven.",
            refused: "The limits were kept at all three measurements.",
            paper: Document {
                name: "Noise diary",
                lines: &[
                    "Friday, 23:10 to 01:30: music, windows open",
                    "Saturday, 22:40 to 02:00: music and shouting",
                    "Address: {street}",
                    "{name}",
                ],
            },
        },
        Matter {
            title: "Tree felling",
            tag: "green",
            deadline: "Decision (By-law on trees, Article 4)",
            opening: &[
                "An oak of about 90 years beside the house at {street}. Branches fell in the storm.",
                "The roots lift the pavement. Asks to have a lime tree felled.",
            ],
            notes: &[
                "The forester looked at it on {ago}: the crown is dry on one side.",
                "There is a nest in the tree. Nothing can be done before autumn.",
            ],
            tasks: &["Agree a day with the forester", "Ask for photos of the trunk"],
            granted: "The tree is not safe. Two young trees are to be planted by spring.",
            refused: "The tree is healthy; pruning the crown is enough.",
            paper: Document {
                name: "Report of the forester",
                lines: &["Tree: oak, trunk 2.4 m around", "Place: {street}", "Crown dry on the north side, trunk sound", "Owner: {name}"],
            },
        },
        Matter {
            title: "One-off support",
            tag: "support",
            deadline: "Decision (By-law on social support, Article 30)",
            opening: &[
                "The only stove in the flat broke. Asks for {amount} euros.",
                "A pipe burst in the flat on {ago}. Bed and clothes are spoilt.",
            ],
            notes: &["Home visit: the details are correct.", "The quote from the shop is in the file."],
            tasks: &["Arrange a home visit", "Ask a shop for a quote"],
            granted: "The need is nobody’s fault and cannot wait. {amount} euros are paid once.",
            refused: "Support for the same need was already paid this year.",
            paper: Document {
                name: "Quote for a stove",
                lines: &["Stove, used, with pipe: {amount} euros", "Delivery to {street} is included.", "For {name}"],
            },
        },
        Matter {
            title: "School transport",
            tag: "school transport",
            deadline: "Decision (Law on primary schools, Article 63)",
            opening: &[
                "Two children, four kilometres to school. Asks for the bus pass.",
                "The way to school has had no pavement since the building works began.",
            ],
            notes: &["The distance is 4.2 kilometres by road.", "The bus on this line has two seats left."],
            tasks: &["Measure the way to school", "Tell the bus company"],
            granted: "The way is longer than two kilometres. The pass is valid for the school year.",
            refused: "The way is 1.3 kilometres long and safe.",
            paper: Document {
                name: "Confirmation of the school",
                lines: &["The children of {name} go to this school.", "Address: {street}", "Lessons end at 13:30."],
            },
        },
        Matter {
            title: "Certificate of residence",
            tag: "certificates",
            deadline: "Answer (Law on administrative procedure, Article 104)",
            opening: &["Needs a certificate of residence for a bank abroad.", "Moved to {street} on {ago} and asks for the certificate."],
            notes: &["The register has the old address. The landlord confirms the move.", "Will fetch the certificate in person."],
            tasks: &["Correct the register of residents", "Print the certificate"],
            granted: "The register confirms the address.",
            refused: "Nobody at this address knows the applicant.",
            paper: Document {
                name: "Confirmation of the landlord",
                lines: &["{name} has lived at {street} since {ago}.", "The lease is open-ended."],
            },
        },
    ],
    calls: &[
        "Called to ask how far the case is. We promised an answer before {day}.",
        "Was at the counter. Will bring the missing paper next week.",
        "Spoke with the colleague at the cadastre. The extract is on its way.",
        "Asks by e-mail for an appointment. Offered {day} at ten.",
    ],
    leave: "I am on leave from Monday. The first ones are urgent, and people are waiting for a call.",
    back: "This belongs to the other team. The file is complete, only the decision is missing.",
    role: "Applicant",
    urgent: "urgent",
};
