"""The generated schemas: fresh, complete in every language, and of one mind with the program about every text."""
