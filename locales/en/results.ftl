### Rankings and awards on paper.
