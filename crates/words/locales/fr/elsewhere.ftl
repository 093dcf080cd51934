### Fichiers ouverts dans un autre programme.

elsewhere-found-name = { $name } (retrouvé après une interruption){ $ending }
change-open-elsewhere = copie d’un fichier ouverte dans un autre programme
change-find-elsewhere = fichier retrouvé après une interruption
timeline-opened-elsewhere = { $name } : copie de { $file } ouverte dans un autre programme
timeline-found-elsewhere = { $name } : { $file } retrouvé après une interruption

hint-change-elsewhere = modifier dans un autre programme
hint-put-back = remettre les fichiers
elsewhere-open = Modifier…
elsewhere-open-spoken = { elsewhere-open } { $name } dans un autre programme
elsewhere-is-out = Ouvert dans un autre programme
elsewhere-warn-title = Ouvrir { $name } dans un autre programme
elsewhere-warn-copy = Une copie quitte l’espace scellé jusqu’à ce que vous la remettiez. D’autres programmes de cet ordinateur peuvent la lire entre-temps.
elsewhere-warn-saves = Chaque fois que vous y enregistrez, le dossier reçoit une nouvelle version.
elsewhere-warn-lock = En se verrouillant ou en se fermant, Praesto scelle ce qui est enregistré et retire la copie. Enregistrez d’abord.
elsewhere-warn-log = Le dossier garde qui l’a ouverte, et quand.
elsewhere-do = Ouvrir
elsewhere-strip = { $count ->
    [one] { $count } fichier est ouvert dans un autre programme
   *[other] { $count } fichiers sont ouverts dans un autre programme
}
elsewhere-strip-named = { $name }, { $reference }
elsewhere-on-disk = La copie est sur le disque de cet ordinateur : la mémoire n’avait pas assez de place.
elsewhere-not-sealed = { $name } n’est pas encore scellé.
elsewhere-cut-off = { $name } semble tronqué. La version d’avant reste valable.
elsewhere-put-back = Remettre
elsewhere-came-back = { $count ->
    [0] Remis. Rien de nouveau n’était enregistré.
    [one] Remis. { $count } nouvelle version est scellée.
   *[other] Remis. { $count } nouvelles versions sont scellées.
}
elsewhere-further = Gardé aussi dans le dossier : { $names }
elsewhere-found = { $name }, dans { $reference }, a été retrouvé après une interruption. Il se trouve à côté du fichier.
elsewhere-found-nothing = { $name }, dans { $reference }, est revenu vide. La version d’avant reste valable.
elsewhere-found-look = Aller au dossier
found-of = Retrouvé après une interruption : copie de { $name }
found-of-cut-off = Retrouvé après une interruption, semble tronqué : copie de { $name }
found-take = En faire la version la plus récente
said-found-taken = C’est maintenant la version la plus récente.
elsewhere-close-title = { $count ->
    [one] Un fichier est encore ouvert dans un autre programme
   *[other] { $count } fichiers sont encore ouverts dans un autre programme
}
elsewhere-close-text = Praesto scelle ce que vous y avez enregistré et retire la copie. Ce qui n’y est pas encore enregistré est perdu.
elsewhere-close-do = Remettre et fermer
elsewhere-close-left = Ce qui ne peut pas être scellé maintenant reste à l’extérieur jusqu’au prochain déverrouillage ici. Une fin de session peut le supprimer avant.
elsewhere-close-all-the-same = Fermer quand même

error-no-program = Aucun programme de cet ordinateur n’ouvre ce fichier.
    .safe = Rien n’est perdu. Le fichier du dossier est comme avant.
    .next = Installez un programme pour ces fichiers, ou enregistrez le fichier hors de Praesto.
error-still-written = Un autre programme écrit encore ce fichier.
    .safe = La copie reste où elle est. Rien n’est perdu.
    .next = Enregistrez-le et fermez-le là-bas. Remettez-le ensuite.

cli-elsewhere = La copie se trouve ici : { $path }
cli-elsewhere-enter = Appuyez sur Entrée une fois le fichier enregistré et fermé.
