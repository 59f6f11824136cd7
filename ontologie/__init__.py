"""The words of Regelgraaf: domain records, identifiers, vocabulary and shapes. Imports nothing of the other packages."""
