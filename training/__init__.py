"""How the model is made: data, training, export and evaluation of checkpoints. Not part of the package."""
