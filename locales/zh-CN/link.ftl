### Join links and what becomes of them.
