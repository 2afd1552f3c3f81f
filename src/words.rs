//! Every text a person reads, in Chinese and English, from the Fluent files in `locales/`.
