### The sample office while it is made.

sample-progress = Po krijohet zyra shembull: { $done } nga { $total } lëndë.
sample-stop = Ndal
