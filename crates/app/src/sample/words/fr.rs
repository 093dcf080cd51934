//! French.

use super::{Bank, Document, Enrolment, Families, Matter};

pub(crate) const BANK: Bank = Bank {
    code: "fr",
    office: "Commune de Lindara (exemple)",
    person: "Elira Tomani",
    teams: ["écoles", "affaires sociales", "guichet citoyen"],
    women: &["Élodie", "Noémie", "Thérèse", "Maëlle", "Solène", "Béatrice"],
    men: &["Gaël", "François", "Benoît", "Hervé", "Raphaël", "Jérôme"],
    families: Families::Same(&[
        "Marchetti-Brun",
        "Aubrelle",
        "Vauclairet",
        "Desroselins",
        "Lanternier",
        "Prégaudin",
        "Hôtelleux",
        "Charmoisin",
    ]),
    girls: &["Zoé", "Inès", "Anaïs", "Chloé", "Lise"],
    boys: &["Théo", "Léo", "Noé", "Axel", "Jules"],
    streets: &["rue du Moulin", "avenue des Tilleuls", "rue du Pont", "chemin du Verger", "rue des Rosiers", "quai du Port"],
    street: "{number}, {street}",
    town: "4120 Lindara",
    enrolment: Enrolment {
        role: "Parent",
        kindergartens: ["Petit Ours", "Tournesol", "Arc-en-ciel", "Pré aux Trèfles"],
        notes: &[
            "La famille est arrivée cette année. Elle demande une place près du nouveau logement.",
            "La mère reprend le travail le {day}. Une place dans un autre établissement conviendrait aussi.",
            "Les deux parents travaillent en horaires décalés. Ils demandent la journée entière.",
            "Une grande sœur fréquente déjà le même établissement.",
        ],
        checked: &[
            "Tout est là. L’adresse figure au registre.",
            "Le formulaire et l’acte de naissance concordent.",
            "Vérifié au guichet avec le parent.",
        ],
        missing: &["le certificat médical de l’enfant", "le justificatif de domicile", "l’attestation de l’employeur"],
        came: "La pièce est arrivée aujourd’hui par la poste. Elle est jointe au dossier.",
        granted: &[
            "Une place est libre dans ce groupe d’âge, et la famille habite le secteur.",
            "Un frère ou une sœur y va déjà. Le règlement donne la priorité à cet enfant.",
            "Les deux parents travaillent. Une place se libère le {day}.",
        ],
        refused: &[
            "La famille habite une autre commune, et il ne reste aucune place pour les enfants de l’extérieur.",
            "Les pièces ont été demandées deux fois et ne sont pas arrivées dans le délai.",
        ],
        waiting: &[
            "Tous les groupes de cet âge sont complets. L’enfant est en tête de liste.",
            "Aucune place avant le {day}. La famille reste sur la liste.",
        ],
        withdrawn: &[
            "La famille a trouvé une place ailleurs et retire sa demande.",
            "Demande retirée par téléphone, puis confirmée par courriel.",
        ],
        tasks: &[
            "Demander les places libres à l’établissement",
            "Convenir avec la famille du jour du premier entretien",
            "Vérifier le registre des habitants",
        ],
        special: "Allergie aux noix. L’établissement doit savoir quel médicament donner.",
        paper: Document {
            name: "Acte de naissance",
            lines: &[
                "Extrait du registre des naissances",
                "Enfant\u{a0}: {child}",
                "Parent\u{a0}: {name}",
                "Adresse\u{a0}: {street}",
                "Délivré pour l’inscription au jardin d’enfants.",
            ],
        },
    },
    matters: [
        Matter {
            title: "Carte de stationnement",
            tag: "stationnement",
            deadline: "Décision (règlement du stationnement, article 12)",
            opening: &[
                "Demande une carte de résident pour le {street}. La voiture est au nom de {name}.",
                "L’ancienne carte expire le {day}. La zone reste la même.",
            ],
            notes: &[
                "La zone est pleine jusqu’au numéro 40. Il reste des places au-delà.",
                "Au téléphone\u{a0}: la voiture a changé le mois dernier, les papiers suivent.",
            ],
            tasks: &["Comparer la plaque avec le registre", "Demander une copie de la carte grise"],
            granted: "Habite la zone et n’a pas d’autre place. La carte est valable un an.",
            refused: "La voiture est immatriculée à une adresse hors de la zone.",
            paper: Document {
                name: "Demande de carte de stationnement",
                lines: &[
                    "J’habite au {street} et demande une carte de résident.",
                    "La voiture m’appartient et elle est immatriculée ici.",
                    "{name}",
                ],
            },
        },
        Matter {
            title: "Aide au logement",
            tag: "logement",
            deadline: "Décision (règlement d’aide sociale, article 21)",
            opening: &[
                "Trois personnes au foyer. Le loyer est de {amount} euros par mois.",
                "Le loyer a augmenté le {ago}. Demande un nouveau calcul.",
            ],
            notes: &[
                "La quittance du mois dernier manque. Le bailleur va l’envoyer.",
                "Revenus et loyer sont vérifiés\u{a0}; le calcul est au dossier.",
            ],
            tasks: &["Demander la quittance au bailleur", "Refaire le calcul de l’aide"],
            granted: "Les revenus sont sous le plafond pour trois personnes. L’aide est de {part} euros par mois.",
            refused: "Les revenus du foyer dépassent le plafond.",
            paper: Document {
                name: "Quittance de loyer",
                lines: &[
                    "Logement\u{a0}: {street}",
                    "Locataire\u{a0}: {name}",
                    "Loyer hors charges\u{a0}: {amount} euros par mois",
                    "Le chauffage est payé à part.",
                ],
            },
        },
        Matter {
            title: "Autorisation de voirie",
            tag: "voirie",
            deadline: "Décision (règlement de voirie, article 8)",
            opening: &[
                "Demande huit tables devant le {street}, d’avril à octobre.",
                "Un échafaudage doit rester six semaines devant le {street}.",
            ],
            notes: &[
                "Les pompiers ont besoin de trois mètres et demi. Le plan en laisse quatre.",
                "Visite le {ago}\u{a0}: le trottoir est assez large.",
            ],
            tasks: &["Demander l’avis des pompiers", "Mesurer le trottoir"],
            granted: "Le passage reste libre pour les piétons et les pompiers.",
            refused: "Il resterait moins d’un mètre et demi de trottoir.",
            paper: Document {
                name: "Plan de situation",
                lines: &["Surface demandée\u{a0}: 6 m sur 2,5 m devant le {street}", "Passage restant\u{a0}: 1,8 m", "Demande de {name}"],
            },
        },
        Matter {
            title: "Plainte pour bruit",
            tag: "bruit",
            deadline: "Réponse (loi sur les plaintes, article 5)",
            opening: &[
                "Musique après 23 heures, trois week-ends de suite, près du {street}.",
                "Des livraisons à cinq heures du matin réveillent tout l’immeuble.",
            ],
            notes: &[
                "Mesuré le {ago}\u{a0}: 47 décibels à la fenêtre ouverte.",
                "Le patron du bar a été joint. Il promet de garder les portes fermées.",
            ],
            tasks: &["Mesurer le bruit en soirée", "Écrire au patron du bar"],
            granted: "Les limites ont été dépassées. La fermeture est fixée à 23 heures.",
            refused: "Les limites ont été respectées aux trois mesures.",
            paper: Document {
                name: "Relevé des nuisances",
                lines: &[
                    "Vendredi, de 23 h 10 à 1 h 30\u{a0}: musique, fenêtres ouvertes",
                    "Samedi, de 22 h 40 à 2 h\u{a0}: musique et cris",
                    "Adresse\u{a0}: {street}",
                    "{name}",
                ],
            },
        },
        Matter {
            title: "Abattage d’un arbre",
            tag: "espaces verts",
            deadline: "Décision (règlement des arbres, article 4)",
            opening: &[
                "Un chêne d’environ 90 ans près de la maison, {street}. Des branches sont tombées pendant la tempête.",
                "Les racines soulèvent le trottoir. Demande d’abattre un tilleul.",
            ],
            notes: &[
                "Le forestier est passé le {ago}\u{a0}: la cime est sèche d’un côté.",
                "Il y a un nid dans l’arbre. Rien n’est possible avant l’automne.",
            ],
            tasks: &["Convenir d’un jour avec le forestier", "Demander des photos du tronc"],
            granted: "L’arbre est dangereux. Deux jeunes arbres seront plantés d’ici au printemps.",
            refused: "L’arbre est sain\u{a0}; une taille suffit.",
            paper: Document {
                name: "Rapport du forestier",
                lines: &[
                    "Arbre\u{a0}: chêne, tronc de 2,4 m de tour",
                    "Lieu\u{a0}: {street}",
                    "Cime sèche au nord, tronc sain",
                    "Propriétaire\u{a0}: {name}",
                ],
            },
        },
        Matter {
            title: "Secours exceptionnel",
            tag: "secours",
            deadline: "Décision (règlement d’aide sociale, article 30)",
            opening: &[
                "Le seul poêle du logement est cassé. Demande {amount} euros.",
                "Une conduite a éclaté le {ago}. Le lit et les vêtements sont perdus.",
            ],
            notes: &["Visite à domicile\u{a0}: les indications sont exactes.", "Le devis du magasin est au dossier."],
            tasks: &["Convenir d’une visite à domicile", "Demander un devis"],
            granted: "Le besoin n’est la faute de personne et ne peut attendre. {amount} euros sont versés en une fois.",
            refused: "Un secours pour le même besoin a déjà été versé cette année.",
            paper: Document {
                name: "Devis pour un poêle",
                lines: &["Poêle d’occasion avec tuyau\u{a0}: {amount} euros", "Livraison comprise\u{a0}: {street}", "Pour {name}"],
            },
        },
        Matter {
            title: "Transport scolaire",
            tag: "transport scolaire",
            deadline: "Décision (loi sur l’école primaire, article 63)",
            opening: &[
                "Deux enfants, quatre kilomètres jusqu’à l’école. Demande la carte de bus.",
                "Le chemin de l’école n’a plus de trottoir depuis le début des travaux.",
            ],
            notes: &["La distance par la route est de 4,2 kilomètres.", "Le bus de cette ligne a encore deux places."],
            tasks: &["Mesurer le chemin de l’école", "Prévenir la compagnie de bus"],
            granted: "Le chemin dépasse deux kilomètres. La carte est valable pour l’année scolaire.",
            refused: "Le chemin fait 1,3 kilomètre et il est sûr.",
            paper: Document {
                name: "Certificat de scolarité",
                lines: &["Les enfants de {name} fréquentent cette école.", "Adresse\u{a0}: {street}", "Les cours finissent à 13 h 30."],
            },
        },
        Matter {
            title: "Certificat de résidence",
            tag: "certificats",
            deadline: "Réponse (loi de procédure administrative, article 104)",
            opening: &[
                "A besoin d’un certificat de résidence pour une banque à l’étranger.",
                "A emménagé au {street} le {ago} et demande le certificat.",
            ],
            notes: &[
                "Le registre porte l’ancienne adresse. Le bailleur confirme l’arrivée.",
                "Viendra chercher le certificat en personne.",
            ],
            tasks: &["Corriger le registre des habitants", "Imprimer le certificat"],
            granted: "Le registre confirme l’adresse.",
            refused: "La personne est inconnue à cette adresse.",
            paper: Document {
                name: "Attestation du bailleur",
                lines: &["{name} habite au {street} depuis le {ago}.", "Le bail est à durée indéterminée."],
            },
        },
    ],
    calls: &[
        "A téléphoné pour savoir où en est le dossier. Réponse promise avant le {day}.",
        "Passage au guichet. La pièce manquante sera apportée la semaine prochaine.",
        "Le cadastre a été appelé. L’extrait est en route.",
        "Demande un rendez-vous par courriel. Nous avons proposé le {day} à dix heures.",
    ],
    leave: "Je suis en congé à partir de lundi. Les premiers dossiers sont urgents, les gens attendent un appel.",
    back: "Ce dossier relève de l’autre équipe. Le dossier est complet, il ne manque que la décision.",
    role: "Personne requérante",
    urgent: "urgent",
};
