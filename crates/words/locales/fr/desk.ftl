### Ce qui est dit et montré hors de la fenêtre, le chemin vers le serveur et le rapport pour l’assistance.

## Notices

notice-title = Praesto
notice-due = { $count ->
    [one] { $count } dossier arrive à échéance aujourd’hui.
   *[other] { $count } dossiers arrivent à échéance aujourd’hui.
}
notice-late = { $count ->
    [one] { $count } dossier est en retard.
   *[other] { $count } dossiers sont en retard.
}
notice-open = Ouvrir Aujourd’hui
settings-notices = Prévenir sur le bureau quand des dossiers arrivent à échéance
settings-notices-help = Des nombres seulement, aucun nom. Rien n’est dit tant que Praesto est verrouillé.

## The tray

settings-stay = Rester dans la zone de notification quand la fenêtre est fermée
settings-stay-help = Praesto continue d’envoyer et de recevoir. Il se verrouille comme réglé plus haut.
settings-stay-no-tray = Il n’y a pas de zone de notification en ce moment. Fermer la fenêtre quitte Praesto.
tray-show = Ouvrir Praesto
tray-lock = Verrouiller maintenant
tray-quit = Quitter
tray-locked = Verrouillé
tray-unlocked = Ouvert
tray-unsent = { $count ->
    [one] { $count } modification n’est pas encore envoyée.
   *[other] { $count } modifications ne sont pas encore envoyées.
}
tray-stopped = Quelque chose demande votre attention. Ouvrez Praesto.

## Leaving

leaving = Un texte saisi n’est pas conservé
leaving-lead = Le texte reste dans son champ si vous restez. Il est perdu si vous quittez. Tout ce qui est enregistré est en sûreté.
leaving-unsent = { $count ->
    [one] { $count } modification enregistrée attend ici d’être envoyée.
   *[other] { $count } modifications enregistrées attendent ici d’être envoyées.
}
leaving-stay = Rester
leaving-do = Quitter quand même

## Keys

settings-keys = Voir toutes les touches
own-keys = Vos lettres
own-keys-open = Changer les lettres…
own-keys-lead = Donnez à chaque action la lettre à presser. Les touches avec Ctrl ne changent pas.
own-keys-do = Prendre ces lettres
own-keys-reset = Tout remettre comme d’habitude
own-keys-wrong = Il faut ici une seule lettre de A à Z.
own-keys-taken = { $key } est déjà prise : { $what }.

## The way to the server

proxy = Chemin vers le serveur
proxy-open = Chemin vers le serveur…
proxy-lead = Certains réseaux ne laissent sortir que par un proxy. Demandez à la personne qui gère le vôtre.
proxy-do = Prendre ce chemin
proxy-kept = Praesto prend désormais ce chemin.
proxy-question = Comment joindre le serveur ?
proxy-kind-system = Comme l’ordinateur
proxy-kind-direct = Sans proxy
proxy-kind-by-hand = Par ce proxy
proxy-address = Adresse du proxy
proxy-address-help = Par exemple { "http://proxy.example:3128" } ou { "https://proxy.example" }.
proxy-address-missing = L’adresse manque.
proxy-exceptions = Joints sans lui
proxy-exceptions-help = Noms, adresses ou réseaux, séparés par des virgules. Cet ordinateur en fait toujours partie.
proxy-user = Utilisateur
proxy-user-help = Seulement si le proxy demande qui vous êtes.
proxy-password = Mot de passe du proxy
proxy-password-help = Il est gardé scellé, avec vos dossiers. Avant d’avoir un service, il n’est pas gardé.
proxy-password-kept = Le mot de passe donné est gardé. Laissez le champ vide pour le conserver.
proxy-try = Essayer ce chemin
hint-try-way = essayer le chemin vers le serveur
proxy-try-busy = Essai en cours
tried-reached = Un serveur de Praesto répond.
tried-no-server = Il n’y a pas encore de serveur à essayer. Saisissez d’abord son adresse ou un code d’invitation.
tried-proxy-unreached = Rien ne répond à l’adresse du proxy. Vérifiez l’adresse et le réseau.
tried-proxy-login = Le proxy demande un autre utilisateur ou un autre mot de passe.
tried-proxy-refuses = Le proxy répond, mais ne mène pas au serveur. Demandez à la personne qui le gère.
tried-server-unreached = Le serveur ne répond pas par ce chemin. Vos dossiers sont en sûreté ici.
tried-other-server = Ce qui répond n’est pas un serveur de Praesto. Vérifiez l’adresse.
tried-other-certificate = Le certificat n’est pas celui attendu. Rien n’a été envoyé. Demandez à la personne qui gère le serveur.

## The report for support

report = Rapport pour l’assistance
report-open = Rapport pour l’assistance…
report-lead = Voici tout : nombres, versions et codes. Aucun nom, aucun dossier, aucune adresse. Rien ne sort avant que vous l’enregistriez.
report-text = Texte du rapport
report-do = Enregistrer dans un fichier…
report-saved = Le rapport est enregistré. Envoyez-le à la personne qui vous aide.
