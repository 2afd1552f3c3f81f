### The host's console.
