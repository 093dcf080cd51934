### The sample office while it is made.

sample-progress = Création du service d’exemple : { $done } dossiers sur { $total }.
sample-stop = Arrêter
