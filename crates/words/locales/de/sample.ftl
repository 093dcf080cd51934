### The sample office while it is made.

sample-progress = Das Beispielamt entsteht: { $done } von { $total } Fällen.
sample-stop = Anhalten
