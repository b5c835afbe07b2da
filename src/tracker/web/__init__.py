"""What the server answers: the API, feeds and pictures, and the live page with the view already in it."""
