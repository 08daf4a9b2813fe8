"""Questions over an archive; each gives a table."""
