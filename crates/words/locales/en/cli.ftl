### The terminal.

cli-passphrase = Passphrase:
