### The presenter's timer.
