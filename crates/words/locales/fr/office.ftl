### Le service, ses membres, et ce qui ouvre le coffre.

## Ce qui ouvre Praesto

key-policy-keyring = Avec ma session sur cet ordinateur
    .hint = Le trousseau de cet ordinateur garde la clé.
    .short = votre session
key-policy-passphrase = Avec une phrase secrète que je choisis
    .hint = Demandée à chaque démarrage. Personne ne peut la rétablir pour vous.
    .short = votre phrase secrète
key-policy-both = Avec les deux
    .hint = La clé exige le trousseau et la phrase secrète.
    .short = votre session et votre phrase secrète

## Membres

role-administrator = Administrateur
role-member = Membre
