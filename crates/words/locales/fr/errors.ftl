### Chaque erreur : ce qui s’est passé, `.safe` ce qui est en sûreté, `.next` ce qu’il faut faire.

error-what-happened = Ce qui s’est passé
error-what-is-safe = Ce qui est en sûreté
error-what-to-do = Ce qu’il faut faire
error-why = Pourquoi

error-invalid-input = { $field ->
    [title] Le titre manque ou dépasse 500 caractères.
    [reference] La référence manque ou dépasse 500 caractères.
    [person_name] Le nom de la personne manque ou dépasse 200 caractères.
    [office_name] Le nom du service manque ou dépasse 200 caractères.
    [server] L’adresse du serveur n’est pas complète ou ne commence pas par { "https://" }. Seul cet ordinateur lui-même se joint par { "http://" }.
    [no_passphrase] Aucune phrase secrète n’a été donnée.
    [command] Cette commande n’existe pas.
    [passphrase] La phrase secrète est trop courte.
    [proxy] L’adresse du proxy n’est pas complète. Elle contient un nom et un port, sans utilisateur.
    [own_keys] Une lettre n’est pas entre A et Z, ou sert à deux choses.
    [code] Le code d’invitation n’est pas complet.
    [reason] Le motif manque ou dépasse 100 000 caractères.
    [path] Le chemin manque ou n’est pas complet.
    [recipient_key] Ce n’est pas une clé publique d’age : elle commence par « age1 ».
    [recipient] Il manque le destinataire.
    [text] Le texte manque ou est trop long.
    [field] Le nom d’un champ manque ou dépasse 100 caractères, ou sa valeur en dépasse 100 000.
    [tag] Le mot-clé manque ou dépasse 100 caractères.
    [party] Le nom de la personne manque ou dépasse 500 caractères.
    [role] Le rôle dépasse 500 caractères.
    [contact] Les coordonnées dépassent 500 caractères.
    [task] Le texte de la tâche manque ou dépasse 500 caractères.
    [deadline] Le nom du délai manque ou dépasse 500 caractères.
    [decision] La décision manque ou dépasse 500 caractères.
    [attachment] Le nom du fichier manque ou dépasse 500 caractères.
    [note] Le texte de la note manque ou dépasse 100 000 caractères.
    [paths] Aucun fichier n’est nommé, ou un chemin n’est pas complet.
    [pages] Il n’y a aucune page, ou plus de 200.
    [lock_minutes] Ce délai de verrouillage n’est pas possible.
    [list_name] Le nom de la liste manque ou dépasse 100 caractères.
    [list_taken] Une autre liste enregistrée porte ce nom.
    [lists] Cinquante listes sont déjà enregistrées. Retirez-en une d’abord.
    [due_within] Une liste demande au plus 36 500 jours.
    [changes] Ces modifications ne vont pas ensemble.
    [to] Ce dossier ne peut être transmis à cette personne : c’est vous, elle l’a déjà, ou elle est partie.
    [words] Ce texte dépasse 5 000 caractères.
   *[other] Une donnée manque ou ne convient pas.
}
    .safe = Rien n’a été modifié.
    .next = Corrigez la donnée et réessayez.

error-not-found = Ceci n’est pas sur cet ordinateur.
    .safe = Rien n’a été modifié.
    .next = Revenez à la liste. L’élément a pu être déplacé ou n’est pas encore arrivé.

error-no-office = Il n’y a pas encore de service sur cet ordinateur.
    .safe = Rien n’a été modifié.
    .next = Rejoignez un service avec une invitation, ou créez-en un.

error-office-exists = Ce profil a déjà un service.
    .safe = Le service et ses dossiers sont intacts.
    .next = Utilisez un autre profil pour un second service.

error-locked = Praesto est verrouillé.
    .safe = Tout est scellé et enregistré.
    .next = Déverrouillez-le et reprenez où vous en étiez.

error-wrong-passphrase = Cette phrase secrète n’ouvre pas Praesto.
    .safe = Tout est scellé et intact.
    .next = Réessayez. Vérifiez la disposition du clavier et les majuscules.

error-too-many-attempts = Trop de phrases secrètes fausses. Praesto attend avant le prochain essai.
    .safe = Tout est scellé et intact.
    .next = { $seconds ->
        [one] Attendez { $seconds } seconde, puis réessayez.
       *[other] Attendez { $seconds } secondes, puis réessayez.
    }

