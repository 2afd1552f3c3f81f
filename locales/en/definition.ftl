### Problems in rubrics and sessions.
