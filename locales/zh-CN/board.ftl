### The projected board.
