### Zyra, njerëzit e saj dhe ajo që hap kasafortën.

## Çfarë e hap Praesto-n

key-policy-keyring = Me hyrjen time në këtë kompjuter
    .hint = Mbajtësi i çelësave të këtij kompjuteri e ruan çelësin.
    .short = hyrja juaj
key-policy-passphrase = Me një fjalëkalim që e zgjedh vetë
    .hint = Kërkohet në çdo nisje. Askush nuk mund t’jua rivendosë.
    .short = fjalëkalimi juaj
key-policy-both = Me të dyja
    .hint = Çelësi ka nevojë për mbajtësin dhe fjalëkalimin.
    .short = hyrja juaj dhe fjalëkalimi juaj

## Njerëz

role-administrator = Administrator
role-member = Anëtar
