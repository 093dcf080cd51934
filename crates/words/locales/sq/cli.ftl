### Terminali.

cli-passphrase = Fjalëkalimi:
