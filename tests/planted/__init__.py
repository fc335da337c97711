"""Archives whose whole history is planned first, then written as papers in many wordings: what reading must bring back.

``plan`` decides what was signed, renewed, amended, ended, announced, cited and lost; ``wording`` writes the papers of a
plan; ``truth`` tells what the program should answer; ``archive`` takes the papers in; ``measure`` compares.
"""