error-keyring-unavailable = Le trousseau de cet ordinateur ne donne pas la clé.
    .safe = Tout est scellé et intact.
    .next = Déverrouillez le trousseau de cet ordinateur, puis réessayez.

error-profile-in-use = Une autre fenêtre de Praesto a ouvert ce profil.
    .safe = Rien n’a été modifié.
    .next = Allez à l’autre fenêtre, ou fermez-la et réessayez.

error-profile-too-new = Ce profil vient d’une version plus récente de Praesto.
    .safe = Tout son contenu est intact.
    .next = Installez la version plus récente sur cet ordinateur.

error-profile-damaged = La base de données de ce profil ne peut pas être lue.
    .safe = Ce qui a été envoyé est en sûreté sur le serveur.
    .next = Ne supprimez pas le dossier du profil. Demandez à votre administrateur de rétablir cet ordinateur.

error-disk-full = Il n’y a plus de place sur le disque.
    .safe = Rien n’a été modifié. Tout ce qui était enregistré est en sûreté.
    .next = Libérez de la place sur le disque, puis réessayez.

error-offline = Le serveur est injoignable.
    .safe = Tout est enregistré sur cet ordinateur.
    .next = Ce qui est enregistré part de lui-même. Ce que vous venez de demander au serveur, demandez-le de nouveau dès qu’il y a un réseau.

error-not-checked = Ce dossier n’a pas encore été vérifié.
    .safe = Vous pouvez le lire. Ce que vous avez saisi est toujours là.
    .next = Connectez-vous un instant au serveur, puis enregistrez à nouveau.

error-case-removed = Ce dossier a été retiré des listes.
    .safe = Rien n’en a été supprimé. Ce que vous avez saisi est toujours là.
    .next = Rétablissez d’abord le dossier, puis faites votre modification.

error-changed-since = Quelqu’un y a écrit entre-temps.
    .safe = Rien n’a été modifié. Les deux figurent dans l’historique.
    .next = Regardez ce que dit le dossier maintenant et modifiez-le à la main.

error-nothing-to-undo = Il n’y a rien de vous à annuler dans ce dossier.
    .safe = Rien n’a été modifié.
    .next = L’historique montre qui a modifié quoi.

error-act-refused = Ce n’est pas possible là où en est le dossier.
    .safe = Rien n’a été modifié.
    .next = Faites d’abord ce qui manque, ou confiez le dossier à une personne qui en a le droit.

error-case-type-missing = Le type de ce dossier n’est pas sur cet ordinateur.
    .safe = Le dossier est ici en entier. On peut le lire, y ajouter des notes et le transmettre.
    .next = Les étapes et les décisions attendent que le type soit installé, ou se font sur un ordinateur qui l’a.

error-written-meanwhile = Autre chose est écrit ici à présent.
    .safe = Rien n’est enregistré et rien n’est remplacé. Ce que vous avez saisi est toujours là.
    .next = Regardez les deux, puis enregistrez de nouveau. S’il y a plusieurs valeurs, réglez d’abord le conflit.

error-other-certificate = Le certificat du serveur ne correspond pas à son adresse.
    .safe = Rien ne lui a été envoyé. Tout est en sécurité ici.
    .next = Demandez à la personne qui gère le serveur l’adresse avec tout ce qui suit le #.

error-server-not-found = Aucun serveur Praesto ne répond à cette adresse.
    .safe = Rien n’a été créé ni modifié.
    .next = Vérifiez l’adresse et le réseau.

error-server-refused = Le serveur a refusé la demande.
    .safe = Tout est enregistré sur cet ordinateur.
    .next = Réessayez plus tard. Si cela dure, dites-le à votre administrateur.

error-server-contradicts = Ce que dit le serveur contredit ce qui a été dit avant.
    .safe = Rien n’a été accepté du serveur. Votre travail est enregistré ici.
    .next = Dites-le à votre administrateur. Ouvrez « Cet ordinateur » pour voir ce qui a été trouvé.

error-update-needed = Le service utilise un élément que cette version ne connaît pas.
    .safe = Votre travail est enregistré ici. Rien n’est envoyé d’ici là.
    .next = Installez la dernière version de Praesto.

error-invitation-invalid = Cette invitation est mal saisie, expirée ou déjà utilisée.
    .safe = Rien n’a été modifié.
    .next = Comparez le code avec votre feuille, ou demandez une nouvelle invitation.

error-waiting-for-colleague = Cet ordinateur attend qu’un collègue le laisse entrer.
    .safe = Votre invitation reste valable. Rien n’est à refaire.
    .next = Demandez à la personne qui vous a invité d’ouvrir Praesto avec le réseau.

