### Reprendre des fichiers existants.

import-source-csv = Tableau (CSV)
import-source-folder = Dossier de documents
import-source-xdomea = Message xdomea
import-source-mail = Courriels
import-source-mail-folder = Dossier de courriels

import-fate-new = Nouveau
import-fate-already-here = Déjà ici
import-fate-refused = Refusé
import-reference-taken = Un autre dossier porte cette référence

import-plan-summary = { $new ->
    [one] { $new } nouveau
   *[other] { $new } nouveaux
}, { $here } déjà ici, { $refused ->
    [one] { $refused } refusé
   *[other] { $refused } refusés
}
import-plan-hint = Rien n’est encore modifié. Voici ce qui se passerait.
import-done = { $count ->
    [0] Aucun nouveau dossier n’a été importé.
    [one] { $count } dossier a été importé.
   *[other] { $count } dossiers ont été importés.
}
import-missing = { $count ->
    [one] { $count } manque
   *[other] { $count } manquent
}
import-stopped = { $count ->
    [one] L’import s’est arrêté. { $count } dossier est repris.
   *[other] L’import s’est arrêté. { $count } dossiers sont repris.
}
import-stopped-next = Ce qui est repris est en sécurité. Importez de nouveau la même chose pour le reste : rien n’entre deux fois.
import-already-here = { $count ->
    [one] { $count } dossier était déjà ici.
   *[other] { $count } dossiers étaient déjà ici.
}
import-refused = { $count ->
    [one] { $count } ligne a été refusée.
   *[other] { $count } lignes ont été refusées.
}
import-progress = Importation { $done } sur { $total }

column-ignore = Ne pas reprendre
column-title = Titre
column-reference = Référence
column-received = Jour de réception
column-deadline = Délai
column-note = Note
column-party-name = Nom d’une personne
column-party-contact = Coordonnées d’une personne
column-tag = Mot-clé
column-field = Champ du formulaire

## Pourquoi une ligne ou un fichier a été refusé

