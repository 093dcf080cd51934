//! Albanian.

use super::{Bank, Document, Enrolment, Families, Matter};

pub(crate) const BANK: Bank = Bank {
    code: "sq",
    office: "Komuna e Lindarës (shembull)",
    person: "Elira Tomani",
    teams: ["shkollat", "çështjet sociale", "zyra e qytetarit"],
    women: &["Besa", "Teuta", "Nita", "Mirela", "Vjosa", "Shpresa"],
    men: &["Erjon", "Agim", "Ilir", "Arben", "Driton", "Luan"],
    families: Families::Same(&["Çollakaj", "Brahovari", "Vathishti", "Lulëmadhi", "Gurëzezi", "Shtogaj-Mali", "Përronjaku", "Dëllinjasi"]),
    girls: &["Era", "Lea", "Dea", "Ajla", "Hana"],
    boys: &["Dion", "Noel", "Rron", "Art", "Jon"],
    streets: &["Rruga e Mullirit", "Rruga e Blirëve", "Rruga e Urës", "Rruga e Kopshtit", "Rruga e Trëndafilave", "Rruga e Lirisë"],
    street: "{street} {number}",
    town: "4120 Lindara",
    enrolment: Enrolment {
        role: "Prind",
        kindergartens: ["Arushi i Vogël", "Luledielli", "Ylberi", "Fusha me Tërfil"],
        notes: &[
            "Familja u vendos këtu këtë vit. Kërkon një vend pranë banesës së re.",
            "Nëna kthehet në punë më {day}. Do të ndihmonte edhe një vend në një kopsht tjetër.",
            "Të dy prindërit punojnë me ndërrime. Kërkojnë ditën e plotë.",
            "Një motër më e madhe shkon në të njëjtin kopsht.",
        ],
        checked: &[
            "Gjithçka është këtu. Adresa gjendet në regjistër.",
            "Formulari dhe certifikata e lindjes përputhen.",
            "U kontrollua në sportel bashkë me prindin.",
        ],
        missing: &["vërtetimi mjekësor i fëmijës", "vërtetimi i adresës", "vërtetimi i punëdhënësit"],
        came: "Dokumenti erdhi sot me postë. Është vendosur në dosje.",
        granted: &[
            "Ka një vend të lirë në grupin e kësaj moshe dhe familja banon në këtë zonë.",
            "Vëllai ose motra shkon tashmë atje. Sipas rregullores, ky fëmijë ka përparësi.",
            "Të dy prindërit punojnë. Një vend lirohet më {day}.",
        ],
        refused: &[
            "Familja banon në një komunë tjetër dhe nuk ka më vende për fëmijë nga jashtë.",
            "Dokumentet u kërkuan dy herë dhe nuk erdhën brenda afatit.",
        ],
        waiting: &[
            "Të gjitha grupet e kësaj moshe janë plot. Fëmija është i pari në listë.",
            "Nuk ka vend të lirë para datës {day}. Familja mbetet në listë.",
        ],
        withdrawn: &[
            "Familja gjeti vend diku tjetër dhe e tërheq kërkesën.",
            "Kërkesa u tërhoq me telefon dhe u konfirmua me postë elektronike.",
        ],
        tasks: &["Pyet kopshtin për vende të lira", "Cakto me familjen ditën e bisedës së parë", "Kontrollo regjistrin e banorëve"],
        special: "Alergji ndaj arrave. Kopshti duhet të dijë cili ilaç jepet.",
        paper: Document {
            name: "Certifikata e lindjes",
            lines: &[
                "Ekstrakt nga regjistri i lindjeve",
                "Fëmija: {child}",
                "Prindi: {name}",
                "Adresa: {street}",
                "Lëshuar për regjistrim në kopsht.",
            ],
        },
    },
    matters: [
        Matter {
            title: "Leje parkimi",
            tag: "parkim",
            deadline: "Vendimi (Rregullorja për parkimin, neni 12)",
            opening: &[
                "Kërkon leje banori për adresën {street}. Vetura është e regjistruar në emrin e vet.",
                "Leja e vjetër skadon më {day}. Zona mbetet e njëjtë.",
            ],
            notes: &[
                "Zona është plot deri te numri 40. Më tutje ka ende vend.",
                "Në telefon: vetura u ndërrua muajin e kaluar, dokumentet vijnë.",
            ],
            tasks: &["Krahaso targën me regjistrin", "Kërko kopjen e librezës së veturës"],
            granted: "Banon në zonë dhe nuk ka vend tjetër parkimi. Leja vlen një vit.",
            refused: "Vetura është e regjistruar në një adresë jashtë zonës.",
            paper: Document {
                name: "Kërkesë për leje parkimi",
                lines: &[
                    "Banoj në adresën {street} dhe kërkoj leje parkimi për banorë.",
                    "Vetura është imja dhe është e regjistruar këtu.",
                    "{name}",
                ],
            },
        },
        Matter {
            title: "Ndihmë për banim",
            tag: "banim",
            deadline: "Vendimi (Rregullorja për ndihmë sociale, neni 21)",
            opening: &["Tre veta në familje. Qiraja është {amount} euro në muaj.", "Qiraja u rrit më {ago}. Kërkon llogaritje të re."],
            notes: &[
                "Mungon vërtetimi i qirasë për muajin e kaluar. Qiradhënësi do ta dërgojë.",
                "Të ardhurat dhe qiraja u kontrolluan; llogaritja është në dosje.",
            ],
            tasks: &["Kërko vërtetimin e qirasë nga qiradhënësi", "Llogarit ndihmën përsëri"],
            granted: "Të ardhurat janë nën kufirin për tre veta. Ndihma është {part} euro në muaj.",
            refused: "Të ardhurat e familjes janë mbi kufirin.",
            paper: Document {
                name: "Vërtetim i qirasë",
                lines: &["Banesa: {street}", "Qiramarrësi: {name}", "Qiraja pa ngrohje: {amount} euro në muaj", "Ngrohja paguhet veçmas."],
            },
        },
        Matter {
            title: "Leje për zënie rruge",
            tag: "zënie rruge",
            deadline: "Vendimi (Rregullorja për hapësirën publike, neni 8)",
            opening: &[
                "Kërkon tetë tavolina para adresës {street}, nga prilli deri në tetor.",
                "Një skelë do të qëndrojë gjashtë javë para adresës {street}.",
            ],
            notes: &["Zjarrfikësve u duhen tre metra e gjysmë. Plani lë katër.", "Vizitë në vend më {ago}: trotuari është mjaft i gjerë."],
            tasks: &["Kërko mendimin e zjarrfikësve", "Mat trotuarin"],
            granted: "Kalimi mbetet i lirë për këmbësorët dhe për zjarrfikësit.",
            refused: "Do të mbetej më pak se një metër e gjysmë trotuar.",
            paper: Document {
                name: "Plani i vendit",
                lines: &["Sipërfaqja e kërkuar: 6 m me 2,5 m para adresës {street}", "Kalimi që mbetet: 1,8 m", "Kërkesa nga: {name}"],
            },
        },
        Matter {
            title: "Ankesë për zhurmë",
            tag: "zhurmë",
            deadline: "Përgjigja (Ligji për ankesat, neni 5)",
            opening: &[
                "Muzikë pas orës njëmbëdhjetë të natës, tri fundjavë radhazi, pranë adresës {street}.",
                "Furnizimet në pesë të mëngjesit e zgjojnë gjithë ndërtesën.",
            ],
            notes: &["U mat më {ago}: 47 decibel te dritarja e hapur.", "U fol me pronarin e lokalit. Ai premton t’i mbajë dyert mbyllur."],
            tasks: &["Mat zhurmën në mbrëmje", "Shkruaj pronarit të lokalit"],
            granted: "Kufijtë u tejkaluan. Mbyllja caktohet në orën njëmbëdhjetë.",
            refused: "Kufijtë u respektuan në të tri matjet.",
            paper: Document {
                name: "Ditari i zhurmës",
                lines: &[
                    "E premte, 23:10 deri 01:30: muzikë, dritaret hapur",
                    "E shtunë, 22:40 deri 02:00: muzikë dhe britma",
                    "Adresa: {street}",
                    "{name}",
                ],
            },
        },
        Matter {
            title: "Prerje druri",
            tag: "gjelbërim",
            deadline: "Vendimi (Rregullorja për drurët, neni 4)",
            opening: &[
                "Një lis rreth 90-vjeçar pranë shtëpisë në adresën {street}. Nga stuhia ranë degë.",
                "Rrënjët e ngrenë trotuarin. Kërkon prerjen e një bliri.",
            ],
            notes: &[
                "Pylltari ishte aty më {ago}: kurora është e thatë në njërën anë.",
                "Në pemë ka një fole. Para vjeshtës nuk bëhet asgjë.",
            ],
            tasks: &["Cakto një ditë me pylltarin", "Kërko fotografi të trungut"],
            granted: "Druri është i rrezikshëm. Deri në pranverë duhet të mbillen dy fidanë.",
            refused: "Druri është i shëndetshëm; mjafton krasitja.",
            paper: Document {
                name: "Raporti i pylltarit",
                lines: &[
                    "Druri: lis, perimetri i trungut 2,4 m",
                    "Vendi: {street}",
                    "Kurora e thatë në veri, trungu i shëndoshë",
                    "Pronari: {name}",
                ],
            },
        },
        Matter {
            title: "Ndihmë e njëhershme",
            tag: "ndihmë",
            deadline: "Vendimi (Rregullorja për ndihmë sociale, neni 30)",
            opening: &[
                "Stufa e vetme e banesës u prish. Kërkon {amount} euro.",
                "Më {ago} plasi një gyp në banesë. Shtrati dhe rrobat u dëmtuan.",
            ],
            notes: &["Vizitë në shtëpi: të dhënat janë të sakta.", "Oferta e dyqanit është në dosje."],
            tasks: &["Cakto një vizitë në shtëpi", "Kërko ofertë nga dyqani"],
            granted: "Nevoja lindi pa fajin e askujt dhe nuk mund të presë. Paguhen {amount} euro, vetëm një herë.",
            refused: "Për të njëjtën nevojë u pagua tashmë këtë vit.",
            paper: Document {
                name: "Ofertë për stufë",
                lines: &["Stufë e përdorur, me gyp: {amount} euro", "Dorëzimi përfshihet: {street}", "Blerësi: {name}"],
            },
        },
        Matter {
            title: "Transport shkollor",
            tag: "transport shkollor",
            deadline: "Vendimi (Ligji për arsimin fillor, neni 63)",
            opening: &[
                "Dy fëmijë, katër kilometra deri në shkollë. Kërkon biletën e autobusit.",
                "Rruga për në shkollë nuk ka trotuar që kur nisën punimet.",
            ],
            notes: &["Largësia me rrugë është 4,2 kilometra.", "Autobusi i kësaj linje ka edhe dy vende të lira."],
            tasks: &["Mat rrugën deri në shkollë", "Njofto ndërmarrjen e autobusëve"],
            granted: "Rruga është më e gjatë se dy kilometra. Bileta vlen për vitin shkollor.",
            refused: "Rruga është 1,3 kilometra e gjatë dhe e sigurt.",
            paper: Document {
                name: "Vërtetim i shkollës",
                lines: &[
                    "Dy fëmijët e familjes ndjekin këtë shkollë.",
                    "Prindi: {name}",
                    "Adresa: {street}",
                    "Mësimi mbaron në orën 13:30.",
                ],
            },
        },
        Matter {
            title: "Vërtetim vendbanimi",
            tag: "vërtetime",
            deadline: "Përgjigja (Ligji për procedurën administrative, neni 104)",
            opening: &[
                "I duhet vërtetim vendbanimi për një bankë jashtë vendit.",
                "U zhvendos në adresën {street} më {ago} dhe kërkon vërtetimin.",
            ],
            notes: &["Në regjistër është adresa e vjetër. Qiradhënësi e konfirmon ardhjen.", "E merr vërtetimin vetë."],
            tasks: &["Përditëso regjistrin e banorëve", "Shtyp vërtetimin"],
            granted: "Regjistri e konfirmon adresën.",
            refused: "Në këtë adresë askush nuk e njeh personin.",
            paper: Document {
                name: "Vërtetim i qiradhënësit",
                lines: &["{name} banon në adresën {street} që nga {ago}.", "Kontrata nuk ka afat."],
            },
        },
    ],
    calls: &[
        "Telefonoi dhe pyeti ku ka mbetur. U tha se shkruajmë para datës {day}.",
        "Ishte në sportel. Do ta sjellë dokumentin që mungon javën tjetër.",
        "U fol me kadastrën. Ekstrakti është nisur.",
        "Kërkon takim me postë elektronike. U propozua data {day}, ora dhjetë.",
    ],
    leave: "Nga e hëna jam me pushim. Të parat janë urgjente dhe njerëzit presin një telefonatë.",
    back: "Kjo i takon ekipit tjetër. Dosja është e plotë, mungon vetëm vendimi.",
    role: "Kërkues",
    urgent: "urgjente",
};
