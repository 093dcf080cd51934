### Who looked at a case, and what left Praesto.

access = Qui a consulté
access-show = Montrer qui a consulté
access-hide = Masquer qui a consulté
access-lead = Gardé à part des modifications, une fois par jour et par ordinateur.
access-none = Personne n’a encore consulté ce dossier.
access-more = { $count ->
    [one] Montrer encore une ligne
   *[other] Montrer encore { $count } lignes
}
access-opened = { $name } : dossier ouvert
access-printed = { $name } : { $what } imprimé : « { $reason } »
access-took-out = { $name } : { $what } enregistré hors de Praesto : « { $reason } »
access-opened-elsewhere = { $name } : copie de { $what } ouverte dans un autre programme
access-exported = { $name } : dossier sorti pour { $what } : « { $reason } »
access-listed = { $name } : tableau enregistré de { $what } : « { $reason } »
access-backed-up = { $name } : sauvegarde de cet ordinateur
hint-who-looked = qui a consulté

## On this computer

left-title = Ce qui est sorti par cet ordinateur
left-lead = Fichiers, dossiers, listes et sauvegardes que quelqu’un a sortis. Personne ne peut effacer une ligne.
left-none = Rien n’est sorti par cet ordinateur.
left-none-all = Rien n’est sorti par aucun ordinateur, pour autant qu’on le sache ici.
left-title-all = Ce qui est sorti par les ordinateurs du service
left-all = Montrer tous les ordinateurs
left-mine = Montrer cet ordinateur seul
left-of = Dossier { $reference }
