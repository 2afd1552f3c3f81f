### The judges' sheets.
