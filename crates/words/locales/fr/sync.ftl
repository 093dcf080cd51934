### Synchronisation, et ce que garde cet ordinateur.

## État dans la barre du haut

sync-no-server = Seulement sur cet ordinateur
sync-not-yet = Pas encore connecté
sync-not-yet-waiting = { $count ->
    [0] Pas encore connecté
    [one] Pas encore connecté, { $count } modification attend
   *[other] Pas encore connecté, { $count } modifications attendent
}
sync-up-to-date = À jour, { $ago }
sync-sending = Envoi { $done } sur { $total }
sync-receiving = { $total ->
    [one] Dossier en route, { $done } sur { $total }
   *[other] Dossiers en route, { $done } sur { $total }
}
sync-checking = Prêt à l’emploi ; vérification, { $done } sur { $total }
sync-offline = { $count ->
    [0] Hors ligne, tout est envoyé
    [one] Hors ligne, { $count } modification attend
   *[other] Hors ligne, { $count } modifications attendent
}
sync-stopped = { $count ->
    [0] Arrêté, a besoin de vous
    [one] Arrêté, { $count } modification attend
   *[other] Arrêté, { $count } modifications attendent
}
sync-waiting = { $count ->
    [0] En attente d’un collègue
    [one] En attente d’un collègue, { $count } modification attend
   *[other] En attente d’un collègue, { $count } modifications attendent
}
sync-last-contact = Dernier contact avec le serveur : { $when }
sync-never-contact = Pas encore de contact avec le serveur

waiting-to-be-sent = { $count ->
    [0] Rien n’attend d’être envoyé
    [one] { $count } modification attend d’être envoyée
   *[other] { $count } modifications attendent d’être envoyées
}
waiting-safe-here = En sûreté ici
waiting-provisional = Provisoire jusqu’à l’envoi

## Pourquoi un élément est sur cet ordinateur

held-assigned = Attribué à vous
    .sentence = Il vous est attribué.
held-pinned = Épinglé par vous
    .sentence = Vous l’avez épinglé, ses fichiers restent donc ici aussi.
held-team = Dans la liste de votre équipe
    .sentence = Il est dans la liste de votre équipe.
held-recent = Ouvert récemment
    .sentence = Vous l’avez ouvert récemment.
held-removed = Retiré des listes
    .sentence = Il a été retiré des listes ; rien n’en est supprimé.

## Mis de côté : arrivé, mais impossible à lire ou à vérifier

set-aside-count = { $count ->
    [0] Rien n’est mis de côté
    [one] { $count } modification est mise de côté
   *[other] { $count } modifications sont mises de côté
}
set-aside-by = Une modification de { $name } est mise de côté
set-aside-made-on = Faite sur { $device }
set-aside-retry = Réessayer maintenant

set-aside-malformed = Une modification est arrivée abîmée.
    .why = Ses octets ne suivent pas la forme convenue.
    .safe = Tout. Le dossier reste comme il était.
    .next = Attendez le prochain contact. Si cela dure, dites-le à votre administrateur.
set-aside-forged = Une modification a été altérée en chemin.
    .why = Sa signature ne correspond pas à son contenu.
    .safe = Tout. La modification n’a pas été utilisée.
    .next = Dites-le à votre administrateur. Copiez les détails sans contenu.
set-aside-unknown-device = Une modification vient d’un ordinateur inconnu du service.
    .why = Le registre du service ne contient pas cet ordinateur.
    .safe = Tout. La modification n’a pas été utilisée.
    .next = Attendez le prochain contact. Si cela dure, dites-le à votre administrateur.
set-aside-after-revocation = Une modification a été faite après le retrait de son ordinateur.
    .why = Le service a retiré l’ordinateur avant cette modification.
    .safe = Tout. La modification est gardée sans être utilisée.
    .next = Un administrateur peut l’examiner avec la personne qui l’a écrite.
set-aside-not-allowed = Une modification a été faite sans en avoir le droit.
    .why = Le registre ne donne pas à son auteur le droit d’écrire ici.
    .safe = Tout. La modification est gardée sans être utilisée.
    .next = Demandez à votre administrateur si ce droit manque par erreur.
set-aside-chain-gap = Une modification ne peut pas encore être vérifiée.
    .why = Une modification antérieure du même ordinateur manque.
    .safe = Tout. Le dossier montre sa dernière version vérifiée.
    .next = Connectez-vous une fois. La modification manquante arrive d’abord, puis celle-ci est réessayée.
