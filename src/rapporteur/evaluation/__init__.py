"""How good the reading is: one module a data set, each figure defined where it is computed."""