error-waiting-for-keys = Cet ordinateur attend des clés d’un collègue.
    .safe = Votre travail est enregistré ici et reste scellé jusque-là.
    .next = Demandez à un collègue d’ouvrir Praesto avec le réseau.

error-waiting-for-administrator = Le serveur n’est plus le même qu’avant.
    .safe = Votre travail est enregistré ici et compte jusque-là comme non envoyé.
    .next = Demandez à un administrateur d’ouvrir Praesto avec le réseau.

error-not-allowed = Le service ne vous a pas donné ce droit.
    .safe = Rien n’a été modifié.
    .next = Demandez à l’administrateur de votre service.

error-device-revoked = Le service a retiré l’accès à cet ordinateur.
    .safe = Ce qui a été envoyé est en sûreté sur le serveur. Le reste demeure scellé ici.
    .next = Parlez-en à votre administrateur.

error-file-refused = Le fichier a été refusé.
    .named = { $path } a été refusé.
    .safe = Rien n’en a été repris. Le fichier lui-même est intact.
    .next = Lisez le motif et choisissez un autre fichier.

error-file-unreadable = Le fichier n’a pas pu être lu ou écrit.
    .named = { $path } n’a pas pu être lu ou écrit.
    .safe = Rien n’a été modifié dans Praesto.
    .next = Vérifiez que le fichier existe et que vous avez le droit de l’ouvrir.

error-file-exists = Un fichier de ce nom existe déjà.
    .named = { $path } existe déjà.
    .safe = Ce fichier est resté tel quel, et rien n’a été enregistré au-dehors.
    .next = Choisissez un autre nom, ou acceptez de le remplacer.

error-attachment-not-here = Ce fichier n’est pas encore arrivé sur cet ordinateur.
    .safe = Le dossier est complet. Seul ce fichier manque ici.
    .next = Connectez-vous au réseau et demandez-le de nouveau.

error-attachment-with-author = Ce fichier est encore sur l’ordinateur de la personne qui l’a joint.
    .named = Ce fichier est encore sur l’ordinateur de { $name }.
    .safe = Le dossier est complet. Seul ce fichier manque ici.
    .next = Il viendra dès que cet ordinateur aura été connecté. Demandez-le, puis réessayez plus tard.

error-attachment-unfit = Ce fichier n’est pas ce que son dossier en dit.
    .named = Ce fichier n’est pas ce que son dossier en dit. Il a été joint par { $name }.
    .safe = Rien n’a été enregistré au-dehors. Le dossier et ses autres fichiers sont en sûreté.
    .next = Demandez à la personne qui l’a joint de joindre de nouveau le bon fichier.

error-attachment-damaged = Ce fichier a été endommagé sur cet ordinateur.
    .safe = Rien n’a été enregistré au-dehors. Ce que garde le serveur n’est pas touché.
    .next = Demandez-le de nouveau. Si ce n’est pas proposé, joignez encore une fois l’original.

error-person-without-access = Cette personne ne peut pas lire le dossier.
    .safe = Rien n’a été modifié. Le dossier reste où il était.
    .next = Choisissez quelqu’un de l’équipe qui y travaille, ou demandez à un administrateur.

error-letter-gaps = La lettre a encore des blancs : { $gaps }.
    .safe = Rien n’a été classé ; votre texte reste en brouillon.
    .next = Remplissez ce qui est entre crochets, ou supprimez-le.

error-letter-signs = Ces signes manquent à la police des lettres : { $signs }
    .safe = Rien n’a été classé ; votre texte reste en brouillon.
    .next = Écrivez-les autrement, par exemple en lettres latines ou cyrilliques.

error-letter-address = L’adresse ne tient pas dans la fenêtre de l’enveloppe.
    .safe = Rien n’a été classé ; votre texte reste en brouillon.
    .next = Ramenez-la à huit lignes.

error-letter-signed-off = Ce fichier est une lettre validée ; il reste tel quel.
    .safe = Le fichier est inchangé et rien n’a été ajouté.
    .next = Écrivez une nouvelle lettre, ou joignez l’autre fichier à côté.

error-cannot-show = Ce fichier ne peut pas être montré ici.
    .safe = Rien n’a été modifié. Le fichier est dans le dossier tel qu’il a été joint.
    .next = Enregistrez-le au-dehors, avec un motif, et ouvrez-le avec son propre programme.

