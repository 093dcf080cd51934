### The sample office while it is made.

sample-progress = Making the sample office: { $done } of { $total } cases.
sample-stop = Stop
