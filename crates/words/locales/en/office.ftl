### The office, its people, and what opens the vault.

## What opens Praesto

key-policy-keyring = With my sign-in to this computer
    .hint = The keyring of this computer keeps the key.
    .short = your sign-in
key-policy-passphrase = With a passphrase I choose
    .hint = Asked at each start. Nobody can reset it for you.
    .short = your passphrase
key-policy-both = With both
    .hint = The key needs the keyring and the passphrase.
    .short = your sign-in and your passphrase

## People

role-administrator = Administrator
role-member = Member