error-too-many-pages = Ce fichier a { $pages } pages. D’ici, on en imprime { $most } au plus.
    .safe = Rien n’a été imprimé. Le fichier est dans le dossier tel qu’il a été joint.
    .next = Enregistrez-le au-dehors, avec un motif, et imprimez-le avec son propre programme.

error-stopped = Vous l’avez arrêté avant la fin.
    .safe = Ce qui était fait jusque-là reste tel quel.
    .next = Recommencez quand vous voulez.

error-internal = Un problème est survenu dans Praesto.
    .safe = Tout ce qui était enregistré est en sûreté.
    .next = Réessayez. Si cela dure, envoyez un rapport à votre administrateur.

## Pourquoi le serveur a refusé

server-refused-malformed = Sa réponse n’a pas pu être comprise.
server-refused-bad-request = Il n’a pas compris la demande. L’un des deux est peut-être trop ancien.
server-refused-login-needed = La connexion de cet ordinateur a pris fin. Il se reconnecte de lui-même.
server-refused-device-unknown = Il ne connaît pas cet ordinateur, ou pas encore.
server-refused-device-revoked = Le service a retiré l’accès à cet ordinateur.
server-refused-not-entitled = Cet ordinateur n’a pas droit à cet espace.
server-refused-not-found = Il n’a pas ce qui a été demandé.
server-refused-founding-refused = Le service y existe déjà, ou il n’en accepte pas de nouveau.
server-refused-head-moved = Quelqu’un d’autre a modifié le registre avant vous.
server-refused-entry-refused = Les règles du service ne le permettent pas.
server-refused-epoch-not-current = Les clés du service ont changé entre-temps.
server-refused-chain-broken = Il a d’autres modifications de cet ordinateur que prévu.
server-refused-record-refused = La signature ou la forme d’une modification n’y est pas juste.
server-refused-too-large = L’envoi est plus grand que ce qu’il accepte.
server-refused-too-many = Cet ordinateur a demandé trop souvent. Le serveur fait une pause.
server-refused-quota-reached = Votre service y a épuisé sa place.
server-refused-attachment-not-named = Il ne connaît aucune modification qui nomme ce fichier.
server-refused-hash-mismatch = Le fichier y est arrivé avec d’autres octets qu’annoncé.
server-refused-invitation-invalid = L’invitation n’existe pas, a expiré ou a été utilisée.
server-refused-storage-full = Il n’a plus de place ou ne peut pas écrire.
server-refused-unavailable = Il est occupé, ou il ne peut pas travailler en ce moment.

## Pourquoi une invitation n’est pas acceptée

invitation-refused-not-a-code = Ce n’est pas un code d’invitation.
invitation-refused-mistyped = Une lettre ou un chiffre du code n’est pas juste.
invitation-refused-expired = L’invitation a expiré.

act-refused-no-such-act = Ce type de dossier ne connaît pas cette étape.
act-refused-not-from-here = Elle part d’un autre état.
act-refused-not-assigned = Seule la personne qui a le dossier peut le faire.
act-refused-not-manager = Seul un responsable peut le faire.
act-refused-form-incomplete = Le formulaire n’est pas complet.
act-refused-tasks-open = Des tâches sont encore ouvertes.
act-refused-contradicting = Des décisions se contredisent. Des personnes doivent d’abord trancher.
act-refused-waits-for-signature = Une décision attend sa deuxième signature.
act-refused-own-decision = La personne qui a décidé ne peut pas signer en second.
act-refused-nothing-to-sign = Rien n’attend de signature.
act-refused-not-own-decision = Seule la personne qui a décidé, ou un responsable, peut la retirer.
act-refused-decide-anew = Ce qu’une deuxième personne a signé n’est pas rétabli. Décidez de nouveau.

## Pourquoi un fichier ne peut pas être montré

cannot-show-unknown-kind = Les fichiers de ce type ne sont pas montrés.
cannot-show-damaged = Il est endommagé, ou n’est pas ce que dit son nom.
cannot-show-too-large = Il est trop grand pour être montré.
cannot-show-encrypted = Il ne s’ouvre qu’avec un mot de passe.
cannot-show-no-such-page = Il a moins de pages.
cannot-show-no-such-part = Le courriel n’a pas ce fichier.
cannot-show-took-too-long = La lecture a pris trop de temps.
cannot-show-ended = La lecture s’est interrompue : il est endommagé, ou demande plus que ce à quoi un document a droit.
cannot-show-stopped = Autre chose a été ouvert entre-temps.
cannot-show-unavailable = Cet ordinateur ne peut pas lancer le processus séparé qui lit les fichiers sans danger.
