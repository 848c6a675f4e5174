"""The parts of `plan.xml`: the lines of the project, and what each of them says."""
