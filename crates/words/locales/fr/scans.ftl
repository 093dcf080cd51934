### Des pages en un seul PDF : numérisations et photos de feuilles, redressées et mises en ordre.

scan-begin = Pages en un seul PDF…
hint-scan = pages en un seul PDF
scan-title = Pages en un seul PDF
scan-lead = Numérisations et photos deviennent un seul fichier droit de { $reference }.
scan-add = Ajouter des fichiers…
scan-of-case = Fichier de ce dossier
scan-of-case-choose = Choisir un fichier
scan-of-case-add = Ajouter
scan-empty = Pas encore de pages. Ajoutez des fichiers, ou déposez-les ici.
scan-pages = Pages
scan-tools = Cette page
scan-page = { $page } sur { $pages } : { $name }
scan-page-of = { $page } sur { $pages } : { $name }, page { $own }
scan-shown = La page telle qu’elle sera : { $name }
scan-reading = Lecture de { $name }
scan-turn-left = Tourner à gauche
scan-turn-right = Tourner à droite
scan-straighten = Redresser
scan-crop = Rogner à la feuille
scan-up = Monter
scan-down = Descendre
scan-leave-out = Retirer
scan-askew = Redressée de { $degrees }°
scan-level = Est droite
scan-unclear = Aucune ligne de texte ne montre comment elle est posée
scan-as-put = Non redressée
scan-cropped = Rognée à la feuille
scan-no-edges = Les bords de la feuille ne sont pas nets
scan-paper = { $width } × { $height } mm
scan-tone = Couleurs
scan-tone-as-it-is = Telles quelles
scan-tone-grey = Gris
scan-tone-black-and-white = Noir et blanc
scan-name = Nom du fichier
scan-name-help = PDF est ajouté automatiquement.
scan-name-missing = Le fichier n’a pas encore de nom.
scan-keep = Joindre aussi les fichiers du dehors tels quels
scan-missing = Ajoutez au moins une page.
scan-too-many = Un fichier contient { $max } pages au plus. Le reste n’a pas été ajouté.
scan-unread = Une page ne peut pas être lue. Retirez-la.
scan-make = Créer le PDF
scan-making = Page { $done } sur { $total }
scan-stopped = Vous avez arrêté. Rien n’a été ajouté au dossier.
scan-leaving = Ces pages et leur ordre ne seront pas conservés.
scan-leave = Quitter sans le PDF
said-scanned = Les pages forment un seul PDF du dossier.
keys-scan = Quand des pages deviennent un PDF
hint-scan-choose = page précédente, suivante

error-scan-refused = Un fichier ne peut pas devenir une page.
    .named = { $name } ne peut pas devenir une page.
    .safe = Rien n’a été ajouté au dossier. Le fichier lui-même est intact.
    .next = Retirez-le, ou joignez-le tel quel.

error-scan-too-large = Les pages sont trop lourdes pour un seul fichier.
    .safe = Rien n’a été ajouté au dossier. Les fichiers eux-mêmes sont intacts.
    .next = Faites-en deux fichiers, ou choisissez le gris ou le noir et blanc.

## Pourquoi un fichier ne peut pas devenir une page

scan-refused-unknown-kind = Seuls les fichiers PDF et les images le peuvent.
scan-refused-damaged = Il est endommagé, ou n’est pas ce que dit son nom.
scan-refused-too-large = Il est trop grand.
scan-refused-encrypted = Il ne s’ouvre qu’avec un mot de passe.
scan-refused-no-such-page = Il a moins de pages.
scan-refused-took-too-long = La lecture a pris trop de temps.
scan-refused-ended = La lecture s’est interrompue : il est endommagé, ou demande plus que ce à quoi une image a droit.
scan-refused-unavailable = Cet ordinateur ne peut pas lancer le processus séparé qui lit les fichiers sans danger.
