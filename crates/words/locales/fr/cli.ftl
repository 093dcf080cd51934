### Le terminal.

cli-about = Praesto dans le terminal : le même service, les mêmes dossiers, les mêmes fichiers scellés.
cli-passphrase = Phrase secrète :
cli-passphrase-new = Nouvelle phrase secrète :
cli-passphrase-again = La même phrase secrète encore une fois :
cli-passphrases-differ = Les deux phrases secrètes ne sont pas identiques.
cli-no-profile = Indiquez un dossier de profil avec --profile.
cli-unknown-command = La commande { $name } n’existe pas.
cli-bad-json = La demande n’est pas du JSON valable.
cli-office-made = Service { $name } créé. Empreinte { $fingerprint }.
cli-office-joined = Vous avez rejoint { $name }. Empreinte { $fingerprint }.
cli-invitation = Invitation pour { $name }, valable jusqu’à { $when } :
cli-synced = À jour.
cli-watching = En observation. Arrêtez avec Ctrl C.
cli-no-cases = Aucun dossier.
cli-nothing-found = Rien trouvé.
