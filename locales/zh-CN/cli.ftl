### What the program says on a command line.
