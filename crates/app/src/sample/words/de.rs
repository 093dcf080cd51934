//! German.

use super::{Bank, Document, Enrolment, Families, Matter};

pub(crate) const BANK: Bank = Bank {
    code: "de",
    office: "Gemeinde Lindara (Beispiel)",
    person: "Elira Tomani",
    teams: ["Schulen", "Soziales", "Bürgerbüro"],
    women: &["Käthe", "Anneliese", "Ulrike", "Frieda", "Heike", "Gisela"],
    men: &["Jürgen", "Matthias", "Günther", "Rüdiger", "Volker", "Ömer"],
    families: Families::Same(&[
        "Großenbrink",
        "Wiesengrund",
        "Öhmichen-Tal",
        "Buchenrode",
        "Müllersteg",
        "Lindenhorst",
        "Strümpelfeld",
        "Ahornsteiner",
    ]),
    girls: &["Mia", "Lotte", "Frida", "Greta", "Ida"],
    boys: &["Jonas", "Emil", "Anton", "Moritz", "Paul"],
    streets: &["Lindenweg", "Mühlgasse", "Brückenstraße", "Am Rosenhügel", "Obstgartenweg", "Hafenstraße"],
    street: "{street} {number}",
    town: "4120 Lindara",
    enrolment: Enrolment {
        role: "Elternteil",
        kindergartens: ["Kleiner Bär", "Sonnenblume", "Regenbogen", "Kleewiese"],
        notes: &[
            "Die Familie ist in diesem Jahr zugezogen. Sie wünscht einen Platz in der Nähe der neuen Wohnung.",
            "Die Mutter arbeitet ab {day} wieder. Auch ein Platz in einem anderen Kindergarten wäre hilfreich.",
            "Beide Eltern arbeiten im Schichtdienst. Gewünscht ist ein Ganztagsplatz.",
            "Eine ältere Schwester geht in denselben Kindergarten.",
        ],
        checked: &[
            "Alles liegt vor. Die Anschrift steht im Melderegister.",
            "Antrag und Geburtsurkunde stimmen überein.",
            "Am Schalter gemeinsam durchgesehen.",
        ],
        missing: &["die ärztliche Bescheinigung für das Kind", "der Wohnsitznachweis", "die Bescheinigung des Arbeitgebers"],
        came: "Die Unterlage ist heute mit der Post gekommen. Sie liegt bei der Akte.",
        granted: &[
            "In der Altersgruppe ist ein Platz frei, und die Familie wohnt im Einzugsgebiet.",
            "Ein Geschwisterkind besucht das Haus bereits. Nach der Satzung hat das Kind Vorrang.",
            "Beide Eltern sind berufstätig. Ab {day} wird ein Platz frei.",
        ],
        refused: &[
            "Die Familie wohnt in einer anderen Gemeinde, und für auswärtige Kinder ist kein Platz mehr frei.",
            "Die Unterlagen wurden zweimal angefordert und kamen nicht innerhalb der Frist.",
        ],
        waiting: &[
            "Alle Gruppen dieses Alters sind voll. Das Kind ist das nächste auf der Liste.",
            "Vor dem {day} wird kein Platz frei. Die Familie bleibt auf der Liste.",
        ],
        withdrawn: &[
            "Die Familie hat anderswo einen Platz gefunden und zieht den Antrag zurück.",
            "Der Antrag wurde telefonisch zurückgezogen und per E-Mail bestätigt.",
        ],
        tasks: &[
            "Im Kindergarten nach freien Plätzen fragen",
            "Mit der Familie einen Tag für das Erstgespräch vereinbaren",
            "Melderegister abgleichen",
        ],
        special: "Nussallergie. Der Kindergarten muss wissen, welches Medikament zu geben ist.",
        paper: Document {
            name: "Geburtsurkunde",
            lines: &[
                "Auszug aus dem Geburtenregister",
                "Kind: {child}",
                "Elternteil: {name}",
                "Anschrift: {street}",
                "Ausgestellt für die Anmeldung im Kindergarten.",
            ],
        },
    },
    matters: [
        Matter {
            title: "Parkausweis",
            tag: "Parken",
            deadline: "Entscheidung (Parksatzung, § 12)",
            opening: &[
                "Beantragt einen Bewohnerparkausweis für {street}. Das Auto ist auf {name} zugelassen.",
                "Der alte Ausweis läuft am {day} ab. Die Zone bleibt gleich.",
            ],
            notes: &[
                "Die Zone ist bis Hausnummer 40 voll. Danach ist noch Platz.",
                "Telefonat: Das Auto wurde letzten Monat gewechselt, die neuen Papiere folgen.",
            ],
            tasks: &["Kennzeichen mit dem Register abgleichen", "Kopie des Fahrzeugscheins anfordern"],
            granted: "Wohnt in der Zone und hat keinen anderen Stellplatz. Der Ausweis gilt ein Jahr.",
            refused: "Das Auto ist an einer Anschrift außerhalb der Zone zugelassen.",
            paper: Document {
                name: "Antrag auf Parkausweis",
                lines: &[
                    "Ich wohne im Haus {street} und beantrage einen Bewohnerparkausweis.",
                    "Das Auto gehört mir und ist hier zugelassen.",
                    "{name}",
                ],
            },
        },
        Matter {
            title: "Wohngeld",
            tag: "Wohnen",
            deadline: "Entscheidung (Satzung über soziale Hilfen, § 21)",
            opening: &[
                "Drei Personen im Haushalt. Die Miete beträgt {amount} Euro im Monat.",
                "Die Miete ist am {ago} gestiegen. Bittet um neue Berechnung.",
            ],
            notes: &[
                "Die Mietbescheinigung für den letzten Monat fehlt. Der Vermieter schickt sie.",
                "Einkommen und Miete sind geprüft; die Berechnung liegt bei der Akte.",
            ],
            tasks: &["Mietbescheinigung beim Vermieter anfordern", "Wohngeld neu berechnen"],
            granted: "Das Einkommen liegt unter der Grenze für drei Personen. Gezahlt werden {part} Euro im Monat.",
            refused: "Das Einkommen des Haushalts liegt über der Grenze.",
            paper: Document {
                name: "Mietbescheinigung",
                lines: &[
                    "Wohnung: {street}",
                    "Mietpartei: {name}",
                    "Kaltmiete: {amount} Euro im Monat",
                    "Die Heizung wird gesondert bezahlt.",
                ],
            },
        },
        Matter {
            title: "Sondernutzung Straße",
            tag: "Sondernutzung",
            deadline: "Entscheidung (Sondernutzungssatzung, § 8)",
            opening: &[
                "Beantragt acht Tische vor dem Haus {street}, April bis Oktober.",
                "Ein Gerüst soll sechs Wochen vor dem Haus {street} stehen.",
            ],
            notes: &[
                "Die Feuerwehr braucht dreieinhalb Meter. Der Plan lässt vier frei.",
                "Ortstermin am {ago}: Der Gehweg ist breit genug.",
            ],
            tasks: &["Stellungnahme der Feuerwehr einholen", "Gehweg ausmessen"],
            granted: "Der Gehweg und die Zufahrt der Feuerwehr bleiben frei.",
            refused: "Es blieben weniger als anderthalb Meter Gehweg.",
            paper: Document {
                name: "Lageplan",
                lines: &["Beantragte Fläche: 6 m mal 2,5 m vor dem Haus {street}", "Verbleibender Gehweg: 1,8 m", "Antrag von: {name}"],
            },
        },
        Matter {
            title: "Lärmbeschwerde",
            tag: "Lärm",
            deadline: "Antwort (Beschwerdegesetz, § 5)",
            opening: &[
                "Musik nach elf Uhr nachts, drei Wochenenden in Folge, beim Haus {street}.",
                "Lieferungen um fünf Uhr früh wecken das ganze Haus.",
            ],
            notes: &[
                "Am {ago} gemessen: 47 Dezibel am offenen Fenster.",
                "Der Wirt wurde angerufen. Er will die Türen geschlossen halten.",
            ],
            tasks: &["Abends Lärm messen", "Dem Wirt schreiben"],
            granted: "Die Grenzwerte wurden überschritten. Die Sperrstunde wird auf 23 Uhr gelegt.",
            refused: "Bei allen drei Messungen wurden die Grenzwerte eingehalten.",
            paper: Document {
                name: "Lärmprotokoll",
                lines: &[
                    "Freitag, 23:10 bis 01:30: Musik, Fenster offen",
                    "Samstag, 22:40 bis 02:00: Musik und Geschrei",
                    "Anschrift: {street}",
                    "{name}",
                ],
            },
        },
        Matter {
            title: "Baumfällung",
            tag: "Grün",
            deadline: "Entscheidung (Baumschutzsatzung, § 4)",
            opening: &[
                "Eine etwa 90-jährige Eiche beim Haus {street}. Beim Sturm sind Äste gefallen.",
                "Die Wurzeln heben den Gehweg an. Eine Linde soll gefällt werden.",
            ],
            notes: &[
                "Der Förster war am {ago} dort: Die Krone ist auf einer Seite dürr.",
                "Im Baum ist ein Nest. Vor dem Herbst ist nichts möglich.",
            ],
            tasks: &["Termin mit dem Förster vereinbaren", "Fotos vom Stamm anfordern"],
            granted: "Der Baum ist nicht standsicher. Bis zum Frühjahr sind zwei junge Bäume zu pflanzen.",
            refused: "Der Baum ist gesund; ein Kronenschnitt genügt.",
            paper: Document {
                name: "Gutachten des Försters",
                lines: &[
                    "Baum: Eiche, Stammumfang 2,4 m",
                    "Ort: {street}",
                    "Krone an der Nordseite dürr, Stamm gesund",
                    "Eigentum: {name}",
                ],
            },
        },
        Matter {
            title: "Einmalige Beihilfe",
            tag: "Beihilfe",
            deadline: "Entscheidung (Satzung über soziale Hilfen, § 30)",
            opening: &[
                "Der einzige Ofen der Wohnung ist kaputt. Bittet um {amount} Euro.",
                "Am {ago} ist in der Wohnung ein Rohr gebrochen. Bett und Kleidung sind unbrauchbar.",
            ],
            notes: &["Hausbesuch: Die Angaben stimmen.", "Das Angebot des Geschäfts liegt bei der Akte."],
            tasks: &["Hausbesuch vereinbaren", "Angebot eines Geschäfts anfordern"],
            granted: "Die Notlage ist unverschuldet und duldet keinen Aufschub. Gezahlt werden einmalig {amount} Euro.",
            refused: "Für denselben Bedarf wurde in diesem Jahr schon gezahlt.",
            paper: Document {
                name: "Angebot für einen Ofen",
                lines: &["Ofen, gebraucht, mit Rohr: {amount} Euro", "Lieferung inbegriffen: {street}", "Für {name}"],
            },
        },
        Matter {
            title: "Schülerbeförderung",
            tag: "Schulweg",
            deadline: "Entscheidung (Schulgesetz, § 63)",
            opening: &[
                "Zwei Kinder, vier Kilometer Schulweg. Beantragt die Busfahrkarte.",
                "Seit Beginn der Bauarbeiten hat der Schulweg keinen Gehweg mehr.",
            ],
            notes: &["Auf der Straße sind es 4,2 Kilometer.", "Im Bus dieser Linie sind noch zwei Plätze frei."],
            tasks: &["Schulweg ausmessen", "Busunternehmen benachrichtigen"],
            granted: "Der Weg ist länger als zwei Kilometer. Die Karte gilt für das Schuljahr.",
            refused: "Der Weg ist 1,3 Kilometer lang und sicher.",
            paper: Document {
                name: "Schulbescheinigung",
                lines: &["Die Kinder von {name} besuchen diese Schule.", "Anschrift: {street}", "Unterrichtsende ist um 13:30 Uhr."],
            },
        },
        Matter {
            title: "Meldebescheinigung",
            tag: "Bescheinigungen",
            deadline: "Antwort (Verwaltungsverfahrensgesetz, § 104)",
            opening: &[
                "Braucht eine Meldebescheinigung für eine Bank im Ausland.",
                "Ist am {ago} in die Wohnung {street} gezogen und bittet um die Bescheinigung.",
            ],
            notes: &["Im Register steht die alte Anschrift. Der Vermieter bestätigt den Einzug.", "Holt die Bescheinigung persönlich ab."],
            tasks: &["Melderegister berichtigen", "Bescheinigung drucken"],
            granted: "Das Register bestätigt die Anschrift.",
            refused: "Unter dieser Anschrift ist die Person nicht bekannt.",
            paper: Document {
                name: "Wohnungsgeberbestätigung",
                lines: &["{name} wohnt seit {ago} in der Wohnung {street}.", "Der Mietvertrag ist unbefristet."],
            },
        },
    ],
    calls: &[
        "Anruf mit der Frage nach dem Stand. Antwort vor dem {day} zugesagt.",
        "War am Schalter. Bringt die fehlende Unterlage nächste Woche.",
        "Mit dem Katasteramt gesprochen. Der Auszug ist unterwegs.",
        "Bittet per E-Mail um einen Termin. {day} um zehn Uhr angeboten.",
    ],
    leave: "Ab Montag bin ich im Urlaub. Die ersten sind dringend, die Leute warten auf einen Anruf.",
    back: "Das gehört zum anderen Team. Die Akte ist vollständig, nur die Entscheidung fehlt.",
    role: "Antragstellende Person",
    urgent: "dringend",
};
