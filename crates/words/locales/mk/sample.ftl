### The sample office while it is made.

sample-progress = Се создава пробната служба: { $done } од { $total } предмети.
sample-stop = Запри
