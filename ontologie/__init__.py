"""The words of Regelgraaf: domain records, identifiers, vocabulary and shapes. Imports no other package of it."""