set-aside-chain-fork = Deux modifications d’un même ordinateur réclament la même place.
    .why = Une copie de son profil a probablement été utilisée.
    .safe = Tout. Les deux modifications sont gardées.
    .next = Dites à votre administrateur de quel ordinateur il s’agit.
set-aside-out-of-sequence = Une modification ne fait pas suite aux autres de son ordinateur.
    .why = Son numéro vient deux fois, ou il en manque un avant. Une copie de cet ordinateur a peut-être été utilisée.
    .safe = Tout. La modification est gardée et n’est pas utilisée.
    .next = Elle est réessayée d’elle-même. Si rien ne change, dites à votre administrateur de quel ordinateur il s’agit.
set-aside-register-behind = Une modification en sait plus sur le service que cet ordinateur.
    .why = Les dernières entrées du registre ne sont pas arrivées ici.
    .safe = Tout. La modification est gardée.
    .next = Connectez-vous une fois. Elle est réessayée d’elle-même.
set-aside-key-missing = Une modification est scellée avec une clé qui n’est pas encore ici.
    .why = La clé de sa période n’est pas arrivée sur cet ordinateur.
    .safe = Tout. La modification est gardée scellée.
    .next = Connectez-vous pendant qu’un collègue est en ligne. Elle est réessayée d’elle-même.
set-aside-cannot-open = Une modification ne s’ouvre pas avec sa clé.
    .why = La clé est ici, mais le sceau n’y correspond pas.
    .safe = Tout. La modification est gardée sans être utilisée.
    .next = Dites-le à votre administrateur. Copiez les détails sans contenu.
set-aside-missing-changes = Une modification s’appuie sur d’autres qui ne sont pas arrivées.
    .why = Elle renvoie à des modifications qui manquent encore ici.
    .safe = Tout. Le dossier est montré sans elle.
    .next = Connectez-vous une fois. Elle est réessayée d’elle-même.
set-aside-wrong-actor = Une modification a été écrite sous le nom d’un autre ordinateur.
    .why = Le nom qu’elle porte n’est pas celui de l’ordinateur qui l’a signée.
    .safe = Tout. La modification n’a pas été utilisée.
    .next = Dites-le à votre administrateur. Copiez les détails sans contenu.
set-aside-unknown-schema = Une modification vient d’une version plus récente de Praesto.
    .why = Cette version n’en comprend pas la forme.
    .safe = Tout. La modification est gardée.
    .next = Installez la dernière version. Elle est réessayée d’elle-même.
set-aside-checkpoint-contradicts = Un résumé dit autre chose que ses modifications.
    .why = Il ne correspond pas aux modifications qu’il couvre.
    .safe = Tout. Le dossier a été reconstruit à partir de ses modifications.
    .next = Dites à votre administrateur de quel ordinateur il vient.
set-aside-removal-untrue = Une modification ne dit pas vrai sur le retrait d’un dossier.
    .why = Elle retire un dossier sans le dire, ou elle le dit et fait autre chose.
    .safe = Tout. La modification n’a pas été utilisée.
    .next = Dites à votre administrateur de quel ordinateur elle vient.

## Ce qui s’est révélé faux

finding-count = { $count ->
    [0] Aucune contradiction trouvée
    [one] { $count } contradiction trouvée
   *[other] { $count } contradictions trouvées
}
finding-register-rolled-back = Le serveur a montré un registre du service plus ancien.
    .why = Il ne prolonge pas celui que cet ordinateur a vu.
    .safe = Le registre plus récent reste. Votre travail est enregistré ici.
    .next = Dites-le à votre administrateur. Le serveur a peut-être été rétabli à partir d’une sauvegarde.
finding-register-forged = Le registre du serveur contient une entrée contraire aux règles.
    .why = Elle n’est pas signée par une personne qui en avait le droit.
    .safe = L’entrée n’a pas été acceptée. Votre travail est enregistré ici.
    .next = Dites-le à votre administrateur avant de continuer avec le serveur.
finding-server-behind = Il manque au serveur des modifications qu’il avait confirmées.
    .why = Il a probablement été rétabli à partir d’une copie plus ancienne.
    .safe = Cet ordinateur les a encore et les propose de nouveau.
    .next = Restez connecté jusqu’à ce que tout soit renvoyé. Dites-le à votre administrateur.
