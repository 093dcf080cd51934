### Lettres : ce qui figure sur leur papier, et comment on les écrit, les valide et les imprime.

## Sur le papier, dans la langue de la lettre

letter-reference = Notre référence
letter-day = Date
letter-page = Page { $page } sur { $pages }

## Ce qui est attendu à un blanc

letter-blank-office = Nom du service
letter-blank-author = Nom de l’auteur
letter-blank-missing = Ce qui manque
letter-blank-outcome = Ce qui a été décidé
letter-blank-reason = Motif
letter-blank-decided-on = Jour de la décision
letter-blank-decided-by = Qui a décidé

## En écrire une

letter-write = Lettre
letter-write-on = Écrire : { $title }
hint-letter = lettre
letter-title = Lettre dans { $reference }
letter-lead = Elle est remplie à partir du dossier. Relisez-la, puis validez-la sous votre nom.
letter-which = Lettre
letter-language = Langue
letter-choose = Choisir une lettre
letter-none = Aucune lettre ne correspond à l’état de ce dossier.
letter-missing = Choisissez la lettre à écrire.
letter-to = Destinataire
letter-to-other = Quelqu’un d’autre
letter-address = Nom et adresse
letter-address-help = Une ligne chacun, huit au plus. Ils figurent dans la fenêtre de l’enveloppe.
letter-address-missing = Il manque le nom du destinataire.
letter-text = Texte
letter-text-help = Une ligne qui commence par # est un titre, une qui commence par - un point de liste. Une ligne vide termine un paragraphe.
letter-text-missing = La lettre ne dit encore rien.
letter-gaps = { $count ->
    [0] Il ne reste aucun blanc.
    [one] Il reste { $count } blanc : { $gaps }
   *[other] Il reste { $count } blancs : { $gaps }
}
letter-gap-next = Blanc suivant
letter-preview = Son aspect
letter-filling = Remplissage de la lettre
letter-make = Valider et classer
said-letter-filed = La lettre est validée et classée. Elle ne peut plus être modifiée.
draft-letter = Brouillon de lettre

## Validée

letter-filed = { $title }, { $when }, validée par { $name }
decision-letter = Lettre : { $title }, { $when }, validée par { $name }
letter-print = Imprimer…
letter-print-spoken = { letter-print } { $title }
letter-print-title = Imprimer { $title }
letter-print-lead = Sur papier, la lettre n’est plus scellée. Le dossier garde qui l’a imprimée et pourquoi.
letter-print-posted = À envoyer à { $name }