import-refused-too-large = Le fichier est trop grand.
import-refused-beyond-title = Le titre dépasse 500 caractères.
import-refused-beyond-reference = La référence dépasse 500 caractères.
import-refused-beyond-field = Un champ a un nom de plus de 100 ou une valeur de plus de 100 000 caractères.
import-refused-beyond-tag = Un mot-clé dépasse 100 caractères.
import-refused-beyond-party = Le nom, le rôle ou le contact d’une personne dépasse 500 caractères.
import-refused-beyond-note = Une note dépasse 100 000 caractères.
import-refused-beyond-deadline = Le nom d’un délai dépasse 500 caractères.
import-refused-beyond-entries = Il contient plus de 1 000 éléments d’une même sorte.
import-refused-beyond-case = Il contient plus de texte qu’un dossier n’en prend à la fois.
import-refused-unprintable = Un texte contient des caractères qui ne peuvent pas s’afficher.
import-refused-bomb = Une fois décompressé, le fichier dépasse de loin sa taille.
import-refused-path-traversal = Un fichier qu’il contient pointe hors de son dossier.
import-refused-xml-doctype = Il contient une déclaration de type de document, ce qui n’est pas accepté.
import-refused-xml-entity = Il définit ses propres entités XML, ce qui n’est pas accepté.
import-refused-xml-malformed = Ce n’est pas du XML bien formé.
import-refused-not-xdomea = Ce n’est pas un message xdomea.
import-refused-version-unsupported = C’est une autre version de xdomea que la 3.0.0.
import-refused-name-too-long = Un nom qu’il contient est trop long.
import-refused-duplicate-name = Deux fichiers qu’il contient portent le même nom.
import-refused-duplicate-column = Deux de ses colonnes ont le même titre : { $what }
import-refused-missing-file = Un fichier qu’il nomme manque.
import-refused-not-utf8 = Il n’est pas écrit en UTF-8.
import-refused-table-not-utf8 = C’est un tableau qui n’est pas écrit en UTF-8. Dans le programme dont il vient, enregistrez-le comme « CSV UTF-8 » et importez ce fichier.
import-refused-encrypted-zip = Le fichier ZIP est chiffré.
import-refused-nested-zip = Un fichier ZIP qu’il contient en contient un autre.
import-refused-too-deep = Ses dossiers ou éléments sont trop profondément imbriqués.
import-refused-truncated = Le fichier s’arrête trop tôt.
import-refused-not-a-csv = Ce n’est pas un tableau au format CSV.
import-refused-empty-table = Le tableau est vide.
import-refused-no-source = Ce n’est ni un tableau (CSV), ni un message xdomea (XML, ZIP), ni un courriel ({ ".eml" }), ni un dossier de fichiers.
import-refused-too-many-rows = Le tableau a trop de lignes.
import-refused-wrong-cell-count = La ligne a plus ou moins de cellules que l’en-tête.
import-refused-bad-date = Une date qu’il contient ne peut pas être lue.
import-refused-empty-title = Le titre est vide.
import-refused-too-many-entries = Le fichier ZIP contient trop de fichiers.
import-refused-symlink = C’est un lien vers un autre endroit au lieu d’un fichier, ou il en contient un.
import-refused-bad-name = Un nom de fichier est vide ou contient des caractères de commande.
import-refused-duplicate-id = Deux pièces qu’il contient portent le même identifiant.
import-refused-bad-id = Une pièce n’a pas d’identifiant, ou il ne peut pas être lu.
import-refused-message-missing = Le fichier ZIP ne contient aucun message xdomea.
import-refused-message-ambiguous = Le fichier ZIP contient plus d’un message xdomea.
import-refused-compression-unsupported = Un fichier est compressé d’une manière qui n’est pas acceptée.
import-refused-damaged = Le fichier est endommagé.
import-refused-too-many-elements = Il contient trop d’éléments.
import-refused-text-too-long = Un texte qu’il contient est trop long.
import-refused-kind-unsupported = Le message xdomea ne contient aucune pièce.
import-refused-kind-mismatch = L’en-tête du message annonce un autre genre que son contenu.
import-refused-wrong-type = C’est un autre genre de fichier que ne dit son nom, ou un programme.
import-refused-too-many-columns = Le tableau a trop de colonnes.
import-refused-cell-too-long = Une cellule du tableau est trop longue.
import-refused-open-quote = Un guillemet du tableau n’est jamais fermé.
import-refused-same-reference = Une ligne plus haut porte la même référence. Une référence désigne un seul dossier.
import-refused-same-row = La même ligne figure plus haut.
import-refused-same-mail = Le même courriel figure plus haut.
import-refused-other-mail = Un courriel plus haut porte le même numéro, mais dit autre chose. S’il appartient à ce dossier, joignez-le là.
import-refused-not-a-mail = Ce n’est pas un courriel.
import-refused-not-in-case = Son dossier est déjà ici, et ce document n’y figure pas. S’il en fait partie, joignez-le à ce dossier.
import-refused-not-named = Le message ne nomme pas ce fichier. Il a été laissé de côté.
import-refused-too-many-files = Une importation prend 100 000 fichiers. Ceci vient au-delà : importez le répertoire en plusieurs parties.
import-refused-hidden-file = C’est un fichier caché.
import-refused-system-file = C’est un reste d’un programme, pas un document.
import-refused-not-a-file = Ce n’est pas un fichier.
import-refused-unreadable = Il n’a pas pu être lu.
import-refused-other = Il n’a pas pu être compris.

## Ce que dit un message xdomea, selon les noms de sa norme

imported-above = { $name } (dossier parent)
imported-message = Message
imported-process = Numéro de transmission du message
imported-system = Logiciel expéditeur
imported-message-note = Remarque sur le message
imported-kind = Type
imported-place = Lieu du papier
imported-file-subject = Objet du dossier parent
imported-appraisal = Sort final
imported-appraisal-proposal = Sort final proposé
imported-keep-years = Années de conservation
imported-keep-until = À conserver jusqu’au
imported-archive-mark = Cote d’archives
imported-from = Ouvert du
imported-to = Ouvert jusqu’au
imported-closed-on = Clos définitivement le
imported-part-of = Fait partie de
imported-subject = Objet
imported-file-plan = Plan de classement
imported-lead = Service responsable
imported-keeper = Tient le dossier
imported-secrecy = Confidentialité
imported-medium = Support
imported-remark = Remarque
imported-foreign-reference = Référence de l’autre service
imported-regarding = Concerne
imported-in-particular = En particulier
imported-reference = Référence
imported-date = Date
imported-received = Reçu le
imported-sent = Envoyé le
imported-attached-to = Joint à
imported-party = Partie
imported-sender = Expéditeur
imported-receiver = Destinataire
imported-clerk = Agent chargé du dossier
imported-author = Auteur
imported-handed-over-by = Transmis par
imported-handed-over-to = Transmis à
