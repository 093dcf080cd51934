### Das Terminal.

cli-passphrase = Passphrase:
