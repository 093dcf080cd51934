### Types de dossiers du service : d’où ils viennent, et en ajouter un.

own-types-title = Types de dossiers
own-types-add = Ajouter un type de dossier
own-types-type = Type de dossier
own-types-version = Version
own-types-from = Origine
own-types-added = Ajouté par { $name }, { $when }

case-type-standing-shipped = Fourni avec Praesto
case-type-standing-own = Votre service
case-type-standing-withdrawn = Retiré : pas de nouveaux dossiers
case-type-standing-replaced = Praesto en fournit maintenant un de ce nom, et c’est lui qui compte
case-type-standing-too-new = Demande un Praesto plus récent

own-types-withdraw = Retirer
own-types-withdraw-named = Retirer { $type }
own-types-restore = Rétablir
own-types-restore-named = Rétablir { $type }
own-types-withdrawn = { $type } : plus de nouveaux dossiers. Ceux qui sont ici continuent.
own-types-restored = { $type } peut de nouveau servir pour de nouveaux dossiers.

own-types-lead = Un répertoire avec le type de dossier, ou un ZIP de celui-ci. Tout le service le reçoit.
own-types-path = Répertoire ou ZIP
own-types-path-help = Il est d’abord vérifié. Rien n’est ajouté si quelque chose ne va pas.
own-types-path-missing = Indiquez le répertoire ou le ZIP.
own-types-pick-folder = Choisir un répertoire
own-types-pick-file = Choisir un ZIP
own-types-add-do = Vérifier et ajouter
own-types-check = Vérifier seulement
own-types-sound = { $type }, version { $version }, est correct. Rien n’a été ajouté.
own-types-busy = Vérification

own-types-faults = { $count ->
    [one] Rien n’a été ajouté : une chose ne va pas
   *[other] Rien n’a été ajouté : { $count } choses ne vont pas
}
own-types-faults-text = Corrigez les fichiers, puis ajoutez-les à nouveau. Tout est nommé avec les mots anglais du format.
own-types-whole = Le paquet
own-types-line = { $file }, ligne { $line }
own-types-more = { $count ->
    [one] Une autre n’est pas montrée.
   *[other] { $count } autres ne sont pas montrées.
}

case-type-how-new = { $type } a été ajouté. Les collègues le reçoivent à la prochaine synchronisation.
case-type-how-newer-version = { $type } est maintenant en version { $version }. Les dossiers ouverts restent où ils en sont.
case-type-how-brought-back = { $type } était retiré, et il est de retour.
case-type-how-same = { $type } est déjà ici, exactement ainsi.

hint-add-type = ajouter un type
change-case-type = types de dossiers du service modifiés

error-case-type-withdrawn = Le service a retiré ce type de dossier.
    .safe = Ce que vous avez saisi est toujours là. Les dossiers de ce type continuent.
    .next = Choisissez un autre type, ou demandez à l’administration de le rétablir.

error-case-type-refused = Le type de dossier n’a pas été ajouté.
    .safe = Rien n’a été modifié.
    .next = Regardez la raison et réessayez.

case-type-refused-no-pack = Il ne contient aucun type de dossier : le fichier { "type.toml" } manque.
case-type-refused-many-packs = Il contient plus d’un type de dossier. Ajoutez-les un par un.
case-type-refused-ships = { $id } est fourni avec Praesto. Donnez un autre nom au vôtre : renommez son répertoire.
case-type-refused-older = La version { $version } de { $id } est déjà ici. Augmentez la version dans { "type.toml" }.
case-type-refused-states = { $count ->
    [one] Un dossier ouvert est dans un état que cette version n’a plus : { $states }. Gardez cet état.
   *[other] { $count } dossiers ouverts sont dans des états que cette version n’a plus : { $states }. Gardez ces états.
}
case-type-refused-not-sound = { $count ->
    [one] Une chose n’y va pas.
   *[other] { $count } choses n’y vont pas.
}
