"""How things are called and counted in sentences: places, numbers, lists, days."""
