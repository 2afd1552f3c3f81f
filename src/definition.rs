//! Reads rubrics and sessions from TOML and reports every problem with its place.
