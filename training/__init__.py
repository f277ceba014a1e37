"""Scripts that train what Says Who ships as weights, or measure what it does not ship."""
