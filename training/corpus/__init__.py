"""News items written for this project, with their reading marked inline."""