finding-histories-differ = Le serveur a montré à un collègue un autre historique qu’à vous.
    .why = L’ordre des modifications sur deux ordinateurs ne concorde pas.
    .safe = Les deux historiques sont gardés. Votre travail est enregistré ici.
    .next = Dites-le à votre administrateur. Comparez les deux ordinateurs.
finding-record-forged = Le serveur a transmis une modification que personne du service n’a écrite.
    .why = Sa signature n’appartient à aucun ordinateur du service.
    .safe = La modification n’a pas été utilisée.
    .next = Dites-le à votre administrateur.
finding-wrong-keys = Le serveur a transmis des clés qui ne conviennent pas.
    .why = Elles ne correspondent pas à ce qu’annonce le registre.
    .safe = Les clés n’ont pas été utilisées. De nouvelles se font d’elles-mêmes.
    .next = Dites-le à votre administrateur.
finding-attachment-swapped = Le serveur a transmis un autre fichier que celui nommé.
    .why = Les octets ne correspondent pas au nom signé.
    .safe = Le fichier n’a été ni ouvert ni gardé.
    .next = Demandez le fichier de nouveau. Si cela dure, dites-le à votre administrateur.
finding-attachment-damaged = Un fichier a été endommagé sur cet ordinateur avant que le serveur ne l’ait.
    .why = Ses octets sur le disque ne sont plus ceux qui ont été scellés ici.
    .safe = Le reste de son dossier est en sûreté. Ni un collègue ni le serveur n’en est la cause.
    .next = Joignez de nouveau l’original : « Tout vérifier » nomme le fichier. Faites vérifier le disque de cet ordinateur.
finding-attachment-unfit = Le fichier d’un collègue n’est pas ce que son dossier en dit.
    .why = Sa longueur ou son contenu diffère de ce qui a été indiqué en le joignant.
    .safe = Le fichier n’a pas été utilisé. Le dossier et ses autres fichiers sont en sûreté.
    .next = Demandez à ce collègue de joindre de nouveau le bon fichier.
finding-checkpoint-forged = Un résumé contredisait les modifications qu’il couvre.
    .why = Il ne dit pas ce que disent ses modifications.
    .safe = Il a été écarté et le dossier reconstruit à partir de ses modifications.
    .next = Dites à votre administrateur de quel ordinateur il vient.
finding-profile-copied = Une copie de ce profil a été utilisée ailleurs.
    .why = Cet ordinateur et la copie ont tous deux fait des modifications.
    .safe = Toutes les modifications sont gardées. Celles de cet ordinateur ont été signées de nouveau.
    .next = Cet ordinateur compte désormais comme un autre de vos ordinateurs. Si vous n’avez fait aucune copie, dites-le à votre administrateur.
finding-device-added = Un ordinateur de plus a été ajouté pour l’un de vous.
    .why = Un ordinateur de cette personne l’a ajouté, comme le fait un profil copié.
    .safe = Il peut lire ce que cette personne peut lire. Rien n’a été modifié.
    .next = Si personne n’a fait de copie, demandez à votre administrateur d’exclure les deux ordinateurs.
finding-receipt-forged = Le serveur a confirmé un envoi avec une fausse signature.
    .why = La confirmation n’est pas signée par le serveur de votre service.
    .safe = La modification reste sur cet ordinateur et attend d’être envoyée.
    .next = Dites-le à votre administrateur.

## Vérification complète

verify-clean = Tout sur cet ordinateur a été vérifié et concorde.
verify-not-checked = { $count ->
    [one] Ce qui est ici est intact. { $count } dossier repose sur la parole d’un collègue jusqu’à l’arrivée de son historique.
   *[other] Ce qui est ici est intact. { $count } dossiers reposent sur la parole d’un collègue jusqu’à l’arrivée de leur historique.
}
verify-summary = { $entries ->
    [one] { $entries } entrée du registre
   *[other] { $entries } entrées du registre
}, { $records ->
    [one] { $records } modification
   *[other] { $records } modifications
}, { $cases ->
    [one] { $cases } dossier
   *[other] { $cases } dossiers
}, { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}
verify-problems = { $count ->
    [one] { $count } élément ne concorde pas.
   *[other] { $count } éléments ne concordent pas.
}
verify-register = Le registre n’est pas cohérent.
verify-record = La signature ou le contenu d’une modification n’est pas juste.
verify-chain = Une chaîne de modifications est rompue.
verify-document = Un dossier ne correspond pas à ses modifications.
verify-attachment = Un fichier manque ou a été altéré.
